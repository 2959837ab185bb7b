import { createInterface } from "node:readline"
import { postgres } from "../../../adapters/postgres/index.js"
import { sqlite } from "../../../adapters/sqlite/index.js"
import { createMatchloop } from "../../../src/index.js"
import { desk } from "../desk.js"

/**
 * Writes, corrects, merges, erases and asks for reports at once, in four lanes, until it is killed. Its reports keep
 * columns from the second subject on, a few subjects a block, and fold every change, so that a kill meets them while
 * blocks are written, cut and dropped.
 */
const [address = "", actor = ""] = process.argv.slice(2)

const crm = await createMatchloop({
  storage: address.startsWith("postgres:")
    ? postgres({ url: address, maxConnections: 4 })
    : sqlite({ filename: address, durability: "normal" }),
  reports: { from: 2, foldAfter: 1, blockSize: 3 },
})
const maya = crm.as(actor)
const window = { from: 0, to: Date.now() + 86_400_000 }

process.stdout.write("open\n")
createInterface(process.stdin).on("close", () => process.exit())

/** Two processes may change one record at once: whoever comes second is told so, and goes on. */
const perhaps = (act: Promise<unknown>): Promise<unknown> => act.catch(() => null)

const lane = async (first: number): Promise<never> => {
  let before: string | null = null
  for (let number = first; ; number += 4) {
    const name = `${actor} ${number}`
    const at = Date.now() - (number % 7) * 3_600_000
    const { id } = await maya.candidates.create({ name, source: `source ${number % 3}` }, { at })
    await maya.candidates.screen(id, { outcome: "passed" })
    if (number % 3 === 0) await maya.candidates.update(id, { source: "referral", tags: [`tag ${number % 5}`] })
    if (number % 5 === 0) {
      const entry = (await maya.candidates.history(id)).at(-1)
      if (entry !== undefined) await maya.ledger.correct(entry.id, { reason: "a mistake" })
      const correction = (await maya.candidates.history(id)).at(-1)
      if (number % 2 === 0 && correction !== undefined && correction.corrects !== null)
        await perhaps(maya.ledger.correct(correction.id, { reason: "it was right" }))
    }
    if (before !== null && number % 6 === 1) await perhaps(maya.candidates.merge(id, { into: before }))
    if (before !== null && number % 12 === 1) await perhaps(maya.candidates.unmerge(id, { reason: "two people" }))
    if (number % 8 === 2) await perhaps(maya.candidates.erase(id, { reason: "asked to" }))
    if (number % 4 === 1)
      await maya.submissions.reject(await desk(maya).submitted(await desk(maya).position(1)), { reason: "too senior" })
    await Promise.all([
      maya.reports.funnel({ pipeline: "candidate", ...window }),
      maya.reports.snapshot({ pipeline: "submission", where: { source: "referral" } }),
    ])
    before = id
    process.stdout.write(`${number}\n`)
  }
}

await Promise.all([1, 2, 3, 4].map(lane))
