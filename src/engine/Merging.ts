import * as Effect from "effect/Effect"
import * as Either from "effect/Either"
import type { Candidate } from "../domain/candidate/Candidate.js"
import type { Client } from "../domain/client/Client.js"
import type { Contact } from "../domain/client/Contact.js"
import type { Context } from "../domain/Context.js"
import * as Decode from "../domain/Decode.js"
import type { Decision } from "../domain/Decision.js"
import * as Draft from "../domain/Draft.js"
import * as Input from "../domain/Input.js"
import type { Json } from "../domain/Ledger.js"
import type { Mergeable } from "../domain/merge/Aliasing.js"
import * as Candidates from "../domain/merge/Candidates.js"
import * as Clients from "../domain/merge/Clients.js"
import * as Contacts from "../domain/merge/Contacts.js"
import { type ContactPreview, Merge, type Preview, type Seen } from "../domain/merge/Merge.js"
import * as Pair from "../domain/merge/Pair.js"
import type * as Plan from "../domain/Plan.js"
import { Conflict, type CorruptRecord, NotFound, type Refusal } from "../domain/Refusal.js"
import type { Lock } from "../ports/Storage.js"
import type { StorageFailure } from "../ports/StorageError.js"
import * as Aliases from "./Aliases.js"
import * as Decoding from "./Decoding.js"
import * as Engine from "./Engine.js"
import * as Options from "./Options.js"
import { referring } from "./Referring.js"
import { Session } from "./Session.js"

type Asked = typeof Merge.Encoded

export type Run<A> = (
  id: string,
  input: Asked,
  options?: Options.Options,
) => Effect.Effect<A, Engine.CommandError, Session>

/** How records of a noun become one. */
interface Definition<N extends Mergeable, A, P extends Seen, L extends Pair.Pair<N>> {
  readonly noun: N
  readonly namespace: string
  readonly choosable: ReadonlyArray<string>
  readonly load: (
    engine: Engine.Engine,
    workspace: string,
    pair: Pair.Pair<N>,
  ) => Effect.Effect<L, StorageFailure | CorruptRecord>
  readonly stranger: (loaded: L, input: Merge) => NotFound | null
  readonly preview: (loaded: L, input: Merge, at: string) => P
  readonly decide: (loaded: L, input: Merge, context: Context) => Decision<A>
}

/** What a merge of candidates made. */
export interface Candidacy {
  readonly candidate: Candidate
  readonly preview: Preview
}

const candidates: Definition<"candidate", Candidacy, Preview, Candidates.Loaded> = {
  noun: "candidate",
  namespace: "candidates",
  choosable: Candidates.choosable,
  load: ({ storage }, workspace, pair) =>
    Effect.gen(function* () {
      const { plan } = Candidates
      const given = { both: [pair.into.id, pair.from.id] }
      const rows = yield* Engine.decodeRows(plan, yield* storage.load({ workspace, plan, given, idempotencyKey: null }))
      return { ...pair, found: rows as Plan.Loaded<typeof plan> }
    }),
  stranger: Candidates.stranger,
  preview: Candidates.preview,
  decide: Candidates.decide,
}

/** What needs nothing but the pair itself. */
const simply = {
  load: <N extends Mergeable>(_engine: Engine.Engine, _workspace: string, pair: Pair.Pair<N>) => Effect.succeed(pair),
  stranger: Pair.stranger,
}

const clients: Definition<"client", { readonly client: Client; readonly preview: Preview }, Preview, Clients.Loaded> = {
  ...simply,
  noun: "client",
  namespace: "clients",
  ...Clients,
}

const contacts: Definition<
  "contact",
  { readonly contact: Contact; readonly preview: ContactPreview },
  ContactPreview,
  Contacts.Loaded
> = { ...simply, noun: "contact", namespace: "clients.contacts", ...Contacts }

const decode = Decoding.of(Merge)

const merging = <N extends Mergeable, A, P extends Seen, L extends Pair.Pair<N>>(
  engine: Engine.Engine,
  definition: Definition<N, A, P, L>,
) => {
  const { noun, namespace, choosable } = definition
  const { storage } = engine

  const checked = (name: string, id: string, raw: Asked): Either.Either<Merge, Refusal> => {
    if (!Input.isRef(id)) return Either.left(Decoding.wrong(name, null, ["id"], "is no id"))
    return Either.flatMap(decode(raw, name, id), (input) => {
      const wrong = input.choose?.fields?.findIndex((field) => !choosable.includes(field)) ?? -1
      return wrong === -1
        ? Either.right(input)
        : Either.left(Decoding.wrong(name, id, ["choose", "fields", wrong], `is none of ${choosable.join(", ")}`))
    })
  }

  /** The record of an id or of what stands for it. */
  const one = (workspace: string, id: string, field: string) =>
    Effect.gen(function* () {
      const current = (yield* Aliases.currentOf(storage, workspace, id)) ?? id
      const [row] = yield* storage.get(workspace, noun, [current])
      if (row === undefined) return yield* new NotFound({ noun, id, field })
      return yield* Decode.record(noun, row)
    })

  const load = <E>(
    name: string,
    workspace: string,
    id: string,
    input: Merge,
    lock: (...of: Parameters<Lock>) => Effect.Effect<void, E>,
  ) =>
    Effect.gen(function* () {
      yield* lock(workspace, [(yield* Aliases.currentOf(storage, workspace, id)) ?? id])
      const from = yield* one(workspace, id, "id")
      const into = yield* one(workspace, input.into, "into")
      if (from.id === into.id) return yield* Decoding.wrong(name, id, ["into"], "is the same record")
      const referrers = yield* referring(engine, workspace, from.id)
      const loaded = yield* definition.load(engine, workspace, { into, from, referrers })
      const stranger = definition.stranger(loaded, input)
      if (stranger !== null) return yield* stranger
      return { loaded, version: from.version }
    })

  const preview = (id: string, raw: Asked): Effect.Effect<P, Refusal | CorruptRecord | StorageFailure, Session> =>
    Effect.gen(function* () {
      const name = `${namespace}.previewMerge`
      const input = yield* checked(name, id, raw)
      const { workspace } = yield* Session
      const { loaded } = yield* load(name, workspace, id, input, () => Effect.void)
      return definition.preview(loaded, input, new Date(yield* engine.now).toISOString())
    })

  const merge: Run<A> = (id, raw, rawOptions) => {
    const name = `${namespace}.merge`
    return Effect.gen(function* () {
      const input = yield* checked(name, id, raw)
      const session = yield* Session
      const { workspace } = session
      const now = yield* engine.now
      const options = yield* Options.resolve(rawOptions, new Date(now).toISOString(), name, id)
      const context = Engine.contextOf(engine, session, name, now, options)
      const keyed = { name, input: [id, raw], options }
      const once = storage.locking((lock) =>
        Effect.gen(function* () {
          const done = yield* Engine.remembered(engine, { workspace, ...keyed })
          if (done !== null) return done as A
          const { loaded, version } = yield* load(name, workspace, id, input, lock)
          const { expectedVersion } = options
          if (expectedVersion !== null && expectedVersion !== version)
            return yield* new Conflict({ id, expected: expectedVersion, actual: version })
          const { draft, result } = yield* definition.decide(loaded, input, context)
          yield* storage.commit(Draft.changeSet(draft, Engine.toRemember({ ...keyed, result: result as Json })))
          return result
        }),
      )
      return yield* Engine.retrying(id, once)
    }).pipe(Effect.withSpan(`matchloop.${name}`, { captureStackTrace: false }))
  }

  return { preview, merge }
}

/** Makes one of two candidates, for good or, with `unmerge`, until it turns out that they were two. */
export const candidate = (engine: Engine.Engine) => merging(engine, candidates)

/** Makes one of two clients. */
export const client = (engine: Engine.Engine) => merging(engine, clients)

/** Makes one of two contacts of a client. */
export const contact = (engine: Engine.Engine) => merging(engine, contacts)
