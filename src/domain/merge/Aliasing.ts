import * as Draft from "../Draft.js"
import type { Fact } from "../Fact.js"
import type { NounName, RecordOf } from "../Nouns.js"

/** What a merge of records of a noun is told as, on both of them. */
export const merges = {
  candidate: "CandidatesMerged",
  client: "ClientsMerged",
  contact: "ContactsMerged",
} as const satisfies { readonly [N in NounName]?: Fact }

/** The nouns whose records can be merged. */
export type Mergeable = keyof typeof merges

export const isMergeable = (noun: NounName | undefined): noun is Mergeable =>
  noun !== undefined && Object.hasOwn(merges, noun)

/** Takes the record away that goes, and lets its id stand for the one that stays. */
export const take = <N extends Mergeable>(draft: Draft.Draft, noun: N, from: RecordOf<N>, into: string): void => {
  Draft.remove(draft, noun, from, merges[noun], { into })
  Draft.create(draft, "alias", "AliasGiven", { formerId: from.id, currentId: into })
}
