import * as Effect from "effect/Effect"
import * as Either from "effect/Either"
import * as Schema from "effect/Schema"
import { asOf } from "../domain/AsOf.js"
import * as Decode from "../domain/Decode.js"
import { type CustomField, isFielded } from "../domain/custom/CustomField.js"
import type { Column } from "../domain/Field.js"
import * as Input from "../domain/Input.js"
import type { Entry } from "../domain/Ledger.js"
import * as Noun from "../domain/Noun.js"
import * as Order from "../domain/Order.js"
import { OrderBy } from "../domain/search/OrderBy.js"
import { type NounName, nounOf, Nouns, type RecordOf } from "../domain/Nouns.js"
import { type CorruptRecord, type InvalidInput, NotFound } from "../domain/Refusal.js"
import type { Filter, ListRequest, Row } from "../ports/Storage.js"
import type { StorageFailure } from "../ports/StorageError.js"
import * as Aliases from "./Aliases.js"
import { definitions } from "./Customs.js"
import * as CustomWhere from "./CustomWhere.js"
import * as Decoding from "./Decoding.js"
import type { Engine } from "./Engine.js"
import { fitting, type Scalar } from "./Fitting.js"
import * as Ordering from "./Ordering.js"
import { Session } from "./Session.js"
import { settle } from "./Settling.js"

/** What a field may be asked to be: a value, one of several, nothing, or, for a list field, to hold a value. */
type Wanted<T> =
  T extends ReadonlyArray<infer E>
    ? E extends string
      ? { readonly contains: E | (string & {}) }
      : never
    : T extends Scalar
      ?
          | T
          | (T extends string ? string & {} : never)
          | ReadonlyArray<T | (T extends string ? string & {} : never)>
          | { readonly from?: T; readonly before?: T }
      : null

/** Conditions on fields, all of which hold. */
export type Where<R> = { readonly [F in keyof R]?: F extends "customFields" ? CustomWhere.Where : Wanted<R[F]> }

const archived = ["without", "with", "only"] as const
type Archived = (typeof archived)[number]

export interface Query<R> {
  readonly where?: Where<R>
  /** Notes and documents only: those about this subject. */
  readonly about?: string
  /**
   * What can be archived only: those that were not (`without`, as where absent), all (`with`, as where `where` asks for
   * `archivedAt` and this is absent), or those alone that were.
   */
  readonly archived?: R extends { readonly archivedAt: unknown } ? Archived : never
  /**
   * A field that is not a list or an object, an amount of one currency, or `custom.NAME`; by age where absent. What has
   * no value comes last both ways, ties go by id.
   */
  readonly order?: Omit<OrderBy, "field"> & { readonly field: (keyof R & string) | `custom.${string}` }
  /** 50 where absent, 1,000 at most. */
  readonly limit?: number
  /** The `cursor` of the page before. */
  readonly after?: string | null
}

export interface Page<R> {
  readonly items: ReadonlyArray<R>
  /** For `after` of the next page; null at the end. */
  readonly cursor: string | null
  /** Stored records that do not decode: the others are listed all the same. */
  readonly damaged: ReadonlyArray<CorruptRecord>
}

/** Kept as it is, so that a name which a copy would lose (`__proto__`) is refused like any other. */
const Fields = Schema.declare(Input.isFields, { identifier: "Fields", message: () => "is no object of fields" })

const QueryInput = Schema.Struct({
  where: Schema.optional(Fields),
  about: Schema.optional(Input.Ref),
  archived: Schema.optional(Schema.Literal(...archived)),
  order: Schema.optional(OrderBy),
  limit: Schema.optional(Schema.Int.pipe(Schema.between(1, 1000))),
  after: Schema.optional(Schema.NullOr(Schema.String)),
})

const decodeQuery = Decoding.of(QueryInput, Number.POSITIVE_INFINITY)

const comparisons = { from: "gte", before: "lt" } as const

export type Wrong = (path: ReadonlyArray<string>, message: string) => Either.Either<never, InvalidInput>

const bounds = (
  field: string,
  column: Column,
  value: object,
  wrong: Wrong,
): Either.Either<ReadonlyArray<Filter>, InvalidInput> => {
  const named = Object.entries(value).filter(([, bound]) => bound !== undefined)
  const filters = named.flatMap(([name, bound]): ReadonlyArray<Filter> => {
    const fits = fitting(column, bound)
    return (name === "from" || name === "before") && fits !== undefined
      ? [{ field, is: comparisons[name], value: fits }]
      : []
  })
  if (Input.isFields(value) && named.length > 0 && filters.length === named.length) return Either.right(filters)
  return wrong(["where", field], `is no value of type ${column}, no list of them, and no { from, before }`)
}

const condition = (
  field: string,
  column: Column,
  value: unknown,
  wrong: Wrong,
): Either.Either<ReadonlyArray<Filter>, InvalidInput> => {
  const here = ["where", field]
  if (value === undefined) return Either.right([])
  if (value === null) return Either.right([{ field, is: "null" }])
  if (column === "json") {
    return Input.isFields(value) && Object.keys(value).join() === "contains" && typeof value.contains === "string"
      ? Input.storable(value.contains)
        ? Either.right([{ field, is: "contains", value: value.contains }])
        : wrong([...here, "contains"], "contains NUL or a lone surrogate")
      : wrong(here, "is a list: ask for { contains }")
  }
  const fits = fitting(column, value)
  if (fits !== undefined) return Either.right([{ field, is: "eq", value: fits }])
  if (Array.isArray(value)) {
    const all = Array.from(value, (one) => fitting(column, one))
    return all.every((one): one is string | number => one !== undefined && typeof one !== "boolean")
      ? Either.right([{ field, is: "in", value: all }])
      : wrong(here, "holds a value of another type")
  }
  return typeof value === "object" ? bounds(field, column, value, wrong) : wrong(here, `is no value of type ${column}`)
}

/** A query as the storage takes it, or what is wrong with it. Needs the fields of the agency's own that it names. */
export const resolve = (noun: NounName, raw: unknown, command: string, customs: ReadonlyArray<CustomField> = []) =>
  Either.gen(function* () {
    const query = yield* decodeQuery(raw ?? {}, command, null)
    const wrong: Wrong = (path, message) => Either.left(Decoding.wrong(command, null, path, message))
    const fields = Noun.allFields(Nouns[noun])
    const filters: Array<Filter> = []
    for (const [field, value] of Object.entries(query.where ?? {})) {
      const column = Ordering.columnOf(noun, field)
      if (column === undefined) return yield* wrong(["where", field], `is no field of ${noun}`)
      if (field === "customFields" && value !== undefined) {
        filters.push(...(yield* CustomWhere.conditions(noun, customs, value, wrong)))
        continue
      }
      filters.push(...(yield* condition(field, column, value, wrong)))
    }
    if (query.about !== undefined) {
      if (!("subjects" in fields)) return yield* wrong(["about"], `is not for ${noun}`)
      filters.push({ about: query.about })
    }
    if ("archivedAt" in fields) {
      const wanted = query.archived ?? (query.where?.archivedAt === undefined ? "without" : "with")
      if (wanted !== "with") filters.push({ field: "archivedAt", is: wanted === "only" ? "notNull" : "null" })
    } else if (query.archived !== undefined) {
      return yield* wrong(["archived"], `is not for ${noun}`)
    }
    const asked = query.order ?? { field: "id" }
    const known = new Map(customs.map((field) => [field.name, field]))
    const key = yield* Either.orElse(Ordering.keyOf(noun, asked, known), (message) =>
      wrong(["order", "field"], message),
    )
    const cursor = query.after ?? null
    const after = cursor === null ? null : Ordering.placeOf(cursor)
    if (cursor !== null && (after === null || !Ordering.isIn(noun, key, after)))
      return yield* wrong(["after"], "is no cursor")
    return {
      filter: filters.length === 0 ? null : { and: filters },
      order: { ...key, direction: asked.direction ?? "asc" },
      limit: query.limit ?? 50,
      after,
    }
  })

/** The rows as records, and apart from them those that do not decode. */
const sort = <N extends NounName>(noun: N, rows: ReadonlyArray<Row>) => {
  const items: Array<RecordOf<N>> = []
  const damaged: Array<CorruptRecord> = []
  for (const row of rows) {
    const record = Decode.record(noun, row)
    if (Either.isRight(record)) items.push(record.right)
    else damaged.push(record.left)
  }
  return { items, damaged }
}

const byTime = (a: Entry, b: Entry): number =>
  a.recordedAt === b.recordedAt ? (a.id < b.id ? -1 : 1) : a.recordedAt < b.recordedAt ? -1 : 1

export interface Reader<N extends NounName> {
  readonly get: (
    id: string,
  ) => Effect.Effect<RecordOf<N>, NotFound | InvalidInput | CorruptRecord | StorageFailure, Session>
  /** The records of these ids that exist, in the order asked for; any number of ids. */
  readonly getMany: (
    ids: ReadonlyArray<string>,
  ) => Effect.Effect<Omit<Page<RecordOf<N>>, "cursor">, InvalidInput | StorageFailure, Session>
  readonly list: (
    query?: Query<RecordOf<N>>,
  ) => Effect.Effect<Page<RecordOf<N>>, InvalidInput | StorageFailure, Session>
  /** Everything that the ledger says of the record, oldest first. */
  readonly history: (
    id: string,
  ) => Effect.Effect<ReadonlyArray<Entry>, NotFound | InvalidInput | StorageFailure, Session>
}

/** How a noun is read. */
export const reader = <N extends NounName>(engine: Engine, namespace: string, noun: N): Reader<N> => {
  const { storage } = engine
  const notAnId = (name: string) => Effect.fail(Decoding.wrong(`${namespace}.${name}`, null, ["id"], "is no id"))
  /** The row of an id, or of the id that stands for it where it was merged away. */
  const found = (workspace: string, id: string): Effect.Effect<Row | null, StorageFailure> =>
    Effect.gen(function* () {
      const [row] = yield* storage.get(workspace, noun, [id])
      if (row !== undefined || nounOf(id) !== noun) return row ?? null
      const current = yield* Aliases.currentOf(storage, workspace, id)
      return current === null ? null : ((yield* storage.get(workspace, noun, [current]))[0] ?? null)
    })
  /** What is listed by an id that was merged away is listed by the one that stands for it. */
  const listed = (workspace: string, request: ListRequest): Effect.Effect<ReadonlyArray<Row>, StorageFailure> =>
    Effect.gen(function* () {
      const rows = yield* storage.list(request)
      if (rows.length > 0) return rows
      for (const id of Aliases.idsIn(request.filter)) {
        const current = yield* Aliases.currentOf(storage, workspace, id)
        if (current !== null) {
          return yield* listed(workspace, { ...request, filter: Aliases.renamed(request.filter, id, current) })
        }
      }
      return rows
    })
  return {
    get: (id) =>
      !Input.isRef(id)
        ? notAnId("get")
        : Effect.gen(function* () {
            const { workspace } = yield* Session
            const row = yield* found(workspace, id)
            if (row === null) return yield* new NotFound({ noun, id, field: "id" })
            return asOf(
              noun,
              yield* Decode.record(noun, row),
              new Date(yield* engine.now).toISOString(),
              engine.config.pipelines ?? {},
            )
          }),
    getMany: (ids) =>
      !Array.isArray(ids) || !Array.from(ids).every((id) => Input.isRef(id))
        ? Effect.fail(Decoding.wrong(`${namespace}.getMany`, null, ["ids"], "is no list of ids"))
        : Effect.gen(function* () {
            const { workspace } = yield* Session
            const rows = yield* storage.get(workspace, noun, ids)
            const byId = new Map(rows.map((row) => [String(row.id), row]))
            const gone = ids.filter((id) => !byId.has(id) && nounOf(id) === noun)
            const currents = yield* Aliases.currentsOf(storage, workspace, gone)
            for (const row of yield* storage.get(workspace, noun, [...new Set(currents.values())])) {
              for (const [id, current] of currents) if (current === row.id) byId.set(id, row)
            }
            const now = new Date(yield* engine.now).toISOString()
            const known = ids.flatMap((id) => {
              const row = byId.get(id)
              return row === undefined ? [] : [row]
            })
            const { items, damaged } = sort(noun, known)
            return { items: items.map((item) => asOf(noun, item, now, engine.config.pipelines ?? {})), damaged }
          }),
    list: (raw) =>
      Effect.gen(function* () {
        const { workspace } = yield* Session
        const own = (CustomWhere.isNamed(raw) || Ordering.isNamed(raw)) && isFielded(noun)
        const customs = own ? yield* definitions(engine, workspace, noun) : []
        const query = yield* resolve(noun, raw, `${namespace}.list`, customs)
        yield* settle(engine, workspace)
        const rows = yield* listed(workspace, { workspace, noun, ...query, limit: query.limit + 1 })
        const page = rows.slice(0, query.limit)
        const last = page.at(-1)
        const place = { value: last === undefined ? null : Order.valueIn(query.order, last), id: String(last?.id) }
        const cursor = last === undefined || rows.length <= query.limit ? null : Ordering.cursor(place)
        return { ...sort(noun, page), cursor }
      }),
    history: (id) =>
      !Input.isRef(id)
        ? notAnId("history")
        : Effect.gen(function* () {
            const { workspace } = yield* Session
            if (nounOf(id) !== noun) return yield* new NotFound({ noun, id, field: "id" })
            const current = (yield* Aliases.currentOf(storage, workspace, id)) ?? id
            const subjects = [current, ...(yield* Aliases.formersOf(storage, workspace, current))]
            const entries = yield* storage.entries(workspace, { subjects })
            if (entries.length === 0) return yield* new NotFound({ noun, id, field: "id" })
            return subjects.length === 1 ? entries : entries.toSorted(byTime)
          }),
  }
}
