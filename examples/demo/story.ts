import type { Client, Entry } from "matchloop"
import { all } from "./reports.js"
import { table } from "./table.js"

/** `OfferAcceptedByCandidate` as people say it. */
const said = (type: string): string => {
  const words = type.replace(/([a-z])([A-Z])/g, (_, end: string, start: string) => `${end} ${start.toLowerCase()}`)
  return words.charAt(0).toLowerCase() + words.slice(1)
}

const detail = ({ data }: Entry): string =>
  [data.party, data.reason].filter((value) => typeof value === "string").join(": ")

/** The placement that took the most doing, as the ledger tells it. */
export const story = async (as: Client): Promise<ReadonlyArray<string>> => {
  const placements = (await all(as.placements.list)).filter(({ kind }) => kind === "started")
  const tales = await Promise.all(
    placements.map(async ({ id, submissionId }) => {
      const where = { submissionId }
      const { items: interviews } = await as.interviews.list({ where })
      const { items: offers } = await as.offers.list({ where })
      const entries = (
        await Promise.all([
          as.submissions.history(submissionId),
          as.placements.history(id),
          ...interviews.map((interview) => as.interviews.history(interview.id)),
          ...offers.map((offer) => as.offers.history(offer.id)),
        ])
      ).flat()
      return { submissionId, entries: entries.toSorted((a, b) => (a.id < b.id ? -1 : 1)) }
    }),
  )
  const [longest] = tales
    .filter(({ entries }) => entries.length <= 20)
    .toSorted((a, b) => b.entries.length - a.entries.length)
  if (longest === undefined) return ["Nobody was placed."]
  const submission = await as.submissions.get(longest.submissionId)
  const [candidate, position, client] = await Promise.all([
    as.candidates.get(submission.candidateId),
    as.positions.get(submission.positionId),
    as.clients.get(submission.clientId),
  ])
  return [
    `${candidate.name}, ${position.title} at ${client.name}: attempt ${submission.attempt}`,
    "",
    ...table(
      ["day", "by", "fact", ""],
      longest.entries.map((entry) => [entry.at.slice(0, 10), entry.actor, said(entry.type), detail(entry)]),
    ),
  ]
}
