import * as Chunk from "effect/Chunk"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import * as Stream from "effect/Stream"
import type { Json } from "../../src/domain/Ledger.js"
import type { Storage } from "../../src/ports/Storage.js"
import { StorageFault, type StorageFailure } from "../../src/ports/StorageError.js"
import * as Cursor from "./Cursor.js"
import { Binds, type Dialect, type StoredRow } from "./Dialect.js"
import { type Found, page, type Statement } from "./List.js"
import { projection } from "./Rows.js"
import * as Reasons from "./Reasons.js"
import * as Stored from "./Stored.js"
import { quote, type Table, tableOf } from "./Table.js"
import { Idempotency } from "./tables/Idempotency.js"
import { Ledger } from "./tables/Ledger.js"
import { MatchKeys } from "./tables/MatchKeys.js"
import { Visits } from "./tables/Visits.js"

/** Runs a query over a table and decodes its rows. */
export type Query = (
  operation: string,
  table: Table,
  statement: Statement,
) => Effect.Effect<ReadonlyArray<StoredRow>, StorageFailure>

const visitsPerPage = 2_000

/** Builds a statement; what does not fit a column or names none is refused before the database sees it. */
export const built = <A>(operation: string, build: () => A): Effect.Effect<A, StorageFault> =>
  Effect.try({ try: build, catch: (cause) => new StorageFault({ operation, cause }) })

/**
 * The calls of the port that only read, alike on every SQL database. `settled` is the number up to which no further
 * entry can appear in the ledger, null where they appear in the order of their numbers anyway; it is asked for first.
 * `found` says what a look-up finds.
 */
export const reading = (
  dialect: Dialect,
  query: Query,
  settled: Effect.Effect<number | null, StorageFailure>,
  found: Found,
): Pick<
  Storage,
  "get" | "list" | "keyed" | "rememberedWith" | "sharedKeys" | "ledger" | "entries" | "visits" | "end"
> => {
  const select = (table: Table, more = "") =>
    `select ${projection(dialect, table)}${more} from ${dialect.table(table.name)} t where t."workspace" = `
  const ask = (operation: string, table: Table, statement: () => Statement) =>
    Effect.flatMap(built(operation, statement), (ready) => query(operation, table, ready))

  const seq = `t.${quote("seq")}`

  return {
    get: (workspace, noun, ids) => {
      const table = tableOf(noun)
      const rows = ask("get", table, () => {
        const binds = new Binds(dialect)
        const text = `${select(table)}${binds.one("text", workspace)} and t."id" ${binds.many("text", ids)}`
        return { text, values: binds.values, constant: true }
      })
      return Effect.map(rows, (found) => inOrder(ids, found, ({ id }) => id))
    },

    list: (request) => ask("list", tableOf(request.noun), () => page(dialect, found, request)),

    keyed: (workspace, { keys, perKey }) =>
      Effect.map(
        ask("keyed", MatchKeys, () => {
          const binds = new Binds(dialect)
          const ranked =
            `select t."key", t."id", row_number() over (partition by t."key" order by t."id") as "place"` +
            ` from ${dialect.table(MatchKeys.name)} t where t."workspace" = ${binds.one("text", workspace)}` +
            ` and t."key" ${binds.many("text", keys)}`
          const text =
            `select t."key", t."id" from (${ranked}) t where t."place" <= ${binds.one("integer", perKey)}` +
            ` order by t."key", t."id"`
          return { text, values: binds.values, constant: true }
        }),
        (rows) => rows.map(({ id, key }) => ({ key: String(key), id: String(id) })),
      ),

    rememberedWith: (workspace, texts) =>
      texts.length === 0
        ? Effect.succeed([])
        : Effect.map(
            ask("rememberedWith", Idempotency, () => {
              const binds = new Binds(dialect)
              const text =
                `${select(Idempotency)}${binds.one("text", workspace)}` +
                ` and ${dialect.holdsAny('t."result"', binds.list("text", texts))} order by t."key"`
              return { text, values: binds.values, constant: true }
            }),
            (rows) => rows.map(Stored.remembered),
          ),

    sharedKeys: (workspace, { after, limit }) =>
      Effect.map(
        ask("sharedKeys", MatchKeys, () => {
          const binds = new Binds(dialect)
          const text =
            `select t."key" from ${dialect.table(MatchKeys.name)} t where t."workspace" = ${binds.one("text", workspace)}` +
            ` and t."key" > ${binds.one("text", after ?? "")}` +
            ` group by t."key" having count(*) > 1 order by t."key" limit ${binds.one("integer", limit)}`
          return { text, values: binds.values, constant: true }
        }),
        (rows) => rows.map(({ key }) => String(key)),
      ),

    ledger: (workspace, { after, limit }) => {
      const from = (after === null ? undefined : Cursor.decode(after)) ?? 0
      const rows = Effect.flatMap(settled, (upTo) =>
        ask("ledger", Ledger, () => {
          const binds = new Binds(dialect)
          const text =
            `${select(Ledger, `, ${seq}`)}${binds.one("text", workspace)} and ${seq} > ${binds.one("integer", from)}` +
            (upTo === null ? "" : ` and ${seq} <= ${binds.one("integer", upTo)}`) +
            ` order by ${seq} limit ${binds.one("integer", limit)}`
          return { text, values: binds.values, constant: true }
        }),
      )
      return Effect.map(rows, (found) => ({
        entries: found.map(Stored.entry),
        cursor: Cursor.encode(Number(found.at(-1)?.seq ?? from)),
      }))
    },

    end: (workspace) => {
      const rows = Effect.flatMap(settled, (upTo) =>
        ask("end", Ledger, () => {
          const binds = new Binds(dialect)
          const text =
            `${select(Ledger, `, ${seq}`)}${binds.one("text", workspace)}` +
            (upTo === null ? "" : ` and ${seq} <= ${binds.one("integer", upTo)}`) +
            ` order by ${seq} desc limit 1`
          return { text, values: binds.values, constant: true }
        }),
      )
      return Effect.map(rows, ([last]) => Cursor.encode(Number(last?.seq ?? 0)))
    },

    entries: (workspace, by) => {
      const rows = ask("entries", Ledger, () => {
        const binds = new Binds(dialect)
        const head = `${select(Ledger)}${binds.one("text", workspace)} and`
        const text =
          "subjects" in by
            ? `${head} t."subject_id" ${binds.many("text", by.subjects)} order by t."version", ${seq}`
            : "act" in by
              ? `${head} t."act" ${typeof by.act === "string" ? `= ${binds.one("text", by.act)}` : binds.many("text", by.act)} order by ${seq}`
              : "removedNaming" in by
                ? `${head} t."subject_id" in (select r."subject_id" from ${dialect.table(Ledger.name)} r` +
                  ` where r."workspace" = ${binds.one("text", workspace)} and r."patch" is null)` +
                  ` and ${dialect.holdsAny('t."patch"', binds.list("text", by.removedNaming))} order by ${seq}`
                : "reason" in by
                  ? `${head} ${Reasons.given(dialect, binds, by.reason)} and t."corrects" is null` +
                    ` and t."subject_type" ${binds.many("text", by.of)}` +
                    ` and not (t."subject_id" ${binds.many("text", by.besides)}) limit 1`
                  : `${head} t."id" = ${binds.one("text", by.id)}`
        return { text, values: binds.values, constant: true }
      })
      return Effect.map(rows, (found) =>
        ("subjects" in by ? inOrder(by.subjects, found, ({ subjectId }) => subjectId) : found).map(Stored.entry),
      )
    },

    visits: ({ before, pipeline, subjectIds, workspace }) =>
      Stream.paginateChunkEffect(null, (last: StoredRow | null) =>
        Effect.map(
          ask("visits", Visits, () => {
            const binds = new Binds(dialect)
            const conditions = [
              `${binds.one("text", workspace)}`,
              `t."pipeline" = ${binds.one("text", pipeline)}`,
              ...(before === null ? [] : [`t."entered_at" < ${binds.one("instant", before)}`]),
              ...(subjectIds === null ? [] : [`t."subject_id" ${binds.many("text", subjectIds)}`]),
              ...(last === null
                ? []
                : [
                    `(t."subject_id", t."entered_at", ${seq}) > (${binds.one("text", last.subjectId ?? null)}, ${binds.one(
                      "instant",
                      last.enteredAt ?? null,
                    )}, ${binds.one("integer", last.seq ?? null)})`,
                  ]),
            ]
            const text =
              `${select(Visits, `, ${seq}`)}${conditions.join(" and ")}` +
              ` order by t."subject_id", t."entered_at", ${seq} limit ${visitsPerPage}`
            return { text, values: binds.values, constant: true }
          }),
          (rows) => [
            Chunk.unsafeFromArray(rows.map(Stored.visit)),
            rows.length < visitsPerPage ? Option.none() : Option.fromNullable(rows.at(-1)),
          ],
        ),
      ),
  }
}

/** The rows as their ids were asked for, since every database would have an order of its own. */
const inOrder = (
  ids: ReadonlyArray<string>,
  rows: ReadonlyArray<StoredRow>,
  idOf: (row: StoredRow) => Json | undefined,
): ReadonlyArray<StoredRow> => {
  if (ids.length <= 1) return rows
  const byId = new Map<Json | undefined, Array<StoredRow>>()
  for (const row of rows) {
    const id = idOf(row)
    const same = byId.get(id)
    if (same === undefined) byId.set(id, [row])
    else same.push(row)
  }
  return ids.flatMap((id) => byId.get(id) ?? [])
}
