import { join } from "node:path"
import * as fc from "fast-check"
import { memory } from "matchloop/memory"
import { postgres } from "matchloop/postgres"
import { sqlite } from "matchloop/sqlite"
import { broken, everything, open, randomCommands, randomSettings, run } from "matchloop/testing"
import { expect, test } from "vitest"
import { contacts } from "../../src/testing/random/Contacts.js"
import { contactComesIn, exportedContact, namesAround } from "../exchange/persons.js"
import { freshDatabase } from "../support/database.js"
import { temporaryDirectory } from "../support/files.js"
import { runs } from "../support/runs.js"

const later = Date.parse("2040-01-01T00:00:00Z")

test("after random years any contact comes into another workspace equal, on every adapter, and goes by an erasure there", {
  timeout: 240_000,
}, async () => {
  const { drop, url } = await freshDatabase()
  const targets = [
    await open(memory()),
    await open(sqlite({ filename: join(temporaryDirectory(), "agency.db"), durability: "normal" })),
    await open(postgres({ url })),
  ]
  const depth = { alone: 0, linked: 0, merged: 0, named: 0, notes: 0, holds: 0, erased: 0 }
  let count = 0
  const also = Array.from({ length: 6 }, () => contacts).flat()
  const comesInEqual = fc.asyncProperty(
    randomCommands({ also, length: 40 }),
    randomSettings,
    fc.uuid(),
    async (commands, settings, name) => {
      const source = await open(memory())
      const ran = await run(commands, source, { config: { settings } })
      const config = { settings, now: () => later }
      const here = (await source.crm(config)).as("maya")
      for (const { erasedAt, id } of ran.records.contact ?? []) {
        if (erasedAt !== null) continue
        const person = await exportedContact(here, String(id))
        depth[person.candidate === null ? "alone" : "linked"]++
        depth.merged += person.formerIds.length
        depth.named += person.namedBy.length
        depth.notes += person.records.note?.length ?? 0
        depth.holds += person.records.hold?.length ?? 0
        const opened = targets[count++ % targets.length] ?? expect.fail()
        const workspace = `${name} ${count}`
        const there = (await opened.crm(config)).workspace(workspace).as("noor")
        await contactComesIn(there, person)
        expect(broken(await everything(opened, workspace))).toEqual([])
        if ((person.records.hold ?? []).some(({ releasedAt }) => releasedAt === null)) continue
        await there.clients.contacts.erase(String(id), { reason: "retention" })
        depth.erased++
        expect(broken(await everything(opened, workspace))).toEqual([])
        await there.clients.contacts.importPerson({ person, sources: namesAround(person) })
        expect(await there.clients.contacts.get(String(id))).toMatchObject({ name: "", erasedAt: expect.any(String) })
      }
      await source.close()
    },
  )
  await fc.assert(comesInEqual, { numRuns: runs(12, 80), seed: 2026, endOnFailure: true })
  console.info(`contacts: ${JSON.stringify(depth)}`)
  for (const target of targets) await target.close()
  await drop()
  for (const [what, seen] of Object.entries(depth)) expect(seen, what).toBeGreaterThan(0)
})
