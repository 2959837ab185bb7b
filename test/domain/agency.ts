import { type Client, createMatchloop, type Settings, type Stages } from "matchloop"
import { memory } from "matchloop/memory"

const day = 86_400_000

/** An agency on memory whose clock stands until it is told to go on. */
export const agency = async (options: { readonly settings?: Partial<Settings>; readonly pipelines?: Stages } = {}) => {
  let time = Date.UTC(2026, 0, 5)
  const crm = await createMatchloop({ storage: memory(), now: () => time, ...options })
  const maya: Client = crm.as("maya")
  const days = (count: number) => {
    time += count * day
  }
  const inDays = (count: number) => new Date(time + count * day)
  const ready = async (name: string, expiresAt?: Date) => {
    const { id } = await maya.candidates.create({ name })
    await maya.candidates.screen(id, { outcome: "passed" })
    await maya.candidates.signConsent(id, {
      document: { name: "consent.pdf", bytes: new Uint8Array([1]) },
      ...(expiresAt === undefined ? {} : { expiresAt }),
    })
    return id
  }
  const position = async (openings = 1, more: object = {}) => {
    const client = await maya.clients.create({ name: "Acme" })
    return maya.positions.open({ clientId: client.id, title: "Developer", openings, ...more })
  }
  const salary = { amount: 10_000_000, currency: "EUR" }
  const submitted = async (candidateId: string, positionId: string) => {
    const { id } = await maya.submissions.shortlist({ candidateId, positionId })
    return maya.submissions.submit(id)
  }
  const offered = async (candidateId: string, positionId: string) => {
    const { id } = await submitted(candidateId, positionId)
    return maya.submissions.offer(id, { salary })
  }
  const accepted = async (candidateId: string, positionId: string, startsOn = "2026-02-01") => {
    const { submission } = await offered(candidateId, positionId)
    return maya.submissions.accept(submission.id, { startsOn })
  }
  return { crm, maya, days, inDays, ready, position, submitted, offered, accepted, salary }
}
