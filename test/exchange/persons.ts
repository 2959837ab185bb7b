import { expect } from "vitest"
import type { Client } from "../../src/index.js"

type Exported = Awaited<ReturnType<Client["candidates"]["export"]>>

/** An export as it comes out of a file. */
export const exported = async (as: Client, id: string): Promise<Exported> =>
  JSON.parse(JSON.stringify(await as.candidates.export(id)))

type ExportedContact = Awaited<ReturnType<Client["clients"]["contacts"]["export"]>>

/** The same of a contact. */
export const exportedContact = async (as: Client, id: string): Promise<ExportedContact> =>
  JSON.parse(JSON.stringify(await as.clients.contacts.export(id)))

/** The same without when it was made, and without who brought it to where it was made and when. */
export const told = (person: Exported | ExportedContact): unknown => ({
  ...person,
  exportedAt: null,
  entries: person.entries.map(({ data: { imported: _, ...data }, ...entry }) => ({ ...entry, data, recordedAt: null })),
})

/** The names around a person, as the agency's own: a company may be called what somebody there is. */
export const namesAround = ({ around }: Exported | ExportedContact): { readonly [name: string]: string } =>
  Object.fromEntries(
    [...around.clients, ...around.lists, ...around.positions.map(({ title }) => ({ name: title }))].map(({ name }) => [
      name,
      name,
    ]),
  )

/** Sees that a contact comes in equal, and out again as they came, but for the positions that name them. */
export const contactComesIn = async (there: Client, person: ExportedContact) => {
  const sources = namesAround(person)
  const done = await there.clients.contacts.importPerson({ person, equalOpportunity: true, sources })
  expect(done).toMatchObject({ already: false, contact: { id: person.contact.id } })
  expect(done.left.map(({ id }) => id)).toEqual(person.namedBy.map(({ id }) => id))
  expect(told(await exportedContact(there, person.contact.id))).toEqual(told({ ...person, namedBy: [] }))
  return done
}

const whole = { from: "2000-01-01T00:00:00Z", to: "2100-01-01T00:00:00Z", ids: true } as const
const pipelines = ["candidate", "consent", "submission", "interview", "offer", "placement"] as const

/** Every report on people and their submissions, with the ids behind its numbers. */
export const personal = async ({ reports }: Client): Promise<unknown> => ({
  funnels: await Promise.all(pipelines.map((pipeline) => reports.funnel({ pipeline, ...whole }))),
  times: await Promise.all(pipelines.map((pipeline) => reports.timeInStage({ pipeline, ...whole }))),
  flow: await reports.flow({ pipeline: "submission", ...whole }),
  endReasons: await reports.endReasons(whole),
  offerAcceptance: await reports.offerAcceptance(whole),
  fallOffs: await reports.fallOffs(whole),
  sendOuts: await reports.sendOuts({ ...whole, sliceBy: "client" }),
  timeToHire: await reports.timeToHire(whole),
  revenue: await reports.revenue({ ...whole, period: "quarter" }),
  placements: await reports.placements({ ...whole, by: "recruiter" }),
})
