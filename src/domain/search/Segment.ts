import * as Schema from "effect/Schema"
import * as Field from "../Field.js"
import * as Noun from "../Noun.js"
import { Tree } from "./SavedSearch.js"

/** Who may be in a segment. */
export const people = ["candidate", "contact"] as const

const noun = Noun.plain("segment", "segments", "segment", {
  name: Field.text,
  nouns: Field.json(Schema.Array(Schema.Literal(...people))),
  query: Field.json(Tree),
  text: Field.text,
  /** In, whatever the query finds. */
  include: Field.allGiven(["cand", "contact"]),
  /** Out, whatever the query finds and whoever is included. */
  exclude: Field.allGiven(["cand", "contact"]),
  /** What the query found at `frozenAt`; null where it is asked anew each time. */
  frozen: Field.optional(Field.json(Schema.Array(Schema.String))),
  frozenAt: Field.optional(Field.instant),
  archivedAt: Field.optional(Field.instant),
})
type Definition = typeof noun

/**
 * An audience. The first of these that speaks of a person decides: an opt-out keeps out, `exclude` keeps out, `include`
 * lets in, the query lets in.
 */
export interface SegmentNoun extends Definition {}
export const Segment: SegmentNoun = noun
export type Segment = Noun.Record<SegmentNoun>

/** Who is in, by the ids that stand for them, in the order of ids. */
export const members = (said: {
  readonly found: ReadonlyArray<string>
  readonly include: ReadonlyArray<string>
  readonly exclude: ReadonlyArray<string>
  readonly optedOut: ReadonlyArray<string>
}): ReadonlyArray<string> => {
  const out = new Set([...said.optedOut, ...said.exclude])
  return [...new Set([...said.include, ...said.found])].filter((id) => !out.has(id)).toSorted()
}
