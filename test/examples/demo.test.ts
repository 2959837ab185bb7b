import { writeFileSync } from "node:fs"
import { join } from "node:path"
import { createMatchloop, IdSource } from "matchloop"
import { memory } from "matchloop/memory"
import { describe, expect, onTestFinished, test } from "vitest"
import { read } from "../../examples/demo/arguments.js"
import { importCandidates } from "../../examples/demo/candidates.js"
import { check } from "../../examples/demo/check.js"
import { desk as deskFor } from "../../examples/demo/desk.js"
import { year } from "../../examples/demo/year.js"
import { temporaryDirectory } from "../support/files.js"
import { example } from "./run.js"

const csv = (name: string, content: string | Uint8Array): string => {
  const path = join(temporaryDirectory(), name)
  writeFileSync(path, content)
  return path
}

/** A desk on a database in memory, at the beginning of a year. */
const desk = async () => {
  const { at, now } = deskFor(Date.UTC(2026, 0, 1), 7)
  const crm = await createMatchloop({ storage: memory(), now, ids: IdSource.counting() })
  onTestFinished(crm.close)
  return at(crm)
}

describe("the demo", { timeout: 180_000 }, () => {
  test("takes somebody else's file, as untidy as it comes, and lives a year on it", async () => {
    const path = csv(
      "messy.csv",
      "\ufeffFULL NAME;e-mail;Skills;Shoe size\r\n\r\n" +
        'Ann  Lee;ann@x.test;"SQL, sql / CI/CD\r\nC++|Java";38\r\n' +
        ";nobody@x.test;SQL;\r\n" +
        "Bob;not an address;;\r\nCy\r\nDee;;;;;\r\nEve;;a|b;41;surplus\r\n",
    )
    const here = await desk()
    const { imported, problems, ids } = await importCandidates(here.as("maya"), path)
    expect(imported).toBe(2)
    expect(problems.map(({ line }) => line)).toEqual([5, 6, 7, 9])
    expect((await here.as("maya").candidates.getMany(ids)).items).toMatchObject([
      { name: "Ann Lee", skills: ["SQL", "CI/CD", "C++", "Java"], customFields: { "Shoe size": "38" }, phone: null },
      { name: "Dee", email: null, skills: [], customFields: {} },
    ])
    await year(here, ids, { from: Date.UTC(2026, 0, 1), to: Date.UTC(2027, 0, 1) }, () => undefined)
    const checked = await check(here.as("maya"))
    expect(checked.wrong).toEqual([])
    expect(checked.records).toBeGreaterThan(100)
  })

  test.each([
    ["tabs", "First name\tLast name\tE-Mail\nAda\tPark\tada@x.test\n", ["Ada Park"], []],
    ["UTF-16", Buffer.from("\ufeffName,City\nJürgen,Köln\n", "utf16le"), ["Jürgen"], []],
    ["an old code page", Buffer.from("Name,City\nJürgen,Köln\n", "latin1"), ["Jürgen"], []],
    ["a quote that is never closed", 'Name,Email\nAda,\nBo,"x\nCy,\n', ["Ada"], [3]],
    ["no column for the name", "Colour,Email\nred,a@x.test\n", [], [1]],
    ["nothing", "", [], []],
  ])("reads a file with %s", async (_what, content, names, lines) => {
    const as = (await desk()).as("maya")
    const { ids, problems } = await importCandidates(as, csv("some.csv", content))
    expect((await as.candidates.getMany(ids)).items.map(({ name }) => name)).toEqual(names)
    expect(problems.map(({ line }) => line)).toEqual(lines)
  })

  test("explains itself", async () => {
    const { code, out } = await example("demo/main.ts", "--help")
    expect(code).toBe(0)
    expect(out).toContain("--candidates FILE.csv")
  })

  test("refuses a file that is not there", async () => {
    const { code, error, out } = await example("demo/main.ts", "--candidates", "/no/such.csv")
    expect({ code, out }).toEqual({ code: 2, out: "" })
    expect(error).toContain("no file /no/such.csv")
  })

  test.each([[["--colour"]], [["--candidates"]], [["agency.csv"]]])("does not know %j", (argv) => {
    expect(read(argv)).toBeInstanceOf(Error)
  })
})
