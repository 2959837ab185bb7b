import { join } from "node:path"
import * as fc from "fast-check"
import { memory } from "matchloop/memory"
import { postgres } from "matchloop/postgres"
import { sqlite } from "matchloop/sqlite"
import { broken, everything, open, randomCommands, randomSettings, run } from "matchloop/testing"
import { expect, test } from "vitest"
import { voided } from "../../src/domain/Replay.js"
import { contacts } from "../../src/testing/random/Contacts.js"
import { freshDatabase } from "../support/database.js"
import { temporaryDirectory } from "../support/files.js"
import { contactComesIn, exported, exportedContact, namesAround, personal, told } from "../exchange/persons.js"

const later = Date.parse("2040-01-01T00:00:00Z")

type All = Awaited<ReturnType<typeof everything>>

/** What contradicts itself, but for submissions by a mistake since taken back: the consent of then may be gone with it. */
const contradictions = (all: All): string => {
  const gone = voided(all.ledger)
  const mistaken = all.ledger.flatMap(({ act, patch, subject }) =>
    gone.has(act) && typeof patch?.submittedAt === "string" ? [subject.id] : [],
  )
  return broken(all)
    .filter((line) => !mistaken.some((id) => line.includes(`${id} was submitted at`)))
    .join("\n")
}

test("after random years anybody comes into another workspace equal, on every adapter, and so does everybody in any order", {
  timeout: 300_000,
}, async () => {
  const { drop, url } = await freshDatabase()
  const targets = [
    await open(memory()),
    await open(sqlite({ filename: join(temporaryDirectory(), "agency.db"), durability: "normal" })),
    await open(postgres({ url })),
  ]
  const depth = { people: 0, submissions: 0, placements: 0, contacts: 0, linked: 0, merged: 0, named: 0, moved: 0 }
  const comesInEqual = (all: ReturnType<typeof randomCommands>) =>
    fc.asyncProperty(all, randomSettings, fc.uuid(), async (commands, settings, name) => {
      const source = await open(memory())
      const ran = await run(commands, source, { config: { settings } })
      const config = { settings, now: () => later }
      const here = (await source.crm(config)).as("maya")
      const known = (ran.records.candidate ?? []).filter(({ kind }) => kind !== "anonymized")
      const people = await Promise.all(known.map(({ id }) => exported(here, String(id))))
      const colleagues = await Promise.all(
        (ran.records.contact ?? [])
          .filter(({ erasedAt }) => erasedAt === null)
          .map(({ id }) => exportedContact(here, String(id))),
      )
      for (const [index, person] of people.entries()) {
        depth.people++
        depth.submissions += person.records.submission?.length ?? 0
        depth.placements += person.records.placement?.length ?? 0
        depth.merged += person.formerIds.length
        const opened = targets[index % targets.length] ?? expect.fail()
        const workspace = `${name} ${index}`
        const there = (await opened.crm(config)).workspace(workspace).as("noor")
        const sources = namesAround(person)
        const done = await there.candidates.importPerson({ person, equalOpportunity: true, sources })
        expect(done.already).toBe(false)
        expect(told(await exported(there, person.candidate.id))).toEqual(told(person))
        expect(contradictions(await everything(opened, workspace))).toBe("")
      }
      for (const [index, person] of colleagues.entries()) {
        depth.contacts++
        if (person.candidate !== null) depth.linked++
        depth.merged += person.formerIds.length
        depth.named += person.namedBy.length
        const opened = targets[index % targets.length] ?? expect.fail()
        const workspace = `${name} contact ${index}`
        const there = (await opened.crm(config)).workspace(workspace).as("noor")
        await contactComesIn(there, person)
        expect(contradictions(await everything(opened, workspace))).toBe("")
      }
      // Reports count those who were erased, and they are in no export.
      const isEverybody = people.length === ran.records.candidate?.length
      const reports = isEverybody ? await personal(here) : null
      for (const order of [people, people.toReversed()]) {
        const moved = await open(memory())
        const there = (await moved.crm(config)).as("noor")
        const isFirst = order === people
        const come = async () => {
          for (const person of isFirst ? colleagues : colleagues.toReversed())
            await there.clients.contacts.importPerson({ person, equalOpportunity: true, sources: namesAround(person) })
        }
        if (!isFirst) await come()
        for (const person of order)
          await there.candidates.importPerson({ person, equalOpportunity: true, sources: namesAround(person) })
        if (isFirst) await come()
        expect(contradictions(await everything(moved, "main"))).toBe("")
        if (isEverybody) {
          depth.moved++
          expect(await personal(there)).toEqual(reports)
        }
        await moved.close()
      }
      await source.close()
    })
  const usual = comesInEqual(randomCommands())
  // A year in which a submission, and then the consent that it went out under, were taken back.
  await fc.assert(usual, { numRuns: 1, seed: 1, path: "8", endOnFailure: true })
  // One in which somebody waits for a position that others fill, and one with an opening that nobody named yet.
  await fc.assert(usual, { numRuns: 1, seed: 1, path: "39", endOnFailure: true })
  await fc.assert(usual, { numRuns: 1, seed: 7, path: "16", endOnFailure: true })
  await fc.assert(usual, { numRuns: 15, seed: 2026, endOnFailure: true })
  // And years in which much happens to contacts.
  const also = Array.from({ length: 6 }, () => contacts).flat()
  await fc.assert(comesInEqual(randomCommands({ also, length: 60 })), { numRuns: 12, seed: 2026, endOnFailure: true })
  console.info(`persons: ${JSON.stringify(depth)}`)
  for (const target of targets) await target.close()
  await drop()
  for (const [what, count] of Object.entries(depth)) expect(count, what).toBeGreaterThan(0)
})
