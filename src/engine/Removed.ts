import * as Effect from "effect/Effect"
import type { Entry, Json } from "../domain/Ledger.js"
import { type NounName, nounOf } from "../domain/Nouns.js"
import type { StorageFailure } from "../ports/StorageError.js"
import * as Aliases from "./Aliases.js"
import type { Engine } from "./Engine.js"

/** What is no more, as a mistake that was corrected or with an import that was taken back: the ledger alone tells of it. */
export interface Removed {
  readonly ids: ReadonlyArray<string>
  readonly entries: ReadonlyArray<Entry>
  /** What the documents among it were kept under. */
  readonly blobs: ReadonlyArray<string>
}

type Fields = { readonly [field: string]: Json }

/** Every text that a field of the subject ever had. */
const was = (entries: ReadonlyArray<Entry>, field: string): ReadonlyArray<string> =>
  entries.flatMap(({ patch }) => {
    const value = (patch as Fields | null)?.[field]
    return typeof value === "string" ? [value] : []
  })

/**
 * What told of a person while it was there: it named one of the person's records, or something that did. `isOwned` says
 * of which nouns the records are the person's, so that what named them told of the person, too.
 */
export const about = (
  { storage }: Engine,
  workspace: string,
  person: ReadonlySet<string>,
  records: ReadonlyArray<string>,
  isOwned: (noun: NounName) => boolean,
): Effect.Effect<Removed, StorageFailure> =>
  Effect.gen(function* () {
    const seen = new Set([...person, ...records])
    const found = { ids: [] as Array<string>, entries: [] as Array<Entry>, blobs: [] as Array<string> }
    const owned = (id: string) => {
      const noun = nounOf(id)
      return noun !== undefined && isOwned(noun)
    }
    let next: ReadonlyArray<string> = [...seen].filter(owned)
    while (next.length > 0) {
      const naming = yield* storage.entries(workspace, { removedNaming: next })
      const ids = [...new Set(naming.map(({ subject }) => subject.id))].filter((id) => !seen.has(id))
      // Who was merged away is no more as whoever their id stands for.
      const merged = yield* Aliases.currentsOf(storage, workspace, ids)
      const bySubject = new Map<string, Array<Entry>>(ids.flatMap((id) => (merged.has(id) ? [] : [[id, []]])))
      for (const entry of yield* storage.entries(workspace, { subjects: ids }))
        bySubject.get(entry.subject.id)?.push(entry)
      const fresh: Array<string> = []
      for (const [id, entries] of bySubject) {
        seen.add(id)
        // What names one of this person's records may be another's.
        if (nounOf(id) === "opening" || was(entries, "candidateId").some((one) => !person.has(one))) continue
        found.ids.push(id)
        found.entries.push(...entries)
        found.blobs.push(...was(entries, "blobKey"))
        if (owned(id)) fresh.push(id)
      }
      next = fresh
    }
    return found
  })
