import * as Effect from "effect/Effect"
import { setTimeout as pause } from "node:timers/promises"
import { describe, expect, test } from "vitest"
import type { Client } from "../../src/index.js"
import type { Storage } from "../../src/ports/Storage.js"
import { kinds, open } from "./databases.js"
import { desk } from "./desk.js"
import { over } from "./interrupted.js"
import { check } from "./whole.js"

const reason = "a mistake"

const historyOf = async (maya: Client, id: string) => {
  const { entries } = await maya.ledger.read({ limit: 1000 })
  return entries.filter(({ subject }) => subject.id === id)
}

/** Positions of an import, with their openings. */
const imported = async (maya: Client) => {
  const clientId = await desk(maya).client()
  const rows = ["Developer", "Designer"].map((title) => ({ clientId, title, openings: 2 }))
  await maya.positions.import(rows, { importId: "jobs" })
  const positions = (await maya.positions.list()).items.map(({ id }) => id)
  const openings = (await maya.positions.openings.list()).items.map(({ id }) => id)
  return { clientId, positions, openings }
}

describe.each(kinds.filter(({ name }) => name === "memory"))("what is held on $name", ({ fresh }) => {
  /** Somebody of whom is told what they hold, each time that they do. */
  const held = async () => {
    const database = await fresh()
    const locks: Array<ReadonlyArray<string>> = []
    const storage = over(database.storage(), ({ locking }: Storage) => ({
      locking: (body) =>
        locking((lock) =>
          body((workspace, ids) => {
            locks.push(ids.toSorted())
            return lock(workspace, ids)
          }),
        ),
    }))
    return { locks, maya: (await open({ ...database, storage: () => storage })).as("maya") }
  }

  test("is all that an act wrote, where it is taken back, and the position that it was about", async () => {
    const { locks, maya } = await held()
    const { placement, submission } = await maya.submissions.accept(await desk(maya).offered(), {})
    const [made] = await historyOf(maya, placement.id)
    const { entries } = await maya.ledger.read({ limit: 1000 })
    const act = new Set(entries.filter((entry) => entry.act === made?.act).map(({ subject }) => subject.id))
    expect(act).toContain(submission.id)
    await maya.ledger.correct(made?.id ?? "", { reason })
    expect(act).not.toContain(submission.positionId)
    expect(locks).toEqual([[...act, submission.positionId].toSorted()])
  })

  test("is all that came with the rows of an import, where it is taken back", async () => {
    const { locks, maya } = await held()
    const { clientId, openings, positions } = await imported(maya)
    expect(openings).toHaveLength(4)
    await maya.imports.revert("jobs", { reason })
    // The first position made the client an active one.
    expect(locks[0]).toEqual([clientId, ...openings, ...positions].toSorted())
  })

  test("is also who a contact would be linked to again, whoever stands for them by now", async () => {
    const { locks, maya } = await held()
    const here = desk(maya)
    const contact = await here.contact(await here.client())
    const [one, two] = [await here.candidate(), await here.candidate()]
    await maya.clients.linkContact(contact, { candidateId: one })
    await maya.clients.linkContact(contact, { candidateId: null })
    const unlinked = (await historyOf(maya, contact)).at(-1)
    await maya.candidates.merge(one, { into: two })
    locks.length = 0
    await maya.ledger.correct(unlinked?.id ?? "", { reason })
    expect(locks).toEqual([[contact, one, two].toSorted()])
    expect(await maya.clients.contacts.get(contact)).toMatchObject({ candidateId: two })
  })
})

describe.each(kinds.filter(({ name }) => name === "postgres"))(
  "while an import is taken back on $name",
  ({ fresh }) => {
    test("nobody changes what came with a row between the looks at its history and at itself", async () => {
      const database = await fresh()
      const maya = (await open(database)).as("maya")
      const { openings } = await imported(maya)
      const [opening = ""] = openings
      const { positionId } = await maya.positions.openings.get(opening)
      let cancelling: Promise<unknown> | undefined
      let landed = false
      const cancel = async () => {
        cancelling = maya.positions.cancelOpening(positionId, { openingId: opening }).then(
          () => "cancelled",
          (error: { readonly _tag: string }) => error._tag,
        )
        void cancelling.then(() => {
          landed = true
        })
        // Until it is through, or waits for us.
        const waiting = "select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'"
        while (!landed && (await database.sql(waiting)).length === 0) await pause(2)
      }
      const storage = over(database.storage(), ({ get }) => ({
        get: (workspace, noun, ids) =>
          Effect.zipRight(
            noun === "opening" && cancelling === undefined ? Effect.promise(cancel) : Effect.void,
            get(workspace, noun, ids),
          ),
      }))
      const noor = (await open({ ...database, storage: () => storage })).as("noor")
      expect(await noor.imports.revert("jobs", { reason })).toMatchObject({ reverted: 2, stayed: [] })
      expect(await cancelling).toBe("NotFound")
      expect(await check(database)).toMatchObject({ problems: [] })
    })
  },
)
