import { once } from "node:events"
import { expect, test } from "vitest"
import { importCsv } from "../../src/exchange.js"
import { kinds, open } from "../faults/databases.js"
import { peopleFile } from "../faults/people.js"
import { check } from "../faults/whole.js"
import { onLine, start } from "../faults/worker.js"

const rows = 4_000

/** Lets a process import, and kills it somewhere after so many batches of a run. */
const killOne = async (address: string, batches: number): Promise<number> => {
  const child = await start("importer", [address, String(rows)])
  const exited = once(child, "exit")
  let [landed, told] = [0, 0]
  onLine(child, (line) => {
    if (line !== "done") landed = Number(line)
    if (++told === batches) setTimeout(() => child.kill("SIGKILL"), Math.random() * 20)
  })
  const [, signal] = (await exited) as [number | null, string | null]
  expect(signal).toBe("SIGKILL")
  return landed
}

test("an import whose process is killed, and killed again, goes on: nothing twice, nothing left out", {
  timeout: 120_000,
}, async () => {
  const kind = kinds.find(({ name }) => name === "sqlite") ?? expect.fail()
  const database = await kind.fresh()
  const crm = await open(database)
  const maya = crm.as("maya")
  let before = 0
  for (const batches of [3, 1, 5]) {
    const landed = await killOne(database.address, batches)
    const [record] = (await maya.imports.list()).items
    expect(record).toMatchObject({ key: "fair", status: "running" })
    // What was told of is there; a batch that landed untold is, too.
    expect(record?.imported).toBeGreaterThanOrEqual(before + landed)
    before = record?.imported ?? 0
  }
  expect(before).toBeLessThan(rows)
  const done = await importCsv("candidate", maya.candidates, peopleFile(rows), { importId: "fair" })
  expect([done.already, done.imported]).toEqual([before, rows - before])
  const counted = await database.sql("select count(*) as n, count(distinct email) as people from candidates")
  expect(counted).toEqual([{ n: rows, people: rows }])
  expect(await check(database)).toMatchObject({ problems: [] })
  const { reverted } = await maya.imports.revert("fair", { reason: "the wrong fair" })
  expect(reverted).toBe(rows)
  expect((await maya.candidates.list()).items).toEqual([])
})
