import { readFileSync } from "node:fs"
import { setImmediate } from "node:timers/promises"
import { describe, expect, test } from "vitest"
import { everything } from "../../src/domain/privacy/Personal.js"
import { withoutText } from "../../src/domain/privacy/Redaction.js"
import type { Client } from "../../src/index.js"
import { lena } from "../domain/people/lena.js"
import { kinds, open, sqlKinds } from "../faults/databases.js"
import { desk, form } from "../faults/desk.js"
import { places, withAt } from "../support/places.js"
import { exported, exportedContact } from "./persons.js"
import { runs } from "../support/runs.js"

type Person = Awaited<ReturnType<typeof exported>>
type Contact = Awaited<ReturnType<typeof exportedContact>>

const word = "Kormoran"

/** The value with something else wherever the same stands: a record and the entries that give it say it alike. */
const everywhere = (value: unknown, json: string, put: unknown): unknown => {
  if (JSON.stringify(value) === json) return put
  if (Array.isArray(value)) return value.map((one) => everywhere(one, json, put))
  return typeof value === "object" && value !== null
    ? Object.fromEntries(Object.entries(value).map(([name, one]) => [name, everywhere(one, json, put)]))
    : value
}

/** What is the agency's own: who did it, who brought it in, and how clients, positions and lists are called. */
const agencys = new Set(["actor", "by", "createdBy", "updatedBy", "owner", "source", "credits", "around"])

/** A person with something in every noun that may be theirs. */
const rich = async (as: Client): Promise<string> => {
  const { candidateId } = await as.placements.get(await desk(as).started())
  await as.candidates.update(candidateId, {
    name: "Zoë Özil",
    email: "zoe@example.com",
    phone: "+49 30 123456",
    location: "Berlin",
    tags: ["vip"],
    links: ["https://zoe.example"],
    salaryExpectation: { amount: 8_000_000, currency: "EUR" },
    employment: [{ title: "Chemist", employer: "Werk" }],
    education: [{ institution: "Uni", degree: "BSc" }],
    languages: [{ language: "de", level: "native" }],
    customFields: { shoe: "42" },
  })
  const old = await desk(as).screened()
  await as.candidates.deactivate(old, { reason: "gone" })
  await as.candidates.merge(old, { into: candidateId })
  const other = await as.submissions.shortlist({ candidateId, positionId: await desk(as).position() })
  await as.submissions.submit(other.id)
  const { interview } = await as.submissions.scheduleInterview(other.id, { at: "2030-01-01T10:00:00Z", place: "here" })
  await as.interviews.cancel(interview.id, { reason: "ill" })
  await as.submissions.reject(other.id, { reason: "too late", note: "pity" })
  const { id } = await as.notes.write({ body: "called", about: [candidateId] })
  await as.notes.comment(id, { body: "good" })
  await as.documents.attach({ ...form(), mediaType: "text/plain", about: [candidateId] })
  const list = await as.search.lists.create({ name: "Stars" })
  await as.search.lists.add(list.id, { members: [candidateId] })
  await as.search.optOuts.add({ people: [candidateId] })
  const contact = await as.clients.addContact(await desk(as).client(), { name: "Zoë", title: "CTO" })
  await as.clients.linkContact(contact.id, { candidateId })
  return candidateId
}

/** A contact who is no candidate, with something in every noun that may be theirs. */
const richContact = async (as: Client): Promise<string> => {
  const { id } = await lena(as)
  await as.clients.contacts.releaseHold(id)
  await as.clients.updateContact(id, { email: "zoe@example.com", customFields: { floor: "42" } })
  const { clientId } = await as.clients.contacts.get(id)
  const old = await as.clients.addContact(clientId, { name: "L. Ruiz", title: "Head" })
  await as.clients.contacts.merge(old.id, { into: id })
  return id
}

/** The person with the word planted: in one place of the history, and in every place that says the same. */
function* forgeries(person: Person | Contact): Generator<unknown> {
  const met = new Set<string>()
  for (const [path, value] of places(person)) {
    if (value === "maya" || path.some((step) => agencys.has(String(step)))) continue
    const planted =
      typeof value === "object" && value !== null && !Array.isArray(value)
        ? [
            { ...value, [word]: 1 },
            { ...value, reason: word, from: word, to: { kind: word, stage: word } },
          ]
        : Array.isArray(value)
          ? [[...value, word]]
          : [word, `${String(value)}${word}`]
    const json = JSON.stringify(value)
    const [first] = planted
    if (path[0] !== "records" && path[0] !== "candidate" && path[0] !== "contact") yield withAt(person, path, first)
    if (!met.has(json)) for (const one of planted) yield everywhere(person, json, one)
    met.add(json)
  }
}

/** The lines of a dump that tell the word, cut to where they do. */
const telling = (dump: string): ReadonlyArray<string> =>
  dump.split("\n").flatMap((line) => {
    const at = line.indexOf(word)
    return at < 0 ? [] : [line.slice(Math.max(0, at - 60), at + 20)]
  })

const exports = [
  {
    what: "a candidate",
    /** How many are taken and refused at the least. */
    least: { taken: 20, refused: 500 },
    of: async (as: Client): Promise<Person | Contact> => exported(as, await rich(as)),
    moved: async (as: Client, person: unknown) => {
      const { candidate } = await as.candidates.importPerson({ person: person as Person })
      return () => as.candidates.erase(candidate.id, { reason: "asked" })
    },
  },
  {
    what: "a contact",
    least: { taken: 20, refused: 200 },
    of: async (as: Client): Promise<Person | Contact> => exportedContact(as, await richContact(as)),
    moved: async (as: Client, person: unknown) => {
      const { contact } = await as.clients.contacts.importPerson({ person: person as Contact })
      return () => as.clients.contacts.erase(contact.id, { reason: "asked" })
    },
  },
] as const

test.each(exports)(
  "whatever a forged export of $what plants is refused, or goes with the erasure of the person",
  {
    timeout: 240_000,
  },
  async ({ least, moved, of }) => {
    const [kind] = kinds
    const fresh = kind?.fresh ?? expect.fail()
    const crm = await open(await fresh())
    const person = await of(crm.as("maya"))
    const counts = { refused: 0, taken: 0 }
    const left: Array<string> = []
    const step = runs(7, 1)
    for (const [n, one] of [...forgeries(person)].entries()) {
      if (n % step !== 0) continue
      const refused = await moved(crm.workspace(`${counts.refused + counts.taken}`).as("eve"), one).then(
        () => false,
        () => true,
      )
      if (refused) {
        if (++counts.refused % 50 === 0) await setImmediate()
        continue
      }
      counts.taken++
      await setImmediate() // the runner is told that its worker lives
      const database = await fresh()
      const there = (await open(database)).as("noor")
      const erase = await moved(there, one)
      await erase()
      left.push(...telling(await database.dump()))
    }
    expect(left).toEqual([])
    expect(counts.taken).toBeGreaterThan(least.taken / step)
    expect(counts.refused).toBeGreaterThan(least.refused / step)
  },
)

describe.each(sqlKinds)("on $name", (kind) => {
  test("what entries from elsewhere say in words of their own is in no byte after the erasure", async () => {
    const database = await kind.fresh()
    const crm = await open(database)
    const here = crm.as("maya")
    const person = await exported(here, await rich(here))
    const entries = person.entries.map((entry, n) => ({ ...entry, data: { ...entry.data, reason: `${word} ${n}` } }))
    const there = (await open(await kind.fresh())).as("noor")
    await expect(
      there.candidates.importPerson({
        person: { ...person, entries: entries.map((entry) => ({ ...entry, data: { ...entry.data, outcome: word } })) },
      }),
    ).rejects.toMatchObject({ _tag: "InvalidInput", field: "person.entries.0.data.outcome" })
    const other = crm.workspace("other").as("noor")
    const { candidate } = await other.candidates.importPerson({ person: { ...person, entries } })
    expect(telling(await database.dump()).length).toBeGreaterThan(entries.length)
    await other.candidates.erase(candidate.id, { reason: "asked" })
    await other.privacy.compact()
    expect(telling(await database.dump())).toEqual([])
    if (kind.name === "sqlite") expect(readFileSync(database.address).includes(word)).toBe(false)
  })
})

test("a redaction leaves days, ids, numbers and words of closed lists, and of those nothing that only stands in their place", () => {
  const id = "cand_01m8ac67hhergtqnk4t8qe0001"
  const kept = {
    from: { kind: "new", stage: "new" },
    to: { kind: "screened", stage: "Phone screen" },
    party: "client",
    outcome: "passed",
    remedy: "refund",
    on: "2027-01-04",
    refundAmount: 7,
    merged: id,
  }
  expect(withoutText("candidate", { ...kept, reason: word }, { ...everything, reason: () => false }, "")).toEqual({
    ...kept,
    reason: "",
  })
  expect(withoutText("candidate", { ...kept, reason: word }, everything, "")).toEqual({ ...kept, reason: word })
  for (const put of [
    word,
    { kind: word, stage: "new" },
    { kind: "new", stage: "new", [word]: 1 },
    [word],
    49301234567.5,
  ])
    for (const name of [...Object.keys(kept), word])
      expect(
        JSON.stringify(withoutText("candidate", { ...kept, [name]: put }, { ...everything, reason: () => false }, "")),
      ).not.toMatch(new RegExp(`${word}|49301234567`))
})
