import * as Chunk from "effect/Chunk"
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import { describe, expect, test } from "vitest"
import type { Visit } from "../../../src/domain/Ledger.js"
import { Storage, type VisitRequest } from "../../../src/ports/Storage.js"
import { databases, on, raw } from "./databases.js"
import { changes, entry, instant, visit } from "./samples.js"

const ids = (entries: ReadonlyArray<{ readonly id: string }>) => entries.map(({ id }) => id.replace("entry_", ""))

describe.each(databases)("the ledger on $name", ({ fresh }) => {
  test("is read in the order of writing, page by page, to where it ends", async () => {
    const database = await fresh()
    await on(
      database.storage(),
      Effect.gen(function* () {
        const storage = yield* Storage
        const read = (after: string | null, limit = 2) => storage.ledger("w", { after, limit })
        const empty = yield* read(null)
        expect(empty.entries).toEqual([])
        // Written in no order of ids or times.
        const one = [entry("c", "cand_1"), entry("a", "cand_1", { version: 2, at: instant(-9) }), entry("b", "cand_2")]
        yield* storage.commit(changes("w", { entries: one }))
        yield* storage.commit(changes("other", { entries: one }))
        yield* storage.commit(
          changes("w", {
            entries: [entry("d", "cand_1", { act: "act_2", version: 3, corrects: "act_1", patch: null })],
          }),
        )
        const first = yield* read(empty.cursor)
        const second = yield* read(first.cursor)
        const third = yield* read(second.cursor)
        expect([ids(first.entries), ids(second.entries), ids(third.entries)]).toEqual([["c", "a"], ["b", "d"], []])
        expect(third.cursor).toBe(second.cursor)
        expect(yield* read("no cursor", 9)).toEqual(yield* read(null, 9))
        expect(yield* read("99999999999999999999.1", 9)).toEqual(yield* read(null, 9))
        expect((yield* read(null, 9)).entries.slice(0, 3)).toEqual(one)
        const by = (what: Parameters<Storage["entries"]>[1]) => Effect.map(storage.entries("w", what), ids)
        expect(yield* by({ subjects: ["cand_2", "cand_1", "cand_3"] })).toEqual(["b", "c", "a", "d"])
        expect(yield* by({ act: "act_1" })).toEqual(["c", "a", "b"])
        expect(yield* by({ id: "entry_d" })).toEqual(["d"])
        expect(yield* by({ id: "entry_x" })).toEqual([])
      }),
    )
  })

  test("refuses to change or lose an entry, and an entry twice", async () => {
    const database = await fresh()
    await on(
      database.shared,
      Effect.gen(function* () {
        const storage = yield* Storage
        yield* storage.commit(changes("w", { entries: [entry("a", "cand_1")] }))
        const ledger = database.table("ledger")
        for (const statement of [`update ${ledger} set actor = 'eve'`, `delete from ${ledger}`])
          expect(yield* Effect.flip(raw(statement))).toMatchObject({
            cause: { message: expect.stringContaining("append only") },
          })
        expect(yield* Effect.flip(storage.commit(changes("w", { entries: [entry("a", "cand_1")] })))).toMatchObject({
          _tag: "StaleWrite",
        })
      }),
    )
  })

  test("remembers one result for a key", async () => {
    const database = await fresh()
    await on(
      database.storage(),
      Effect.gen(function* () {
        const storage = yield* Storage
        const idempotency = { key: "k", command: "submit", fingerprint: "f", result: { id: "sub_1" } }
        yield* storage.commit(changes("w", { idempotency, entries: [entry("a", "cand_1")] }))
        const again = changes("w", { idempotency, entries: [entry("b", "cand_1")] })
        expect(yield* Effect.flip(storage.commit(again))).toMatchObject({ _tag: "StaleWrite" })
        expect(ids((yield* storage.ledger("w", { after: null, limit: 9 })).entries)).toEqual(["a"])
      }),
    )
  })
})

describe.each(databases)("visits on $name", ({ fresh }) => {
  const run = <A, E>(
    program: (
      storage: Storage,
      read: (request?: Partial<VisitRequest>) => Effect.Effect<ReadonlyArray<Visit>, unknown>,
    ) => Effect.Effect<A, E>,
  ) =>
    fresh().then((database) =>
      on(
        database.storage(),
        Effect.flatMap(Storage, (storage) =>
          program(storage, (request) =>
            Effect.map(
              Stream.runCollect(
                storage.visits({ workspace: "w", pipeline: "candidate", before: null, subjectIds: null, ...request }),
              ),
              Chunk.toReadonlyArray,
            ),
          ),
        ),
      ),
    )

  test("are opened, closed and rewritten", () =>
    run((storage, read) =>
      Effect.gen(function* () {
        const a = visit("a", "cand_1")
        const b = visit("b", "cand_1", { enteredAt: instant(5), kind: "screening" })
        const closed = { ...a, leftAt: instant(5), leftFor: "screening" }
        yield* storage.commit(changes("w", { visitsOpened: [a, visit("o", "cand_2")] }))
        yield* storage.commit(changes("other", { visitsOpened: [a] }))
        yield* storage.commit(
          changes("w", {
            visitsClosed: [{ pipeline: "candidate", subjectId: "cand_1", leftAt: instant(5), leftFor: "screening" }],
            visitsOpened: [b],
          }),
        )
        expect(yield* read()).toEqual([closed, b, visit("o", "cand_2")])
        expect(yield* read({ before: instant(5) })).toEqual([closed, visit("o", "cand_2")])
        expect(yield* read({ subjectIds: ["cand_2", "cand_9"] })).toEqual([visit("o", "cand_2")])
        expect(yield* read({ pipeline: "client" })).toEqual([])
        expect(
          yield* Effect.flip(storage.commit(changes("w", { visitsOpened: [visit("x", "cand_1")] }))),
        ).toMatchObject({
          _tag: "StaleWrite",
        })
        const nobody = { pipeline: "candidate", subjectId: "cand_9", leftAt: instant(5), leftFor: "screening" } as const
        expect(yield* Effect.flip(storage.commit(changes("w", { visitsClosed: [nobody] })))).toMatchObject({
          _tag: "StorageFault",
        })
        yield* storage.commit(
          changes("w", {
            visitsRewritten: [{ pipeline: "candidate", subjectId: "cand_1", visits: [visit("z", "cand_1")] }],
          }),
        )
        expect(yield* read({ subjectIds: ["cand_1"] })).toEqual([visit("z", "cand_1")])
        yield* storage.commit(
          changes("w", { visitsRewritten: [{ pipeline: "candidate", subjectId: "cand_1", visits: [] }] }),
        )
        expect(yield* read({ subjectIds: ["cand_1"] })).toEqual([])
      }),
    ))

  test("come all, in order of subject, entry and writing, however many", () =>
    run((storage, read) =>
      Effect.gen(function* () {
        const visitsOpened = Array.from({ length: 4_321 }, (_, n) =>
          visit(`${n}`, `cand_${(n * 7) % 1000}`, { enteredAt: instant(n % 11), leftAt: instant(20), leftFor: "x" }),
        )
        yield* storage.commit(changes("w", { visitsOpened }))
        const key = ({ enteredAt, subjectId }: Visit) => `${subjectId} ${enteredAt}`
        const expected = [...visitsOpened].sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0))
        expect(ids(yield* read())).toEqual(ids(expected))
      }),
    ))
})
