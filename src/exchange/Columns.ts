import type { CustomField } from "../domain/custom/CustomField.js"
import { folded as foldedLabel } from "../domain/custom/Options.js"
import type { Importable } from "../domain/import/Import.js"
import { type Field, fieldOf, fieldsOf } from "./Words.js"

/** What becomes of a column: a field of the record, a custom field, or nothing. */
export interface Column {
  readonly header: string
  /** The field, or `customFields.` and a name; null where the column is left out. */
  readonly to: Field | null
  /** Why a column is left out that nobody asked to leave out. */
  readonly problem: string | null
}

/** Where columns go, by header: a field, `customFields.` and a name, or null to leave one out. */
export type Mapping = { readonly [header: string]: string | null }

export const customPrefix = "customFields."

const forbidden = new Set(["__proto__", "constructor", "prototype"])
const most = 200

const customOf = (header: string, index: number, taken: ReadonlySet<string>): string | null => {
  const title = header.trim().replace(/\s+/g, " ").slice(0, 90) || `Column ${index + 1}`
  if (forbidden.has(title)) return null
  const name = [title, ...Array.from({ length: 9 }, (_, n) => `${title} ${n + 2}`)].find((one) => !taken.has(one))
  return name ?? null
}

/**
 * What becomes of each column of a header: as the mapping says, else the field that its header is, else the custom field
 * whose label or name it is, else the field that it names in one of several languages, else a custom field of its own.
 */
export const columnsOf = (
  noun: Importable,
  header: ReadonlyArray<string>,
  mapping: Mapping = {},
  customFields: ReadonlyArray<CustomField> = [],
): ReadonlyArray<Column> => {
  const live = customFields.filter((field) => field.noun === noun && field.retiredAt === null)
  const defined = (title: string): CustomField | undefined =>
    live.find(({ label }) => foldedLabel(label) === foldedLabel(title)) ??
    live.find(({ name }) => name === title.trim())
  const fields = new Set(fieldsOf(noun))
  const taken = new Set<string>()
  const custom = (title: string, name: string | null): Column => {
    if (name === null || name === "" || forbidden.has(name) || name.length > 100)
      return { header: title, to: null, problem: "is no name for a field" }
    if (taken.size >= most) return { header: title, to: null, problem: `more than ${most} custom fields` }
    taken.add(name)
    return { header: title, to: `${customPrefix}${name}`, problem: null }
  }
  return header.map((title, index) => {
    const asked = Object.hasOwn(mapping, title) ? mapping[title] : undefined
    if (asked === null) return { header: title, to: null, problem: null }
    if (asked !== undefined && !asked.startsWith(customPrefix))
      return fields.has(asked)
        ? { header: title, to: asked, problem: null }
        : { header: title, to: null, problem: `${asked.slice(0, 100)} is no field of a ${noun}` }
    const own = asked ?? title
    if (own.startsWith(customPrefix)) return custom(title, own.slice(customPrefix.length))
    const known = fields.has(title) ? undefined : defined(title)
    if (known !== undefined && !taken.has(known.name)) return custom(title, known.name)
    const field = fieldOf(noun, title)
    if (field !== undefined) return { header: title, to: field, problem: null }
    return custom(title, customOf(title, index, taken))
  })
}
