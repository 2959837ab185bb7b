import { describe, expect, test } from "vitest"
import { importCsv } from "../../src/exchange.js"
import { type Database, kinds, open } from "../faults/databases.js"
import { agency } from "../domain/people/agency.js"
import { desk } from "../faults/desk.js"

const maya = (database: Database) => open(database).then((crm) => crm.as("maya"))

const size = 57
/** So long that nothing is known of the end of a file when its first rows come in. */
const shoe = "x".repeat(4_000)

/** A file of people; some lines are wrong. */
const file = function* (until = size, wrong: ReadonlyArray<number> = [9, 30]) {
  yield "Name,E-mail,Shoe\r\n"
  for (let n = 0; n < until; n++)
    yield `Person ${n},${wrong.includes(n) ? "none" : `p${n}@example.com`},"${n}\r\n${shoe}"\r\n`
}

/** The same, from a program that dies after so many rows. */
const dying = function* (after: number) {
  yield* file(after)
  throw new Error("killed")
}

describe.each(kinds)("an import under a name on $name", ({ fresh }) => {
  test("cut short goes on where it was: nothing twice, nothing left out", async () => {
    const database = await fresh()
    const options = { importId: "fair 2027", name: "fair.csv", batchSize: 10 }
    const first = await maya(database)
    await expect(importCsv("candidate", first.candidates, dying(34), options)).rejects.toThrow("killed")
    const [begun] = (await first.imports.list()).items
    expect(begun).toMatchObject({
      key: "fair 2027",
      name: "fair.csv",
      status: "running",
      noun: "candidate",
      createdBy: "maya",
    })
    expect(begun?.imported).toBeGreaterThanOrEqual(20)
    expect(begun?.mapping).toEqual({ Name: "name", "E-mail": "email", Shoe: "customFields.Shoe" })

    const second = await maya(database)
    const done = await importCsv("candidate", second.candidates, file(), { ...options, batchSize: 7 })
    expect(done.already).toBe(begun?.imported)
    expect([done.imported + done.already, done.skipped]).toEqual([size - 2, 2])
    expect(done.problems.map(({ line }) => line)).toEqual([20, 62])
    const names = (await second.candidates.list({ limit: 1000 })).items.map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
    expect(names).toHaveLength(size - 2)
    expect((await second.imports.list()).items).toMatchObject([{ status: "finished", imported: size - 2, skipped: 2 }])

    // Wrong lines that were put right come in; a whole file once more does not.
    const right = await importCsv("candidate", second.candidates, file(size, []), options)
    expect([right.imported, right.already, right.skipped]).toEqual([2, size - 2, 0])
    const before = await database.dump()
    expect((await importCsv("candidate", second.candidates, file(size, []), options)).imported).toBe(0)
    expect(await database.dump()).toBe(before)
  })

  test("run by two at once writes every row once", async () => {
    const database = await fresh()
    const both = [await maya(database), await maya(database)]
    const options = { importId: "twice", batchSize: 5 }
    const done = await Promise.all(
      both.map(({ candidates }) => importCsv("candidate", candidates, file(size, []), options)),
    )
    expect(done.reduce((sum, { imported }) => sum + imported, 0)).toBe(size)
    const [one] = both
    const { items } = (await one?.candidates.list({ limit: 1000 })) ?? expect.fail()
    expect(new Set(items.map(({ email }) => email)).size).toBe(size)
    expect(items).toHaveLength(size)
  })

  test("is taken back but for what was built upon, with the reason of each", async () => {
    const database = await fresh()
    const as = await maya(database)
    const ids = new Map<number, string>()
    await importCsv("candidate", as.candidates, file(12, []), {
      importId: "wrong file",
      batchSize: 5,
      onProgress: ({ landed }) => {
        for (const { line, id } of landed) ids.set(line, id)
      },
    })
    const [changed = "", noted = "", submitted = "", mended = ""] = [2, 4, 6, 8].map((line) => ids.get(line))
    await as.candidates.update(changed, { phone: "1" })
    await as.notes.write({ body: "called", about: [noted] })
    await as.candidates.screen(submitted, { outcome: "passed" })
    // What was taken back by hand is no obstacle.
    const [made] = await as.candidates.history(mended)
    expect(made?.data).toMatchObject({ line: 8 })
    await as.ledger.correct(made?.id ?? "", { reason: "wrong person" })
    const other = await desk(as).candidate()

    const { reverted, stayed, import: record } = await as.imports.revert("wrong file", { reason: "wrong file" })
    expect(reverted).toBe(9)
    expect(stayed.map(({ line, id, refusal }) => [line, id, refusal._tag])).toEqual([
      [2, changed, "CorrectionRefused"],
      [4, noted, "CorrectionRefused"],
      [6, submitted, "CorrectionRefused"],
    ])
    expect(record).toMatchObject({ status: "reverted", imported: 12, reverted: 9 })
    const left = (await as.candidates.list()).items.map(({ id }) => id)
    expect(left.toSorted()).toEqual([changed, noted, submitted, other].toSorted())
    // Again, by its id: the same answer, nothing more taken back.
    const before = await database.dump()
    expect(await as.imports.revert(record.id, { reason: "again" })).toMatchObject({
      reverted: 9,
      stayed: [{ line: 2 }, { line: 4 }, { line: 6 }],
    })
    expect(before.length).toBeGreaterThan(0)
    await expect(importCsv("candidate", as.candidates, file(12), { importId: "wrong file" })).rejects.toMatchObject({
      _tag: "InvalidInput",
      field: "importId",
    })
  })
})

describe.each(kinds)("rows of an import that touch the same record on $name", ({ fresh }) => {
  test("are taken back one after the other: what one leaves is what the next one finds", async () => {
    const { maya: as, whole } = await agency(await fresh())
    const { id: clientId } = await as.clients.create({ name: "Acme" })
    const jobs = ["Cook", "Waiter", "Porter"].map((title) => ({ clientId, title }))
    // Each run begins with a client who has left: its first row brings them back.
    for (const n of [1, 2, 3]) {
      await as.positions.import(jobs.slice(0, n), { importId: "jobs" })
      await as.clients.retire(clientId, { reason: "left" })
    }
    const touched = (await as.clients.history(clientId)).filter(({ type }) => type === "ClientActivated")
    expect(new Set(touched.map(({ act }) => act)).size).toBe(3)
    expect(await as.imports.revert("jobs", { reason: "wrong" })).toMatchObject({ reverted: 3, stayed: [] })
    expect((await as.positions.list()).items).toEqual([])
    const versions = (await as.clients.history(clientId)).map(({ version }) => version)
    expect(versions).toEqual(versions.map((_, n) => n + 1))
    await whole()
  })
})

describe("imports of other nouns", () => {
  const [kind] = kinds
  const fresh = kind?.fresh ?? expect.fail()

  test("clients, then positions by the clients' names; taken back newest first", async () => {
    const as = await maya(await fresh())
    const clients = await importCsv("client", as.clients, "Firma;Branche\nAcme;Stahl\nBolt;Handel", {
      importId: "clients",
    })
    expect(clients.imported).toBe(2)
    const { items } = await as.clients.list()
    const clientIds = Object.fromEntries(items.map(({ name, id }) => [name, id]))
    const jobs = "Kunde;Stellenbezeichnung;Anzahl;Gehalt\nAcme;Koch;2;50-60k €\nAcme;Kellner;1;40.000 €\nNobody;Boss;1;"
    const done = await importCsv("position", as.positions, jobs, { importId: "jobs", clientIds })
    expect([done.imported, done.problems.map(({ line }) => line)]).toEqual([2, [4]])
    const { items: positions } = await as.positions.list()
    expect(positions.map(({ title, salary }) => [title, salary])).toEqual([
      ["Koch", { min: 5_000_000, max: 6_000_000, currency: "EUR" }],
      ["Kellner", { min: 4_000_000, max: 4_000_000, currency: "EUR" }],
    ])
    expect(await as.imports.revert("clients", { reason: "x" })).toMatchObject({ reverted: 1, stayed: [{ line: 2 }] })
    expect(await as.imports.revert("jobs", { reason: "x" })).toMatchObject({ reverted: 2, stayed: [] })
    expect((await as.clients.list()).items).toMatchObject([{ name: "Acme", kind: "prospect" }])
  })

  test("an import of one noun is not gone on with for another; of an unknown name nothing is reverted", async () => {
    const as = await maya(await fresh())
    await importCsv("client", as.clients, "Firma\nAcme", { importId: "x" })
    await expect(importCsv("candidate", as.candidates, "Name\nAda", { importId: "x" })).rejects.toMatchObject({
      _tag: "InvalidInput",
      field: "importId",
    })
    await expect(as.imports.revert("y", { reason: "x" })).rejects.toMatchObject({ _tag: "NotFound", noun: "import" })
  })
})
