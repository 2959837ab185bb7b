import * as Effect from "effect/Effect"
import * as Decode from "../../domain/Decode.js"
import * as Input from "../../domain/Input.js"
import type { RecordOf } from "../../domain/Nouns.js"
import type { Asked } from "../../domain/search/Asked.js"
import * as Saved from "../../domain/search/SavedCommands.js"
import * as Segments from "../../domain/search/SegmentCommands.js"
import type { CorruptRecord, InvalidInput, NotFound } from "../../domain/Refusal.js"
import type { OrderBy } from "../../domain/search/OrderBy.js"
import type { StorageFailure } from "../../ports/StorageError.js"
import type { Searchable } from "../../search/Fields.js"
import * as Decoding from "../Decoding.js"
import { customsOf } from "../Customs.js"
import { command, type CommandError, commandOn, type Engine } from "../Engine.js"
import type { Options } from "../Options.js"
import { reader } from "../Reading.js"
import * as Searching from "../Searching.js"
import { Session } from "../Session.js"
import * as Asking from "./Asking.js"
import * as Everywhere from "./Everywhere.js"
import * as Ordered from "./Ordered.js"
import { hitsOf, orderedHits, survivors } from "./Survivors.js"

type Create<E, N extends "savedSearch" | "segment"> = (
  input: Asking.WithTree<E>,
  options?: Options,
) => Effect.Effect<RecordOf<N>, CommandError, Session>
type Update<E, N extends "savedSearch" | "segment"> = (
  id: string,
  input: Asking.WithTree<E>,
  options?: Options,
) => Effect.Effect<RecordOf<N>, CommandError, Session>

const decodeSaved = Decoding.of(Saved.Create)
const decodeSegment = Decoding.of(Segments.Create)
const decodeSavedUpdate = Decoding.of(Saved.Update)
const decodeSegmentUpdate = Decoding.of(Segments.Update)

/** What an update asks for; null where it leaves the query and what is frozen as they are. */
const askAgain = (
  engine: Engine,
  name: string,
  noun: "savedSearch" | "segment",
  id: string,
  tree: unknown,
  input: Pick<typeof Saved.Update.Type, "query" | "nouns" | "freeze">,
): Effect.Effect<Asked | null, CommandError, Session> =>
  Effect.gen(function* () {
    if (input.query === undefined && input.nouns === undefined && input.freeze === undefined) return null
    const { workspace } = yield* Session
    const [row] = yield* engine.storage.get(workspace, noun, [id])
    if (row === undefined) return null
    const record: RecordOf<"savedSearch"> | RecordOf<"segment"> = yield* Decode.record(noun, row)
    return yield* Asking.ask(engine, name, {
      query: tree ?? input.query ?? record.query,
      text: input.query ?? record.text,
      nouns: input.nouns ?? record.nouns,
      freeze: input.freeze ?? false,
      subject: id,
      version: record.version,
    })
  })

/** Refuses an order that none of the nouns has. */
const orderable = (
  engine: Engine,
  command: string,
  subject: string | null,
  nouns: ReadonlyArray<Searchable>,
  order: OrderBy | null,
): Effect.Effect<unknown, InvalidInput | StorageFailure, Session> =>
  order === null
    ? Effect.void
    : Effect.gen(function* () {
        const { workspace } = yield* Session
        const customs = yield* customsOf(engine, workspace, null, order)
        return yield* Ordered.keysOf({ nouns, order, customs, command, subject })
      })

export const createSaved =
  (engine: Engine): Create<typeof Saved.Create.Encoded, "savedSearch"> =>
  (raw, options) =>
    Effect.gen(function* () {
      const name = "search.saved.create"
      const { input, tree } = yield* Asking.textual(raw, name, null)
      const { freeze, nouns, order, query: text } = yield* decodeSaved(input, name, null)
      yield* orderable(engine, name, null, nouns, order)
      const request = { query: tree ?? text, text, nouns, freeze, subject: null, version: null }
      const asked = yield* Asking.ask(engine, name, request)
      return yield* command(engine, Saved.create(asked))(input as typeof Saved.Create.Encoded, options)
    })

export const updateSaved =
  (engine: Engine): Update<typeof Saved.Update.Encoded, "savedSearch"> =>
  (id, raw, options) =>
    Effect.gen(function* () {
      const name = "search.saved.update"
      if (!Input.isRef(id)) return yield* Decoding.wrong(name, null, ["id"], "is no id")
      const { input, tree } = yield* Asking.textual(raw, name, id)
      const wanted = yield* decodeSavedUpdate(input ?? {}, name, id)
      if (wanted.order !== undefined || wanted.nouns !== undefined) {
        const { nouns, orderBy } = yield* reader(engine, "search.saved", "savedSearch").get(id)
        const order = wanted.order === undefined ? orderBy : wanted.order
        yield* orderable(engine, name, id, wanted.nouns ?? nouns, order)
      }
      const asked = yield* askAgain(engine, name, "savedSearch", id, tree, wanted)
      return yield* commandOn(engine, Saved.update(asked))(id, input as typeof Saved.Update.Encoded, options)
    })

export const createSegment =
  (engine: Engine): Create<typeof Segments.Create.Encoded, "segment"> =>
  (raw, options) =>
    Effect.gen(function* () {
      const name = "search.segments.create"
      const { input, tree } = yield* Asking.textual(raw, name, null)
      const { freeze, nouns, query: text } = yield* decodeSegment(input, name, null)
      const request = { query: tree ?? text, text, nouns, freeze, subject: null, version: null }
      const asked = yield* Asking.ask(engine, name, request)
      return yield* command(engine, Segments.create(asked))(input as typeof Segments.Create.Encoded, options)
    })

export const updateSegment =
  (engine: Engine): Update<typeof Segments.Update.Encoded, "segment"> =>
  (id, raw, options) =>
    Effect.gen(function* () {
      const name = "search.segments.update"
      if (!Input.isRef(id)) return yield* Decoding.wrong(name, null, ["id"], "is no id")
      const { input, tree } = yield* Asking.textual(raw, name, id)
      const wanted = yield* decodeSegmentUpdate(input ?? {}, name, id)
      const asked = yield* askAgain(engine, name, "segment", id, tree, wanted)
      return yield* commandOn(engine, Segments.update(asked))(id, input as typeof Segments.Update.Encoded, options)
    })

export type RunSaved = (
  id: string,
  options?: Searching.SearchOptions,
) => Effect.Effect<Everywhere.NamedResults, NotFound | InvalidInput | CorruptRecord | StorageFailure, Session>

const frozenPattern = /^frozen\.(\d{1,5})$/

/**
 * What a saved search finds: now, or then where it is frozen. Of what was frozen, the merged show as who stands for
 * them, once; the erased do not show. The warnings are those of the text that is kept.
 */
export const run =
  (engine: Engine): RunSaved =>
  (id, rawOptions) =>
    Effect.gen(function* () {
      const name = "search.saved.run"
      const subject = Input.isRef(id) ? id : null
      const options = yield* Searching.decodePaging(rawOptions ?? {}, name, subject)
      const { after = null, limit = 20 } = options
      const { workspace } = yield* Session
      const saved = yield* reader(engine, "search.saved", "savedSearch").get(id)
      const order = options.order === undefined ? saved.orderBy : options.order
      const query = yield* Asking.stored("savedSearch", saved)
      const warnings = yield* Asking.warningsOf(engine, workspace, saved)
      if (saved.frozen === null) {
        const customs = yield* customsOf(engine, workspace, null, order)
        const page = { after, limit, order, customs }
        return { ...(yield* Everywhere.page(engine, query, saved.nouns, page, name, id)), warnings }
      }
      if (order !== null) {
        const ids = yield* survivors(engine, workspace, saved.frozen)
        const by = { nouns: saved.nouns, command: name, subject: id, after, limit }
        return { ...(yield* orderedHits(engine, workspace, ids, order, by)), warnings }
      }
      const [, from] = frozenPattern.exec(after ?? "frozen.0") ?? []
      if (from === undefined) return yield* Decoding.wrong(name, id, ["after"], "is no cursor")
      const ids = yield* survivors(engine, workspace, saved.frozen)
      const end = Number(from) + limit
      const shown = yield* hitsOf(engine, workspace, ids.slice(Number(from), end))
      return { ...shown, cursor: end < ids.length ? `frozen.${end}` : null, warnings }
    }).pipe(Effect.withSpan("matchloop.search.saved.run", { captureStackTrace: false }))
