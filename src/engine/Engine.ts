import { createHash } from "node:crypto"
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import * as Either from "effect/Either"
import type * as Command from "../domain/Command.js"
import type { ChangeSet } from "../domain/ChangeSet.js"
import type { Context } from "../domain/Context.js"
import type { Decision } from "../domain/Decision.js"
import * as Decode from "../domain/Decode.js"
import * as Draft from "../domain/Draft.js"
import { isRef } from "../domain/Input.js"
import type { Json } from "../domain/Ledger.js"
import type { NounName } from "../domain/Nouns.js"
import type * as Plan from "../domain/Plan.js"
import { Conflict, type CorruptRecord, IdempotencyKeyReused, NotFound, type Refusal } from "../domain/Refusal.js"
import * as Settings from "../domain/Settings.js"
import { answered } from "../ports/BlobStore.js"
import * as IdSource from "../ports/IdSource.js"
import type { Loaded, Storage } from "../ports/Storage.js"
import type { StaleWrite, StorageFailure } from "../ports/StorageError.js"
import * as Aliases from "./Aliases.js"
import type { Config } from "./Config.js"
import * as Decoding from "./Decoding.js"
import * as Options from "./Options.js"
import { searchable, withSearched } from "./Searchable.js"
import { Session } from "./Session.js"

/** What any command can fail with. */
export type CommandError = Refusal | CorruptRecord | IdempotencyKeyReused | StorageFailure

export interface Engine {
  readonly storage: Storage
  readonly config: Config
  /** Milliseconds since 1970. */
  readonly now: Effect.Effect<number>
}

export const make = (storage: Storage, config: Config): Engine => ({
  storage: searchable(storage, config),
  config,
  now: config.now === undefined ? Clock.currentTimeMillis : Effect.sync(config.now),
})

const digest = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex")

/** The policies of a workspace. */
export const settingsOf = ({ settings }: Config, workspace: string): Settings.Settings =>
  Settings.of(typeof settings === "function" ? settings(workspace) : settings)

/** How often a command is decided again when what it rests on has moved. */
const tries = 8

/** A command as the engine runs it, whatever it is on. */
interface Task<A> {
  readonly name: string
  readonly subject: { readonly noun: NounName; readonly id: string } | null
  readonly plan: Plan.Plan
  readonly given: Plan.Given
  readonly input: unknown
  readonly decide: (loaded: Plan.Loaded<Plan.Plan>, context: Context) => Decision<A>
  /** The same with one id in place of another, wherever it stands. */
  readonly renamed: (from: string, into: string) => Task<A>
}

/** The context of one run of a command. */
export const contextOf = (
  engine: Engine,
  session: Session,
  name: string,
  now: number,
  options: Options.Resolved,
): Context => ({
  workspace: session.workspace,
  actor: session.actor,
  now: new Date(now).toISOString(),
  at: options.at,
  backdated: options.backdated,
  seed: (engine.config.ids ?? IdSource.random).seed(now),
  settings: settingsOf(engine.config, session.workspace),
  stages: engine.config.pipelines ?? {},
  digest,
  command: name,
})

const fingerprint = (input: unknown): string =>
  digest(
    new TextEncoder().encode(
      JSON.stringify(input, (_key, value: unknown) => (value instanceof Uint8Array ? digest(value) : value)) ?? "",
    ),
  )

export const decodeRows = (plan: Plan.Plan, loaded: Loaded): Either.Either<Plan.Loaded<Plan.Plan>, CorruptRecord> => {
  const records: { [step: string]: ReadonlyArray<never> } = {}
  for (const step of Object.keys(plan)) {
    const rows = loaded.rows[step] ?? []
    const noun = plan[step]?.noun
    if (noun === undefined) continue
    for (const row of rows) {
      const record = Decode.record(noun, row)
      if (Either.isLeft(record)) return Either.left(record.left)
    }
    records[step] = rows as ReadonlyArray<never>
  }
  return Either.right(records)
}

/** The subject of a command, there and at the version that was expected. */
const checkSubject = (
  task: Task<unknown>,
  records: Plan.Loaded<Plan.Plan>,
  expectedVersion: number | null,
): NotFound | Conflict | null => {
  if (task.subject === null) return null
  const { noun, id } = task.subject
  const subject = records.subject?.[0]
  if (subject === undefined) return new NotFound({ noun, id, field: "id" })
  return expectedVersion !== null && expectedVersion !== subject.version
    ? new Conflict({ id, expected: expectedVersion, actual: subject.version })
    : null
}

/** Takes the blobs out of a ChangeSet into the host's store, if it brought one. */
export const keepBlobs = (engine: Engine, changes: ChangeSet): Effect.Effect<ChangeSet, StorageFailure> => {
  const { blobs } = engine.config
  return blobs === undefined || changes.blobs.length === 0
    ? Effect.succeed(changes)
    : Effect.zipRight(
        Effect.forEach(
          changes.blobs,
          ({ key, bytes }) => answered("blobs.put", () => blobs.put(changes.workspace, key, bytes)),
          { discard: true },
        ),
        Effect.map(withSearched(engine.storage, engine.config)(changes), (whole) => ({ ...whole, blobs: [] })),
      )
}

/** A command that may carry an idempotency key. */
interface Keyed {
  readonly name: string
  readonly input: unknown
  readonly options: Options.Resolved
}

/** What a commit remembers under the command's key, if it has one. */
export const toRemember = ({
  name,
  input,
  options,
  result,
}: Keyed & { readonly result: Json }): ChangeSet["idempotency"] =>
  options.idempotencyKey === null
    ? null
    : { key: options.idempotencyKey, command: name, fingerprint: fingerprint(input), result }

/** The first result of the command, or a refusal where its key belongs to another. */
const recall = (
  found: Loaded["remembered"],
  { name, input, options }: Keyed,
): Either.Either<Json, IdempotencyKeyReused> | null =>
  found === null || options.idempotencyKey === null
    ? null
    : found.command === name && found.fingerprint === fingerprint(input)
      ? Either.right(found.result)
      : Either.left(new IdempotencyKeyReused({ idempotencyKey: options.idempotencyKey, command: found.command }))

/** The first result of a command that loads in its own way; null where it has not run under its key. */
export const remembered = (
  engine: Engine,
  { workspace, ...keyed }: Keyed & { readonly workspace: string },
): Effect.Effect<Json | null, StorageFailure | IdempotencyKeyReused> =>
  keyed.options.idempotencyKey === null
    ? Effect.succeed(null)
    : Effect.flatMap(
        engine.storage.load({ workspace, plan: {}, given: {}, idempotencyKey: keyed.options.idempotencyKey }),
        (loaded) => recall(loaded.remembered, keyed) ?? Effect.succeed(null),
      )

const attempt = <A>(
  engine: Engine,
  task: Task<A>,
  context: Context,
  options: Options.Resolved,
): Effect.Effect<A, CommandError | StaleWrite> => {
  const { storage } = engine
  const { idempotencyKey } = options
  const keyed = { name: task.name, input: task.input, options }
  const request = { workspace: context.workspace, plan: task.plan, given: task.given, idempotencyKey }
  return storage.unit(
    Effect.flatMap(storage.load(request), (loaded): Effect.Effect<A, CommandError | StaleWrite> => {
      const done = recall(loaded.remembered, keyed)
      if (done !== null) return done as Either.Either<A, IdempotencyKeyReused>
      const records = decodeRows(task.plan, loaded)
      if (Either.isLeft(records)) return Effect.fail(records.left)
      const problem = checkSubject(task, records.right, options.expectedVersion)
      if (problem !== null) return Effect.fail(problem)
      const decision = task.decide(records.right, context)
      if (Either.isLeft(decision)) return Effect.fail(decision.left)
      const { draft, result } = decision.right
      if (draft.entries.length === 0 && idempotencyKey === null) return Effect.succeed(result)
      const changes = Draft.changeSet(draft, toRemember({ ...keyed, result: result as Json }))
      return engine.config.blobs === undefined
        ? Effect.as(storage.commit(changes), result)
        : Effect.flatMap(keepBlobs(engine, changes), (kept) => Effect.as(storage.commit(kept), result))
    }),
  )
}

/** Tries again, from the load, while what was decided rests on a state that has moved. */
export const retrying = <A, E, R>(
  subject: string,
  body: Effect.Effect<A, E | StaleWrite, R>,
): Effect.Effect<A, Exclude<E, StaleWrite> | Conflict, R> => {
  const again = (left: number): Effect.Effect<A, Exclude<E, StaleWrite> | Conflict, R> =>
    Effect.catchAll(body, (error) =>
      isStale(error)
        ? left === 0
          ? Effect.fail(new Conflict({ id: subject, expected: null, actual: null }))
          : Effect.zipRight(Effect.sleep(tries - left), again(left - 1))
        : Effect.fail(error as Exclude<E, StaleWrite>),
    )
  return again(tries)
}

const isStale = (error: unknown): error is StaleWrite =>
  typeof error === "object" && error !== null && "_tag" in error && error._tag === "StaleWrite"

/** Runs a task; what it misses may have been merged into another, which then stands for it. */
const following = <A>(
  engine: Engine,
  task: Task<A>,
  context: Context,
  options: Options.Resolved,
): Effect.Effect<A, CommandError | StaleWrite> =>
  Effect.catchAll(attempt(engine, task, context, options), (error) =>
    error._tag === "NotFound"
      ? Effect.flatMap(Aliases.currentOf(engine.storage, context.workspace, error.id), (current) =>
          current === null ? Effect.fail(error) : following(engine, task.renamed(error.id, current), context, options),
        )
      : Effect.fail(error),
  )

const perform = <A>(engine: Engine, task: Task<A>, rawOptions: unknown): Effect.Effect<A, CommandError, Session> =>
  Effect.flatMap(Session, (session) =>
    Effect.flatMap(engine.now, (now) => {
      const id = task.subject?.id ?? null
      const options = Options.resolve(rawOptions, new Date(now).toISOString(), task.name, id)
      if (Either.isLeft(options)) return Effect.fail(options.left)
      const context = contextOf(engine, session, task.name, now, options.right)
      return retrying(id ?? task.name, following(engine, task, context, options.right))
    }),
  ).pipe(
    Effect.withSpan(`matchloop.${task.name}`, {
      attributes: task.subject === null ? {} : { "matchloop.subject": task.subject.id },
      captureStackTrace: false,
    }),
  )

type Args<E> =
  Record<never, never> extends E ? [input?: E, options?: Options.Options] : [input: E, options?: Options.Options]

export type Run<E, A> = (...args: Args<E>) => Effect.Effect<A, CommandError, Session>
export type RunOn<E, A> = (id: string, ...args: Args<E>) => Effect.Effect<A, CommandError, Session>

/** What is done to an input before its command runs: once, outside of any transaction. */
export type Prepare<I> = (input: I) => Effect.Effect<I, CommandError, Session>

/** A command without a subject as an operation. */
export const command = <I, E, P extends Plan.Plan, A>(
  engine: Engine,
  definition: Command.Command<I, E, P, A>,
  prepare: Prepare<I> = Effect.succeed,
): Run<E, A> => {
  const decode = Decoding.of(definition.input, definition.longest)
  const { name, plan } = definition
  return (...[raw, options]: [input?: E, options?: Options.Options]) => {
    const task = (input: I): Task<A> => ({
      name,
      subject: null,
      plan,
      given: definition.given(input),
      input: [null, raw],
      decide: (loaded, context) => definition.decide(input, loaded as Plan.Loaded<P>, context),
      renamed: (from, into) => task(Aliases.renamed(input, from, into)),
    })
    const input = decode(raw ?? {}, name, null)
    return Effect.flatMap(Effect.flatMap(input, prepare), (ready) => perform(engine, task(ready), options))
  }
}

/** A command on one record as an operation. */
export const commandOn = <N extends NounName, I, E, P extends Plan.Plan, A>(
  engine: Engine,
  definition: Command.SubjectCommand<N, I, E, P, A>,
  prepare: Prepare<I> = Effect.succeed,
): RunOn<E, A> => {
  const decode = Decoding.of(definition.input)
  const { name, plan, noun } = definition
  return (id: string, ...[raw, options]: [input?: E, options?: Options.Options]) => {
    if (!isRef(id)) return Effect.fail(Decoding.wrong(name, null, ["id"], "is no id"))
    const task = (subjectId: string, input: I): Task<A> => ({
      name,
      subject: { noun, id: subjectId },
      plan,
      given: { ...definition.given(input), id: [subjectId] },
      input: [id, raw],
      decide: (loaded, context) =>
        definition.decide(loaded.subject?.[0] as never, input, loaded as Plan.Loaded<P>, context),
      renamed: (from, into) => task(...Aliases.renamed([subjectId, input] as const, from, into)),
    })
    const input = decode(raw ?? {}, name, id)
    return Effect.flatMap(Effect.flatMap(input, prepare), (ready) => perform(engine, task(id, ready), options))
  }
}
