import { describe, expect, test } from "vitest"
import { createMatchloop } from "matchloop"
import { memory } from "matchloop/memory"
import type { Client } from "../../src/index.js"
import { between, names, takesAway } from "./between.js"
import { type Kind, kinds, open } from "./databases.js"
import { desk } from "./desk.js"
import { bring, stranger } from "./strangers.js"
import { check } from "./whole.js"

/** A way to name somebody who is merged away meanwhile, and whom it names in the end. */
interface Case {
  readonly what: string
  readonly noun: string
  /** Two who are to be one, and what names the first of them; ids all. */
  readonly prepared: (maya: Client) => Promise<{
    readonly from: string
    readonly into: string
    readonly merge: (by: Client) => Promise<unknown>
    readonly undo: (by: Client) => Promise<unknown>
    readonly name: (by: Client) => Promise<string>
  }>
  readonly named: (maya: Client, id: string) => Promise<unknown>
}

const cases: ReadonlyArray<Case> = [
  {
    what: "a candidate put on a position",
    noun: "submission",
    prepared: async (maya) => {
      const [from, into, positionId] = [await desk(maya).ready(), await desk(maya).ready(), await desk(maya).position()]
      return {
        from,
        into,
        merge: (by) => by.candidates.merge(from, { into }),
        undo: (by) => by.candidates.unmerge(from, { reason: "two people" }),
        name: async (by) => (await by.submissions.shortlist({ candidateId: from, positionId })).id,
      }
    },
    named: async (maya, id) => (await maya.submissions.get(id))?.candidateId,
  },
  {
    what: "a candidate written about",
    noun: "note",
    prepared: async (maya) => {
      const [from, into] = [await desk(maya).candidate(), await desk(maya).candidate()]
      return {
        from,
        into,
        merge: (by) => by.candidates.merge(from, { into }),
        undo: (by) => by.candidates.unmerge(from, { reason: "two people" }),
        name: async (by) => (await by.notes.write({ body: "called", about: [from] })).id,
      }
    },
    named: async (maya, id) => (await maya.notes.get(id))?.subjects[0]?.id,
  },
  {
    what: "a client for whom a position is opened",
    noun: "position",
    prepared: async (maya) => {
      const [from, into] = [await desk(maya).client(), await desk(maya).client()]
      const fee = { kind: "percent" as const, percent: 20 }
      return {
        from,
        into,
        merge: (by) => by.clients.merge(from, { into }),
        undo: (by) => by.clients.unmerge(from, { reason: "two companies" }),
        name: async (by) => (await by.positions.open({ clientId: from, title: "Developer", fee })).id,
      }
    },
    named: async (maya, id) => (await maya.positions.get(id))?.clientId,
  },
  {
    what: "a contact whom a position gets",
    noun: "position",
    prepared: async (maya) => {
      const clientId = await desk(maya).client()
      const [from, into] = [await desk(maya).contact(clientId), await desk(maya).contact(clientId)]
      const fee = { kind: "percent" as const, percent: 20 }
      const contactIds = [from]
      return {
        from,
        into,
        merge: (by) => by.clients.contacts.merge(from, { into }),
        undo: (by) => by.clients.contacts.unmerge(from, { reason: "two people" }),
        name: async (by) => (await by.positions.open({ clientId, contactIds, title: "Developer", fee })).id,
      }
    },
    named: async (maya, id) => (await maya.positions.get(id))?.contactIds[0],
  },
  {
    what: "a client to whom a contact of another agency comes",
    noun: "contact",
    prepared: async (maya) => {
      const [from, into] = [await desk(maya).client(), await desk(maya).client()]
      const elsewhere = await createMatchloop({ storage: memory() })
      const there = elsewhere.as("ola")
      const client = await desk(there).client()
      const id = await desk(there).contact(client)
      const person = JSON.parse(JSON.stringify(await there.clients.contacts.export(id)))
      await elsewhere.close()
      return {
        from,
        into,
        merge: (by) => by.clients.merge(from, { into }),
        undo: (by) => by.clients.unmerge(from, { reason: "two companies" }),
        name: async (by) =>
          (await by.clients.contacts.importPerson({ person, clients: { [client]: from } })).contact.id,
      }
    },
    named: async (maya, id) => (await maya.clients.contacts.get(id))?.clientId,
  },
  {
    what: "a client to whom a person of another agency was submitted",
    noun: "submission",
    prepared: async (maya) => {
      const [from, into, one] = [await desk(maya).client(), await desk(maya).client(), await stranger()]
      return {
        from,
        into,
        merge: (by) => by.clients.merge(from, { into }),
        undo: (by) => by.clients.unmerge(from, { reason: "two companies" }),
        name: (by) => bring(by, one, { clients: { [one.clientId]: from } }),
      }
    },
    named: async (maya, id) => (await maya.submissions.get(id))?.clientId,
  },
  {
    what: "a position that is moved to another client, on which a person of another agency was",
    noun: "submission",
    prepared: async (maya) => {
      const [positionId, into, one] = [await desk(maya).position(), await desk(maya).client(), await stranger()]
      const from = (await maya.positions.get(positionId)).clientId
      const as = { clients: { [one.clientId]: from }, positions: { [one.positionId]: positionId } }
      return {
        from,
        into,
        merge: (by) => by.clients.merge(from, { into }),
        undo: (by) => by.clients.unmerge(from, { reason: "two companies" }),
        name: (by) => bring(by, one, as),
      }
    },
    named: async (maya, id) => (await maya.submissions.get(id))?.clientId,
  },
]

const here = async (kind: Kind, of: Case) => {
  const database = await kind.fresh()
  const maya = (await open(database)).as("maya")
  return { database, maya, ...(await of.prepared(maya)) }
}

// SQLite has one writer at a time: nobody merges between what a command reads and what it writes.
describe.each(kinds.filter(({ name }) => name !== "sqlite"))("before a command lands on $name", (kind) => {
  test.each(cases)("$what is merged away: it names who stands", async (of) => {
    const { database, into, maya, merge, name } = await here(kind, of)
    const id = await name(await between(database, names(of.noun), () => merge(maya)))
    expect(await of.named(maya, id)).toBe(into)
    expect(await check(database)).toMatchObject({ problems: [] })
  })

  test.each(cases)("the merge of $what is undone: it names one of the two", async (of) => {
    const { database, from, into, maya, merge, name, undo } = await here(kind, of)
    await merge(maya)
    const id = await name(await between(database, names(of.noun), () => undo(maya)))
    expect([from, into]).toContain(await of.named(maya, id))
    expect(await check(database)).toMatchObject({ problems: [] })
  })
})

// In memory nobody runs between what a merge reads and what it writes.
describe.each(kinds.filter(({ name }) => name !== "memory"))("before a merge lands on $name", (kind) => {
  test.each(cases)("$what is named: by who stands in the end", async (of) => {
    const { database, into, maya, merge, name } = await here(kind, of)
    let naming = Promise.resolve("")
    const noor = await between(database, takesAway, () => {
      // It has read by then, and is about to write; on SQLite it cannot even begin before the merge is through.
      const begun = new Promise<void>((resolve, reject) => {
        const reached = async () => resolve()
        naming = between(database, names(of.noun), reached).then(name)
        naming.then(() => resolve(), reject)
      })
      return kind.name === "sqlite" ? Promise.resolve() : begun
    })
    await merge(noor)
    expect(await of.named(maya, await naming)).toBe(into)
    expect(await check(database)).toMatchObject({ problems: [] })
  })
})
