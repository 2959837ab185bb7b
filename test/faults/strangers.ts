import { memory } from "matchloop/memory"
import { type Client, createMatchloop } from "../../src/index.js"
import { desk } from "./desk.js"

type Person = Awaited<ReturnType<Client["candidates"]["export"]>>

/** Somebody of another agency who was submitted there, as an export, and to which client's position. */
export interface Stranger {
  readonly person: Person
  readonly clientId: string
  readonly positionId: string
}

export const stranger = async (): Promise<Stranger> => {
  const crm = await createMatchloop({ storage: memory() })
  const noor = crm.as("noor")
  const submission = await noor.submissions.get(await desk(noor).submitted())
  const { candidateId, clientId, positionId } = submission
  const person = JSON.parse(JSON.stringify(await noor.candidates.export(candidateId)))
  await crm.close()
  return { person, clientId, positionId }
}

/** Brings the person, and gives the id of what they were submitted to. */
export const bring = async (
  by: Client,
  { person }: Stranger,
  as: { readonly clients?: { readonly [id: string]: string }; readonly positions?: { readonly [id: string]: string } },
): Promise<string> => {
  const { candidate } = await by.candidates.importPerson({ person, ...as })
  const { items } = await by.submissions.list({ where: { candidateId: candidate.id } })
  return items[0]?.id ?? ""
}
