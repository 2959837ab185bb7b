import { once } from "node:events"
import { describe, expect, test } from "vitest"
import { reports } from "../../src/testing/Reports.js"
import { createMatchloop, type Config } from "../../src/index.js"
import { type Database, kinds } from "./databases.js"
import { onLine, start } from "./worker.js"

/** Lets a process write and report, and kills it at a random moment after its first reports. */
const killOne = async ({ address }: Database, actor: string): Promise<number> => {
  const child = await start("reader", [address, actor])
  const exited = once(child, "exit")
  let done = 0
  onLine(child, (line) => {
    if (line !== "open" && ++done === 4) setTimeout(() => child.kill("SIGKILL"), Math.random() * 300)
  })
  const [, signal] = (await exited) as [number | null, string | null]
  expect(signal).toBe("SIGKILL")
  return done
}

/** Registers the test for each database that processes share. */
export const folding = (rounds: number) =>
  describe("kept columns", () => {
    for (const kind of kinds.filter(({ name }) => name !== "memory"))
      test(`${kind.name}: give the reports of the records after ${rounds * 2} processes were killed that wrote, corrected and folded at once`, {
        timeout: 120_000,
      }, async () => {
        const database = await kind.fresh()
        const now = Date.now()
        const asking = async (config: Config["reports"]) => {
          const crm = await createMatchloop({ storage: database.storage(), reports: config, now: () => now + 60_000 })
          const answer = await reports(crm.as("maya"), now + 60_000)
          await crm.close()
          return answer
        }
        let done = 0
        for (let round = 0; round < rounds; round++) {
          const counts = await Promise.all([killOne(database, `a${round}`), killOne(database, `b${round}`)])
          done += counts.reduce((sum, count) => sum + count, 0)
          const plain = await asking({ from: Number.POSITIVE_INFINITY })
          expect(await asking({ from: 2, foldAfter: 1_000_000 })).toEqual(plain)
          expect(await asking({ from: 2, foldAfter: 1 })).toEqual(plain)
        }
        expect(done).toBeGreaterThan(rounds)
        const table = kind.name === "sqlite" ? "report_indexes" : "matchloop.report_indexes"
        const [index] = await database.sql(`select max(version) as version from ${table}`)
        expect(Number(index?.version)).toBeGreaterThan(rounds)
      })
  })
