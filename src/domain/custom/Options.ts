import * as Either from "effect/Either"
import * as Schema from "effect/Schema"
import * as Input from "../Input.js"
import type { Option } from "./CustomField.js"

const Key = Schema.String.pipe(
  Schema.filter(
    (key) =>
      (/^[A-Za-z0-9][A-Za-z0-9_-]{0,49}$/.test(key) && !Input.forbidden.has(key)) ||
      "is no key of up to 50 letters, digits, underscores and hyphens",
  ),
)

const Label = Input.Line.pipe(Schema.maxLength(200))

/** Options as they come in: a label alone is given a key. */
export const List = Schema.Array(
  Schema.Union(Label, Schema.Struct({ key: Schema.optional(Key), label: Schema.optional(Label) })),
).pipe(Schema.filter((list) => (list.length > 0 && list.length <= 500) || "are none, or more than 500"))

/** A label as it is compared: two options never look alike. */
export const folded = (label: string): string => label.normalize("NFKC").trim().replace(/\s+/g, " ").toLowerCase()

/** The option that a text means: by its key, else by its label. */
export const meant = (options: ReadonlyArray<Option>, text: string): Option | undefined =>
  options.find(({ key }) => key === text) ?? options.find(({ label }) => folded(label) === folded(text))

/** `Senior (10+ years)` as a key: `senior-10-years`; the rest of the world's letters make none. */
const slug = (label: string): string =>
  label
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 40)
    .replace(/-+$/, "")

const fresh = (label: string, taken: ReadonlySet<string>): string => {
  const wanted = slug(label) || "option"
  if (!taken.has(wanted) && !Input.forbidden.has(wanted)) return wanted
  for (let n = 2; ; n++) if (!taken.has(`${wanted}-${n}`)) return `${wanted}-${n}`
}

/**
 * The options once those that are given stand in their order. A key, or else a label, names one that there is; others
 * are new. None is ever lost, since records may hold its key: those that are not named are retired, behind the rest.
 */
export const updated = (
  before: ReadonlyArray<Option>,
  given: typeof List.Type,
): Either.Either<ReadonlyArray<Option>, string> => {
  const listed: Array<Option> = []
  const taken = new Set(before.map(({ key }) => key))
  for (const one of given) {
    const { key, label } = typeof one === "string" ? { key: undefined, label: one } : one
    const known = before.find(
      (option) =>
        option.key === key || (key === undefined && label !== undefined && folded(option.label) === folded(label)),
    )
    const named = label ?? known?.label ?? key
    if (named === undefined) return Either.left("has one without a label")
    const chosen = key ?? known?.key ?? fresh(named, taken)
    if (listed.some((option) => option.key === chosen)) return Either.left(`has ${chosen} twice`)
    taken.add(chosen)
    listed.push({ key: chosen, label: named, retired: false })
  }
  const left = before.filter(({ key }) => !listed.some((option) => option.key === key))
  const all = [...listed, ...left.map((option) => ({ ...option, retired: true }))]
  const labels = new Set<string>()
  for (const { label } of listed) {
    if (labels.has(folded(label))) return Either.left(`has ${label.slice(0, 100)} twice`)
    labels.add(folded(label))
  }
  return all.length > 500 ? Either.left("are more than 500 with those that were retired") : Either.right(all)
}
