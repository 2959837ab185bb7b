import type { Client } from "matchloop"

/** What the commands are run on, each once: a submission to submit and one to accept, an own position each. */
export interface Seeded {
  readonly candidates: ReadonlyArray<string>
  readonly shortlisted: ReadonlyArray<string>
  /** The offered ones take their position's only opening; somebody else is on its shortlist. */
  readonly offered: ReadonlyArray<string>
}

/** Fills an empty database with an agency in the middle of its work. */
export const seed = async (maya: Client, size: number): Promise<Seeded> => {
  const acme = await maya.clients.create({ name: "Acme", fee: { kind: "percent", percent: 20 } })
  const ready = async (n: number) => {
    const person = await maya.candidates.create({
      name: `Ada Park ${n}`,
      email: `ada.${n}@example.com`,
      location: "Lisbon",
      skills: ["sql", "typescript"],
      salaryExpectation: { amount: 9_500_000, currency: "USD" },
      source: "linkedin",
    })
    await maya.candidates.screen(person.id, { outcome: "passed" })
    await maya.candidates.signConsent(person.id, { document: { name: "consent.txt", bytes: new Uint8Array(8) } })
    return person.id
  }
  const seeded = { candidates: [] as string[], shortlisted: [] as string[], offered: [] as string[] }
  for (let n = 0; n < size; n++) {
    const candidateId = await ready(2 * n)
    const other = await ready(2 * n + 1)
    const position = async (title: string) =>
      (await maya.positions.open({ clientId: acme.id, title, skills: ["sql"], openings: 1 })).id
    const toSubmit = { candidateId: other, positionId: await position(`Developer ${n}`) }
    const toAccept = { candidateId, positionId: await position(`Architect ${n}`) }
    seeded.candidates.push(candidateId)
    seeded.shortlisted.push((await maya.submissions.shortlist(toSubmit)).id)
    const { id } = await maya.submissions.shortlist(toAccept)
    await maya.submissions.submit(id)
    await maya.submissions.offer(id, { salary: { amount: 10_000_000, currency: "USD" } })
    await maya.submissions.shortlist({ ...toAccept, candidateId: other })
    seeded.offered.push(id)
  }
  return seeded
}
