import { memory } from "../../../adapters/memory/index.js"
import { open } from "../../../src/testing/Opened.js"

const days = 86_400_000

/**
 * What is wrong with a report on a window that lies behind the instant it stands at: who was at a stage at that instant
 * was there still, though they have left since and before the window; an empty text where nothing is.
 */
export const past = async (): Promise<string> => {
  let time = Date.parse("2026-01-05T10:00:00Z")
  const opened = await open(memory())
  const crm = await opened.crm({ now: () => time, reports: { from: 1, foldAfter: 1, blockSize: 1 } })
  const maya = crm.as("maya")
  const { id: candidateId } = await maya.candidates.create({ name: "Ada" })
  const { id: clientId } = await maya.clients.create({ name: "Acme" })
  const { id: positionId } = await maya.positions.open({ clientId, title: "Developer" })
  const { id } = await maya.submissions.shortlist({ candidateId, positionId })
  time += 15 * days
  await maya.submissions.withdraw(id, { reason: "another offer" })
  time += 60 * days
  const { rows } = await maya.reports.timeInStage({
    pipeline: "submission",
    from: "2026-02-01",
    to: "2026-03-01",
    asOf: "2026-01-10T00:00:00Z",
  })
  await crm.close()
  await opened.close()
  const told = rows.map(({ open }) => open).join()
  return told === "1" ? "" : `one was open on 10 January, the report says ${told === "" ? "nobody" : told}`
}
