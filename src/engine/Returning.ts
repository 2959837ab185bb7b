import * as Effect from "effect/Effect"
import * as Draft from "../domain/Draft.js"
import { reassigned } from "../domain/Fact.js"
import type { Entry, Json } from "../domain/Ledger.js"
import * as Returning from "../domain/merge/Returning.js"
import * as Undoing from "../domain/merge/Undoing.js"
import { type NounName, nounOf } from "../domain/Nouns.js"
import * as References from "../domain/References.js"
import type { Row, Storage } from "../ports/Storage.js"
import type { StorageFailure } from "../ports/StorageError.js"
import * as Aliases from "./Aliases.js"

/** A record that came back while one whom it names was merged away, and what it names once that is undone. */
interface Returned {
  readonly noun: NounName
  readonly record: Row
  readonly patch: Row
  readonly from: string
}

const prefixOf = (id: string): string => id.slice(0, id.lastIndexOf("_"))

/**
 * What undoing a merge has to give back beside what the merge moved: records that were gone when it came, and came back
 * naming the one that stays.
 */
export const returned = (
  storage: Storage,
  workspace: string,
  act: ReadonlyArray<Entry>,
): Effect.Effect<ReadonlyArray<Returned>, StorageFailure> =>
  Effect.gen(function* () {
    const [from, into] = [Undoing.goings(act)[0]?.subject.id, Undoing.survivor(act)?.subject.id]
    if (from === undefined || into === undefined) return []
    const removedNaming = [from, ...(yield* Aliases.formersOf(storage, workspace, from))]
    const moved = new Set(act.map(({ subject }) => subject.id))
    const named = yield* storage.entries(workspace, { removedNaming })
    const ids = [...new Set(named.map(({ subject }) => subject.id))].filter((id) => !moved.has(id))
    const histories = ids.length === 0 ? [] : yield* storage.entries(workspace, { subjects: ids })
    const found: Array<Returned> = []
    for (const id of ids) {
      const noun = nounOf(id)
      const [record] = noun === undefined ? [] : yield* storage.get(workspace, noun, [id])
      if (noun === undefined || record === undefined) continue
      const history = histories.filter(({ subject }) => subject.id === id)
      const patch: { [field: string]: Json } = {}
      for (const naming of References.namings(noun)) {
        const { field, isGiven, prefixes } = naming
        if (isGiven || !prefixes.includes(prefixOf(from)) || !References.by(naming, record).includes(into)) continue
        const given = References.by(naming, { [field]: Returning.given(history, field) })
        const stand: ReadonlyMap<string, string> = yield* Aliases.currentsOf(storage, workspace, given, new Set([from]))
        const now = given.map((one) => stand.get(one) ?? one)
        if (now.includes(from)) patch[field] = Returning.parted(record[field] ?? null, from, into, now.includes(into))
      }
      if (Object.keys(patch).length > 0) found.push({ noun, record, patch, from: into })
    }
    return found
  })

/** Writes that they name again whom they named. */
export const give = (draft: Draft.Draft, all: ReadonlyArray<Returned>): void => {
  for (const { from, noun, patch, record } of all)
    Draft.amend(draft, noun, record, reassigned(noun), patch, { reassignedFrom: from })
}
