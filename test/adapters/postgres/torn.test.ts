import * as PgClient from "@effect/sql-pg/PgClient"
import * as Deferred from "effect/Deferred"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as ManagedRuntime from "effect/ManagedRuntime"
import * as Redacted from "effect/Redacted"
import * as Stream from "effect/Stream"
import { type Config, createMatchloop } from "matchloop"
import { postgres } from "matchloop/postgres"
import { expect, onTestFinished, test } from "vitest"
import { layerFromClient } from "../../../adapters/postgres/index.js"
import { Storage } from "../../../src/ports/Storage.js"
import { open } from "../../../src/testing/Opened.js"
import { freshDatabase } from "../../support/database.js"
import { changes, entry } from "../sql/samples.js"

const all = { from: "1990-01-01", to: "2190-01-01" }

const fresh = async () => {
  const { drop, url } = await freshDatabase()
  const opened = await open(postgres({ url, maxConnections: 4 }))
  onTestFinished(async () => {
    await opened.close()
    await drop()
  })
  /** The domain over the same storage, of which some operations are watched. */
  const watched = async (storage: Partial<Storage>, config: Config = {}) => {
    const layer = Layer.succeed(Storage, { ...opened.storage, ...storage })
    const crm = await createMatchloop({ ...config, storage: { name: "watched", layer } })
    onTestFinished(() => crm.close())
    return crm.as("maya")
  }
  return { url, opened, watched }
}

/** Begins a transaction that has taken the next number of the ledger: until it ends, the feed waits for it. */
const holding = async (url: string): Promise<() => Promise<void>> => {
  const client = PgClient.layer({ url: Redacted.make(url), maxConnections: 2 })
  const runtime = ManagedRuntime.make(Layer.provideMerge(layerFromClient(), client))
  const [begun, over] = Effect.runSync(Effect.all([Deferred.make<void>(), Deferred.make<void>()]))
  const done = runtime.runPromise(
    Effect.flatMap(Effect.all([Storage, PgClient.PgClient]), ([storage, sql]) =>
      sql.withTransaction(
        storage
          .commit(changes("elsewhere", { entries: [entry("slow", "cand_1")] }))
          .pipe(Effect.zipRight(Deferred.succeed(begun, undefined)), Effect.zipRight(Deferred.await(over))),
      ),
    ),
  )
  await Effect.runPromise(Deferred.await(begun))
  return async () => {
    Effect.runSync(Deferred.succeed(over, undefined))
    await done
    await runtime.dispose()
  }
}

test("a commit between two reads of a report, of which the feed says nothing yet, does not tear it", async () => {
  const { opened, url, watched } = await fresh()
  const openingsRead = Effect.runSync(Deferred.make<void>())
  let between: (() => Promise<void>) | null = null
  const once = Effect.promise(async () => {
    const act = between
    between = null
    await act?.()
  })
  const maya = await watched(
    {
      visits: (request) => {
        const read = opened.storage.visits(request)
        if (request.pipeline === "opening") return Stream.ensuring(read, Deferred.succeed(openingsRead, undefined))
        if (request.pipeline !== "position") return read
        return Stream.unwrap(Deferred.await(openingsRead).pipe(Effect.zipRight(once), Effect.as(read)))
      },
    },
    { reports: { from: Number.POSITIVE_INFINITY } },
  )
  const { id: clientId } = await maya.clients.create({ name: "Acme" })
  let release: (() => Promise<void>) | undefined
  between = async () => {
    release = await holding(url)
    await maya.positions.open({ clientId, title: "Developer", openings: 2 })
  }
  const { rows } = await maya.reports.clients(all)
  await release?.()
  expect(release, "the feed was held back").toBeDefined()
  // Read before and after, it would be a position without openings.
  expect(rows.map(({ openings, positions }) => [positions, openings])).toEqual([[1, 2]])
})

test("what is acknowledged is in a report from blocks as soon as the feed gives it, in the course of the report", async () => {
  const { opened, url, watched } = await fresh()
  let states = Number.NaN
  let release: (() => Promise<void>) | undefined
  const maya = await watched(
    {
      kept: {
        ...opened.storage.kept,
        // The transaction that the feed waits for ends when the report looks for the second time.
        state: (workspace, pipelines) =>
          Effect.zipRight(
            Effect.promise(async () => (++states === 2 ? release?.() : undefined)),
            opened.storage.kept.state(workspace, pipelines),
          ),
      },
    },
    { reports: { from: 1, foldAfter: 1, blockSize: 2 } },
  )
  const counted = async () => (await maya.reports.snapshot({ pipeline: "candidate" })).started
  await maya.candidates.create({ name: "Ada" })
  expect(await counted()).toBe(1)
  release = await holding(url)
  await maya.candidates.create({ name: "Ben" })
  states = 0
  expect(await counted()).toBe(2)
})
