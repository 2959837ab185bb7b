import * as fc from "fast-check"
import { memory } from "matchloop/memory"
import { broken, everything, open, randomCommands, randomSettings, run } from "matchloop/testing"
import { expect, test } from "vitest"
import { contacts } from "../../src/testing/random/Contacts.js"
import { runs } from "../support/runs.js"
import { expectUndone, renamed } from "../support/settled.js"

test("a merge of contacts leaves one of two, and undone equal records and visits, after random years", {
  timeout: 240_000,
}, async () => {
  const depth = { merges: 0, positions: 0, notes: 0, holds: 0, linked: 0 }
  const also = Array.from({ length: 6 }, () => contacts).flat()
  await fc.assert(
    fc.asyncProperty(
      randomCommands({ also, length: 40 }),
      randomSettings,
      fc.nat(),
      fc.subarray(["name", "email", "phone", "title", "customFields"]),
      async (commands, settings, n, fields) => {
        const opened = await open(memory())
        try {
          const ran = await run(commands, opened, { config: { settings } })
          const crm = await opened.crm({ settings, now: () => Date.parse("2040-01-01T00:00:00Z") })
          const maya = crm.as("maya")
          await maya.settle()
          const people = (ran.records.contact ?? []).filter(({ erasedAt }) => erasedAt === null)
          const [met] = people
          if (met === undefined) return
          const person = { name: "Lena", email: "lena@acme.test", title: "CTO" }
          // A field of the agency's own may be required.
          const twin = await maya.clients.addContact(String(met.clientId), person).catch(() => null)
          if (twin === null) return
          await maya.notes.write({ body: "met them both", about: [String(met.id), twin.id] })
          const before = await everything(opened, "main")
          const known = [...people, twin]
          const pairs = known.flatMap((from) => known.flatMap((into) => (from === into ? [] : [[from, into] as const])))
          const fitting = []
          for (const [from, into] of pairs) {
            const [goes, stays] = [String(from.id), String(into.id)]
            const choose = { into: stays, choose: { fields } }
            const seen = await maya.clients.contacts.previewMerge(goes, choose)
            if (seen.apart.length === 0) fitting.push({ choose, goes, seen, stays })
            else await expect(maya.clients.contacts.merge(goes, choose)).rejects.toMatchObject({ apart: seen.apart })
          }
          expect(await everything(opened, "main")).toEqual(before)
          const one = fitting[n % Math.max(fitting.length, 1)]
          if (one === undefined) return
          const { choose, goes, seen, stays } = one
          const { contact, preview } = await maya.clients.contacts.merge(goes, choose)
          depth.merges++
          depth.positions += seen.moves.position?.length ?? 0
          depth.notes += seen.moves.note?.length ?? 0
          depth.holds += seen.moves.hold?.length ?? 0
          depth.linked += contact.candidateId === null ? 0 : 1
          expect(preview).toEqual(seen)
          expect(contact).toMatchObject(Object.fromEntries(seen.fields.map(({ field, result }) => [field, result])))
          const between = await everything(opened, "main")
          expect(broken(between).join("\n")).toBe("")
          expect(between.records.contact).toHaveLength((before.records.contact ?? []).length - 1)
          expect(JSON.stringify(renamed(between))).not.toContain(goes)
          expect(await maya.clients.contacts.get(goes)).toEqual(contact)
          expect(await maya.clients.contactProfile(goes)).toEqual(await maya.clients.contactProfile(stays))
          await maya.clients.contacts.unmerge(goes, { reason: "two people" })
          expectUndone(await everything(opened, "main"), before)
        } finally {
          await opened.close()
        }
      },
    ),
    { numRuns: runs(16, 60), seed: 2026 },
  )
  console.info(`merged contacts: ${JSON.stringify(depth)}`)
  expect(depth.merges).toBeGreaterThan(runs(8, 30))
  for (const what of ["positions", "notes", "holds", "linked"] as const) expect(depth[what], what).toBeGreaterThan(0)
})
