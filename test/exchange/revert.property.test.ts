import * as fc from "fast-check"
import { clock, everything, open } from "matchloop/testing"
import { memory } from "matchloop/memory"
import { expect, test } from "vitest"
import type { Client } from "../../src/index.js"
import * as IdSource from "../../src/ports/IdSource.js"
import { form } from "../faults/desk.js"
import { runs } from "../support/runs.js"

type Touch = (as: Client, id: string, other: string) => Promise<unknown>

/** What may happen to a person between the import and its revert. */
const touches: { readonly [name: string]: Touch } = {
  nothing: async () => undefined,
  changed: (as, id) => as.candidates.update(id, { phone: "+1 212 555 0100" }),
  screened: (as, id) => as.candidates.screen(id, { outcome: "passed", takeaways: "wants remote" }),
  noted: (as, id, other) => as.notes.write({ body: "called", about: [id, other] }),
  filed: (as, id) => as.documents.attach({ ...form(), about: [id] }),
  listed: async (as, id, other) => {
    const list = await as.search.lists.create({ name: "to call" })
    await as.search.lists.add(list.id, { members: [id, other] })
    await as.search.lists.remove(list.id, { members: [other] })
  },
  optedOut: (as, id) => as.search.optOuts.add({ people: [id] }),
  audience: (as, id, other) => as.search.segments.create({ name: "all", query: "*", include: [id], exclude: [other] }),
  held: (as, id) => as.candidates.hold(id, { reason: "a dispute" }),
  merged: (as, id, other) => (id === other ? Promise.resolve() : as.candidates.merge(id, { into: other })),
  erased: (as, id) => as.candidates.erase(id, { reason: "asked" }),
  taken: async (as, id) => {
    const [made] = await as.candidates.history(id)
    await as.ledger.correct(made?.id ?? "", { reason: "a mistake" })
  },
}

const isRefusal = (error: unknown): boolean => typeof error === "object" && error !== null && "_tag" in error

/** An agency after an import of people and one of positions, and after what happened to their rows. */
const agency = async (people: ReadonlyArray<readonly [string, number]>, jobs: ReadonlyArray<boolean>) => {
  const opened = await open(memory())
  const time = clock()
  const as = (await opened.crm({ now: time.now, ids: IdSource.counting() })).as("maya")
  const ids: Array<string> = []
  const onProgress = ({ landed }: { readonly landed: ReadonlyArray<{ readonly id: string }> }) =>
    ids.push(...landed.map(({ id }) => id))
  const rows = people.map((_, n) => ({ name: `Person ${n}`, email: `p${n}@example.com` }))
  await as.candidates.import(rows, { importId: "people", batchSize: 5, onProgress })
  const { id: clientId } = await as.clients.create({ name: "Acme" })
  const heads = jobs.map((_, n) => ({ clientId, title: `Job ${n}`, openings: 1 + (n % 3) }))
  const { items: before } = await as.positions.list()
  expect(before).toEqual([])
  await as.positions.import(heads, { importId: "jobs", batchSize: 3 })
  for (const [n, [touch, other]] of people.entries()) {
    time.advance(1000)
    const refused: unknown = await touches[touch]?.(as, ids[n] ?? "", ids[other % ids.length] ?? "").catch(
      (error: unknown) => error,
    )
    if (refused instanceof Error && !isRefusal(refused)) throw refused
  }
  const { id: candidateId } = await as.candidates.create({ name: "Bo" })
  const { items: positions } = await as.positions.list({ limit: 1000 })
  for (const [n, { id: positionId }] of positions.entries())
    if (jobs[n]) await as.submissions.shortlist({ candidateId, positionId })
  return { as, opened, time }
}

type Agency = Awaited<ReturnType<typeof agency>>
type Landed = readonly [line: number, id: string]

const landedIn = async ({ as }: Agency, key: string): Promise<ReadonlyArray<Landed>> => {
  const { items } = await as.imports.list()
  const found = items.find((one) => one.key === key)
  const history = await as.imports.history(found?.id ?? "")
  return history.flatMap(({ data }) => (data.landed ?? []) as unknown as ReadonlyArray<Landed>).toReversed()
}

/** Takes the rows back one by one, as a person would who knows no better. */
const byHand = async (here: Agency, key: string) => {
  const { as, opened } = here
  let reverted = 0
  const stayed: Array<unknown> = []
  for (const [line, id] of await landedIn(here, key)) {
    const [made] = await opened.run(opened.storage.entries("main", { subjects: [id] }))
    const refused: unknown = await as.ledger.correct(made?.id ?? "", { reason: "wrong" }).then(
      () => null,
      (error: unknown) => error,
    )
    const { _tag, because } = (refused ?? {}) as { readonly _tag?: string; readonly because?: string }
    if (refused === null || because === "corrected") reverted++
    else stayed.push([line, id, _tag, because])
  }
  return { reverted, stayed: stayed.toReversed() }
}

/** All that there is but for the imports, with corrections under no id of their own. */
const left = async ({ opened }: Agency) => {
  const { ledger, records, visits } = await everything(opened, "main")
  const entries = ledger
    .filter(({ subject }) => subject.type !== "import")
    .map((entry) => (entry.type === "EntryCorrected" ? { ...entry, id: null, act: null } : entry))
  return { entries, records: { ...records, import: [] }, visits }
}

const times = runs(15, 30)

test("an import is taken back as it would be row by row, after whatever happened to its rows", {
  timeout: 240_000,
}, async () => {
  let stayed = 0
  let reverted = 0
  const touch = fc.oneof({ weight: 3, arbitrary: fc.constant("nothing") }, fc.constantFrom(...Object.keys(touches)))
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(touch, fc.nat({ max: 30 })), { minLength: 1, maxLength: 30 }),
      fc.array(fc.boolean(), { maxLength: 8 }),
      async (people, jobs) => {
        const [ours, theirs] = [await agency(people, jobs), await agency(people, jobs)]
        for (const key of ["jobs", "people"]) {
          if (key === "jobs" && jobs.length === 0) continue
          const done = await ours.as.imports.revert(key, { reason: "wrong" })
          const expected = await byHand(theirs, key)
          const told = done.stayed.map(({ id, line, refusal }) => [
            line,
            id,
            refusal._tag,
            "because" in refusal ? refusal.because : undefined,
          ])
          expect({ reverted: done.reverted, stayed: told }).toEqual(expected)
          expect(await left(ours)).toEqual(await left(theirs))
          stayed += told.length
          reverted += done.reverted
        }
        for (const { opened } of [ours, theirs]) await opened.close()
      },
    ),
    { numRuns: times, seed: 2026, endOnFailure: true },
  )
  expect(stayed).toBeGreaterThan(1.6 * times)
  expect(reverted).toBeGreaterThan(3.3 * times)
})
