import * as fc from "fast-check"
import { memory } from "matchloop/memory"
import { open, everything, randomCommands, randomSettings, run } from "matchloop/testing"
import { expect, test } from "vitest"
import { contacts } from "../../src/testing/random/Contacts.js"
import { runs } from "../support/runs.js"
import { expectUndone } from "../support/settled.js"

const reason = "two after all"

test("two merges undone in either order leave equal records and visits, after random years", {
  timeout: 240_000,
}, async () => {
  const depth = { contacts: 0, candidates: 0, earlierFirst: 0 }
  const also = Array.from({ length: 4 }, () => contacts).flat()
  await fc.assert(
    fc.asyncProperty(
      randomCommands({ also, length: 40 }),
      randomSettings,
      fc.nat(),
      fc.boolean(),
      fc.boolean(),
      async (commands, settings, n, ofContacts, earlierFirst) => {
        const opened = await open(memory())
        try {
          const ran = await run(commands, opened, { config: { settings } })
          const crm = await opened.crm({ settings, now: () => Date.parse("2040-01-01T00:00:00Z") })
          const maya = crm.as("maya")
          await maya.settle()
          const clients = (ran.records.client ?? []).map(({ id }) => String(id))
          const clientId = clients[n % Math.max(clients.length, 1)]
          if (clientId === undefined) return
          const { id: otherId } = await maya.clients.create({ name: "Group" }).catch(() => ({ id: "" }))
          if (otherId === "") return
          const noun = ofContacts ? maya.clients.contacts : maya.candidates
          const make = () =>
            ofContacts
              ? maya.clients.addContact(clientId, { name: "Lena" }).catch(() => null)
              : maya.candidates.create({ name: "Lena" }).catch(() => null)
          const known = (ran.records[ofContacts ? "contact" : "candidate"] ?? []).filter((row) =>
            ofContacts ? row.clientId === clientId && row.erasedAt === null : row.kind !== "anonymized",
          )
          const [from, into] = [known[n % Math.max(known.length, 1)]?.id ?? (await make())?.id, (await make())?.id]
          if (typeof from !== "string" || into === undefined) return
          await maya.notes.write({ body: "both of them", about: [clientId, from, otherId] })
          await maya.notes.write({ body: "the one", about: [from, into, clientId] })
          const before = await everything(opened, "main")
          const merged = await noun.merge(from, { into }).catch(() => null)
          if (merged === null) return
          await maya.clients.merge(clientId, { into: otherId })
          const undo = [() => noun.unmerge(from, { reason }), () => maya.clients.unmerge(clientId, { reason })]
          for (const one of earlierFirst ? undo : undo.toReversed()) await one()
          depth[ofContacts ? "contacts" : "candidates"]++
          depth.earlierFirst += earlierFirst ? 1 : 0
          expectUndone(await everything(opened, "main"), before)
        } finally {
          await opened.close()
        }
      },
    ),
    { numRuns: runs(16, 60), seed: 2026 },
  )
  console.info(`two merges: ${JSON.stringify(depth)}`)
  for (const [what, count] of Object.entries(depth)) expect(count, what).toBeGreaterThan(runs(2, 10))
})
