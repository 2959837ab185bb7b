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

/** The positions on which the acts did something: who else is on them decides, too. */
const positions = (storage: Storage, workspace: string, acts: ReadonlyArray<Entry>) =>
  Effect.gen(function* () {
    const found = new Set<string>()
    for (const noun of ["submission", "opening", "placement"] as const) {
      const ids = [...new Set(acts.flatMap(({ subject }) => (subject.type === noun ? [subject.id] : [])))]
      // Which position it is of, no record ever changes: what is no more tells it by its first entry.
      const rows = ids.length === 0 ? [] : yield* storage.entries(workspace, { subjects: ids })
      for (const { patch } of rows) if (typeof patch?.positionId === "string") found.add(patch.positionId)
    }
    return [...found]
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
  Effect.flatMap(
    Effect.all([linked(storage, workspace, acts), positions(storage, workspace, acts)]),
    ([candidates, around]) =>
      lock(workspace, [...new Set([...acts.map(({ subject }) => subject.id), ...candidates, ...around])]),
  )
