import { describe, expect, test } from "vitest"
import * as Plan from "../../domain/Plan.js"
import { agency, type Fixture } from "../Fixture.js"
import { changes, row } from "../Samples.js"

const plan = Plan.plan({
  submission: Plan.given("submission", "id"),
  candidate: Plan.follow("candidate", "submission", "candidateId"),
  consents: Plan.having("consent", "candidateId", "candidate", ["granted"]),
  opening: Plan.follow("opening", "submission", "openingId"),
  attempts: {
    noun: "submission",
    by: {
      candidateId: { step: "submission", field: "candidateId" },
      positionId: { step: "submission", field: "positionId" },
    },
  },
  rivals: Plan.having("submission", "positionId", "position", ["submitted", "interviewing"]),
  position: Plan.given("position", "position"),
})

const submission = (id: string, fields: object) => row("submission", id, { openingId: null, ...fields })

export const loading = (fixture: Fixture) =>
  describe("load", () => {
    const load = async (given: Plan.Given, steps: Plan.Plan = plan) => {
      const here = agency(fixture)
      await here.create("candidate", row("candidate", "cand_1"), row("candidate", "cand_2"))
      await here.create("position", row("position", "pos_1"), row("position", "pos_2"))
      await here.create(
        "consent",
        row("consent", "consent_2", { candidateId: "cand_1", kind: "granted" }),
        row("consent", "consent_1", { candidateId: "cand_1", kind: "granted" }),
        row("consent", "consent_3", { candidateId: "cand_1", kind: "revoked" }),
        row("consent", "consent_4", { candidateId: "cand_2", kind: "granted" }),
      )
      await here.create(
        "submission",
        submission("sub_1", { candidateId: "cand_1", positionId: "pos_1", attempt: 2, kind: "submitted" }),
        submission("sub_2", { candidateId: "cand_1", positionId: "pos_1", attempt: 1, kind: "rejected" }),
        submission("sub_3", { candidateId: "cand_1", positionId: "pos_2", attempt: 1, kind: "shortlisted" }),
        submission("sub_4", { candidateId: "cand_2", positionId: "pos_1", attempt: 1, kind: "interviewing" }),
      )
      const { rows } = await here.opened.run(
        here.opened.storage.load({ workspace: here.workspace, plan: steps, given, idempotencyKey: null }),
      )
      return Object.fromEntries(Object.entries(rows).map(([step, found]) => [step, found.map(({ id }) => id)]))
    }

    test("follows the fields of earlier steps, filters by kind, and orders by id", async () => {
      expect(await load({ id: ["sub_1"], position: [] })).toEqual({
        submission: ["sub_1"],
        candidate: ["cand_1"],
        consents: ["consent_1", "consent_2"],
        opening: [],
        attempts: ["sub_1", "sub_2"],
        rivals: [],
        position: [],
      })
    })

    test("takes several values for a step and finds each record once", async () => {
      const found = await load({ id: ["sub_4", "sub_1", "sub_2", "sub_1"], position: [] })
      expect(found.submission).toEqual(["sub_1", "sub_2", "sub_4"])
      expect(found.candidate).toEqual(["cand_1", "cand_2"])
      expect(found.consents).toEqual(["consent_1", "consent_2", "consent_4"])
    })

    test("finds nothing for what was not given, is not there, or is null", async () => {
      const none = { submission: [], candidate: [], consents: [], opening: [], attempts: [], rivals: [], position: [] }
      expect(await load({})).toEqual(none)
      expect(await load({ id: [] })).toEqual(none)
      expect(await load({ id: ["sub_9", "cand_1", "", "' or 1=1 --"] })).toEqual(none)
    })

    test("joins two fields by both of them", async () => {
      const steps = Plan.plan({
        pair: { noun: "submission", by: { candidateId: { given: "c" }, positionId: { given: "p" } } },
      })
      expect(await load({ c: ["cand_1"], p: ["pos_1"] }, steps)).toEqual({ pair: ["sub_1", "sub_2"] })
      expect(await load({ c: ["cand_1", "cand_2"], p: ["pos_2"] }, steps)).toEqual({ pair: ["sub_3"] })
      expect(await load({ c: ["cand_1"] }, steps)).toEqual({ pair: [] })
    })

    test("loads three steps deep", async () => {
      const steps = Plan.plan({
        candidate: Plan.given("candidate", "id"),
        submissions: Plan.having("submission", "candidateId", "candidate", ["submitted", "shortlisted"]),
        positions: Plan.follow("position", "submissions", "positionId"),
        siblings: Plan.having("submission", "positionId", "positions"),
      })
      expect(await load({ id: ["cand_1"] }, steps)).toEqual({
        candidate: ["cand_1"],
        submissions: ["sub_1", "sub_3"],
        positions: ["pos_1", "pos_2"],
        siblings: ["sub_1", "sub_2", "sub_3", "sub_4"],
      })
    })

    test("gives whole rows, and what was remembered under a key", async () => {
      const here = agency(fixture)
      const record = row("candidate", "cand_1", { phone: null, tags: ["é", "\n"], customFields: { z: 1.5, a: null } })
      const remembered = { key: "once", command: "candidates.create", fingerprint: "f", result: { ok: [1, null, "x"] } }
      await here.create("candidate", record)
      await here.commit({ idempotency: remembered })
      const request = {
        workspace: here.workspace,
        plan: { one: Plan.given("candidate", "id") },
        given: { id: ["cand_1"] },
      }
      const { run, storage } = here.opened
      const first = await run(storage.load({ ...request, idempotencyKey: "once" }))
      expect(first).toEqual({ rows: { one: [record] }, remembered })
      expect(await run(storage.load({ ...request, idempotencyKey: "twice" }))).toEqual({ ...first, remembered: null })
      expect(await run(storage.load({ ...request, plan: {}, idempotencyKey: null }))).toEqual({
        rows: {},
        remembered: null,
      })
    })

    test("keeps every field of every noun as it was written", async () => {
      const here = agency(fixture)
      const { Nouns, nounOf } = await import("../../domain/Nouns.js")
      for (const { prefix } of Object.values(Nouns)) {
        const noun = nounOf(`${prefix}_1`) ?? "candidate"
        const full = row(noun, `${prefix}_1`)
        const nullable = Object.entries(Nouns[noun].fields).flatMap(([name, field]) => (field.nullable ? [name] : []))
        const texts = (name: typeof noun) => {
          const fields: { readonly [field: string]: { readonly column: string; readonly refers?: string } } =
            Nouns[name].fields
          return Nouns[name].unique
            .flatMap((rule) => rule.fields)
            .filter((field) => fields[field]?.column === "text" && fields[field]?.refers === undefined)
        }
        const bare = row(noun, `${prefix}_2`, {
          ...Object.fromEntries(nullable.map((name) => [name, null])),
          ...Object.fromEntries(texts(noun).map((name) => [name, "another text"])),
          ...("attempt" in full ? { attempt: 2 } : {}),
          ...("revision" in full ? { revision: 2 } : {}),
          ...(noun === "opening" ? { number: 2 } : {}),
          ...(noun === "submission" ? { kind: "shortlisted", candidateId: "cand_9" } : {}),
          ...(noun === "placement" ? { openingId: "opening_9", submissionId: "sub_9" } : {}),
        })
        await here.opened.run(
          here.opened.storage.commit(
            changes(here.workspace, {
              records: [full, bare].map((record) => ({ noun, id: String(record.id), expects: 0, record })),
            }),
          ),
        )
        expect(await here.get(noun, `${prefix}_1`, `${prefix}_2`), noun).toEqual([full, bare])
      }
    })
  })
