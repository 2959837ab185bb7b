import * as Effect from "effect/Effect"
import * as Either from "effect/Either"
import * as Schema from "effect/Schema"
import { asOf } from "../domain/AsOf.js"
import * as Decode from "../domain/Decode.js"
import { isFields } from "../domain/Input.js"
import type { RecordOf } from "../domain/Nouns.js"
import type { CorruptRecord, InvalidInput } from "../domain/Refusal.js"
import type { SearchHit } from "../ports/Storage.js"
import type { StorageFailure } from "../ports/StorageError.js"
import { check } from "../search/Check.js"
import * as Customs from "../search/Customs.js"
import * as Document from "../search/Document.js"
import { searchable, type Searchable } from "../search/Fields.js"
import * as Chosen from "../search/Chosen.js"
import { type Highlight, highlights } from "../search/Highlight.js"
import * as Labels from "../search/Labels.js"
import { parse, type Warning } from "../search/Parse.js"
import * as Query from "../search/Query.js"
import * as Relative from "../search/Relative.js"
import * as Retrieval from "../search/Retrieval.js"
import * as Decoding from "./Decoding.js"
import { customsOf, offersOf } from "./Customs.js"
import type { Engine } from "./Engine.js"
import { notedOf } from "./finding/Noted.js"
import { formersOf } from "./Formerly.js"
import * as Ordered from "./finding/Ordered.js"
import { OrderBy } from "../domain/search/OrderBy.js"
import { sourcesOf } from "./Searchable.js"
import { Session } from "./Session.js"
import { settle } from "./Settling.js"

export interface SearchOptions {
  /** 20 where absent, 200 at most. */
  readonly limit?: number
  /** The `cursor` of the page before, in the same order. */
  readonly after?: string | null
  /**
   * A field that can be searched, by its name or as `custom.NAME`, in place of how well it fits: what has no value
   * comes last both ways, ties go by id. Takes as long as to look at all that is found.
   */
  readonly order?: OrderBy | null
}

/** A record that matched. */
export interface Hit<R> {
  readonly record: R
  /**
   * 5 for names and titles, 4 for skills, 3 for tags, 2 for notes, descriptions and files, 1 for the rest: of each word
   * the best place where it stands, of all words the least. 0 where only filters matched, or where hits are ordered by a field.
   */
  readonly score: number
  readonly highlights: ReadonlyArray<Highlight>
}

export interface Results<R> {
  readonly hits: ReadonlyArray<Hit<R>>
  /** For `after` of the next page; null at the end. */
  readonly cursor: string | null
  /** What of a text was understood otherwise than it may have been meant. */
  readonly warnings: ReadonlyArray<Warning>
  /** Stored records that do not decode: the others are found all the same. */
  readonly damaged: ReadonlyArray<CorruptRecord>
}

/** How a page of any search is asked for. */
export const paging = {
  limit: Schema.optional(Schema.Int.pipe(Schema.between(1, 200))),
  /** As long as a text of the agency's own may make it. */
  after: Schema.optional(Schema.NullOr(Schema.String.pipe(Schema.maxLength(60_000)))),
  order: Schema.optional(Schema.NullOr(OrderBy)),
}

const Paging = Schema.Struct(paging)
export type Paging = typeof Paging.Type
export const decodePaging = Decoding.of(Paging)

const Wrapped = Schema.Struct({ query: Query.Query })
const decodeTree = Decoding.of(Wrapped, Number.POSITIVE_INFINITY)

/** Longer texts are cut off: nobody types them. */
const longestText = 200_000

/** A query as text or as a tree, as the tree that is looked up. */
export const resolve = (
  raw: unknown,
  nouns: ReadonlyArray<Searchable>,
  command: string,
  customs: Customs.Customs = Customs.none,
): Either.Either<{ readonly query: Query.Query; readonly warnings: ReadonlyArray<Warning> }, InvalidInput> => {
  if (typeof raw === "string") return Either.right(parse(raw.slice(0, longestText), nouns, customs))
  if (!isFields(raw)) return Either.left(Decoding.wrong(command, null, ["query"], "is no text and no query"))
  const excess = Query.excess(raw)
  if (excess !== null) return Either.left(Decoding.wrong(command, null, ["query"], excess))
  return Either.flatMap(decodeTree({ query: raw }, command, null), ({ query }) =>
    Either.mapBoth(check(query, nouns, customs), {
      onLeft: ({ field, message, path }) => {
        const wrong = Decoding.wrong(command, null, ["query", ...path], `${field} ${message}`)
        return Object.assign(wrong, { field })
      },
      onRight: () => ({ query, warnings: [] }),
    }),
  )
}

const cursorPattern = /^([0-5])\.(\d{1,15})$/

const readCursor = (cursor: string): Pick<SearchHit, "score" | "place"> | null => {
  const [, score, place] = cursorPattern.exec(cursor) ?? []
  return score === undefined ? null : { score: Number(score), place: Number(place) }
}

export type Search<N extends Searchable> = (
  query: string | Query.Query,
  options?: SearchOptions,
) => Effect.Effect<Results<RecordOf<N>>, InvalidInput | StorageFailure, Session>

/** What was found, and how well it fits where that was asked. */
export interface Found {
  readonly id: string
  readonly score: number | null
}

/** The records of a page of what was found, with the words that match in them. */
export const present = <N extends Searchable>(
  engine: Engine,
  workspace: string,
  noun: N,
  query: Query.Query,
  page: ReadonlyArray<Found>,
  offers: ReadonlyMap<string, Customs.Custom> = new Map(),
) =>
  Effect.gen(function* () {
    const { storage } = engine
    const hasText = Retrieval.scores(query)
    const ids = page.map(({ id }) => id)
    const rows = new Map((yield* storage.get(workspace, noun, ids)).map((row) => [String(row.id), row]))
    const now = new Date(yield* engine.now).toISOString()
    const damaged: Array<CorruptRecord> = []
    const shown: Array<Hit<RecordOf<N>> & { readonly mayBeNoted: boolean }> = []
    for (const { id, score } of page) {
      const row = rows.get(id)
      if (row === undefined) continue
      const record = Decode.record(noun, row)
      if (Either.isLeft(record)) {
        damaged.push(record.left)
        continue
      }
      const labels = highlights(query, Chosen.labels(offers, row))
      const labelled = new Set(labels.map(({ field }) => field))
      const texts = Document.ofRecord(noun, row, () => null).texts.filter(({ field }) => !labelled.has(field))
      const own = [...highlights(query, texts), ...labels]
      shown.push({
        record: asOf(noun, record.right, now, engine.config.pipelines ?? {}),
        score: score ?? 0,
        highlights: own,
        mayBeNoted: score === 2 || (score === null && hasText && own.length === 0),
      })
    }
    const mayBeNoted = shown.flatMap((hit) => (hit.mayBeNoted ? [hit.record.id] : []))
    const [noted, formers] = yield* Effect.all(
      [notedOf(engine, workspace, mayBeNoted), formersOf(storage, workspace, mayBeNoted)],
      both,
    )
    /** What stands beside a record: of what those said who were merged into it, only what it does not say itself. */
    const aside = (id: string, own: ReadonlyArray<Highlight>) => [
      ...(noted.get(id) ?? []),
      ...(formers.get(id) ?? [])
        .flatMap(({ row }) => Document.ofFormer(noun, row).texts)
        .filter(({ field, text }) => !own.some((one) => one.field === field && one.text === text)),
    ]
    const hits = shown.map(
      ({ mayBeNoted: _, ...hit }): Hit<RecordOf<N>> => ({
        ...hit,
        highlights: [...hit.highlights, ...highlights(query, aside(hit.record.id, hit.highlights))],
      }),
    )
    return { hits, damaged }
  })

/** At once, where the storage has several connections. */
export const both = { concurrency: 2 } as const

/** Finds records of a noun: by score, and of one score those first that changed last. */
export const searcher =
  <N extends Searchable>(engine: Engine, name: string, noun: N): Search<N> =>
  (raw, rawOptions) =>
    Effect.gen(function* () {
      const command = `search.${name}`
      const options = yield* decodePaging(rawOptions ?? {}, command, null)
      const { workspace } = yield* Session
      const { storage } = engine
      const { after = null, limit = 20, order = null } = options
      const customs = yield* customsOf(engine, workspace, raw, order)
      const { query: given, warnings } = yield* resolve(raw, [noun], command, customs)
      const query = Relative.at(given, yield* engine.now)
      const { locate } = sourcesOf(engine.config)
      const [offers] = yield* Effect.all([offersOf(engine, workspace, query, customs), settle(engine, workspace)], both)
      const labels = Labels.of(offers[noun])
      if (order !== null) {
        const asked = { nouns: [noun], order, customs, command, subject: null }
        const source = { matching: () => Retrieval.matching(query, locate, labels) }
        const { cursor, found } = yield* Ordered.page(engine, workspace, source, asked, { after, limit })
        const unscored = found.map(({ id }) => ({ id, score: null }))
        return { ...(yield* present(engine, workspace, noun, query, unscored, offers[noun])), cursor, warnings }
      }
      const place = after === null ? null : readCursor(after)
      if (after !== null && place === null) return yield* Decoding.wrong(command, null, ["after"], "is no cursor")
      const tiers = Retrieval.tiers(query, locate, labels)
      const found = yield* storage.search({ workspace, noun, tiers, limit: limit + 1, after: place })
      const page = found.slice(0, limit)
      const { hits, damaged } = yield* present(engine, workspace, noun, query, page, offers[noun])
      const last = page.at(-1)
      const cursor = last === undefined || found.length <= limit ? null : `${last.score}.${last.place}`
      return { hits, cursor, warnings, damaged }
    }).pipe(Effect.withSpan(`matchloop.search.${name}`, { captureStackTrace: false }))

type Parse = (text: string) => Effect.Effect<ReturnType<typeof parse>, InvalidInput | StorageFailure, Session>

/** A text as the query that it stands for, in any noun's fields, and what was understood otherwise than meant. */
export const parser =
  (engine: Engine): Parse =>
  (text) =>
    typeof text !== "string"
      ? Effect.fail(Decoding.wrong("search.parse", null, ["text"], "is no text"))
      : Effect.flatMap(Session, ({ workspace }) =>
          Effect.map(customsOf(engine, workspace, text), (customs) =>
            parse(text.slice(0, longestText), searchable, customs),
          ),
        )
