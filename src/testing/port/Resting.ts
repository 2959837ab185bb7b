import * as Effect from "effect/Effect"
import { describe, expect, test } from "vitest"
import { type ChangeSet, sets } from "../../domain/ChangeSet.js"
import type { Row } from "../../ports/Storage.js"
import { everything } from "../Everything.js"
import { type Agency, agency, type Fixture } from "../Fixture.js"
import { changes, created, row } from "../Samples.js"

const submission = (id: string, fields: Row) => row("submission", id, { attempt: 1, ...fields })

const refuses = async (here: Agency, parts: Partial<ChangeSet>) => {
  const before = await everything(here.opened, here.workspace)
  const records = [created("client", row("client", "client_new"))]
  await expect(here.commit({ ...parts, records })).rejects.toMatchObject({ _tag: "StaleWrite" })
  expect(await everything(here.opened, here.workspace)).toEqual(before)
}

export const resting = (fixture: Fixture) =>
  describe("a commit that rests on what it does not write", () => {
    test("refuses the whole where what it rests on has changed or is gone, and lands where it is as it was", async () => {
      const here = agency(fixture)
      await here.create("candidate", row("candidate", "cand_1"))
      const at = (version: number) => ({ rests: [{ noun: "candidate" as const, id: "cand_1", version }] })
      await here.commit(at(1))
      await refuses(here, at(2))
      const record = row("candidate", "cand_1", { name: "Bo", version: 2 })
      await here.commit({ records: [{ noun: "candidate", id: "cand_1", expects: 1, record }] })
      await refuses(here, at(1))
      await here.commit(at(2))
      await here.commit({ records: [{ noun: "candidate", id: "cand_1", expects: 2, record: null }] })
      await refuses(here, at(2))
    })

    test("refuses the whole where a set has a record that was not looked at, of a kind that counts", async () => {
      const here = agency(fixture)
      const on = (id: string, positionId: string) => submission(id, { candidateId: `cand_${id}`, positionId })
      await here.create("submission", on("sub_1", "pos_1"))
      await here.create("submission", on("sub_2", "pos_1"))
      await here.create("submission", on("sub_3", "pos_2"))
      const { kind } = on("sub_1", "pos_1")
      const whole = (kinds: ReadonlyArray<string>, ...ids: ReadonlyArray<string>) => ({
        wholes: [{ ...sets.submissionsOfPosition, of: "pos_1", kinds, ids }],
      })
      await refuses(here, whole([String(kind)], "sub_1", "sub_3"))
      await here.commit(whole([String(kind)], "sub_2", "sub_1"))
      await here.commit(whole(["placed"], "sub_1"))
      await here.commit(whole([], ...[]))
      await here.create("submission", on("sub_4", "pos_1"))
      await refuses(here, whole([String(kind)], "sub_2", "sub_1"))
    })

    test.each(Object.values(sets))("knows the $noun records of a set by $field", async ({ field, noun }) => {
      const here = agency(fixture)
      const record = row(noun, `${noun}_1`, { [field]: "owner_1" })
      await here.create(noun, record)
      const kinds = [String(record.kind)]
      const whole = (of: string, ...ids: ReadonlyArray<string>) => ({ wholes: [{ noun, field, of, kinds, ids }] })
      await refuses(here, whole("owner_1"))
      await here.commit(whole("owner_1", `${noun}_1`))
      await here.commit(whole("owner_2"))
    })

    test("of two at once, one that adds to a set and one that looks at it as a whole, the later is stale", async () => {
      const here = agency(fixture)
      const { run, storage } = here.opened
      const write = (parts: Partial<ChangeSet>) =>
        run(
          Effect.match(storage.unit(storage.commit(changes(here.workspace, parts))), {
            onFailure: ({ _tag }) => _tag,
            onSuccess: () => "landed",
          }),
        )
      for (let round = 0; round < 20; round++) {
        const [id, other] = [`pos_${round}`, `sub_${round}`]
        await here.create("position", row("position", id))
        const added = submission(other, { candidateId: `cand_${round}`, positionId: id })
        const outcomes = await Promise.all([
          write({ records: [created("submission", added)], rests: [{ noun: "position", id, version: 1 }] }),
          write({
            records: [{ noun: "position", id, expects: 1, record: row("position", id, { version: 2 }) }],
            wholes: [{ ...sets.submissionsOfPosition, of: id, kinds: [String(added.kind)], ids: [] }],
          }),
        ])
        expect(outcomes.toSorted()).toEqual(["StaleWrite", "landed"])
      }
    })
  })
