import * as Effect from "effect/Effect"
import type { Entry } from "../domain/Ledger.js"
import type { Lock, Storage } from "../ports/Storage.js"
import type { StorageFailure } from "../ports/StorageError.js"
import * as Aliases from "./Aliases.js"

/** The candidates whom taking the acts back may have contacts linked to again. */
const linked = (storage: Storage, workspace: string, acts: ReadonlyArray<Entry>) =>
  Effect.gen(function* () {
    const contacts = acts.flatMap(({ patch, subject }) =>
      subject.type === "contact" && patch !== null && "candidateId" in patch ? [subject.id] : [],
    )
    const histories = contacts.length === 0 ? [] : yield* storage.entries(workspace, { subjects: contacts })
    const ids = histories.flatMap(({ patch }) => (typeof patch?.candidateId === "string" ? [patch.candidateId] : []))
    return [...ids, ...(yield* Aliases.currentsOf(storage, workspace, ids)).values()]
  })

/**
 * Holds what it rests on whether some acts can be taken back, before it is read. What they wrote is written again or
 * goes: its records and their histories, which are read apart, are of one state, and whoever names what goes is seen or
 * finds it gone. Whom a contact is linked to again is not erased meanwhile. All at once, so that it is in one order.
 */
export const hold = <E>(
  storage: Storage,
  workspace: string,
  acts: ReadonlyArray<Entry>,
  lock: (...of: Parameters<Lock>) => Effect.Effect<void, E>,
): Effect.Effect<void, StorageFailure | E> =>
  Effect.flatMap(linked(storage, workspace, acts), (candidates) =>
    lock(workspace, [...new Set([...acts.map(({ subject }) => subject.id), ...candidates])]),
  )
