import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { type Crm, createMatchloop } from "matchloop"
import { memory } from "matchloop/memory"
import { postgres } from "matchloop/postgres"
import { sqlite } from "matchloop/sqlite"
import type { StorageAdapter } from "../../src/ports/StorageAdapter.js"
import * as Query from "../../src/search/Query.js"
import { freshDatabase } from "../support/database.js"
import { temporaryDirectory } from "../support/files.js"

const drops: Array<() => Promise<void>> = []
afterAll(() => Promise.all(drops.map((drop) => drop())))

const adapters: ReadonlyArray<readonly [name: string, () => Promise<StorageAdapter>]> = [
  ["memory", async () => memory()],
  ["sqlite", async () => sqlite({ filename: join(temporaryDirectory(), "agency.db") })],
  [
    "postgres",
    async () => {
      const { drop, url } = await freshDatabase()
      drops.push(drop)
      return postgres({ url })
    },
  ],
]

describe.each(adapters)("on %s", (_name, adapter) => {
  let crm: Crm | undefined
  let time = Date.UTC(2026, 10, 23)
  beforeAll(async () => {
    crm = await createMatchloop({ storage: await adapter(), now: () => time })
  })
  afterAll(() => crm?.close())

  /** Ada, Bo and Eve in a workspace of a test's own. */
  const agency = async () => {
    if (crm === undefined) throw new Error("it did not open")
    const maya = crm.workspace(`workspace ${crypto.randomUUID()}`).as("maya")
    const ada = await maya.candidates.create({
      name: "Ada Park",
      email: "ada@example.com",
      phone: "+43 (1) 555-01",
      location: "Denver, CO",
      skills: ["SQL", "TypeScript 5y"],
      source: "Dice",
      tags: ["VIP"],
      salaryExpectation: { amount: 9_000_000, currency: "USD" },
      customFields: { visa: true, rate: 55.5 },
    })
    const bo = await maya.candidates.create({
      name: "Bo Sql",
      skills: ["java", "typescript 2y"],
      location: "Boulder",
      source: "job board",
    })
    const eve = await maya.candidates.create({ name: "Eve Smith", skills: ["javascript"], location: "Lisbon" })
    for (const about of [[eve.id], [ada.id]])
      await maya.notes.write({ body: "Senior data engineer, knows SQL; wants remote", about })
    const bytes = new TextEncoder().encode("Kubernetes expert in Köln")
    await maya.documents.attach({ name: "cv.txt", mediaType: "text/plain", bytes, about: [bo.id] })
    const find = async (query: string | Query.Query) =>
      (await maya.search.candidates(query)).hits.map(
        ({ record, score }) => `${record.name.slice(0, 3).trim()} ${score}`,
      )
    return { maya, ada, bo, eve, find }
  }

  test("finds by words, best place first, then who changed last", async () => {
    const { find } = await agency()
    expect(await find("sql")).toEqual(["Bo 5", "Ada 4", "Eve 2"])
    expect(await find("sql remote")).toEqual(["Ada 2", "Eve 2"])
    expect(await find("java OR remote")).toEqual(["Bo 4", "Ada 2", "Eve 2"])
    expect(await find("java*")).toEqual(["Bo 4", "Eve 4"])
    expect(await find("kubernetes koln")).toEqual(["Bo 2"])
    expect(await find('"senior data engineer"')).toEqual(["Ada 2", "Eve 2"])
    expect(await find('"data senior"')).toEqual([])
    expect(await find("ada@example.com")).toEqual(["Ada 1"])
    expect(await find("4315550")).toEqual([])
    expect(await find("431555*")).toEqual(["Ada 1"])
  })

  test("finds by conditions", async () => {
    const { ada, find, maya } = await agency()
    await maya.candidates.screen(ada.id, { outcome: "passed" })
    await maya.candidates.signConsent(ada.id, {
      document: { name: "consent.pdf", bytes: new Uint8Array([1]) },
      expiresAt: new Date(time + 1000),
    })
    const only = ["Ada 0"]
    for (const query of [
      "skill:typescript>=3y",
      "skill:TYPESCRIPT=5y",
      'near:"Denver, 10km"',
      "salary<100k",
      "salary:90000..91k",
      'salary>="90k USD"',
      "tag:vip",
      "source:dice",
      "consent:live",
      "consent:granted",
      "stage:ready",
      "kind:ready",
      "custom.visa:yes",
      "custom.rate>=55.5 custom.rate<56",
      "name:park",
      "created:2026-11-23 NOT skill:java NOT skill:javascript",
    ])
      expect([query, await find(query)]).toEqual([query, only])
    expect(await find("skill:typescript<3y")).toEqual(["Bo 0"])
    expect(await find('near:"Denver, 50km"')).toEqual(["Ada 0", "Bo 0"])
    expect(await find('salary>="90k EUR"')).toEqual([])
    expect(await find("created>2026-11-23")).toEqual([])
    time += 2000
    expect(await find("consent:live")).toEqual([])
    expect(await find("consent:expired")).toEqual(only)
    expect(await find("kind:screened")).toEqual(only)
  })

  test("finds by working life, education, languages and what a person wants", async () => {
    const { ada, find, maya } = await agency()
    await maya.candidates.update(ada.id, {
      employment: [{ title: "Kranführerin", employer: "Hafen AG", start: "2021-03", current: true }],
      education: [{ institution: "ETH Zürich", degree: "MSc", field: "Chemie" }],
      languages: [{ language: "de", level: "C1" }],
      preferences: { workplaces: ["hybrid"], note: "Nur montags" },
    })
    for (const query of [
      "kranfuhrerin",
      '"Hafen AG"',
      "employer:hafen",
      "education:msc",
      "languages:de",
      "german",
      "language:German",
      "language:deutsch",
      "language:allemand",
      "hybrid",
      "montags",
    ])
      expect([query, (await find(query)).map((hit) => hit.slice(0, 3))]).toEqual([query, ["Ada"]])
    expect(await find("2021")).toEqual([])
    const { hits } = await maya.search.candidates("zurich")
    expect(hits[0]?.highlights).toEqual([
      { field: "education", text: "ETH Zürich", matches: [{ term: "zurich", start: 4, end: 10 }] },
    ])
  })

  test("follows what changes", async () => {
    const { bo, eve, find, maya } = await agency()
    await maya.candidates.update(bo.id, { name: "Bo Haas", skills: [] })
    expect(await find("sql")).toEqual(["Ada 4", "Eve 2"])
    expect(await find("kubernetes haas")).toEqual(["Bo 2"])
    const [note] = (await maya.notes.list({ about: eve.id })).items
    await maya.notes.edit(note?.id ?? "", { body: "Only Cobol", about: [bo.id] })
    expect(await find("remote")).toEqual(["Ada 2"])
    expect(await find("cobol")).toEqual(["Bo 2"])
    const [made] = await maya.candidates.history(eve.id)
    await maya.candidates.correct(made?.id ?? "", { reason: "entered twice" })
    expect(await find("javascript")).toEqual([])
  })

  test("says what matched where", async () => {
    const { maya } = await agency()
    const { hits } = await maya.search.candidates("sql")
    expect(hits.map(({ highlights }) => highlights.map(({ field, matches }) => ({ field, matches })))).toEqual([
      [{ field: "name", matches: [{ term: "sql", start: 3, end: 6 }] }],
      [{ field: "skills", matches: [{ term: "sql", start: 0, end: 3 }] }],
      [{ field: "note", matches: [{ term: "sql", start: 28, end: 31 }] }],
    ])
  })

  test("ranks by the words, and by no filter that stands in place of one", async () => {
    const { ada, find, maya } = await agency()
    // Ada is from Denver and Eve would work remotely: both fit, and Ada has the skill.
    expect(await find("sql (remote OR city:denver)")).toEqual(["Ada 4", "Eve 2"])
    expect(await find("(remote OR city:denver) sql NOT java")).toEqual(["Ada 4", "Eve 2"])
    expect(await find("remote OR city:denver")).toEqual(["Ada 2", "Eve 2"])
    expect(await find("smith OR tag:vip")).toEqual(["Eve 5", "Ada 0"])
    expect(await find("(smith OR tag:vip) (remote OR tag:vip)")).toEqual(["Eve 2", "Ada 0"])
    await maya.notes.edit((await maya.notes.list({ about: ada.id })).items[0]?.id ?? "", { body: "Called" })
    expect(await find("sql (remote OR city:denver)")).toEqual(["Ada 4", "Eve 2"])
  })

  test("finds a phone number however it is written", async () => {
    const { ada, bo, eve, find, maya } = await agency()
    await maya.candidates.update(ada.id, { phone: "+49 711 1234567" })
    await maya.candidates.update(bo.id, { phone: "(303) 555-0100" })
    await maya.candidates.update(eve.id, { phone: "0711 123 45 68" })
    for (const query of [
      "+497111234567",
      "07111234567",
      "0049711123 4567",
      'phone:"0711 12 34 567"',
      '"0711 / 1234567"',
    ])
      expect([query, await find(query.includes(" 4567") ? `"${query}"` : query)]).toEqual([
        query,
        [query.startsWith("phone") ? "Ada 0" : "Ada 1"],
      ])
    for (const query of ["3035550100", "13035550100", '"+1 303.555.0100"']) expect(await find(query)).toEqual(["Bo 1"])
    expect(await find("+497111234568")).toEqual(["Eve 1"])
    expect(await find("1234567")).toEqual(["Ada 1"])
    expect(await find("4567")).toEqual([])
  })

  test("finds texts of the agency's own by their words", async () => {
    const { ada, find, maya } = await agency()
    await maya.candidates.update(ada.id, { customFields: { motto: "Go on, bravely", key: "senior-lead" } })
    for (const query of ['custom.motto:"go on bravely"', "custom.motto:bravely", 'custom.motto:"on go"'])
      expect([query, await find(query)]).toEqual([query, ["Ada 0"]])
    expect(await find("custom.key:senior-lead")).toEqual(["Ada 0"])
    // What has no blanks may be a key, of which no part is the value.
    expect(await find("custom.key:senior")).toEqual([])
    expect(await find("custom.other:bravely")).toEqual([])
  })

  test("says what matched where a field is asked for under another name, word by word", async () => {
    const { ada, maya } = await agency()
    await maya.candidates.update(ada.id, {
      employment: [{ title: "Engineer", employer: "Acme Rockets", current: true }],
      languages: [{ language: "de", level: "C1" }],
      willingToRelocate: true,
    })
    const said = async (query: string) =>
      (await maya.search.candidates(query)).hits.flatMap(({ highlights }) =>
        highlights.map(({ field, matches, text }) => [
          field,
          ...matches.map(({ end, start }) => text.slice(start, end)),
        ]),
      )
    expect(await said("city:denver")).toEqual([["location", "Denver"]])
    expect(await said('employer:"rockets acme"')).toEqual([["employment", "Acme", "Rockets"]])
    expect(await said("language:deutsch")).toEqual([["languages", "German"]])
    expect(await said("remote OR city:denver")).toEqual([
      ["location", "Denver"],
      ["note", "remote"],
      ["note", "remote"],
    ])
  })

  test("gives page after page", async () => {
    const { maya } = await agency()
    const names: Array<string> = []
    let after: string | null = null
    do {
      const page: Awaited<ReturnType<typeof maya.search.candidates>> = await maya.search.candidates("sql", {
        limit: 1,
        after,
      })
      names.push(...page.hits.map(({ record }) => record.name))
      after = page.cursor
    } while (after !== null)
    expect(names).toEqual(["Bo Sql", "Ada Park", "Eve Smith"])
  })

  test("refuses a built query that names what cannot be found, and reads a text that does as words", async () => {
    const { find, maya } = await agency()
    const refused = (query: unknown) => maya.search.candidates(query as Query.Query).catch((error: unknown) => error)
    const wrong = { _tag: "InvalidInput" }
    expect(await refused(Query.field("createdByGhost", "eq", "x"))).toMatchObject({ ...wrong, field: "createdByGhost" })
    expect(await refused(Query.not(Query.field("__proto__", "eq", "x")))).toMatchObject({
      ...wrong,
      field: "__proto__",
    })
    expect(await refused(Query.field("salary", "lt", "cheap"))).toMatchObject({ ...wrong, field: "salary" })
    expect(await refused(Query.field("custom.\0", "lt", 1))).toMatchObject(wrong)
    expect(await refused({ _tag: "term", word: "TWO words" })).toMatchObject(wrong)
    expect(await refused(Query.consent("expird"))).toMatchObject({ ...wrong, field: "consent" })
    expect(await refused({ _tag: "maybe" })).toMatchObject(wrong)
    expect(await refused(7)).toMatchObject({ ...wrong, field: "query" })
    let deep: Query.Query = Query.text("sql")
    for (let n = 0; n < 100_000; n++) deep = { _tag: "and", of: [deep] }
    expect(await refused(deep)).toMatchObject(wrong)
    await expect(maya.search.candidates("sql", { after: "1.x" })).rejects.toMatchObject(wrong)
    expect(await find("createdByGhost:ada")).toEqual([])
    expect((await maya.search.candidates("ghost:ada")).warnings).toMatchObject([{ is: "unknownField" }])
  })

  test("finds companies, people at them and positions", async () => {
    const { maya } = await agency()
    const acme = await maya.clients.create({ name: "Acme Rockets", industry: "Aerospace", location: "Lisbon" })
    await maya.clients.addContact(acme.id, { name: "Lena Ruiz", title: "Head of Data" })
    await maya.positions.open({
      clientId: acme.id,
      title: "Data Engineer",
      description: "Builds pipelines",
      skills: ["sql"],
      salary: { min: 8_000_000, max: 11_000_000, currency: "EUR" },
    })
    expect((await maya.search.clients('aerospace near:"Lisbon, 5km"')).hits).toHaveLength(1)
    expect((await maya.search.contacts("name:lena data")).hits.map(({ score }) => score)).toEqual([4])
    const positions = async (query: string) => (await maya.search.positions(query)).hits.length
    expect(await positions('"data engineer" pipelines')).toBe(1)
    expect(await positions(`client:${acme.id} salary:100k`)).toBe(1)
    expect(await positions("salary>=120k")).toBe(0)
  })
})
