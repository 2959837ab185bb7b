import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { type Client, SearchQuery } from "../../../src/index.js"
import { kinds } from "../../faults/databases.js"
import { agency } from "../people/agency.js"

const levels = ["Junior", "Senior", "Lead"]
const keys = ["junior", "senior", "lead"]
const currencies = ["EUR", "JPY"]

const define = async (maya: Client) => {
  const on = { noun: "candidate" } as const
  await maya.customFields.define({ ...on, name: "motto", type: "text" })
  await maya.customFields.define({ ...on, name: "notice", type: "number" })
  await maya.customFields.define({ ...on, name: "wants", type: "boolean" })
  await maya.customFields.define({ ...on, name: "start", type: "date" })
  await maya.customFields.define({ ...on, name: "level", type: "choice", options: levels })
  await maya.customFields.define({ ...on, name: "shifts", type: "choices", options: levels })
  await maya.customFields.define({ ...on, name: "budget", type: "money" })
  return maya.customFields.define({ ...on, name: "site", type: "link" })
}

const day = fc.integer({ min: 1, max: 6 }).map((n) => `2026-09-0${n}`)
const number = fc.oneof(fc.constantFrom(-1.5, 0, 0.1 + 0.2, 3, 1e21), fc.integer({ min: 0, max: 5 }))
const text = fc.constantFrom("a", "B", "é", "\u{1f600}", "\uffff", "2026-09-03", "3", "sql dev")
const money = fc.record({ amount: fc.constantFrom(0, 5, 100, 250_000), currency: fc.constantFrom(...currencies) })

const values = fc.record(
  {
    motto: text,
    notice: number,
    wants: fc.boolean(),
    start: day,
    level: fc.constantFrom(...keys),
    shifts: fc.subarray(keys, { minLength: 1 }),
    budget: money,
  },
  { requiredKeys: [] },
)
type Values = typeof values extends fc.Arbitrary<infer V> ? V : never

/** A condition in the language of searches, as a filter of lists, and as plain code: all three say the same. */
interface Asked {
  readonly said: string
  readonly where: object | null
  readonly holds: (values: Values) => boolean
}

const signs = {
  "<": (a: number) => a < 0,
  "<=": (a: number) => a <= 0,
  ">": (a: number) => a > 0,
  ">=": (a: number) => a >= 0,
  ":": (a: number) => a === 0,
}
const sign = fc.constantFrom(...(Object.keys(signs) as ReadonlyArray<keyof typeof signs>))
const order = <A>(a: A, b: A) => (a < b ? -1 : a > b ? 1 : 0)

const sized = (name: string, sign: keyof typeof signs, value: unknown) =>
  sign === ":"
    ? { [name]: value }
    : sign === ">="
      ? { [name]: { from: value } }
      : sign === "<"
        ? { [name]: { before: value } }
        : null

const asked: fc.Arbitrary<Asked> = fc.oneof(
  fc.tuple(sign, number).map(([is, value]) => ({
    said: `custom.notice${is}"${value}"`,
    where: sized("notice", is, value),
    holds: ({ notice }: Values) => notice !== undefined && signs[is](order(notice, value)),
  })),
  fc.tuple(sign, day).map(([is, value]) => ({
    said: `custom.start${is}${value}`,
    where: sized("start", is, value),
    holds: ({ start }: Values) => start !== undefined && signs[is](order(start, value)),
  })),
  fc.tuple(sign, money).map(([is, value]) => ({
    said: `custom.budget${is}"${value.currency === "JPY" ? value.amount : value.amount / 100} ${value.currency}"`,
    where: sized("budget", is, value),
    holds: ({ budget }: Values) =>
      budget !== undefined && budget.currency === value.currency && signs[is](order(budget.amount, value.amount)),
  })),
  fc.boolean().map((value) => ({
    said: `custom.wants:${value ? "YES" : "no"}`,
    where: { wants: value },
    holds: ({ wants }: Values) => wants === value,
  })),
  fc.constantFrom(0, 1, 2).map((n) => ({
    said: `custom.level:${levels[n]}`,
    where: { level: keys[n] },
    holds: ({ level }: Values) => level === keys[n],
  })),
  fc.subarray(keys, { minLength: 1 }).map((some) => ({
    said: some.map((key) => `custom.level:${key}`).join(" OR "),
    where: { level: some },
    holds: ({ level }: Values) => level !== undefined && some.includes(level),
  })),
  fc.constantFrom(0, 1, 2).map((n) => ({
    said: `custom.shifts:${levels[n]}`,
    where: { shifts: { contains: keys[n] } },
    holds: ({ shifts }: Values) => shifts?.includes(keys[n] ?? "") === true,
  })),
  text.map((value) => ({
    said: `custom.motto:"${value}"`,
    where: { motto: value },
    // Signs that are no words mean nothing to a search.
    holds: ({ motto }: Values) => motto === value,
  })),
)

/** A search folds case, and sees letters and digits alone. */
const isPlain = ({ said }: Asked): boolean => !/[\u{1f600}\uffff]/u.test(said)

const people = async (maya: Client, all: ReadonlyArray<Values>) => {
  await define(maya)
  await maya.candidates.import(all.map((customFields, n) => ({ name: `Person ${n}`, customFields })))
  const { items } = await maya.candidates.list({ limit: 1000 })
  return new Map<string, number>(items.map(({ id, name }) => [id, Number(name.replace("Person ", ""))]))
}

describe.each(kinds)("records by fields of an agency's own on $name", ({ fresh, name }) => {
  test("are found, and listed, as plain code says", async () => {
    const { maya } = await agency(await fresh())
    const [all = []] = fc.sample(fc.array(values, { minLength: 40, maxLength: 40 }), { numRuns: 1, seed: 7 })
    const numbers = await people(maya, all)
    const shown = (records: ReadonlyArray<{ readonly id: string }>) =>
      records.map(({ id }) => numbers.get(id) ?? -1).toSorted((a, b) => a - b)
    const some = fc.sample(asked, { numRuns: name === "memory" ? 200 : 80, seed: 11 })
    let found = 0
    for (const one of some) {
      const expected = all.flatMap((values, n) => (one.holds(values) ? [n] : []))
      found += expected.length
      if (isPlain(one)) {
        const { hits, warnings } = await maya.search.candidates(one.said, { limit: 200 })
        expect(warnings, one.said).toEqual([])
        expect(shown(hits.map(({ record }) => record)), one.said).toEqual(expected)
      }
      if (one.where === null) continue
      const where = { customFields: one.where as never }
      const { items } = await maya.candidates.list({ where, limit: 1000 })
      expect(shown(items), JSON.stringify(one.where)).toEqual(expected)
    }
    expect(found).toBeGreaterThan(some.length)
    const { items } = await maya.candidates.list({
      where: { customFields: { wants: null, level: "lead" } },
      limit: 1000,
    })
    expect(shown(items)).toEqual(
      all.flatMap(({ level, wants }, n) => (wants === undefined && level === "lead" ? [n] : [])),
    )
  })

  test("are asked for by type: what does not fit is told, as of any field", async () => {
    const { maya } = await agency(await fresh())
    const site = await define(maya)
    const client = await maya.clients.create({ name: "Acme" })
    await maya.customFields.define({ noun: "contact", name: "coffee", type: "boolean" })
    const lena = await maya.clients.addContact(client.id, { name: "Lena", customFields: { coffee: true } })
    expect((await maya.search.contacts("custom.coffee:yes")).hits).toMatchObject([{ record: { id: lena.id } }])
    expect((await maya.search.query("custom.coffee:yes")).hits).toMatchObject([{ record: { id: lena.id } }])
    // Names fold as all that is typed does; a tree names a field as it is.
    const lead = await maya.candidates.create({
      name: "Eve",
      customFields: { level: "senior", notice: 7 },
      skills: ["go"],
    })
    for (const said of [
      "Custom.Level:SENIOR",
      "CUSTOM.notice>=7",
      "Skill:go",
      "SKILLS:Go",
      '"Custom.NOTICE":7',
      "Name:eve",
    ]) {
      const { hits, warnings } = await maya.search.candidates(said)
      expect([hits.map(({ record }) => record.id), warnings], said).toEqual([[lead.id], []])
    }
    for (const [field, meant] of [
      ["Custom.level", "custom.level"],
      ["Custom.NOTICE", "custom.notice"],
      ["AvailableFrom", "availableFrom"],
    ] as const)
      await expect(maya.search.candidates(SearchQuery.field(field, "eq", "x"))).rejects.toMatchObject({
        _tag: "InvalidInput",
        issues: [{ message: expect.stringContaining(`did you mean ${meant}?`) }],
      })
    for (const said of [
      ...["custom.notice:soon", "custom.notice>=2026-09-01", "custom.start>=3", "custom.start:someday"],
      ...["custom.wants:maybe", "custom.wants>=yes", "custom.level:expert", "custom.level>=senior", "custom.motto>=3"],
      ...["custom.budget>=100k", "custom.shifts>=lead", "custom.site<https://x"],
    ]) {
      const { warnings } = await maya.search.candidates(said)
      expect(warnings, said).toMatchObject([{ is: "badValue", text: expect.any(String) }])
      expect((await maya.search.parse(said)).warnings, said).toEqual(warnings)
    }
    const tree = (...args: Parameters<typeof SearchQuery.field>) => maya.search.candidates(SearchQuery.field(...args))
    for (const wrong of [
      () => tree("custom.notice", "eq", "3"),
      () => tree("custom.level", "eq", "Senior"),
      () => tree("custom.start", "gte", 3),
      () => tree("custom.wants", "lt", "yes"),
      () => tree("custom.budget", "gte", 5),
      () => tree("custom.notice", "gte", 5, "EUR"),
    ])
      await expect(wrong()).rejects.toMatchObject({ _tag: "InvalidInput", field: expect.stringMatching(/^custom\./) })
    const list = (customFields: object) => maya.candidates.list({ where: { customFields: customFields as never } })
    // One name of two types: each noun reads its own, and all of them together that of the first.
    await maya.customFields.define({ noun: "client", name: "notice", type: "text" })
    const acme = await maya.clients.create({ name: "Bolt", customFields: { notice: "7" } })
    const ids = async (hits: Promise<{ readonly hits: ReadonlyArray<{ readonly record: { readonly id: string } }> }>) =>
      (await hits).hits.map(({ record }) => record.id)
    expect(await ids(maya.search.candidates("custom.notice:7"))).toEqual([lead.id])
    expect(await ids(maya.search.clients("custom.notice:7"))).toEqual([acme.id])
    expect(await ids(maya.search.query("custom.notice:7"))).toEqual([lead.id])
    const misfits: ReadonlyArray<readonly [name: string, value: unknown]> = [
      ["notice", "3"],
      ["notice", { from: "3" }],
      ["notice", { after: 3 }],
      ["notice", {}],
      ["notice", [3, "3"]],
      ["wants", "yes"],
      ["wants", { from: true }],
      ["start", "soon"],
      ["level", "Senior"],
      ["level", { from: "lead" }],
      ["shifts", "lead"],
      ["shifts", { contains: "x" }],
      ["budget", 5],
      ["budget", { from: 5 }],
      ["motto", 3],
      ["motto", "\0"],
      ["nobody", 1],
      ["toString", 1],
      ["site", ["x", null]],
    ]
    for (const [name, value] of misfits)
      await expect(list({ [name]: value }), `${name} ${JSON.stringify(value)}`).rejects.toMatchObject({
        _tag: "InvalidInput",
        field: `where.customFields.${name}`,
      })
    await expect(list(JSON.parse('{"__proto__": {"x": 1}}'))).rejects.toMatchObject({ _tag: "InvalidInput" })
    await expect(list([])).rejects.toMatchObject({ _tag: "InvalidInput" })
    await expect(maya.notes.list({ where: { customFields: {} } as never })).rejects.toMatchObject({
      _tag: "InvalidInput",
    })
    // A search that was kept is run as it was understood, whatever became of its fields.
    const saved = await maya.search.saved.create({ name: "Leads", query: "custom.level:Lead custom.later>=3" })
    expect(saved.query).toMatchObject({ of: [{ value: "lead" }, { value: 3 }] })
    await maya.customFields.define({ noun: "candidate", name: "later", type: "text" })
    await maya.customFields.retire(site.id)
    const ada = await maya.candidates.create({ name: "Ada", customFields: { level: "lead" } })
    expect((await maya.search.saved.run(saved.id)).hits).toEqual([])
    expect((await maya.search.candidates("custom.level:LEAD lead")).hits).toMatchObject([
      { record: { id: ada.id }, highlights: [{ field: "custom.level", text: "Lead" }] },
    ])
  })
})
