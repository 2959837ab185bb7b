import { describe, expect, test } from "vitest"
import type { Client } from "../../src/index.js"
import { type Database, kinds, open } from "../faults/databases.js"
import { desk } from "../faults/desk.js"
import { exported, told } from "./persons.js"

const mistaken = { reason: "by mistake" }

const both = async (database: Database) => {
  const crm = await open(database)
  return { here: crm.as("maya"), there: crm.workspace("other").as("noor") }
}

/** Takes back what the history's last entry of the type did. */
const takeBack = async (as: Client, history: Promise<ReadonlyArray<{ id: string; type: string }>>, type: string) => {
  const entry = (await history).findLast((one) => one.type === type) ?? expect.fail(`no ${type}`)
  return as.ledger.correct(entry.id, mistaken)
}

/** The person's submission in the other workspace, after it was seen that the export is the same there. */
const brought = async (here: Client, there: Client, candidateId: string, submissionId: string) => {
  const person = await exported(here, candidateId)
  await there.candidates.importPerson({ person })
  expect(told(await exported(there, candidateId))).toEqual(told(person))
  expect(await there.submissions.history(submissionId)).toMatchObject(
    (await here.submissions.history(submissionId)).map(({ id, patch }) => ({ id, patch })),
  )
  return { person, submission: await there.submissions.get(submissionId) }
}

describe.each(kinds)("a person of whom a mistake was taken back comes in equal on $name", ({ fresh }) => {
  test("where they were submitted under a consent that is no more", async () => {
    const { here, there } = await both(await fresh())
    const id = await desk(here).submitted()
    const { candidateId, consentId } = await here.submissions.get(id)
    await takeBack(here, here.submissions.history(id), "CandidateSubmitted")
    const { removed } = await takeBack(here, here.candidates.history(candidateId), "CandidateBecameReady")
    expect(removed).toContain(consentId)
    const { person, submission } = await brought(here, there, candidateId, id)
    expect(person.records.consent ?? []).toEqual([])
    expect(submission).toMatchObject({ kind: "shortlisted", consentId: null, submittedAt: null })
    await expect(there.submissions.submit(id)).rejects.toMatchObject({ _tag: "ConsentRequired" })
  })

  test("where an offer was accepted, and the placement is no more", async () => {
    const { here, there } = await both(await fresh())
    const { placement, submission } = await desk(here).accepted()
    const { candidateId, id } = submission
    const { removed } = await takeBack(here, here.submissions.history(id), "OfferAcceptedByCandidate")
    expect(removed).toContain(placement.id)
    const { submission: after } = await brought(here, there, candidateId, id)
    expect(after).toMatchObject({ kind: "offered", placementId: null })
    const again = await there.submissions.accept(id, {})
    expect(again.placement).toMatchObject({ kind: "pendingStart", candidateId })
  })

  test("where they were submitted under a consent of somebody whom they were taken for", async () => {
    const { here, there } = await both(await fresh())
    const [ada, bo] = [await desk(here).ready(), await desk(here).screened()]
    await here.candidates.merge(ada, { into: bo })
    const { id } = await here.submissions.shortlist({ candidateId: bo, positionId: await desk(here).position() })
    await here.submissions.submit(id)
    await takeBack(here, here.submissions.history(id), "CandidateSubmitted")
    await here.candidates.unmerge(ada, { reason: "two people" })
    const { person, submission } = await brought(here, there, bo, id)
    expect(person.records.consent ?? []).toEqual([])
    expect(submission).toMatchObject({ kind: "shortlisted", candidateId: bo, consentId: null })
    await expect(there.submissions.submit(id)).rejects.toMatchObject({ _tag: "ConsentRequired" })
    // Who was taken for them comes in beside them, and under the consent that is theirs.
    await there.candidates.importPerson({ person: await exported(here, ada) })
    expect(await there.candidates.get(ada)).toMatchObject({ kind: "ready" })
  })
})

test("a submission that stands is refused without the consent that it went out under", async () => {
  const { here, there } = await both(await (kinds[0] ?? expect.fail()).fresh())
  const { candidateId, consentId } = await here.submissions.get(await desk(here).submitted())
  const person = await exported(here, candidateId)
  const forged = {
    ...person,
    records: { ...person.records, consent: [], document: [] },
    entries: person.entries.filter(({ subject }) => subject.type !== "consent" && subject.type !== "document"),
  }
  expect(JSON.stringify(forged)).toContain(String(consentId))
  await expect(there.candidates.importPerson({ person: forged })).rejects.toMatchObject({ _tag: "InvalidInput" })
  expect((await there.ledger.read({})).entries).toEqual([])
})
