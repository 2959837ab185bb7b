import * as Effect from "effect/Effect"
import { describe, expect, test } from "vitest"
import { Storage } from "../../../src/ports/Storage.js"
import { databases, on } from "./databases.js"
import { changes, created } from "./samples.js"

const plan = {
  submissions: { noun: "submission", by: { id: { given: "ids" } } },
  candidates: { noun: "candidate", by: { id: { step: "submissions", field: "candidateId" } } },
  openings: { noun: "opening", by: { id: { step: "submissions", field: "openingId" } } },
  siblings: {
    noun: "submission",
    by: { candidateId: { step: "candidates", field: "id" }, positionId: { given: "positions" } },
    kinds: ["shortlisted", "rejected"],
  },
  clients: { noun: "client", by: { name: { given: "names" } } },
} as const

const submission = (n: number, fields = {}) =>
  created("submission", `sub_${n}`, {
    candidateId: `cand_${n % 2}`,
    positionId: `pos_${n}`,
    openingId: null,
    attempt: n,
    ...fields,
  })

const seed = changes("w", {
  records: [
    submission(1),
    submission(2, { kind: "rejected" }),
    submission(3, { kind: "submitted" }),
    submission(4, { openingId: "opening_1" }),
    created("candidate", "cand_1"),
    created("candidate", "cand_0"),
    created("opening", "opening_1"),
    created("client", "client_1", { name: "Acme" }),
  ],
  idempotency: { key: "k", command: "submit", fingerprint: "f", result: null },
})

describe.each(databases)("loads on $name", ({ fresh }) => {
  test("answer every look-up of a plan from what was given and from earlier look-ups", async () => {
    const database = await fresh()
    await on(
      database.storage(),
      Effect.gen(function* () {
        const storage = yield* Storage
        yield* storage.commit(seed)
        yield* storage.commit({ ...seed, workspace: "other" })
        const load = (
          ids: ReadonlyArray<string>,
          positions: ReadonlyArray<string>,
          key: string | null,
          workspace = "w",
        ) =>
          Effect.map(
            storage.load({ workspace, plan, given: { ids, positions }, idempotencyKey: key }),
            ({ remembered, rows }) => ({
              remembered,
              ...Object.fromEntries(Object.entries(rows).map(([step, found]) => [step, found.map(({ id }) => id)])),
            }),
          )
        expect(yield* load(["sub_4", "sub_1"], ["pos_1", "pos_3", "pos_2"], "k")).toEqual({
          remembered: { key: "k", command: "submit", fingerprint: "f", result: null },
          submissions: ["sub_1", "sub_4"],
          candidates: ["cand_0", "cand_1"],
          openings: ["opening_1"],
          siblings: ["sub_1", "sub_2"],
          clients: [],
        })
        expect(yield* load([], [], "k2")).toEqual({
          remembered: null,
          submissions: [],
          candidates: [],
          openings: [],
          siblings: [],
          clients: [],
        })
        expect(yield* load(["sub_1"], ["pos_1"], "k", "nobody")).toMatchObject({ remembered: null, submissions: [] })
        expect(yield* storage.load({ workspace: "w", plan: {}, given: {}, idempotencyKey: "k" })).toMatchObject({
          rows: {},
          remembered: { command: "submit" },
        })
      }),
    )
  })

  test("take a hundred thousand ids, as get does", async () => {
    const database = await fresh()
    await on(
      database.storage(),
      Effect.gen(function* () {
        const storage = yield* Storage
        yield* storage.commit(seed)
        const ids = Array.from({ length: 100_000 }, (_, n) => `sub_${n}`)
        const loaded = yield* storage.load({ workspace: "w", plan, given: { ids, names: ids }, idempotencyKey: null })
        expect(loaded.rows.submissions).toHaveLength(4)
        expect(yield* storage.get("w", "submission", ids)).toHaveLength(4)
        expect(
          yield* storage.list({
            workspace: "w",
            noun: "submission",
            filter: { field: "id", is: "in", value: ids },
            order: { field: "id", direction: "desc" },
            limit: 10,
            after: null,
          }),
        ).toHaveLength(4)
        expect(yield* storage.entries("w", { subjects: ids })).toEqual([])
      }),
    )
  })
})
