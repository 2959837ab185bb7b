import type { CustomField } from "../domain/custom/CustomField.js"
import * as Options from "../domain/custom/Options.js"
import type { Json } from "../domain/Ledger.js"
import * as Cell from "./Cell.js"

const number = (text: string): Cell.Told => {
  const bare = text.trim().replace(/(?<=\d)[\s'’](?=\d{3}(?!\d))/g, "")
  if (/^-?\d{1,21}(\.\d{1,30})?(e[+-]?\d{1,3})?$/i.test(bare)) return { value: Number(bare) }
  const [comma, whole = "", rest = ""] = /^(-?\d{1,20}),(\d{1,30})$/.exec(bare) ?? []
  if (comma === undefined) return { wrong: "is no number" }
  return rest.length === 3
    ? { wrong: "may be either of two numbers: write it without a comma" }
    : { value: Number(`${whole}.${rest}`) }
}

const link = (text: string): Cell.Told => {
  const bare = text.trim()
  return { value: /^[\w-]{1,63}(\.[\w-]{1,63}){1,9}(\/|$)/.test(bare) ? `https://${bare}` : bare }
}

const shown = 5

const optionsOf = ({ options }: CustomField): string =>
  options
    .filter(({ retired }) => !retired)
    .slice(0, shown)
    .map(({ label }) => label)
    .join(", ")

const choice = (field: CustomField, text: string): Cell.Told => {
  const option = Options.meant(field.options, text.trim())
  return option === undefined
    ? { wrong: `${text.trim().slice(0, 50)} is none of its options, such as ${optionsOf(field)}` }
    : { value: option.key }
}

const choices = (field: CustomField, text: string): Cell.Told => {
  const keys: Array<Json> = []
  const whole = Options.meant(field.options, text.trim())
  for (const part of whole === undefined ? text.split(/[;|\r\n]/) : [text]) {
    if (part.trim() === "") continue
    const told = choice(field, part)
    if ("wrong" in told) return told
    keys.push(told.value)
  }
  return { value: keys }
}

/** What a cell says of a field of the agency's own, by its type. */
export const read = (field: CustomField, text: string, options: Cell.CellOptions): Cell.Told => {
  switch (field.type) {
    case "number":
      return number(text)
    case "boolean":
      return Cell.boolean(text, options)
    case "date":
      return Cell.date(text, options)
    case "money":
      return Cell.money(text, options)
    case "choice":
      return choice(field, text)
    case "choices":
      return choices(field, text)
    case "link":
      return link(text)
    case "text":
      return { value: text.trim() }
  }
}

const labelled = ({ options }: CustomField, key: string): string => {
  const label = options.find((option) => option.key === key)?.label ?? key
  const isPlain = !/[;|\r\n]/.test(label) && label === label.trim()
  return isPlain && Options.meant(options, label)?.key === key ? label : key
}

/** The labels of chosen options in place of their keys, where these can be read back; any other value as it is. */
export const withLabels = (field: CustomField, value: unknown): unknown =>
  field.type === "choice" && typeof value === "string"
    ? labelled(field, value)
    : field.type === "choices" && Array.isArray(value)
      ? value.map((key) => labelled(field, String(key))).join("; ")
      : value
