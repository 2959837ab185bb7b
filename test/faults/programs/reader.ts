import { createInterface } from "node:readline"
import { postgres } from "../../../adapters/postgres/index.js"
import { sqlite } from "../../../adapters/sqlite/index.js"
import { createMatchloop } from "../../../src/index.js"
import { desk } from "../desk.js"

/**
 * Writes, corrects and asks for reports at once, in four lanes, until it is killed. Its reports keep columns from the
 * second subject on and fold every change, so that a kill meets them while they are written.
 */
const [address = "", actor = ""] = process.argv.slice(2)

const crm = await createMatchloop({
  storage: address.startsWith("postgres:")
    ? postgres({ url: address, maxConnections: 4 })
    : sqlite({ filename: address, durability: "normal" }),
  reports: { from: 2, foldAfter: 1 },
})
const maya = crm.as(actor)
const window = { from: 0, to: Date.now() + 86_400_000 }

process.stdout.write("open\n")
createInterface(process.stdin).on("close", () => process.exit())

const lane = async (first: number): Promise<never> => {
  for (let number = first; ; number += 4) {
    const name = `${actor} ${number}`
    const { id } = await maya.candidates.create({ name, source: `source ${number % 3}` })
    await maya.candidates.screen(id, { outcome: "passed" })
    if (number % 3 === 0) await maya.candidates.update(id, { source: "referral", tags: [`tag ${number % 5}`] })
    if (number % 5 === 0) {
      const entry = (await maya.candidates.history(id)).at(-1)
      if (entry !== undefined) await maya.ledger.correct(entry.id, { reason: "a mistake" })
    }
    if (number % 4 === 1)
      await maya.submissions.reject(await desk(maya).submitted(await desk(maya).position(1)), {
        reason: "too senior",
      })
    await Promise.all([
      maya.reports.funnel({ pipeline: "candidate", ...window }),
      maya.reports.snapshot({ pipeline: "submission", where: { source: "referral" } }),
    ])
    process.stdout.write(`${number}\n`)
  }
}

await Promise.all([1, 2, 3, 4].map(lane))
