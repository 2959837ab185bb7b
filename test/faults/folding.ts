import { once } from "node:events"
import * as fc from "fast-check"
import { describe, expect, test } from "vitest"
import { createMatchloop, type Client, type Config } from "../../src/index.js"
import { ask, requestOf } from "../../src/testing/Asking.js"
import { everything } from "../../src/testing/Everything.js"
import { open, type Opened } from "../../src/testing/Opened.js"
import { randomQuestion } from "../../src/testing/random/Questions.js"
import { changes } from "../../src/testing/Samples.js"
import { memory } from "../../adapters/memory/index.js"
import type { NounName } from "../../src/domain/Nouns.js"
import { type Database, kinds } from "./databases.js"
import { onLine, start } from "./worker.js"

/** Lets a process write and report, and kills it at a random moment after its first reports. */
const killOne = async ({ address }: Database, actor: string): Promise<number> => {
  const child = await start("reader", [address, actor])
  const exited = once(child, "exit")
  let done = 0
  onLine(child, (line) => {
    if (line !== "open" && ++done === 6) setTimeout(() => child.kill("SIGKILL"), Math.random() * 300)
  })
  const [, signal] = (await exited) as [number | null, string | null]
  expect(signal).toBe("SIGKILL")
  return done
}

/** The same agency in memory: its records, ledger and visits, copied from where they are. */
const copied = async (from: Opened): Promise<Opened> => {
  const { ledger, records, visits } = await everything(from, "main")
  const copy = await open(memory())
  const rows = Object.entries(records).flatMap(([noun, all]) =>
    all.map((record) => ({ noun: noun as NounName, id: String(record.id), expects: 0, record })),
  )
  const visitsOpened = Object.values(visits).flat()
  await copy.run(copy.storage.commit(changes("main", { records: rows, entries: ledger, visitsOpened })))
  return copy
}

const asked = 40

/** Registers the test for each database that processes share. */
export const folding = (rounds: number) =>
  describe("kept columns", () => {
    for (const kind of kinds.filter(({ name }) => name !== "memory"))
      test(`${kind.name}: ${asked} questions are answered as in memory after ${rounds * 2} processes were killed that wrote, corrected, merged, erased and folded at once`, {
        timeout: 240_000,
      }, async () => {
        const database = await kind.fresh()
        const opened = await open(database.storage())
        let done = 0
        let blocks = 0
        for (let round = 0; round < rounds; round++) {
          const counts = await Promise.all([killOne(database, `a${round}`), killOne(database, `b${round}`)])
          done += counts.reduce((sum, count) => sum + count, 0)
          const now = Date.now() + 60_000
          const copy = await copied(opened)
          const { ledger } = await everything(opened, "main")
          const closing: Array<() => Promise<void>> = []
          const reader = async (of: Opened | Database, reports: Config["reports"]): Promise<Client> => {
            const config = { reports, now: () => now }
            const crm = "crm" in of ? await of.crm(config) : await createMatchloop({ ...config, storage: of.storage() })
            closing.push(() => crm.close())
            return crm.as("maya")
          }
          const right = await reader(copy, { from: Number.POSITIVE_INFINITY })
          const others = [
            await reader(database, { from: Number.POSITIVE_INFINITY }),
            await reader(database, { from: 2, foldAfter: 1_000_000, blockSize: 3 }),
            await reader(database, { from: 2, foldAfter: 1, blockSize: 4 }),
          ]
          // What the killed left unwritten is settled by one of them alone.
          await right.reports.snapshot({ pipeline: "candidate" })
          for (const question of fc.sample(randomQuestion, { numRuns: asked, seed: round })) {
            const { name } = question
            const request = requestOf(question, ledger)
            const answer = await ask(right, name, request)
            const answers = await Promise.all(others.map((client) => ask(client, name, request)))
            for (const one of answers) expect(one, `${name} ${JSON.stringify(request)}`).toEqual(answer)
          }
          const { indexes } = await opened.run(opened.storage.kept.state("main", ["candidate"]))
          blocks = Math.max(blocks, JSON.stringify(indexes.candidate?.content ?? null).split('"firstStart"').length - 1)
          for (const close of closing) await close()
          await copy.close()
        }
        await opened.close()
        expect(done).toBeGreaterThan(rounds)
        expect(blocks).toBeGreaterThan(2)
        const table = kind.name === "sqlite" ? "report_indexes" : "matchloop.report_indexes"
        const [index] = await database.sql(`select max(version) as version from ${table}`)
        expect(Number(index?.version)).toBeGreaterThan(rounds)
      })
  })
