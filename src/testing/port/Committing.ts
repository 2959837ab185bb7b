import * as Effect from "effect/Effect"
import * as Either from "effect/Either"
import { describe, expect, test } from "vitest"
import type { ChangeSet } from "../../domain/ChangeSet.js"
import type { Row } from "../../ports/Storage.js"
import { type Agency, agency, type Fixture } from "../Fixture.js"
import { everything } from "../Everything.js"
import { changes, created, entry, row, visit } from "../Samples.js"

const stale = { _tag: "StaleWrite" }

const submission = (id: string, fields: Row = {}) =>
  row("submission", id, { candidateId: "cand_1", positionId: "pos_1", attempt: 1, ...fields })

/** A commit of every part, the one given among them. */
const around = (parts: Partial<ChangeSet>): Partial<ChangeSet> => ({
  ...parts,
  records: [
    created("client", row("client", "client_new")),
    ...(parts.records ?? []),
    created("contact", row("contact", "contact_new")),
  ],
  entries: [entry(100, "client_new", { subject: { type: "client", id: "client_new" } }), ...(parts.entries ?? [])],
  visitsOpened: [visit(100, "client_new", { pipeline: "client", kind: "prospect", stage: "prospect" })],
  linksAdded: [{ noun: "note", id: "note_1", subjectType: "client", subjectId: "client_new" }],
  blobs: [{ key: "blob_new", bytes: new Uint8Array([1]) }],
})

export const committing = (fixture: Fixture) =>
  describe("commit", () => {
    const refusesWhole = async (here: Agency, parts: Partial<ChangeSet>) => {
      const before = await everything(here.opened, here.workspace)
      await expect(here.commit(around(parts))).rejects.toMatchObject(stale)
      expect(await everything(here.opened, here.workspace)).toEqual(before)
      expect(await here.opened.run(here.opened.storage.blob(here.workspace, "blob_new"))).toBeNull()
      // What was refused for one part of it can land without that part.
      await here.commit(around({}))
      expect(await here.get("client", "client_new")).toHaveLength(1)
    }

    test("replaces a record at the version that it expects, and takes one away", async () => {
      const here = agency(fixture)
      await here.create("candidate", row("candidate", "cand_1", { name: "Ada" }))
      const next = row("candidate", "cand_1", { name: "Eve", phone: null, version: 2 })
      await here.commit({ records: [{ noun: "candidate", id: "cand_1", expects: 1, record: next }] })
      expect(await here.get("candidate", "cand_1")).toEqual([next])
      await here.commit({ records: [{ noun: "candidate", id: "cand_1", expects: 2, record: null }] })
      expect(await here.get("candidate", "cand_1")).toEqual([])
      await here.create("candidate", row("candidate", "cand_1"))
      expect(await here.get("candidate", "cand_1")).toHaveLength(1)
    })

    test.each([
      ["an older version", 1],
      ["a newer version", 3],
      ["no version, where there is one", 0],
    ])("refuses the whole for %s", async (_what, expects) => {
      const here = agency(fixture)
      await here.create("candidate", row("candidate", "cand_1", { version: 2 }))
      const record = row("candidate", "cand_1", { version: expects + 1 })
      await refusesWhole(here, { records: [{ noun: "candidate", id: "cand_1", expects, record }] })
    })

    test("refuses the whole for a record that is gone, or never was, to replace or to take away", async () => {
      for (const record of [row("candidate", "cand_1", { version: 2 }), null]) {
        await refusesWhole(agency(fixture), { records: [{ noun: "candidate", id: "cand_1", expects: 1, record }] })
      }
    })

    test("refuses the whole for a second live submission of a candidate on a position", async () => {
      const here = agency(fixture)
      await here.create("submission", submission("sub_1", { kind: "interviewing" }))
      await refusesWhole(here, {
        records: [created("submission", submission("sub_2", { attempt: 2, kind: "offered" }))],
      })
    })

    test("refuses the whole for the same attempt twice, whatever became of the first", async () => {
      const here = agency(fixture)
      await here.create("submission", submission("sub_1", { kind: "rejected" }))
      await refusesWhole(here, { records: [created("submission", submission("sub_2"))] })
    })

    test("lets the next attempt in once the first has ended, in one commit too", async () => {
      const here = agency(fixture)
      await here.create("submission", submission("sub_1"))
      const ended = submission("sub_1", { kind: "rejected", version: 2 })
      await here.commit({
        records: [
          { noun: "submission", id: "sub_1", expects: 1, record: ended },
          created("submission", submission("sub_2", { attempt: 2 })),
        ],
      })
      await here.create("submission", submission("sub_3", { candidateId: "cand_2" }))
      await here.create("submission", submission("sub_4", { positionId: "pos_2" }))
      expect(await here.get("submission", "sub_1", "sub_2", "sub_3", "sub_4")).toHaveLength(4)
    })

    test("refuses a rule broken by an update, and within one commit", async () => {
      const here = agency(fixture)
      await here.create("submission", submission("sub_1"), submission("sub_2", { attempt: 2, kind: "rejected" }))
      const back = submission("sub_2", { attempt: 2, kind: "shortlisted", version: 2 })
      await refusesWhole(here, { records: [{ noun: "submission", id: "sub_2", expects: 1, record: back }] })
      const two = ["sub_5", "sub_6"].map((id) => created("submission", submission(id, { candidateId: "cand_5" })))
      await refusesWhole(agency(fixture), { records: two })
    })

    test("refuses two placements on one opening, two offers out, two openings of one number", async () => {
      const rules = [
        ["placement", "openingId", { submissionId: "sub_a" }, { submissionId: "sub_b" }],
        ["placement", "submissionId", { openingId: "opening_a" }, { openingId: "opening_b" }],
        ["offer", "submissionId", { revision: 1, kind: "extended" }, { revision: 2, kind: "extended" }],
        ["offer", "revision", { revision: 3, kind: "declined" }, { revision: 3, kind: "expired" }],
        ["opening", "number", { number: 1 }, { number: 1 }],
      ] as const
      for (const [noun, , first, second] of rules) {
        const here = agency(fixture)
        await here.create(noun, row(noun, "one_1", first))
        await refusesWhole(here, { records: [created(noun, row(noun, "two_1", second))] })
      }
    })

    test("refuses the whole for an idempotency key that was used, and remembers nothing of what failed", async () => {
      const here = agency(fixture)
      const idempotency = { key: "once", command: "clients.create", fingerprint: "a", result: null }
      await here.commit({ idempotency })
      await refusesWhole(here, { idempotency: { ...idempotency, fingerprint: "b" } })
      const there = agency(fixture)
      const records = [{ noun: "candidate", id: "cand_1", expects: 1, record: null }] as const
      await refusesWhole(there, { idempotency, records })
      const { remembered } = await there.opened.run(
        there.opened.storage.load({ workspace: there.workspace, plan: {}, given: {}, idempotencyKey: "once" }),
      )
      expect(remembered).toBeNull()
    })

    test("refuses the whole for an entry that the ledger has, whoever it is about, or that is told twice", async () => {
      const here = agency(fixture)
      await here.commit({ entries: [entry(1, "cand_1")] })
      const again = entry(1, "client_new", { subject: { type: "client", id: "client_new" }, version: 2 })
      await refusesWhole(here, { entries: [again] })
      const there = agency(fixture)
      const twice = entry(2, "client_new", { subject: { type: "client", id: "client_new" } })
      await refusesWhole(there, { entries: [twice, { ...twice, version: 2 }] })
      // Each agency has a ledger of its own.
      await there.commit({ entries: [entry(1, "cand_1")] })
    })

    test("lets exactly one of many writers of the same version through", async () => {
      const here = agency(fixture)
      await here.create("candidate", row("candidate", "cand_1"))
      const writers = Array.from({ length: 8 }, (_, n) =>
        here.commit({
          records: [
            {
              noun: "candidate",
              id: "cand_1",
              expects: 1,
              record: row("candidate", "cand_1", { name: `${n}`, version: 2 }),
            },
          ],
          entries: [entry(n, "cand_1", { version: 2 })],
        }),
      )
      const results = await Promise.allSettled(writers)
      expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1)
      expect((await everything(here.opened, here.workspace)).ledger).toHaveLength(1)
    })

    test("refuses the whole where what it names is not there, and lands where it is", async () => {
      const here = agency(fixture)
      await here.create("candidate", row("candidate", "cand_1"))
      const named = ["cand_1", "cand_2"].map((id) => ({ noun: "candidate" as const, id }))
      await refusesWhole(here, { named })
      await here.create("candidate", row("candidate", "cand_2"))
      await here.commit({ named })
      await here.commit({ records: [{ noun: "candidate", id: "cand_1", expects: 1, record: null }] })
      await expect(here.commit({ named })).rejects.toMatchObject(stale)
    })

    test("of two at once, one that names a record and one that takes it away, either sees the other or is stale", async () => {
      const here = agency(fixture)
      const { run, storage } = here.opened
      const write = (parts: Partial<ChangeSet>) => storage.commit(changes(here.workspace, parts))
      const outcomes = new Set<string>()
      for (let round = 0; round < 40; round++) {
        const [id, other] = [`cand_${round}`, `sub_${round}`]
        await here.create("candidate", row("candidate", id))
        const naming = Effect.gen(function* () {
          if ((yield* storage.get(here.workspace, "candidate", [id])).length === 0) return "saw it gone"
          if (round % 2 === 0) yield* Effect.sleep(round % 5)
          const record = submission(other, { candidateId: id, positionId: `pos_${round}` })
          yield* write({ records: [created("submission", record)], named: [{ noun: "candidate", id }] })
          return "named it"
        })
        const taking = storage.locking((lock) =>
          Effect.gen(function* () {
            yield* lock(here.workspace, [id])
            if ((yield* storage.get(here.workspace, "submission", [other])).length > 0) return "saw it named"
            yield* write({ records: [{ noun: "candidate", id, expects: 1, record: null }] })
            return "took it away"
          }),
        )
        const said = <A, E extends { readonly _tag: string }>(body: Effect.Effect<A, E>) =>
          run(Effect.match(body, { onFailure: ({ _tag }) => _tag, onSuccess: (outcome) => outcome }))
        const [one, two] = await Promise.all([said(storage.unit(naming)), said(taking)])
        outcomes.add(`${one}, ${two}`)
      }
      const allowed = ["named it, saw it named", "saw it gone, took it away", "StaleWrite, took it away"]
      expect([...outcomes].filter((outcome) => !allowed.includes(outcome))).toEqual([])
    })

    test("keeps apart who names a record and who takes it away, wherever the other gets in between", async () => {
      const here = agency(fixture)
      const { run, storage } = here.opened
      const write = (parts: Partial<ChangeSet>) => storage.commit(changes(here.workspace, parts))
      const got: { readonly [of in "naming" | "taking"]: Set<boolean> } = { naming: new Set(), taking: new Set() }
      for (let round = 0; round < 4; round++) {
        const [id, other] = [`cand_${round}`, `sub_${round}`]
        await here.create("candidate", row("candidate", id))
        const first = round % 2 === 0 ? "naming" : "taking"
        const read = new Set<string>()
        const ended = new Map<string, string>()
        let second: Promise<string> | undefined
        let isBetween = false
        /** Begins the other, and asks the database until it got as far as it may, or had every chance to. */
        const letIn = (of: string, body: () => Promise<string>, turn: Effect.Effect<void>) =>
          Effect.gen(function* () {
            if (of !== first) return
            second = Promise.resolve().then(body)
            const far = () => (of === "naming" ? ended.has("taking") : read.has("naming"))
            for (let n = 0; n < 1000 && !far(); n++) {
              yield* storage.get(here.workspace, "candidate", [id])
              yield* turn
            }
            // Who waits for us by now is about to write.
            for (let n = 0; n < 10; n++) yield* storage.get(here.workspace, "candidate", [id])
          })
        const said = async (of: string, body: Effect.Effect<string, { readonly _tag: string }>) => {
          const outcome = await run(Effect.match(body, { onFailure: ({ _tag }) => _tag, onSuccess: (text) => text }))
          ended.set(of, outcome)
          return outcome
        }
        const naming = (): Promise<string> =>
          said(
            "naming",
            storage.unit(
              Effect.gen(function* () {
                if ((yield* storage.get(here.workspace, "candidate", [id])).length === 0) return "saw it gone"
                read.add("naming")
                yield* letIn("naming", taking, Effect.yieldNow())
                if (first === "naming") isBetween = ended.has("taking")
                const record = submission(other, { candidateId: id, positionId: `pos_${round}` })
                yield* write({ records: [created("submission", record)], named: [{ noun: "candidate", id }] })
                return "named it"
              }),
            ),
          )
        const taking = (): Promise<string> =>
          said(
            "taking",
            storage.locking((lock) =>
              Effect.gen(function* () {
                yield* lock(here.workspace, [id])
                if ((yield* storage.get(here.workspace, "submission", [other])).length > 0) return "saw it named"
                // Its body is made of calls on the storage alone: some have nothing else to keep others out by.
                yield* letIn("taking", naming, Effect.void)
                if (first === "taking") isBetween = read.has("naming")
                yield* write({ records: [{ noun: "candidate", id, expects: 1, record: null }] })
                return "took it away"
              }),
            ),
          )
        await (first === "naming" ? naming() : taking())
        await second
        got[first].add(isBetween)
        // Who got in between what the first one read and wrote tells by which of the two is refused.
        const apart = first === "naming" ? ["named it", "saw it named"] : ["saw it gone", "took it away"]
        expect([ended.get("naming"), ended.get("taking")], `${first} first`).toEqual(
          isBetween ? ["StaleWrite", "took it away"] : apart,
        )
      }
      // It is one way or the other, and each time: a race that took place by chance alone would tell of nothing.
      for (const [of, ways] of Object.entries(got))
        expect([...ways], `whether another gets in while ${of}`).toHaveLength(1)
    })

    test("takes back the whole of many inside of a unit that goes on", async () => {
      const here = agency(fixture)
      await here.create("candidate", row("candidate", "cand_149"))
      const ids = Array.from({ length: 150 }, (_, n) => `cand_${n}`)
      const many = { records: ids.map((id) => created("candidate", row("candidate", id))) }
      const client = (id: string) => ({ records: [created("client", row("client", id))] })
      const commit = (parts: Partial<ChangeSet>) => here.opened.storage.commit(changes(here.workspace, parts))
      const unit = Effect.gen(function* () {
        const first = yield* Effect.either(commit(many))
        yield* commit(client("client_1"))
        const second = yield* Effect.either(commit(many))
        yield* commit(client("client_2"))
        return [first, second].map(Either.isLeft)
      })
      expect(await here.opened.run(here.opened.storage.unit(unit))).toEqual([true, true])
      const { records } = await everything(here.opened, here.workspace)
      expect(records.candidate?.map(({ id }) => id)).toEqual(["cand_149"])
      expect(records.client?.map(({ id }) => id)).toEqual(["client_1", "client_2"])
    })

    test("lands a thousand records, entries and visits at once", async () => {
      const here = agency(fixture)
      const ids = Array.from({ length: 1000 }, (_, n) => `cand_${String(n).padStart(4, "0")}`)
      await here.commit({
        records: ids.map((id) => created("candidate", row("candidate", id))),
        entries: ids.map((id, n) => entry(n, id)),
        visitsOpened: ids.map((id, n) => visit(n, id)),
      })
      const all = await everything(here.opened, here.workspace)
      expect(all.records.candidate?.map(({ id }) => id)).toEqual(ids)
      expect(all.ledger.map(({ subject }) => subject.id)).toEqual(ids)
      expect(all.visits.candidate?.map(({ subjectId }) => subjectId)).toEqual(ids)
    })
  })
