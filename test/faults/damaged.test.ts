import { describe, expect, test } from "vitest"
import { outcomeOf } from "../input/outcome.js"
import { open, sqlKinds } from "./databases.js"
import { desk } from "./desk.js"

describe.each(sqlKinds)("F21 on $name", ({ fresh, name }) => {
  test("5 rows made undecodable by SQL: the rest is listed, each is named, what touches it is refused", async () => {
    const database = await fresh()
    const maya = (await open(database)).as("maya")
    const table = async (noun: string) =>
      (await database.tables()).find((one) => one.includes(`"${noun}"`)) ?? expect.fail()
    const ids: Array<string> = []
    for (let n = 0; n < 10; n++) ids.push(await desk(maya).ready())
    const positionId = await desk(maya).position()
    const json = (text: string) => (name === "postgres" ? `'${text}'::jsonb` : `'${text}'`)
    const damages: ReadonlyArray<readonly [column: string, value: string, field: string]> = [
      ["skills", json('"sql"'), "skills"],
      ["skills", json("[1, 2]"), "skills"],
      ["custom_fields", json('{"a": {"b": 1}}'), "customFields"],
      ["salary_expectation", json('{"amount": "much", "currency": "EUR"}'), "salaryExpectation"],
      ["version", "-9007199254740993", "version"],
    ]
    for (const [n, [column, value]] of damages.entries()) {
      await database.sql(`update ${await table("candidates")} set ${column} = ${value} where id = '${ids[n]}'`)
    }
    const { damaged, items } = await maya.candidates.list()
    expect(items.map(({ id }) => id)).toEqual(ids.slice(5))
    expect(damaged.map(({ _tag, id, noun }) => [_tag, noun, id])).toEqual(
      ids.slice(0, 5).map((id) => ["CorruptRecord", "candidate", id]),
    )
    expect(damaged.map(({ issues }) => issues[0]?.path)).toEqual(damages.map(([, , field]) => [field]))
    const many = await maya.candidates.getMany(ids)
    expect([many.items.length, many.damaged.length]).toEqual([5, 5])
    const pages: Array<number> = []
    for (let after: string | null = null; ; ) {
      const page: Awaited<ReturnType<typeof maya.candidates.list>> = await maya.candidates.list({ limit: 3, after })
      pages.push(page.items.length + page.damaged.length)
      after = page.cursor
      if (after === null) break
    }
    expect(pages).toEqual([3, 3, 3, 1])
    const before = await database.dump()
    for (const id of ids.slice(0, 5)) {
      const corrupt = { _tag: "CorruptRecord", noun: "candidate", id }
      const touched = [
        () => maya.candidates.get(id),
        () => maya.candidates.explain(id),
        () => maya.candidates.update(id, { name: "Eve" }),
        () => maya.candidates.deactivate(id, {}),
        () => maya.submissions.shortlist({ candidateId: id, positionId }),
        () => maya.notes.write({ body: "x", about: [id] }),
      ]
      for (const call of touched) expect.soft((await outcomeOf(call)).error, String(call)).toMatchObject(corrupt)
    }
    expect(await database.dump()).toBe(before)
    // The others go on, and reports are computed.
    await maya.submissions.shortlist({ candidateId: ids[9] ?? "", positionId })
    expect((await maya.reports.snapshot({ pipeline: "candidate" })).rows.length).toBeGreaterThan(0)
  })

  test("a consent and an offer that ran out and do not decode hinder no list and no report", async () => {
    const database = await fresh()
    const maya = (await open(database)).as("maya")
    const offer = await desk(maya).offerOut()
    const table = (await database.tables()).find((one) => one.includes('"offers"')) ?? expect.fail()
    const past = name === "postgres" ? "'2020-01-01T00:00:00Z'" : "1577836800000"
    const broken = name === "postgres" ? `'"much"'::jsonb` : `'"much"'`
    await database.sql(`update ${table} set expires_at = ${past}, salary = ${broken} where id = '${offer}'`)
    expect((await maya.offers.list()).damaged.map(({ id }) => id)).toEqual([offer])
    expect((await maya.submissions.list()).items).toHaveLength(1)
    await expect(maya.reports.snapshot({ pipeline: "offer" })).resolves.toBeDefined()
    expect((await outcomeOf(() => maya.offers.expire(offer))).error).toMatchObject({ _tag: "CorruptRecord", id: offer })
  })
})
