import * as Either from "effect/Either"
import * as Schema from "effect/Schema"
import type * as Custom from "../Custom.js"
import { PlainDate } from "../Input.js"
import { Money } from "../Money.js"
import { same } from "../Same.js"
import type { CustomField } from "./CustomField.js"

/** What of a definition tells its values. */
export type Typed = Pick<CustomField, "type" | "options" | "limits">

const isDay = Schema.is(PlainDate)
const isMoney = Schema.is(Money)

const longest = { text: 10_000, link: 2_000 } as const

const right = (value: Custom.Value): Either.Either<Custom.Value, string> => Either.right(value)
const wrong = (message: string): Either.Either<Custom.Value, string> => Either.left(message)

/** Whether a text is a whole address of the web. */
export const isLink = (text: string): boolean => {
  if (text.length > longest.link || !/^https?:\/\/[^\s\\]+$/i.test(text)) return false
  try {
    return new URL(text).hostname !== ""
  } catch {
    return false
  }
}

const number = (value: number, limits: Typed["limits"]): Either.Either<Custom.Value, string> => {
  const { whole = false, min = null, max = null } = limits ?? {}
  if (whole && !Number.isSafeInteger(value)) return wrong("is no whole number")
  if (min !== null && value < min) return wrong(`is less than ${min}`)
  if (max !== null && value > max) return wrong(`is more than ${max}`)
  return right(value)
}

/** The key of an option that may be chosen, or was. */
const chosen = (key: string, { options }: Typed, before: Custom.Value | undefined): Either.Either<string, string> => {
  const option = options.find((one) => one.key === key)
  if (option === undefined) return Either.left(`${key.slice(0, 100)} is none of its options`)
  const had = before === key || (Array.isArray(before) && before.includes(key))
  return option.retired && !had ? Either.left(`${key} is an option no more`) : Either.right(key)
}

const isList = (value: Custom.Value): value is ReadonlyArray<string> => Array.isArray(value)

/**
 * The value as a record keeps it, or what is wrong with it. What the record holds `before` is let through as it is, so
 * that a form may send it back: what was right once may be an option no more.
 */
export const kept = (
  field: Typed,
  value: Exclude<Custom.Value, null>,
  before?: Custom.Value,
): Either.Either<Custom.Value, string> => {
  if (before !== undefined && same(value, before)) return right(before)
  switch (field.type) {
    case "text":
      return typeof value !== "string"
        ? wrong("is no text")
        : value.trim() === ""
          ? wrong("is empty")
          : value.length > longest.text
            ? wrong(`longer than ${longest.text} characters`)
            : right(value.trim())
    case "number":
      return typeof value === "number" ? number(value, field.limits) : wrong("is no number")
    case "boolean":
      return typeof value === "boolean" ? right(value) : wrong("is neither true nor false")
    case "date":
      return typeof value === "string" && isDay(value) ? right(value) : wrong("is no day such as 2027-01-04")
    case "link":
      return typeof value === "string" && isLink(value)
        ? right(value)
        : wrong("is no address such as https://acme.test")
    case "money":
      return isMoney(value) ? right(value) : wrong("is no amount of minor units and its currency")
    case "choice":
      return typeof value === "string" ? chosen(value, field, before) : wrong("is no key of an option")
    case "choices":
      return isList(value)
        ? Either.map(Either.all([...new Set(value)].map((key) => chosen(key, field, before))), (keys) => keys)
        : wrong("is no list of keys of options")
  }
}
