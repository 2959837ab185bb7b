import { createMatchloop } from "matchloop"
import { memory } from "matchloop/memory"
import { expect, test } from "vitest"
import { importCsv, importJsonLines, jsonLines, previewCsv } from "../../src/exchange.js"
import { everywhere } from "../support/everywhere.js"

const collected = async (lines: AsyncIterable<string>): Promise<string> => {
  const all: Array<string> = []
  for await (const line of lines) all.push(line)
  return all.join("")
}

test("what came before a line without an end is in, and the rest is told to be broken off", async () => {
  await using crm = await createMatchloop({ storage: memory() })
  const part = "x".repeat(1_000_000)
  const source = function* () {
    yield '{"name":"Ada Park"}\n\n{"name":"'
    for (;;) yield part
  }
  const done = await importJsonLines("candidate", crm.as("maya"), source())
  expect(done).toMatchObject({ imported: 1, brokenAt: 2, problems: [{ line: 2 }] })
})

test("what a source fails with is the caller's, and no line's fault", async () => {
  await using crm = await createMatchloop({ storage: memory() })
  const source = async function* () {
    yield '{"name":"Ada"}\n'
    throw new RangeError("the disk is gone")
  }
  await expect(importJsonLines("candidate", crm.as("maya"), source())).rejects.toThrow("the disk is gone")
})

everywhere((agency) => {
  test("a file of JSON lines comes in, what is wrong is told by its line, and it is taken back whole", async () => {
    const maya = agency().as("maya")
    const file = [
      '{"name":"Ada Park","email":"ada@example.com","skills":["sql"],"customFields":{"notice":3}}',
      "",
      '{"name":"Bo",',
      '{"nom":"Cleo"}',
      "[1]",
      '{"id":"client_01","name":"Acme"}',
      '{"name":"Ada Park","email":"ADA@example.com"}',
      '{"name":"Dan Lee"}',
    ].join("\n")
    const progress: Array<ReadonlyArray<number>> = []
    const options = {
      importId: "fair",
      duplicates: "skip",
      onProgress: ({ landed }: { readonly landed: ReadonlyArray<{ readonly line: number }> }) =>
        progress.push(landed.map(({ line }) => line)),
    } as const
    const done = await importJsonLines("candidate", maya, file, options)
    expect(done).toMatchObject({ imported: 2, already: 0, brokenAt: null })
    expect(done.problems.map(({ issues, line }) => [line, issues[0]?.message])).toEqual([
      [3, "is no JSON object"],
      [4, expect.stringContaining("is unexpected")],
      [5, "is no JSON object"],
      [6, "is the id of no candidate"],
    ])
    expect(done.duplicates.map(({ line, verdict }) => [line, verdict])).toEqual([[7, "same"]])
    expect(progress.flat()).toEqual([1, 8])
    const again = await importJsonLines("candidate", maya.candidates, file, options)
    expect(again).toMatchObject({ imported: 0, already: 2 })
    const mended = file.replace('{"nom":"Cleo"}', '{"name":"Cleo"}')
    expect(await importJsonLines("candidate", maya, mended, options)).toMatchObject({ imported: 1, already: 2 })
    const names = async () => (await maya.candidates.list()).items.map(({ name }) => name).toSorted()
    expect(await names()).toEqual(["Ada Park", "Cleo", "Dan Lee"])
    await maya.imports.revert("fair", { reason: "the wrong file" })
    expect(await names()).toEqual([])
  })

  test("records that another agency wrote come in as new ones, with what is theirs and not what was done there", async () => {
    const maya = agency().as("maya")
    const { id } = await maya.candidates.create({
      name: "Ada Park",
      skills: ["sql"],
      salaryExpectation: { amount: 9_000_000, currency: "EUR" },
      customFields: { motto: "go on" },
    })
    await maya.candidates.screen(id, { outcome: "passed" })
    const ada = await maya.candidates.get(id)
    const { id: clientId } = await maya.clients.create({ name: "Acme", tags: ["vip"] })
    const role = await maya.positions.open({ clientId, title: "Developer", openings: 3 })
    const noor = agency().as("noor")
    expect(await importJsonLines("candidate", noor, await collected(jsonLines([ada])))).toMatchObject({ imported: 1 })
    const [brought] = (await noor.candidates.list()).items
    const { salaryExpectation, customFields, name, skills } = ada
    expect(brought).toMatchObject({ kind: "new", screenedAt: null, salaryExpectation, customFields, name, skills })
    expect(brought?.id).not.toBe(id)
    const acme = await maya.clients.get(clientId)
    expect(await importJsonLines("client", noor, await collected(jsonLines([acme])))).toMatchObject({ imported: 1 })
    // Its client is nobody's here.
    const { problems } = await importJsonLines("position", noor, await collected(jsonLines([role])))
    expect(problems.map(({ issues, line }) => [line, issues[0]?.path])).toEqual([[1, ["clientId"]]])
    expect(await importJsonLines("position", maya, await collected(jsonLines([role])))).toMatchObject({ imported: 1 })
  })

  test("a client's own fields are looked up, of however many there are, so that columns named like them go there", async () => {
    const maya = agency().as("maya")
    for (let n = 0; n < 60; n++)
      await maya.customFields.define({ noun: "candidate", name: `field${n}`, label: `Field no. ${n}`, type: "number" })
    const file = "Name;Field no. 7;Field no. 59;Other\nAda;3;4,5;x\nBo;many;1;y"
    const columns = ["name", "customFields.field7", "customFields.field59", "customFields.Other"]
    const preview = await previewCsv("candidate", file, { customFields: maya.customFields })
    expect(preview.columns.map(({ to }) => to)).toEqual(columns)
    expect(preview.problems).toEqual([{ line: 3, issues: [{ path: ["Field no. 7"], message: "is no number" }] }])
    const done = await importCsv("candidate", maya, file)
    expect(done.columns.map(({ to }) => to)).toEqual(columns)
    expect([done.imported, done.problems]).toEqual([1, preview.problems])
    const [ada] = (await maya.candidates.list()).items
    expect(ada?.customFields).toEqual({ field7: 3, field59: 4.5, Other: "x" })
    expect((await maya.search.candidates("custom.field59>4")).hits.length).toBe(1)
  })
})
