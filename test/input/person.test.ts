import { expect, test } from "vitest"
import type { Client } from "../../src/index.js"
import { lena } from "../domain/people/lena.js"
import { kinds, open } from "../faults/databases.js"
import { desk } from "../faults/desk.js"
import { places, withAt } from "../support/places.js"
import { outcomeOf } from "./outcome.js"

const wrong: ReadonlyArray<unknown> = [
  7,
  null,
  "text",
  true,
  "a\0b",
  "a\ud800b",
  "x".repeat(200_000),
  Number.NaN,
  7n,
  Symbol("x"),
  new Map(),
  [],
  [[["x"]]],
  {},
  JSON.parse('{"__proto__": {"polluted": 1}}'),
  JSON.parse('{"constructor": {"prototype": {"polluted": 1}}}'),
  "cand_00000000000000000000000000",
  "2026-02-30T00:00:00.000Z",
]

const untyped = /^(thrown at once|untyped|not an error|StorageFault|CorruptRecord)/

/** Whom an export with something wrong is of: somebody with a placement, and a contact who is no candidate. */
const exports = [
  {
    what: "a candidate",
    least: 1_000,
    of: async (maya: Client): Promise<unknown> => {
      const { candidateId } = await maya.placements.get(await desk(maya).started())
      return maya.candidates.export(candidateId)
    },
    bring: (as: Client, person: unknown) => as.candidates.importPerson({ person: person as never }),
  },
  {
    what: "a contact",
    least: 500,
    of: async (maya: Client): Promise<unknown> => maya.clients.contacts.export((await lena(maya)).id),
    bring: (as: Client, person: unknown) => as.clients.contacts.importPerson({ person: person as never }),
  },
] as const

test.each(exports)(
  "an export of $what with something else at one place, at every place by turns: refused with its type and nothing written, or taken whole",
  {
    timeout: 240_000,
  },
  async ({ bring, least, of }) => {
    const [kind] = kinds
    const crm = await open(await (kind ?? expect.fail()).fresh())
    const person: unknown = JSON.parse(JSON.stringify(await of(crm.as("maya"))))
    const problems: Array<string> = []
    const counts = { refused: 0, taken: 0 }
    for (const [n, [path]] of places(person).entries()) {
      await new Promise<void>((resolve) => setImmediate(resolve))
      for (const turn of [0, 1]) {
        const put = wrong[(2 * n + turn) % wrong.length]
        const there = crm.workspace(`agency ${n} ${turn}`).as("eve")
        const { error } = await outcomeOf(() => bring(there, withAt(person, path, put)))
        const where = `${String(typeof put === "string" ? put.slice(0, 20) : typeof put)} at ${path.join(".")}`
        const { entries } = await there.ledger.read({ limit: 1 })
        if (error === undefined) counts.taken++
        else counts.refused++
        if (error !== undefined && untyped.test(error._tag)) problems.push(`${where}: ${error._tag}`)
        if (error !== undefined && entries.length > 0) problems.push(`${where}: wrote something`)
        if (error?._tag === "InvalidInput" && typeof error.field !== "string") problems.push(`${where}: no field`)
      }
    }
    expect(problems).toEqual([])
    expect(counts.refused).toBeGreaterThan(least)
    expect(Object.hasOwn(Object.prototype, "polluted")).toBe(false)
  },
)
