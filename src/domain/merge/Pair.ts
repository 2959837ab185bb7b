import { type RecordOf, rowOf } from "../Nouns.js"
import { NotFound } from "../Refusal.js"
import type { Mergeable } from "./Aliasing.js"
import * as Fields from "./Fields.js"
import type { Merge, Seen } from "./Merge.js"
import * as Moving from "./Moving.js"

/** Two records of a noun of which one is to be made, and what names the one that goes. */
export interface Pair<N extends Mergeable> {
  readonly into: RecordOf<N>
  readonly from: RecordOf<N>
  readonly referrers: ReadonlyArray<Moving.Referrer>
}

/** What becomes of the fields by the rules, and of whatever names the record that goes. */
export const seen = <N extends Mergeable>(
  rules: Fields.Rules,
  { into, from, referrers }: Pair<N>,
  { choose }: Merge,
): Seen => ({
  from: from.id,
  into: into.id,
  fields: Fields.outcomes(rules, rowOf(into), rowOf(from), choose?.fields ?? []),
  moves: Moving.moves(referrers),
})

/** Any submission that was chosen, where the records have none to choose from. */
export const stranger = (_loaded: object, { choose }: Merge): NotFound | null => {
  const [id] = choose?.submissions ?? []
  return id === undefined ? null : new NotFound({ noun: "submission", id, field: "choose.submissions" })
}
