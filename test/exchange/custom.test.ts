import fc from "fast-check"
import { memory } from "matchloop/memory"
import { describe, expect, test } from "vitest"
import { importCsv, previewCsv, recordsCsv, recordsTable } from "../../src/exchange.js"
import { type Config, createMatchloop } from "../../src/index.js"

const open = async (config: Config = {}) => {
  const crm = await createMatchloop({ storage: memory(), ...config })
  const maya = crm.as("maya")
  const on = { noun: "candidate" } as const
  await maya.customFields.define({ ...on, name: "notice", label: "Notice (months)", type: "number", min: 0 })
  await maya.customFields.define({ ...on, name: "wants", label: "Wants to move", type: "boolean" })
  await maya.customFields.define({ ...on, name: "start", label: "Start date", type: "date" })
  const options = ["Junior", "Senior", { key: "x", label: "None; or all" }]
  await maya.customFields.define({ ...on, name: "level", label: "Level", type: "choice", options })
  await maya.customFields.define({ ...on, name: "shifts", label: "Shifts", type: "choices", options })
  await maya.customFields.define({ ...on, name: "site", label: "Site", type: "link" })
  await maya.customFields.define({ ...on, name: "budget", label: "Budget", type: "money" })
  await maya.customFields.define({ ...on, name: "motto", label: "source", type: "text" })
  await maya.customFields.define({ noun: "client", name: "notice", label: "Notice (months)", type: "text" })
  return { maya, customFields: (await maya.customFields.list()).items }
}

const header = "Name,Notice (months),Wants to move,Start date,LEVEL,Shifts,customFields.site,budget"
const values = (first: unknown) => expect.objectContaining({ customFields: first })

describe("fields of an agency's own in files", () => {
  test("are read by their types, wherever a header, a label or a mapping leads to them", async () => {
    const { customFields } = await open()
    const file = `${header},Words\nAda,3,Yes,13.09.2026,senior,Junior; senior,acme.test/x,"1.000,50 EUR",hm\nBo,"2,5",ja,2026-09-01,x,None; or all,http://a.b,5 JPY,\n`
    const { columns, problems, rows } = await previewCsv("candidate", file, {
      customFields,
      columns: { Words: "customFields.motto" },
    })
    expect(problems).toEqual([])
    expect(columns.map(({ to }) => to)).toEqual([
      "name",
      ...["notice", "wants", "start", "level", "shifts", "site", "budget", "motto"].map((one) => `customFields.${one}`),
    ])
    expect(rows.map(({ input }) => input)).toEqual([
      values({
        notice: 3,
        wants: true,
        start: "2026-09-13",
        level: "senior",
        shifts: ["junior", "senior"],
        site: "https://acme.test/x",
        budget: { amount: 100_050, currency: "EUR" },
        motto: "hm",
      }),
      values({
        notice: 2.5,
        wants: true,
        start: "2026-09-01",
        level: "x",
        shifts: ["x"],
        site: "http://a.b",
        budget: { amount: 5, currency: "JPY" },
      }),
    ])
    const untyped = await previewCsv("candidate", file)
    expect(untyped.rows[0]?.input).toMatchObject({ customFields: { "Notice (months)": "3" } })
  })

  test("tell what is wrong by line, in the preview and in the import alike", async () => {
    const { maya, customFields } = await open()
    const wrong = [
      "B,soon,,,,,,",
      'C,"1,500",,,,,,',
      "D,-1,,,,,,",
      "E,,maybe,,,,,",
      "F,,,03/04/2027,,,,",
      "G,,,,Expert,,,",
      "H,,,,,Junior;Expert,,",
      "I,,,,,,not a link,",
      "J,,,,,,,lots",
    ]
    const file = [header, "A,1,no,,,,,", ...wrong].join("\n")
    const { problems } = await previewCsv("candidate", file, { customFields })
    const lines = wrong.map((_, n) => n + 3)
    expect(problems.map(({ line }) => line)).toEqual(lines)
    const done = await importCsv("candidate", maya.candidates, file, { customFields })
    expect([done.imported, done.skipped]).toEqual([1, wrong.length])
    expect(done.problems.map(({ line }) => line)).toEqual(lines)
    expect(done.problems[5]?.issues).toEqual([
      { path: ["LEVEL"], message: "Expert is none of its options, such as Junior, Senior, None; or all" },
    ])
    expect((await maya.candidates.list()).items.map((one) => one.customFields)).toEqual([{ notice: 1, wants: false }])
  })

  test("that are required or not defined are told of as well", async () => {
    const { maya } = await open({ settings: { customFields: "defined" } })
    await maya.customFields.define({ noun: "candidate", name: "visa", type: "boolean", required: true })
    const { items: customFields } = await maya.customFields.list()
    const file = "Name,visa,Shoe\nAda,yes,\nBo,,\nCy,no,42"
    expect((await previewCsv("candidate", file, { customFields })).problems).toEqual([
      { line: 3, issues: [{ path: ["customFields", "visa"], message: "is required" }] },
    ])
    const { imported, problems } = await importCsv("candidate", maya.candidates, file, { customFields })
    expect([imported, problems.map(({ issues, line }) => [line, issues[0]?.path])]).toEqual([
      1,
      [
        [3, ["customFields", "visa"]],
        [4, ["customFields", "Shoe"]],
      ],
    ])
  })

  test("come out in the order of their definition, under labels where these are asked for, and in again as they were", async () => {
    const key = fc.constantFrom("junior", "senior", "x")
    const custom = fc.record(
      {
        notice: fc.oneof(fc.nat(), fc.double({ min: 0, noNaN: true, noDefaultInfinity: true })),
        wants: fc.boolean(),
        start: fc.constantFrom("2026-09-01", "2024-02-29"),
        level: key,
        shifts: fc.uniqueArray(key, { minLength: 1 }),
        site: fc.webUrl({ withQueryParameters: true }),
        budget: fc.record({ amount: fc.nat(), currency: fc.constantFrom("EUR", "JPY", "KWD") }),
        motto: fc
          .array(fc.constantFrom(..."aßé1=+-@;,|\"' /.[]{}\n"), { minLength: 1, maxLength: 10 })
          .map((all) => all.join("").trim())
          .filter((one) => one !== ""),
      },
      { requiredKeys: [] },
    )
    await fc.assert(
      fc.asyncProperty(fc.array(custom, { minLength: 1, maxLength: 5 }), fc.boolean(), async (all, labels) => {
        const { maya, customFields } = await open()
        await maya.candidates.import(all.map((one, n) => ({ name: `P${n}`, customFields: one })))
        const before = (await maya.candidates.list()).items
        const fields = ["name", "source"]
        const file = recordsCsv("candidate", before, { customFields, labels, fields })
        const again = await open()
        const { problems } = await importCsv("candidate", again.maya.candidates, file, { customFields })
        expect(problems).toEqual([])
        const after = (await again.maya.candidates.list()).items
        expect(after.map((one) => one.customFields)).toEqual(before.map((one) => one.customFields))
      }),
      { numRuns: 60 },
    )
    const { maya, customFields } = await open()
    const ada = await maya.candidates.create({
      name: "Ada",
      customFields: { level: "senior", shifts: ["junior", "x"] },
    })
    const table = recordsTable("candidate", [ada], { customFields, labels: true, fields: ["name", "source"] })
    expect(table.columns.map(({ title }) => title)).toEqual([
      ...["name", "source", "Notice (months)", "Wants to move", "Start date", "Level", "Shifts", "Site", "Budget"],
      "customFields.motto",
    ])
    expect(table.rows).toEqual([["Ada", null, null, null, null, "Senior", "Junior; x", null, null, null]])
    expect(recordsTable("candidate", [ada], { customFields, fields: [] }).columns.map(({ title }) => title)).toEqual(
      ["notice", "wants", "start", "level", "shifts", "site", "budget", "motto"].map((one) => `customFields.${one}`),
    )
  })
})
