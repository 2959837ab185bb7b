import * as Effect from "effect/Effect"
import { describe, expect, test } from "vitest"
import { type NounName, Nouns } from "../../../src/domain/Nouns.js"
import { Storage } from "../../../src/ports/Storage.js"
import { databases, on } from "./databases.js"
import { changes, created, instant, record } from "./samples.js"

const nouns = Object.values(Nouns).map(({ name }): NounName => name)

describe.each(databases)("records on $name", ({ fresh }) => {
  test(`each of ${nouns.length} nouns comes back as it was written`, async () => {
    const database = await fresh()
    await on(
      database.storage(),
      Effect.gen(function* () {
        const storage = yield* Storage
        for (const noun of nouns) {
          const full = record(noun, `${noun}_1`, { version: 1 })
          const bare = record(noun, `${noun}_2`, { ...unlike(noun), version: 1 }, false)
          const records = [full, bare].map((row) => ({ noun, id: String(row.id), expects: 0, record: row }))
          yield* storage.commit(changes("w", { records }))
          const found = yield* storage.get("w", noun, [`${noun}_2`, `${noun}_1`, `${noun}_3`])
          expect(found, noun).toEqual([bare, full])
        }
      }),
    )
  })

  test("an update and a removal need the version that they expect", async () => {
    const database = await fresh()
    await on(
      database.storage(),
      Effect.gen(function* () {
        const storage = yield* Storage
        const write = (expects: number, name: string | null) =>
          Effect.either(
            storage.commit(
              changes("w", {
                records: [
                  {
                    noun: "candidate",
                    id: "cand_1",
                    expects,
                    record: name === null ? null : record("candidate", "cand_1", { version: expects + 1, name }),
                  },
                  created("note", `note_${name}${expects}`),
                ],
              }),
            ),
          )
        yield* storage.commit(changes("w", { records: [created("candidate", "cand_1")] }))
        expect(yield* write(2, "late")).toMatchObject({ left: { _tag: "StaleWrite", what: "candidate cand_1" } })
        expect(yield* write(1, "Ada")).toMatchObject({ _tag: "Right" })
        expect(yield* storage.get("w", "candidate", ["cand_1"])).toMatchObject([{ name: "Ada", version: 2 }])
        expect(yield* write(1, null)).toMatchObject({ left: { _tag: "StaleWrite" } })
        expect(yield* write(2, null)).toMatchObject({ _tag: "Right" })
        expect(yield* storage.get("w", "candidate", ["cand_1"])).toEqual([])
        // What was refused left nothing behind.
        const notes = yield* storage.list({
          workspace: "w",
          noun: "note",
          filter: null,
          order: { field: "id", direction: "asc" },
          limit: 10,
          after: null,
        })
        expect(notes.map(({ id }) => id)).toEqual(["note_Ada1", "note_null2"])
      }),
    )
  })

  test("a rule over some kinds refuses a second record, and lets one commit hand over from one to the other", async () => {
    const database = await fresh()
    const submission = (id: string, attempt: number, fields = {}) =>
      record("submission", id, { candidateId: "cand_1", positionId: "pos_1", attempt, ...fields })
    await on(
      database.storage(),
      Effect.gen(function* () {
        const storage = yield* Storage
        const create = (id: string, attempt: number) => ({
          noun: "submission" as const,
          id,
          expects: 0,
          record: submission(id, attempt),
        })
        yield* storage.commit(changes("w", { records: [create("sub_1", 1)] }))
        expect(yield* Effect.flip(storage.commit(changes("w", { records: [create("sub_2", 2)] })))).toMatchObject({
          _tag: "StaleWrite",
        })
        yield* storage.commit(changes("other", { records: [create("sub_2", 2)] }))
        yield* storage.commit(
          changes("w", {
            records: [
              create("sub_2", 2),
              {
                noun: "submission",
                id: "sub_1",
                expects: 1,
                record: submission("sub_1", 1, { kind: "rejected", version: 2 }),
              },
            ],
          }),
        )
        expect(yield* storage.get("w", "submission", ["sub_1", "sub_2"])).toMatchObject([
          { kind: "rejected" },
          { kind: "shortlisted" },
        ])
      }),
    )
  })

  test("a kind without what it requires, and an unknown kind, are refused", async () => {
    const database = await fresh()
    await on(
      database.storage(),
      Effect.gen(function* () {
        const storage = yield* Storage
        for (const fields of [{ kind: "screened", screenedAt: null }, { kind: "hired" }, { name: null }]) {
          const refused = storage.commit(changes("w", { records: [created("candidate", "cand_1", fields)] }))
          expect(yield* Effect.flip(refused)).toMatchObject({ _tag: "StorageFault" })
        }
      }),
    )
  })

  test("thousands of new records of several nouns land in one commit", async () => {
    const database = await fresh()
    await on(
      database.storage(),
      Effect.gen(function* () {
        const storage = yield* Storage
        const records = Array.from({ length: 2_345 }, (_, n) => [
          created("candidate", `cand_${n}`, { createdAt: instant(n) }),
          created("note", `note_${n}`),
        ]).flat()
        yield* storage.commit(changes("w", { records }))
        const ids = records.map(({ id }) => id)
        expect(yield* storage.get("w", "candidate", ids)).toHaveLength(2_345)
        expect(yield* storage.get("w", "note", ids)).toHaveLength(2_345)
      }),
    )
  })
})

/** Values for unique rules, so that two records of a noun do not hit them. */
const unlike = (noun: NounName) =>
  Object.fromEntries(Nouns[noun].unique.flatMap(({ fields }) => fields.map((field) => [field, other(noun, field)])))

const other = (noun: NounName, field: string) => {
  const value = record(noun, "x")[field]
  return typeof value === "number" ? 7 : "other"
}
