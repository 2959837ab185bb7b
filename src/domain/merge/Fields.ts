import type { Json } from "../Ledger.js"
import { same } from "../Same.js"

type Row = { readonly [field: string]: Json }

/**
 * How the values of a field come together: the surviving record's wins and the other fills its gaps (`keep`), lists are
 * united, objects overlaid key by key, of two instants the later stands, and of two sources the first touch.
 */
export type Rule = "keep" | "unite" | "overlay" | "latest" | "first"

export type Rules = { readonly [field: string]: Rule }

/** What becomes of one field. */
export interface Outcome {
  readonly field: string
  readonly into: Json
  readonly from: Json
  readonly result: Json
  /** Whose value it is; `both` where they are equal or came together. */
  readonly wins: "into" | "from" | "both"
}

const list = (value: Json | undefined): ReadonlyArray<Json> => (Array.isArray(value) ? value : [])

const object = (value: Json | undefined): Row =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Row) : {}

const united = (rule: Rule, into: Row, from: Row, field: string): Json => {
  const [a, b] = [into[field] ?? null, from[field] ?? null]
  switch (rule) {
    case "unite":
      return [...list(a), ...list(b).filter((one) => !list(a).some((other) => same(one, other)))]
    case "overlay":
      return { ...object(b), ...object(a) }
    case "latest":
      return a === null || (b !== null && a < b) ? b : a
    case "first":
      return (String(from.createdAt) < String(into.createdAt) ? (b ?? a) : (a ?? b)) ?? null
    case "keep":
      return a ?? b
  }
}

/** What becomes of every field; those in `chosen` are taken from the record that goes. */
export const outcomes = (rules: Rules, into: Row, from: Row, chosen: ReadonlyArray<string>): ReadonlyArray<Outcome> =>
  Object.entries(rules).map(([field, rule]) => {
    const [a, b] = [into[field] ?? null, from[field] ?? null]
    const result = chosen.includes(field) ? b : united(rule, into, from, field)
    const wins = same(a, b) ? "both" : same(result, a) ? "into" : same(result, b) ? "from" : "both"
    return { field, into: a, from: b, result, wins }
  })

/** The fields of the record that both become. */
export const results = (outcomes: ReadonlyArray<Outcome>): Row =>
  Object.fromEntries(outcomes.map(({ field, result }) => [field, result]))
