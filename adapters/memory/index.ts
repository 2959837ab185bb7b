import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as PubSub from "effect/PubSub"
import * as Stream from "effect/Stream"
import type { Visit } from "../../src/domain/Ledger.js"
import {
  type LoadRequest,
  type Loaded,
  type ListRequest,
  type Row,
  Storage,
  type VisitRequest,
} from "../../src/ports/Storage.js"
import type { StorageAdapter } from "../../src/ports/StorageAdapter.js"
import { compareText } from "../../src/domain/Compare.js"
import * as Order from "../../src/domain/Order.js"
import * as Kept from "./Kept.js"
import { matches } from "./Matching.js"
import * as Tables from "./Tables.js"

const load = (tables: Tables.Tables, { plan, given, idempotencyKey }: LoadRequest): Loaded => {
  const rows: { [step: string]: ReadonlyArray<Row> } = {}
  for (const [name, { noun, by, kinds }] of Object.entries(plan)) {
    const wanted = Object.entries(by).map(([field, source]) => {
      const values =
        "given" in source ? (given[source.given] ?? []) : (rows[source.step] ?? []).map((row) => row[source.field])
      return [field, new Set<unknown>(values.filter((value) => value !== null))] as const
    })
    const found = Tables.lookup(tables, noun, wanted)
    rows[name] = kinds === undefined ? found : found.filter((row) => kinds.includes(String(row.kind)))
  }
  return { rows, remembered: idempotencyKey === null ? null : (tables.remembered.get(idempotencyKey) ?? null) }
}

const list = (tables: Tables.Tables, request: ListRequest): ReadonlyArray<Row> => {
  const { after, filter, limit, matching, noun, order } = request
  const compared = Order.comparing(order.direction)
  const placed = (row: Row) => ({ row, value: Order.valueIn(order, row), id: String(row.id) })
  const links = (id: string) => tables.links.get(id) ?? []
  const { rows } = Tables.tableOf(tables, noun)
  const among =
    matching !== undefined
      ? (tables.indexes.get(noun)?.matching(matching) ?? [])
      : filter !== null && "about" in filter && typeof filter.about === "string"
        ? (tables.about.get(filter.about) ?? [])
        : rows.keys()
  return [...among]
    .flatMap((id) => {
      const row = rows.get(id)
      return row === undefined || (filter !== null && !matches(row, filter, links)) ? [] : [placed(row)]
    })
    .filter((one) => after === null || compared(one, after) > 0)
    .sort(compared)
    .slice(0, limit)
    .map(({ row }) => row)
}

const visitsOf = (tables: Tables.Tables, { pipeline, before, subjectIds }: VisitRequest): ReadonlyArray<Visit> =>
  [...(subjectIds === null ? tables.visits.keys() : new Set(subjectIds))]
    .sort((a, b) => (a < b ? -1 : 1))
    .flatMap((id) => tables.visits.get(id) ?? [])
    .filter((visit) => visit.pipeline === pipeline && (before === null || visit.enteredAt < before))

const position = (cursor: string | null): number => (cursor === null ? 0 : Number.parseInt(cursor, 10) || 0)

const make = Effect.map(PubSub.unbounded<string>(), (woken): Storage => {
  const workspaces = new Map<string, Tables.Tables>()
  const of = (workspace: string): Tables.Tables => {
    const known = workspaces.get(workspace)
    if (known !== undefined) return known
    const tables = Tables.empty()
    workspaces.set(workspace, tables)
    return tables
  }
  return {
    load: (request) => Effect.sync(() => load(of(request.workspace), request)),
    commit: (changes) =>
      Effect.suspend(() => {
        const stale = Tables.commit(of(changes.workspace), changes)
        return stale === null ? Effect.asVoid(PubSub.publish(woken, changes.workspace)) : Effect.fail(stale)
      }),
    unit: (body) => body,
    // Nobody else runs between what it reads and what it writes.
    locking: (body) =>
      Effect.withMaxOpsBeforeYield(
        body(() => Effect.void),
        Number.MAX_SAFE_INTEGER,
      ),
    get: (workspace, noun, ids) =>
      Effect.sync(() => {
        const { rows } = Tables.tableOf(of(workspace), noun)
        return ids.flatMap((id) => {
          const row = rows.get(id)
          return row === undefined ? [] : [row]
        })
      }),
    list: (request) => Effect.sync(() => list(of(request.workspace), request)),
    rememberedWith: (workspace, texts) =>
      Effect.sync(() =>
        [...of(workspace).remembered.values()].filter(({ result }) => {
          const held = JSON.stringify(result)
          return texts.some((text) => held.includes(text))
        }),
      ),
    compact: Effect.void,
    keyed: (workspace, { keys, perKey }) =>
      Effect.sync(() =>
        [...new Set(keys)].sort(compareText).flatMap((key) =>
          [...(of(workspace).idsByKey.get(key) ?? [])]
            .sort(compareText)
            .slice(0, perKey)
            .map((id) => ({ key, id })),
        ),
      ),
    sharedKeys: (workspace, { after, limit }) =>
      Effect.sync(() =>
        [...of(workspace).idsByKey]
          .flatMap(([key, ids]) => (ids.size > 1 && (after === null || compareText(key, after) > 0) ? [key] : []))
          .sort(compareText)
          .slice(0, limit),
      ),
    search: (request) => Effect.sync(() => of(request.workspace).indexes.get(request.noun)?.search(request) ?? []),
    blob: (workspace, key) => Effect.sync(() => of(workspace).blobs.get(key)?.slice() ?? null),
    ledger: (workspace, { after, limit }) =>
      Effect.sync(() => {
        const start = position(after)
        const entries = of(workspace).entries.slice(start, start + limit)
        return { entries, cursor: String(start + entries.length) }
      }),
    end: (workspace) => Effect.sync(() => String(of(workspace).entries.length)),
    kept: Kept.kept(of),
    entries: (workspace, by) =>
      Effect.sync(() => {
        const tables = of(workspace)
        if ("subjects" in by) return by.subjects.flatMap((id) => tables.entriesBySubject.get(id) ?? [])
        if ("removedNaming" in by) {
          const removed = new Set(tables.entries.flatMap(({ patch, subject }) => (patch === null ? [subject.id] : [])))
          return tables.entries.filter(({ patch, subject }) => {
            if (patch === null || !removed.has(subject.id)) return false
            const held = JSON.stringify(patch)
            return by.removedNaming.some((text) => held.includes(text))
          })
        }
        if ("reason" in by) {
          const besides = new Set(by.besides)
          const one = tables.entries.find(
            ({ corrects, data, subject }) =>
              data.reason === by.reason &&
              corrects === null &&
              by.of.includes(subject.type) &&
              !besides.has(subject.id),
          )
          return one === undefined ? [] : [one]
        }
        if ("id" in by) return tables.entries.filter(({ id }) => id === by.id)
        const acts = new Set(typeof by.act === "string" ? [by.act] : by.act)
        return tables.entries.filter(({ act }) => acts.has(act))
      }),
    wake: (workspace) =>
      Stream.fromPubSub(woken).pipe(
        Stream.filter((name) => name === workspace),
        Stream.map(() => undefined),
      ),
    visits: (request) => Stream.suspend(() => Stream.fromIterable(visitsOf(of(request.workspace), request))),
    migrate: Effect.void,
  }
})

/** Keeps everything in memory for as long as the layer lives. */
export const layer: Layer.Layer<Storage> = Layer.effect(Storage, make)

/** A database in memory, for tests, demonstrations and small tools: nothing outlives the process. */
export const memory = (): StorageAdapter => ({ name: "memory", layer })
