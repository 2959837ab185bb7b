import { describe, expect, test } from "vitest"
import { lena } from "../domain/people/lena.js"
import { kinds, open } from "../faults/databases.js"
import { desk, form } from "../faults/desk.js"
import { exported, exportedContact } from "./persons.js"

const both = async () => {
  const crm = await open(await (kinds[0] ?? expect.fail()).fresh())
  const there = crm.workspace("other").as("noor")
  return { here: crm.as("maya"), there, third: crm.workspace("third").as("ola") }
}

type Person = Awaited<ReturnType<typeof exported>>
type Contact = Awaited<ReturnType<typeof exportedContact>>

/** An id like another that nobody has. */
const nobodys = (id: string) => `${id.slice(0, -1)}z`

/** The export with some fields of one record otherwise, in the record and in each entry that gives them. */
const altered = <P extends Pick<Person, "entries" | "records">>(
  person: P,
  noun: "alias" | "contact" | "member" | "optOut" | "hold",
  id: string,
  fields: { readonly [field: string]: string | null },
): P => ({
  ...person,
  records: {
    ...person.records,
    [noun]: (person.records[noun] ?? []).map((row) => (row.id === id ? { ...row, ...fields } : row)),
  },
  entries: person.entries.map((entry) =>
    entry.subject.id === id && entry.patch !== null ? { ...entry, patch: { ...entry.patch, ...fields } } : entry,
  ),
})

describe("the export of a contact that was tampered with", () => {
  test("is refused where it stands, and nothing is written", async () => {
    const { here, there } = await both()
    const { acme, id, other } = await lena(here)
    const person = await exportedContact(here, id)
    const of = (noun: keyof Contact["records"]) => person.records[noun]?.[0] ?? expect.fail(`no ${noun}`)
    const [documentId = ""] = Object.keys(person.files)
    const contacts = await exportedContact(here, other.id)
    const own = (fields: object) => ({
      contact: { ...person.contact, ...fields },
      entries: person.entries.map((entry) =>
        entry.subject.id === id && entry.version === person.contact.version
          ? { ...entry, patch: { ...entry.patch, ...fields } }
          : entry,
      ),
    })
    const candidate = await here.candidates.create({ name: "Ada Park" })
    const cases: ReadonlyArray<readonly [what: object, field: string | RegExp]> = [
      [{ contact: { ...person.contact, name: "Somebody" } }, "person.contact"],
      [{ contact: contacts.contact }, "person.contact"],
      [{ entries: person.entries.slice(1) }, /^person\.entries/],
      [{ entries: [] }, "person.contact"],
      [{ files: { [documentId]: "AAAA" } }, `person.files.${documentId}`],
      [own({ title: 7 }), /^person\.entries\.\d+\.patch/],
      [own({ secret: "x" }), /^person\.entries\.\d+\.patch\.secret$/],
      // The client that they are at, and the candidate whom they are, have to be in it.
      [own({ clientId: nobodys(acme.id) }), "person.contact"],
      [own({ candidateId: candidate.id }), "person.contact"],
      [{ around: { ...person.around, clients: [] } }, "person.contact"],
      // Nor is somebody brought along whom nothing of theirs leads to.
      [
        {
          records: { ...person.records, contact: [contacts.contact] },
          entries: [...person.entries, ...contacts.entries.filter(({ subject }) => subject.type === "contact")],
        },
        "person.records.contact.0",
      ],
      [altered(person, "hold", String(of("hold").id), { contactId: other.id }), "person.records.hold.0"],
      [altered(person, "optOut", String(of("optOut").id), { personId: other.id }), "person.records.optOut.0"],
      [altered(person, "member", String(of("member").id), { memberId: other.id }), "person.records.member.0"],
      [{ candidate: { ...candidate } }, "person.contact"],
      [{ namedBy: [{ id: "nonsense", clientId: acme.id, title: "x" }] }, "person.namedBy.0.id"],
      [{ namedBy: [{ id: candidate.id, clientId: acme.id, title: "x" }] }, "person.namedBy.0.id"],
    ]
    for (const [what, field] of cases) {
      const error: unknown = await there.clients.contacts
        .importPerson({ person: { ...person, ...what } as Contact })
        .catch((refused: unknown) => refused)
      expect(error, `${Object.keys(what).join()}: ${field}`).toMatchObject({
        _tag: "InvalidInput",
        field: typeof field === "string" ? field : expect.stringMatching(field),
      })
    }
    for (const wrong of [id, "nonsense", nobodys(acme.id), candidate.id])
      await expect(
        there.clients.contacts.importPerson({ person, clients: { [acme.id]: wrong } }),
      ).rejects.toMatchObject({ _tag: "InvalidInput", field: `clients.${acme.id}` })
    // Each entry takes what its own export gives.
    for (const wrong of [person, await exported(here, candidate.id)]) {
      const take = "contact" in wrong ? there.candidates.importPerson : there.clients.contacts.importPerson
      await expect(take({ person: wrong as never })).rejects.toMatchObject({ _tag: "InvalidInput" })
    }
    expect((await there.ledger.read({})).entries).toEqual([])
    await there.clients.contacts.importPerson({ person })
  })

  test("is refused where it says that the contact is another than the candidate's", async () => {
    const { here, there } = await both()
    const client = await desk(here).client()
    const [id, beside] = [await desk(here).contact(client), await desk(here).contact(client)]
    const candidateId = await desk(here).candidate()
    await here.clients.linkContact(id, { candidateId })
    const person = await exportedContact(here, id)
    for (const contact of [
      (await exportedContact(here, beside)).contact,
      { ...person.contact, id: beside },
      { ...person.contact, name: "Somebody" },
    ])
      await expect(
        there.clients.contacts.importPerson({ person: { ...person, contact } as Contact }),
      ).rejects.toMatchObject({ field: "person.contact", issues: [{ message: "is not what the records tell" }] })
    const erasedAt = "2026-01-01T00:00:00.000Z"
    const gone = { ...altered(person, "contact", id, { erasedAt }), contact: { ...person.contact, erasedAt } }
    await expect(there.clients.contacts.importPerson({ person: gone })).rejects.toMatchObject({
      field: "person.records.contact.0",
      issues: [{ message: "was erased" }],
    })
    for (const records of [{ ...person.records, contact: [] }, {}])
      await expect(
        there.clients.contacts.importPerson({ person: { ...person, records } as Contact }),
      ).rejects.toMatchObject({ field: "person.contact" })
    await expect(there.clients.contacts.importPerson({ person: { ...person, candidate: null } })).rejects.toMatchObject(
      { _tag: "InvalidInput" },
    )
    expect((await there.ledger.read({})).entries).toEqual([])
  })
})

/** Somebody into whom two others were merged, one after the other, as a candidate or as a contact. */
const ways = [
  {
    noun: "candidate",
    merged: async ({ here, there, third }: Awaited<ReturnType<typeof both>>) => {
      const [a, b, c] = [await desk(here).candidate(), await desk(here).candidate(), await desk(here).candidate()]
      await here.candidates.merge(a, { into: b })
      await here.candidates.merge(b, { into: c })
      const list = await here.search.lists.create({ name: "Stars" })
      const [member = expect.fail()] = await here.search.lists.add(list.id, { members: [c] })
      const [optOut = expect.fail()] = await here.search.optOuts.add({ people: [c] })
      return {
        ids: [a, b, c] as const,
        member: member.id,
        optOut: optOut.id,
        person: await exported(here, c),
        bring: (person: Person | Contact) => there.candidates.importPerson({ person: person as Person }),
        again: (person: Person | Contact) => third.candidates.importPerson({ person: person as Person }),
        get: (id: string) => third.candidates.get(id),
      }
    },
  },
  {
    noun: "contact",
    merged: async ({ here, there, third }: Awaited<ReturnType<typeof both>>) => {
      const client = await desk(here).client()
      const { contact } = desk(here)
      const [a, b, c] = [await contact(client), await contact(client), await contact(client)]
      await here.clients.contacts.merge(a, { into: b })
      await here.clients.contacts.merge(b, { into: c })
      const list = await here.search.lists.create({ name: "Stars" })
      const [member = expect.fail()] = await here.search.lists.add(list.id, { members: [c] })
      const [optOut = expect.fail()] = await here.search.optOuts.add({ people: [c] })
      await here.documents.attach({ ...form(), about: [c] })
      return {
        ids: [a, b, c] as const,
        member: member.id,
        optOut: optOut.id,
        person: await exportedContact(here, c),
        bring: (person: Person | Contact) => there.clients.contacts.importPerson({ person: person as Contact }),
        again: (person: Person | Contact) => third.clients.contacts.importPerson({ person: person as Contact }),
        get: (id: string) => third.clients.contacts.get(id),
      }
    },
  },
] as const

describe.each(ways)("former ids of a $noun from an export", ({ merged }) => {
  test("stand for nobody but the person, by one alias each", async () => {
    const workspaces = await both()
    const { again, bring, get, ids, member, optOut, person } = await merged(workspaces)
    const [a, b, c] = ids
    const aliasOf = (id: string) =>
      String(
        (person.records.alias ?? []).find(({ formerId }) => formerId === id)?.id ?? expect.fail(`no alias of ${id}`),
      )
    const other = a.startsWith("cand_") ? "contact" : "cand"
    const stranger = `${other}_${a.slice(a.indexOf("_") + 1)}`
    const victim = nobodys(a)
    /** The export with one alias more, and perhaps one former id. */
    const more = (fields: { readonly formerId: string; readonly currentId: string }, ...formerIds: Array<string>) => {
      const id = aliasOf(a)
      const copy = { ...person.records.alias?.find((row) => row.id === id), ...fields, id: nobodys(id) }
      const entries = person.entries.flatMap((entry) =>
        entry.subject.id === id
          ? [{ ...entry, id: nobodys(entry.id), subject: { ...entry.subject, id: copy.id }, patch: copy }]
          : [],
      )
      return {
        ...person,
        formerIds: [...person.formerIds, ...formerIds],
        records: { ...person.records, alias: [...(person.records.alias ?? []), copy] },
        entries: [...person.entries, ...entries],
      }
    }
    const [alias, former] = [/^person\.records\.alias\./, /^person\.formerIds\./]
    const cases: ReadonlyArray<readonly [one: object, place: RegExp]> = [
      // Round: it would be looked up for ever.
      [altered(person, "alias", aliasOf(b), { currentId: a }), former],
      [altered(person, "alias", aliasOf(a), { currentId: a }), former],
      // Whoever they are now does not stand for somebody else.
      [more({ formerId: c, currentId: b }), alias],
      [more({ formerId: c, currentId: b }, c), former],
      // One id leads one way.
      [more({ formerId: a, currentId: c }), alias],
      // An id that nothing leads from is somebody else's, whoever comes under it.
      [{ ...person, formerIds: [...person.formerIds, victim] }, former],
      [
        altered(
          altered({ ...person, formerIds: [...person.formerIds, victim] }, "optOut", optOut, { personId: victim }),
          "member",
          member,
          { memberId: victim },
        ),
        former,
      ],
      // Nor is it one of another noun.
      [more({ formerId: stranger, currentId: c }, stranger), former],
    ]
    for (const [one, place] of cases) {
      const error: unknown = await bring(one as Person).catch((refused: unknown) => refused)
      expect(error, String(place)).toMatchObject({ _tag: "InvalidInput", field: expect.stringMatching(place) })
    }
    expect((await workspaces.there.ledger.read({})).entries).toEqual([])
    await again(person)
    for (const id of ids) expect(await get(id)).toMatchObject({ id: c })
  })
})
