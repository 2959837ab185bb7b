import type { ChangeSet, Rest, Whole } from "./ChangeSet.js"
import type { Draft } from "./Draft.js"
import type { NounName } from "./Nouns.js"

// What a decision rests on and does not write. Two commands that write nothing in common may still each decide on what the
// other writes; of those one rests on a record that the other writes, and is decided again where that landed first.

/** The records that a decision rests on as they were, by id, and sets of them. */
export interface Basis {
  readonly rests: Map<string, Rest>
  readonly wholes: Array<Whole>
}

/** What is decided rests on a record as it is: whoever changes it meanwhile has it decided again. */
export const rest = (
  draft: Draft,
  noun: NounName,
  { id, version }: { readonly id: string; readonly version: number },
): void => {
  draft.basis.rests.set(id, { noun, id, version })
}

/** What is decided rests on the records of a set at some kinds being these, as they are, and no others. */
export const whole = (
  draft: Draft,
  set: Pick<Whole, "noun" | "field">,
  of: string,
  kinds: ReadonlyArray<string>,
  all: ReadonlyArray<{ readonly id: string; readonly version: number; readonly kind: string }>,
): void => {
  const known = all.filter(({ kind }) => kinds.includes(kind))
  for (const one of known) rest(draft, set.noun, one)
  draft.basis.wholes.push({ ...set, of, kinds, ids: known.map(({ id }) => id) })
}

/** The same beside the draft's own records, whose versions are looked at anyway, and which are known in every set. */
export const beside = ({ basis, records }: Draft): Pick<ChangeSet, "rests" | "wholes"> => ({
  rests: [...basis.rests.values()].filter(({ id }) => !records.has(id)),
  wholes: basis.wholes.map((whole) => ({
    ...whole,
    ids: [
      ...new Set([...whole.ids, ...[...records.values()].flatMap(({ id, noun }) => (noun === whole.noun ? [id] : []))]),
    ],
  })),
})
