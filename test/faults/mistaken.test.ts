import { describe, expect, test } from "vitest"
import type { Client } from "../../src/index.js"
import { between, names, takesAway } from "./between.js"
import { kinds, open } from "./databases.js"
import { desk } from "./desk.js"
import { bring, stranger } from "./strangers.js"
import { check } from "./whole.js"

/** A record that is taken back while somebody names it. */
interface Mistake {
  readonly what: string
  readonly noun: string
  readonly prepared: (maya: Client) => Promise<{ readonly id: string; readonly name: (by: Client) => Promise<unknown> }>
}

const fee = { kind: "percent" as const, percent: 20 }

const mistakes: ReadonlyArray<Mistake> = [
  {
    what: "a candidate written about",
    noun: "note",
    prepared: async (maya) => {
      const id = await desk(maya).candidate()
      return { id, name: (by) => by.notes.write({ body: "called", about: [id] }) }
    },
  },
  {
    what: "a candidate put on a list",
    noun: "member",
    prepared: async (maya) => {
      const [id, list] = [await desk(maya).candidate(), await maya.search.lists.create({ name: "to call" })]
      return { id, name: (by) => by.search.lists.add(list.id, { members: [id] }) }
    },
  },
  {
    what: "a contact whom a position gets",
    noun: "position",
    prepared: async (maya) => {
      const clientId = await desk(maya).client()
      const id = await desk(maya).contact(clientId)
      return { id, name: (by) => by.positions.open({ clientId, contactIds: [id], title: "Developer", fee }) }
    },
  },
  {
    what: "a client for whom a person of another agency comes in",
    noun: "submission",
    prepared: async (maya) => {
      const [id, one] = [await desk(maya).client(), await stranger()]
      return { id, name: (by) => bring(by, one, { clients: { [one.clientId]: id } }) }
    },
  },
  {
    what: "a position on which a person of another agency comes in",
    noun: "submission",
    prepared: async (maya) => {
      const [id, one] = [await desk(maya).position(), await stranger()]
      const { clientId } = await maya.positions.get(id)
      const as = { clients: { [one.clientId]: clientId }, positions: { [one.positionId]: id } }
      return { id, name: (by) => bring(by, one, as) }
    },
  },
]

const takeBack = async (maya: Client, id: string) => {
  const { entries } = await maya.ledger.read({ limit: 1000 })
  const made = entries.find(({ subject }) => subject.id === id)
  return maya.ledger.correct(made?.id ?? "", { reason: "a mistake" })
}

/** What becomes of it: its error's tag, or that it was done. */
const outcome = (of: Promise<unknown>): Promise<string> =>
  of.then(
    () => "done",
    (error: { readonly _tag: string }) => error._tag,
  )

// In memory nobody runs between what a correction reads and what it writes, and on SQLite nobody beside who writes.
describe.each(kinds)("while it is taken back on $name", (kind) => {
  test.each(mistakes.filter(() => kind.name !== "sqlite"))("before it is named: $what is not", async (of) => {
    const database = await kind.fresh()
    const maya = (await open(database)).as("maya")
    const { id, name } = await of.prepared(maya)
    let taken = "not yet"
    const noor = await between(database, names(of.noun), async () => {
      taken = await outcome(takeBack(maya, id))
    })
    expect(["NotFound", "InvalidInput"]).toContain(await outcome(name(noor)))
    expect(taken).toBe("done")
    expect(await check(database)).toMatchObject({ problems: [] })
  })

  test.each(mistakes.filter(() => kind.name !== "memory"))(
    "about to be named: one of both is refused, of $what",
    async (of) => {
      const database = await kind.fresh()
      const maya = (await open(database)).as("maya")
      const { id, name } = await of.prepared(maya)
      let naming = Promise.resolve("")
      const noor = await between(database, takesAway, () => {
        const begun = new Promise<void>((resolve) => {
          const reached = async () => resolve()
          naming = outcome(between(database, names(of.noun), reached).then(name))
          void naming.then(() => resolve())
        })
        return kind.name === "sqlite" ? Promise.resolve() : begun
      })
      expect(await outcome(takeBack(noor, id))).toBe("done")
      expect(["NotFound", "InvalidInput"]).toContain(await naming)
      expect(await check(database)).toMatchObject({ problems: [] })
    },
  )

  test.each(mistakes)("after it was named: $what stays", async (of) => {
    const database = await kind.fresh()
    const maya = (await open(database)).as("maya")
    const { id, name } = await of.prepared(maya)
    expect(await outcome(name(maya))).toBe("done")
    expect(await outcome(takeBack(maya, id))).toBe("CorrectionRefused")
    expect(await check(database)).toMatchObject({ problems: [] })
  })
})
