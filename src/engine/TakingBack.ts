import * as Effect from "effect/Effect"
import * as Either from "effect/Either"
import type { ChangeSet } from "../domain/ChangeSet.js"
import * as Correction from "../domain/Correction.js"
import * as Draft from "../domain/Draft.js"
import type { Entry } from "../domain/Ledger.js"
import { type NounName, nounOf } from "../domain/Nouns.js"
import type { CorruptRecord, IdempotencyKeyReused, Refusal } from "../domain/Refusal.js"
import type { Lock, Row } from "../ports/Storage.js"
import type { StorageFailure } from "../ports/StorageError.js"
import { correct } from "./Correcting.js"
import * as Engine from "./Engine.js"
import { hold } from "./Holding.js"
import * as Options from "./Options.js"
import { builtUpon, resting, type Taken } from "./Resting.js"
import { Session } from "./Session.js"
import type { Landed } from "./Tracking.js"

/** What became of a row. One that was taken back before counts as done. */
export interface TakenBack {
  readonly row: Landed
  readonly done: Either.Either<null, Refusal | CorruptRecord>
}

/** A row with everything that taking it back rests on. */
interface Loaded extends Correction.Loaded {
  readonly row: Landed
}

const failing = new Set(["ConnectionLost", "StorageTimeout", "StorageFault", "StorageFull", "IdempotencyKeyReused"])

/** Whether it is the storage that failed, and not one of the rows. */
const isFailure = (error: Engine.CommandError): error is StorageFailure | IdempotencyKeyReused =>
  failing.has(error._tag)

const isCorrected = (refusal: Refusal | CorruptRecord): boolean =>
  refusal._tag === "CorrectionRefused" && refusal.because === "corrected"

const settled = (refusal: Refusal | CorruptRecord): TakenBack["done"] =>
  isCorrected(refusal) ? Either.right(null) : Either.left(refusal)

const groupBy = <A>(all: Iterable<A>, key: (one: A) => string): ReadonlyMap<string, ReadonlyArray<A>> => {
  const found = new Map<string, Array<A>>()
  for (const one of all) {
    const group = found.get(key(one))
    if (group === undefined) found.set(key(one), [one])
    else group.push(one)
  }
  return found
}

const none: ReadonlyArray<never> = []

/** Everything that taking some rows back rests on, in a handful of reads. */
const load = <E>(
  engine: Engine.Engine,
  workspace: string,
  rows: ReadonlyArray<Landed>,
  lock: (...of: Parameters<Lock>) => Effect.Effect<void, E>,
) =>
  Effect.gen(function* () {
    const { storage } = engine
    const ids = rows.map(([, id]) => id)
    const made = new Map<string, Entry>()
    for (const entry of yield* storage.entries(workspace, { subjects: ids }))
      if (!made.has(entry.subject.id)) made.set(entry.subject.id, entry)
    const acts = groupBy(
      yield* storage.entries(workspace, { act: [...new Set([...made.values()].map(({ act }) => act))] }),
      ({ act }) => act,
    )
    const written = [...acts.values()].flat()
    yield* hold(storage, workspace, written, lock)
    const subjects = new Set(written.map(({ subject }) => subject.id))
    const histories = groupBy(
      yield* storage.entries(workspace, { subjects: [...subjects] }),
      ({ subject }) => subject.id,
    )
    const records = new Map<string, Row>()
    for (const [noun, some] of groupBy(subjects, (id) => nounOf(id) ?? ""))
      for (const row of yield* storage.get(workspace, noun as NounName, some)) records.set(String(row.id), row)
    return rows.flatMap((row): ReadonlyArray<Loaded> => {
      const entry = made.get(row[1])
      if (entry === undefined) return []
      const act = acts.get(entry.act) ?? none
      const own = [...new Set(act.map(({ subject }) => subject.id))]
      const here = <A>(all: ReadonlyMap<string, A>) =>
        new Map(own.flatMap((id) => [all.get(id)].flatMap((one) => (one === undefined ? [] : [[id, one] as const]))))
      return [
        {
          row,
          entry,
          act,
          // What an import made goes: nothing comes back that could name somebody.
          currents: new Map(),
          histories: here(histories),
          records: here(records),
        },
      ]
    })
  })

/** The first rows of which none touches what another does: what one leaves, no other has to look at. */
const apart = (rows: ReadonlyArray<Loaded>): number => {
  const touched = new Set<string>()
  const at = rows.findIndex(({ act }) => {
    const own = new Set(act.map(({ subject }) => subject.id))
    const meets = [...own].some((id) => touched.has(id))
    for (const id of own) touched.add(id)
    return meets
  })
  return at === -1 ? rows.length : at
}

const joined = (all: ReadonlyArray<ChangeSet>, first: ChangeSet): ChangeSet => ({
  ...first,
  records: all.flatMap(({ records }) => records),
  named: all.flatMap(({ named }) => named),
  rests: all.flatMap(({ rests }) => rests),
  wholes: all.flatMap(({ wholes }) => wholes),
  entries: all.flatMap(({ entries }) => entries),
  visitsClosed: all.flatMap(({ visitsClosed }) => visitsClosed),
  visitsOpened: all.flatMap(({ visitsOpened }) => visitsOpened),
  visitsRewritten: all.flatMap(({ visitsRewritten }) => visitsRewritten),
  linksAdded: all.flatMap(({ linksAdded }) => linksAdded),
  linksRemoved: all.flatMap(({ linksRemoved }) => linksRemoved),
  keysDropped: all.flatMap(({ keysDropped }) => keysDropped),
  keysAdded: all.flatMap(({ keysAdded }) => keysAdded),
})

/** Takes back what rows of an import made: each by a correction of its own, as `ledger.correct` would, in few commits. */
export const takingBack = (engine: Engine.Engine, name: string) => {
  const { storage } = engine
  const alone = correct(engine)

  const context = (session: Session, now: number) =>
    Effect.map(Options.resolve(undefined, new Date(now).toISOString(), "ledger.correct", null), (options) =>
      Engine.contextOf(engine, session, "ledger.correct", now, options),
    )

  /** Takes back some rows in one commit; answers for as many as could go together. */
  const some = (session: Session, rows: ReadonlyArray<Landed>, reason: string, lock: Lock) =>
    Effect.gen(function* () {
      const { workspace } = session
      const loaded = yield* load(engine, workspace, rows, lock)
      const together = loaded.slice(0, apart(loaded))
      const now = yield* engine.now
      const decided: Array<{ readonly of: Loaded; readonly draft: Draft.Draft; readonly taken: Taken }> = []
      const answers = new Map<Landed, TakenBack["done"]>()
      for (const one of together) {
        const decision = Correction.correct(one, reason, yield* context(session, now))
        if (Either.isLeft(decision)) answers.set(one.row, settled(decision.left))
        else {
          const { draft, result } = decision.right
          decided.push({ of: one, draft, taken: { correction: result, before: one.records } })
        }
      }
      const holdersOf = yield* resting(
        engine,
        workspace,
        decided.map(({ taken }) => taken),
      )
      const changes: Array<ChangeSet> = []
      for (const { draft, of, taken } of decided) {
        const holders = holdersOf(taken)
        if (Either.isLeft(holders)) answers.set(of.row, Either.left(holders.left))
        else if (holders.right.length > 0)
          answers.set(of.row, Either.left(yield* builtUpon(engine, workspace, of.entry.id, holders.right)))
        else {
          changes.push(Draft.changeSet(draft, null))
          answers.set(of.row, Either.right(null))
        }
      }
      const [first] = changes
      if (first !== undefined) yield* storage.commit(joined(changes, first))
      return {
        done: together.flatMap(({ row }): ReadonlyArray<TakenBack> => {
          const done = answers.get(row)
          return done === undefined ? [] : [{ row, done }]
        }),
        rest: loaded.slice(together.length).map(({ row }) => row),
      }
    })

  /** Takes back one row: where several together cannot be read, or others keep writing to them. */
  const one = (workspace: string, row: Landed, reason: string) =>
    Effect.gen(function* () {
      const [loaded] = yield* load(engine, workspace, [row], () => Effect.void)
      if (loaded === undefined) return []
      const done = (answer: TakenBack["done"]): ReadonlyArray<TakenBack> => [{ row, done: answer }]
      return yield* Effect.matchEffect(alone(loaded.entry.id, { reason }), {
        onSuccess: () => Effect.succeed(done(Either.right(null))),
        onFailure: (error) => (isFailure(error) ? Effect.fail(error) : Effect.succeed(done(settled(error)))),
      })
    })

  return (
    rows: ReadonlyArray<Landed>,
    reason: string,
  ): Effect.Effect<ReadonlyArray<TakenBack>, Engine.CommandError, Session> =>
    Effect.gen(function* () {
      const session = yield* Session
      const found: Array<TakenBack> = []
      for (let left = rows; left.length > 0; ) {
        const batch = left
        const once = Engine.retrying(
          name,
          storage.locking((lock) => some(session, batch, reason, lock)),
        )
        const { done, rest } = yield* Effect.catchIf(
          once,
          (error) => !isFailure(error),
          () =>
            Effect.map(
              Effect.forEach(batch, (row) => one(session.workspace, row, reason)),
              (each) => ({ done: each.flat(), rest: [] as ReadonlyArray<Landed> }),
            ),
        )
        found.push(...done)
        left = rest
      }
      return found
    })
}
