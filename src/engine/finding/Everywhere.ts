import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import type { RecordOf } from "../../domain/Nouns.js"
import { type CorruptRecord, type InvalidInput, TooManyFound } from "../../domain/Refusal.js"
import type { SearchHit } from "../../ports/Storage.js"
import type { StorageFailure } from "../../ports/StorageError.js"
import { searchable, type Searchable } from "../../search/Fields.js"
import { type Customs, none } from "../../search/Customs.js"
import * as Labels from "../../search/Labels.js"
import type { Query } from "../../search/Query.js"
import * as Relative from "../../search/Relative.js"
import * as Retrieval from "../../search/Retrieval.js"
import * as Decoding from "../Decoding.js"
import { customsOf, offersOf } from "../Customs.js"
import type { Engine } from "../Engine.js"
import { sourcesOf } from "../Searchable.js"
import * as Searching from "../Searching.js"
import { Session } from "../Session.js"
import { settle } from "../Settling.js"
import * as Ordered from "./Ordered.js"

/** A hit that says what it is. */
export type NamedHit = {
  [N in Searchable]: Searching.Hit<RecordOf<N>> & { readonly noun: N }
}[Searchable]

export interface NamedResults extends Omit<Searching.Results<never>, "hits"> {
  readonly hits: ReadonlyArray<NamedHit>
}

export interface QueryOptions extends Searching.SearchOptions {
  /** What to look for; everything that can be searched where absent. */
  readonly nouns?: ReadonlyArray<Searchable>
}

interface Found extends SearchHit {
  readonly noun: Searchable
}

/** A hit's place among those of all nouns. */
interface Place {
  readonly score: number
  readonly noun: Searchable
  readonly place: number
}

const order = (noun: Searchable): number => searchable.indexOf(noun)

const byPlace = (a: Found, b: Found): number => b.score - a.score || order(a.noun) - order(b.noun) || b.place - a.place

/** Where a noun goes on after a hit of any noun: what comes before it in the order has had its turn at that score. */
const afterOf = (noun: Searchable, after: Place): Pick<SearchHit, "score" | "place"> =>
  noun === after.noun
    ? after
    : order(noun) < order(after.noun)
      ? { score: after.score, place: 0 }
      : { score: after.score + 1, place: 0 }

const cursorPattern = /^([0-5])\.([a-z]+)\.(\d{1,15})$/

export const readCursor = (cursor: string): Place | null => {
  const [, score, name, place] = cursorPattern.exec(cursor) ?? []
  const noun = searchable.find((one) => one === name)
  return noun === undefined ? null : { score: Number(score), noun, place: Number(place) }
}

/** What a query finds of several nouns: by score, then noun, and then those first that changed last. */
const merged = (
  engine: Engine,
  workspace: string,
  query: Query,
  page: {
    readonly nouns: ReadonlyArray<Searchable>
    readonly limit: number
    readonly after: Place | null
    readonly offers: Customs
  },
): Effect.Effect<ReadonlyArray<Found>, StorageFailure> =>
  Effect.gen(function* () {
    const { limit } = page
    const { locate } = sourcesOf(engine.config)
    const found: Array<Found> = []
    for (const noun of new Set(page.nouns)) {
      const tiers = Retrieval.tiers(query, locate, Labels.of(page.offers[noun]))
      const after = page.after === null ? null : afterOf(noun, page.after)
      const hits = yield* engine.storage.search({ workspace, noun, tiers, limit, after })
      found.push(...hits.map((hit) => ({ ...hit, noun })))
    }
    return found.toSorted(byPlace).slice(0, limit)
  })

/** The records of hits of any noun, in their order. */
export const presentAll = (
  engine: Engine,
  workspace: string,
  query: Query,
  page: ReadonlyArray<Searching.Found & { readonly noun: Searchable }>,
  offers: Customs = {},
) =>
  Effect.gen(function* () {
    const byId = new Map<string, NamedHit>()
    const damaged: Array<CorruptRecord> = []
    const of = <N extends Searchable>(noun: N) =>
      Searching.present(
        engine,
        workspace,
        noun,
        query,
        page.filter((one) => one.noun === noun),
        offers[noun],
      )
    const has = (noun: Searchable) => page.some((one) => one.noun === noun)
    if (has("candidate")) {
      const found = yield* of("candidate")
      for (const hit of found.hits) byId.set(hit.record.id, { ...hit, noun: "candidate" })
      damaged.push(...found.damaged)
    }
    if (has("client")) {
      const found = yield* of("client")
      for (const hit of found.hits) byId.set(hit.record.id, { ...hit, noun: "client" })
      damaged.push(...found.damaged)
    }
    if (has("contact")) {
      const found = yield* of("contact")
      for (const hit of found.hits) byId.set(hit.record.id, { ...hit, noun: "contact" })
      damaged.push(...found.damaged)
    }
    if (has("position")) {
      const found = yield* of("position")
      for (const hit of found.hits) byId.set(hit.record.id, { ...hit, noun: "position" })
      damaged.push(...found.damaged)
    }
    return { hits: page.flatMap(({ id }) => byId.get(id) ?? []), damaged }
  })

/** A page of what a decoded query finds. */
export const page = (
  engine: Engine,
  given: Query,
  nouns: ReadonlyArray<Searchable>,
  { after = null, customs, limit = 20, order = null }: Searching.Paging & { readonly customs: Customs },
  command: string,
  subject: string | null = null,
): Effect.Effect<Omit<NamedResults, "warnings">, InvalidInput | StorageFailure, Session> =>
  Effect.gen(function* () {
    const { workspace } = yield* Session
    const query = Relative.at(given, yield* engine.now)
    const known = offersOf(engine, workspace, query, customs)
    if (order !== null) {
      const [offers] = yield* Effect.all([known, settle(engine, workspace)], Searching.both)
      const { locate } = sourcesOf(engine.config)
      const matching = (noun: Searchable) => Retrieval.matching(query, locate, Labels.of(offers[noun]))
      const asked = { nouns: [...new Set(nouns)], order, customs, command, subject }
      const { cursor, found } = yield* Ordered.page(engine, workspace, { matching }, asked, { after, limit })
      const unscored = found.map((one) => ({ ...one, score: null }))
      return { ...(yield* presentAll(engine, workspace, query, unscored, offers)), cursor }
    }
    const place = after === null ? null : readCursor(after)
    if (after !== null && place === null) return yield* Decoding.wrong(command, subject, ["after"], "is no cursor")
    const [offers] = yield* Effect.all([known, settle(engine, workspace)], Searching.both)
    const found = yield* merged(engine, workspace, query, { nouns, limit: limit + 1, after: place, offers })
    const shown = found.slice(0, limit)
    const last = shown.at(-1)
    const cursor = last === undefined || found.length <= limit ? null : `${last.score}.${last.noun}.${last.place}`
    return { ...(yield* presentAll(engine, workspace, query, shown, offers)), cursor }
  })

/** Every id that a query finds, in the order of hits; `TooManyFound` past `most`. */
export const ids = (
  engine: Engine,
  given: Query,
  nouns: ReadonlyArray<Searchable>,
  most: number,
): Effect.Effect<ReadonlyArray<string>, TooManyFound | StorageFailure, Session> =>
  Effect.gen(function* () {
    const { workspace } = yield* Session
    const query = Relative.at(given, yield* engine.now)
    const known = offersOf(engine, workspace, query, none)
    const [offers] = yield* Effect.all([known, settle(engine, workspace)], Searching.both)
    const found = yield* merged(engine, workspace, query, { nouns, limit: most + 1, after: null, offers })
    return found.length > most ? yield* new TooManyFound({ most }) : found.map(({ id }) => id)
  })

const decode = Decoding.of(
  Schema.Struct({
    ...Searching.paging,
    nouns: Schema.optional(
      Schema.Array(Schema.Literal(...searchable)).pipe(Schema.minItems(1), Schema.maxItems(searchable.length)),
    ),
  }),
)

export type SearchEverywhere = (
  query: string | Query,
  options?: QueryOptions,
) => Effect.Effect<NamedResults, InvalidInput | StorageFailure, Session>

/** Finds records of several nouns at once. */
export const everywhere =
  (engine: Engine): SearchEverywhere =>
  (raw, rawOptions) =>
    Effect.gen(function* () {
      const command = "search.query"
      const { nouns = searchable, ...paging } = yield* decode(rawOptions ?? {}, command, null)
      const { workspace } = yield* Session
      const customs = yield* customsOf(engine, workspace, raw, paging.order)
      const { query, warnings } = yield* Searching.resolve(raw, nouns, command, customs)
      return { ...(yield* page(engine, query, nouns, { ...paging, customs }, command)), warnings }
    }).pipe(Effect.withSpan("matchloop.search.query", { captureStackTrace: false }))
