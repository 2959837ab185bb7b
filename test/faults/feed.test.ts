import * as PgClient from "@effect/sql-pg/PgClient"
import * as Deferred from "effect/Deferred"
import * as Effect from "effect/Effect"
import * as Fiber from "effect/Fiber"
import * as Layer from "effect/Layer"
import * as Redacted from "effect/Redacted"
import * as Schedule from "effect/Schedule"
import * as Stream from "effect/Stream"
import { expect, test } from "vitest"
import { layerFromClient } from "../../adapters/postgres/index.js"
import { as, layer, Matchloop } from "../../src/effect.js"
import { kinds } from "./databases.js"

test("F9 postgres: 120 host transactions held open and ended in another order, 1 of 6 taken back: a page reader and a follower see every entry once", async () => {
  const kind = kinds.find(({ name }) => name === "postgres") ?? expect.fail()
  const { address } = await kind.fresh()
  const client = PgClient.layer({ url: Redacted.make(address), maxConnections: 12 })
  const storage = Layer.provideMerge(layerFromClient(), client)
  const program = Effect.gen(function* () {
    const crm = yield* Matchloop
    const sql = yield* PgClient.PgClient
    const committed = new Set<string>()
    const open: Array<Deferred.Deferred<boolean>> = []
    const transaction = (n: number) =>
      Effect.gen(function* () {
        const turn = yield* Deferred.make<boolean>()
        const ready = yield* Deferred.make<void>()
        const ids: Array<string> = []
        const fiber = yield* sql
          .withTransaction(
            Effect.gen(function* () {
              for (let m = 0; m <= n % 3; m++)
                ids.push((yield* crm.candidates.create({ name: `candidate ${n} ${m}` })).id)
              yield* Deferred.succeed(ready, undefined)
              if (!(yield* Deferred.await(turn))) yield* Effect.fail("taken back" as const)
            }),
          )
          .pipe(
            Effect.matchEffect({
              onSuccess: () => Effect.sync(() => ids.map((id) => committed.add(id))),
              onFailure: (error) => (error === "taken back" ? Effect.void : Effect.die(error)),
            }),
            Effect.fork,
          )
        yield* Deferred.await(ready)
        open.push(turn)
        return fiber
      })
    const read: Array<string> = []
    let after: string | null = null
    const readOn = Effect.gen(function* () {
      for (;;) {
        const page: {
          readonly entries: ReadonlyArray<{ readonly subject: { readonly id: string } }>
          readonly cursor: string
        } = yield* crm.ledger.read({ after, limit: 7 })
        if (page.entries.length === 0) return
        read.push(...page.entries.map(({ subject }) => subject.id))
        after = page.cursor
      }
    })
    const followed: Array<string> = []
    yield* crm.ledger.follow({ pollMillis: 20 }).pipe(
      Stream.runForEach(({ entries }) => Effect.sync(() => followed.push(...entries.map(({ subject }) => subject.id)))),
      Effect.fork,
    )
    const fibers: Array<Fiber.RuntimeFiber<unknown, unknown>> = []
    const end = Effect.suspend(() => {
      const [turn] = open.splice(Math.floor(Math.random() * open.length), 1)
      return turn === undefined ? Effect.void : Deferred.succeed(turn, Math.random() > 1 / 6)
    })
    for (let n = 0; n < 120; n++) {
      fibers.push(yield* transaction(n))
      if (open.length > 6) yield* end
      yield* readOn
    }
    while (open.length > 0) yield* Effect.zipRight(end, readOn)
    yield* Effect.forEach(fibers, Fiber.join)
    const complete = (seen: ReadonlyArray<string>) => seen.length >= committed.size
    const waited = Effect.suspend(() => (complete(read) && complete(followed) ? Effect.void : Effect.fail("not yet")))
    yield* Effect.ignore(
      Effect.retry(Effect.zipRight(readOn, waited), Schedule.intersect(Schedule.spaced(20), Schedule.recurs(500))),
    )
    return { committed: [...committed].sort(), read, followed }
  }).pipe(as("maya"))
  const { committed, followed, read } = await Effect.runPromise(
    Effect.scoped(Effect.provide(program, Layer.provideMerge(layer(), storage))),
  )
  expect(committed.length).toBeGreaterThan(150)
  expect([...read].sort()).toEqual(committed)
  expect([...followed].sort()).toEqual(committed)
  expect(followed).toEqual(read)
})
