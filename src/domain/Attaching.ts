import type { Change } from "./Change.js"
import type { Link, Named } from "./ChangeSet.js"
import type { Draft } from "./Draft.js"
import * as Keeping from "./duplicate/Keeping.js"
import * as Keyed from "./duplicate/Keyed.js"
import type { Json } from "./Ledger.js"
import { nounOf, Nouns } from "./Nouns.js"
import * as References from "./References.js"

type Row = { readonly [field: string]: Json }

const subjectsOf = (row: Row | null): ReadonlyArray<{ readonly type: string; readonly id: string }> =>
  row !== null && Array.isArray(row.subjects) ? (row.subjects as never) : []

/** Who or what a record names from now on. */
export const name = (draft: Draft, { after, before, noun }: Pick<Change, "noun" | "before" | "after">): void => {
  if (after === null) return
  const ids = References.named(noun, after)
  if (ids.length === 0) return
  const known = new Set(before === null ? [] : References.named(noun, before))
  for (const id of ids) {
    const named = known.has(id) ? undefined : nounOf(id)
    if (named !== undefined) draft.named.set(id, { noun: named, id })
  }
}

/** Whom the draft names beside its own records: for an id that it has another stand for, that other. */
export const named = ({ basis, named, records }: Draft): ReadonlyArray<Named> => {
  const former = new Set<Json>()
  for (const { noun, record } of records.values()) if (noun === "alias") former.add(record?.formerId ?? null)
  return [...named.values()].filter(({ id }) => !records.has(id) && !basis.rests.has(id) && !former.has(id))
}

/** Notes and documents are about what they say that they are about. */
export const link = (draft: Draft, change: Pick<Change, "noun" | "id" | "before" | "after">): void => {
  if (!("subjects" in Nouns[change.noun].fields)) return
  const before = subjectsOf(change.before)
  const after = subjectsOf(change.after)
  const as = (subject: { readonly type: string; readonly id: string }): Link => ({
    noun: change.noun,
    id: change.id,
    subjectType: subject.type,
    subjectId: subject.id,
  })
  draft.linksAdded.push(...after.filter((a) => !before.some((b) => b.id === a.id)).map(as))
  draft.linksRemoved.push(...before.filter((b) => !after.some((a) => a.id === b.id)).map(as))
}

/** An id that was merged away keeps its keys: whoever is found by them is who it stands for. */
export const key = (
  draft: Draft,
  { before, after, id, corrects, noun }: Pick<Change, "noun" | "id" | "before" | "after" | "corrects">,
): void => {
  if (!Keyed.isKeyed(noun) || (after === null && corrects === undefined)) return
  const keys = after === null ? [] : Keeping.changed(before, after, draft.context.settings.duplicates.country)
  if (keys === null) return
  draft.keys.set(id, { fresh: before === null && corrects === undefined, keys: Keyed.under(noun, keys) })
}
