import type { Client, Options } from "../../src/index.js"
import { desk, form } from "./desk.js"

/** Brings everything to where the command can run, and gives the command. */
export type Act = (maya: Client) => Promise<(options: Options) => Promise<unknown>>

const salary = { amount: 9_000_000, currency: "EUR" }

/** Commands that write in every way that there is: new records, changes, removals, visits, links, bytes. */
export const acts: { readonly [name: string]: Act } = {
  "candidates.create": async (maya) => (options) => maya.candidates.create({ name: "Eve" }, options),
  "candidates.signConsent": async (maya) => {
    const id = await desk(maya).screened()
    return (options) => maya.candidates.signConsent(id, { document: form() }, options)
  },
  "submissions.accept, closing two others out": async (maya) => {
    const positionId = await desk(maya).position(1)
    const offered = await desk(maya).offered(positionId)
    await desk(maya).submitted(positionId)
    await desk(maya).shortlisted(positionId)
    return (options) => maya.submissions.accept(offered, {}, options)
  },
  "submissions.offer": async (maya) => {
    const id = await desk(maya).submitted()
    return (options) => maya.submissions.offer(id, { salary }, options)
  },
  "placements.backOut": async (maya) => {
    const id = await desk(maya).placement()
    return (options) => maya.placements.backOut(id, { reason: "no", party: "candidate" }, options)
  },
  "positions.cancel": async (maya) => {
    const positionId = await desk(maya).position()
    await desk(maya).offered(positionId)
    return (options) => maya.positions.cancel(positionId, { reason: "frozen" }, options)
  },
  "notes.edit, moving it elsewhere": async (maya) => {
    const id = await desk(maya).note()
    const about = [await desk(maya).client()] as const
    return (options) => maya.notes.edit(id, { about }, options)
  },
  "ledger.correct": async (maya) => {
    const id = await desk(maya).shortlisted()
    const [entry] = await maya.submissions.history(id)
    return (options) => maya.ledger.correct(entry?.id ?? "", { reason: "mistake" }, options)
  },
}
