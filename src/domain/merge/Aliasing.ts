import * as Draft from "../Draft.js"
import type { Fact } from "../Fact.js"
import type { NounName, RecordOf } from "../Nouns.js"

/** The nouns whose records can be merged. */
export const mergeable = ["candidate", "client"] as const satisfies ReadonlyArray<NounName>
export type Mergeable = (typeof mergeable)[number]

/** Takes the record away that goes, and lets its id stand for the one that stays. */
export const take = <N extends Mergeable>(
  draft: Draft.Draft,
  noun: N,
  from: RecordOf<N>,
  into: string,
  type: Fact,
): void => {
  Draft.remove(draft, noun, from, type, { into })
  Draft.create(draft, "alias", "AliasGiven", { formerId: from.id, currentId: into })
}
