import type { Client } from "../../src/index.js"

const money = (amount: number) => ({ amount, currency: "EUR" })

export const form = (): { readonly name: string; readonly bytes: Uint8Array } => ({
  name: "consent.pdf",
  bytes: new TextEncoder().encode("signed"),
})

/** One recruiter's desk: brings fresh records to wherever a test needs them, by commands alone. */
export const desk = (maya: Client) => {
  const candidate = async (): Promise<string> =>
    (await maya.candidates.create({ name: "Ada Park", source: "referral" })).id

  const screened = async (): Promise<string> => {
    const id = await candidate()
    await maya.candidates.screen(id, { outcome: "passed" })
    return id
  }

  const ready = async (): Promise<string> => {
    const id = await screened()
    await maya.candidates.signConsent(id, { document: form() })
    return id
  }

  const client = async (): Promise<string> => (await maya.clients.create({ name: "Acme" })).id

  const contact = async (clientId: string): Promise<string> =>
    (await maya.clients.addContact(clientId, { name: "Lena Ruiz", email: "lena@acme.test" })).id

  const position = async (openings = 2): Promise<string> => {
    const fee = { kind: "percent" as const, percent: 20 }
    return (await maya.positions.open({ clientId: await client(), title: "Developer", openings, fee })).id
  }

  const shortlisted = async (positionId?: string): Promise<string> => {
    const input = { candidateId: await ready(), positionId: positionId ?? (await position()) }
    return (await maya.submissions.shortlist(input)).id
  }

  const submitted = async (positionId?: string): Promise<string> => {
    const id = await shortlisted(positionId)
    await maya.submissions.submit(id)
    return id
  }

  const interview = async (): Promise<string> => {
    const { interview } = await maya.submissions.requestInterview(await submitted(), {})
    return interview.id
  }

  const scheduled = async (): Promise<string> => {
    const id = await interview()
    await maya.interviews.schedule(id, { at: "2030-01-01T10:00:00Z" })
    return id
  }

  const offered = async (positionId?: string): Promise<string> => {
    const id = await submitted(positionId)
    await maya.submissions.offer(id, { salary: money(9_000_000), startsOn: "2027-01-04" })
    return id
  }

  const offerDraft = async (): Promise<string> =>
    (await maya.offers.draft({ submissionId: await submitted(), salary: money(9_000_000) })).id

  const offerOut = async (): Promise<string> =>
    (await maya.submissions.offer(await submitted(), { salary: money(9_000_000) })).offer.id

  const accepted = async (positionId?: string) => maya.submissions.accept(await offered(positionId), {})

  const placement = async (): Promise<string> => (await accepted()).placement.id

  const started = async (): Promise<string> => {
    const id = await placement()
    await maya.placements.start(id, {})
    return id
  }

  const opportunity = async (): Promise<string> =>
    (await maya.opportunities.create({ clientId: await client(), title: "Retainer" })).id

  const note = async (): Promise<string> => (await maya.notes.write({ body: "Called.", about: [await candidate()] })).id

  const document = async (): Promise<string> =>
    (await maya.documents.attach({ ...form(), about: [await candidate()] })).id

  return {
    candidate,
    screened,
    ready,
    client,
    contact,
    position,
    shortlisted,
    submitted,
    interview,
    scheduled,
    offered,
    offerDraft,
    offerOut,
    accepted,
    placement,
    started,
    opportunity,
    note,
    document,
  }
}

export type Desk = ReturnType<typeof desk>
