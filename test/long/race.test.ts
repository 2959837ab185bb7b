import { describe, expect, onTestFinished, test } from "vitest"
import type { Client } from "../../src/index.js"
import { outcomeOf } from "../input/outcome.js"
import { type Database, type Kind, kinds, open, sqlKinds } from "../faults/databases.js"
import { desk } from "../faults/desk.js"
import { agency } from "../domain/people/agency.js"
import { said, skews } from "../faults/skews.js"
import { check } from "../faults/whole.js"
import { worker } from "../faults/worker.js"

const settings = { offersBeyondOpenings: true }

type Caller = (
  operation: "shortlist" | "submit" | "accept",
  ...args: ReadonlyArray<unknown>
) => ReturnType<typeof outcomeOf>

const calls =
  (client: Client): Caller =>
  (operation, ...args) =>
    outcomeOf(() => (client.submissions[operation] as (...args: ReadonlyArray<unknown>) => unknown)(...args))

/** Callers that share nothing but the database: each has connections of its own. */
const connections = async (database: Database, count: number): Promise<ReadonlyArray<Caller>> =>
  Promise.all(
    Array.from({ length: count }, async (_, n) =>
      calls((await open(database, { settings, maxConnections: 1 })).as(`recruiter ${n}`)),
    ),
  )

/** Callers in processes of their own. */
const processes = async (database: Database, count: number): Promise<ReadonlyArray<Caller>> => {
  const workers = await Promise.all(Array.from({ length: count }, (_, n) => worker(database.address, `process ${n}`)))
  onTestFinished(() => Promise.all(workers.map(({ stop }) => stop())).then(() => undefined))
  await Promise.all(workers.map(({ run }) => run("open")))
  return workers.map(
    ({ run }): Caller =>
      (operation, ...args) =>
        run(`submissions.${operation}`, ...args),
  )
}

const tags = (outcomes: ReadonlyArray<Awaited<ReturnType<Caller>>>) =>
  outcomes.map(({ error }) => error?._tag ?? "done")

const sameCandidate = async (database: Database, callers: ReadonlyArray<Caller>, rounds: number): Promise<void> => {
  const maya = (await open(database, { settings })).as("maya")
  for (let round = 0; round < rounds; round++) {
    const pair = { candidateId: await desk(maya).ready(), positionId: await desk(maya).position() }
    const outcomes = await Promise.all(callers.map((call) => call("shortlist", pair)))
    const { items } = await maya.submissions.list({ where: pair })
    expect(items).toHaveLength(1)
    const [submission] = items
    expect(tags(outcomes).filter((tag) => tag === "done")).toHaveLength(1)
    for (const { error } of outcomes) {
      if (error !== undefined)
        expect(error).toMatchObject({ _tag: "AlreadySubmitted", ...pair, submissionId: submission?.id })
    }
    expect(await maya.submissions.history(submission?.id ?? "")).toHaveLength(1)
    const submitted = await Promise.all(callers.map((call) => call("submit", submission?.id)))
    expect(tags(submitted).sort()).toEqual([...callers.slice(1).map(() => "TransitionRefused"), "done"])
    expect(await maya.submissions.history(submission?.id ?? "")).toHaveLength(2)
  }
  expect(await check(database)).toMatchObject({ problems: [] })
}

const lastOpening = async (database: Database, callers: ReadonlyArray<Caller>, rounds: number): Promise<void> => {
  const maya = (await open(database, { settings })).as("maya")
  const refusals = new Set(["PositionFilled", "TransitionRefused"])
  for (let round = 0; round < rounds; round++) {
    const positionId = await desk(maya).position(1)
    const offers: Array<string> = []
    for (const _ of callers) offers.push(await desk(maya).offered(positionId))
    const outcomes = await Promise.all(callers.map((call, n) => call("accept", offers[n], {})))
    expect(tags(outcomes).filter((tag) => tag === "done")).toHaveLength(1)
    expect(tags(outcomes).filter((tag) => tag !== "done" && !refusals.has(tag))).toEqual([])
    expect((await maya.placements.list({ where: { positionId } })).items).toHaveLength(1)
    expect((await maya.positions.openings.list({ where: { positionId } })).items).toMatchObject([{ kind: "filled" }])
    expect(await maya.positions.get(positionId)).toMatchObject({ kind: "filled" })
  }
  expect(await check(database)).toMatchObject({ problems: [] })
}

/** What two may tell each other who are at the same people at once; a fault of the storage is none of it. */
const crossed = new Set(["done", "NotFound", "InvalidInput", "AlreadySubmitted", "MergeConflict", "CorrectionRefused"])

/** People are made one and two again while others write about them and put them forward: nothing is left of who is gone. */
const merging = async (database: Database, rounds: number): Promise<ReadonlySet<string>> => {
  const callers = await Promise.all(
    Array.from({ length: 4 }, async (_, n) => (await open(database, { maxConnections: 2 })).as(`recruiter ${n}`)),
  )
  const maya = (await open(database)).as("maya")
  const seen = new Set<string>()
  for (let round = 0; round < rounds; round++) {
    const people: Array<string> = []
    for (let n = 0; n < 5; n++) people.push(await desk(maya).ready())
    const positionId = await desk(maya).position()
    const at = (n: number) => people[n % people.length] ?? ""
    const outcomes = await Promise.all(
      callers.flatMap((caller, n) => [
        outcomeOf(() => caller.candidates.merge(at(n), { into: at(n + 1 + (round % 3)) })),
        outcomeOf(() => caller.notes.write({ body: "called", about: [at(n), at(n + 2)] })),
        outcomeOf(() => caller.submissions.shortlist({ candidateId: at(n + round), positionId })),
        outcomeOf(() => caller.candidates.unmerge(at(n + 1), { reason: "two people" })),
      ]),
    )
    for (const { error } of outcomes) seen.add(error?._tag ?? "done")
  }
  expect(await check(database)).toMatchObject({ problems: [] })
  return seen
}

/** Two at once, each of whom decides on what the other writes, again and again. */
const skewed = async (database: Database, rounds: number): Promise<ReadonlySet<string>> => {
  const { maya, whole } = await agency(database)
  const [one, other] = [(await open(database)).as("noor"), (await open(database)).as("eve")]
  const seen = new Set<string>()
  for (const { prepared, what } of skews)
    for (let round = 0; round < rounds; round++) {
      const pair = await prepared(maya)
      const outcomes = await Promise.all([said(pair.one(one)), said(pair.other(other))])
      seen.add(`${what}: ${outcomes.join(", ")}`)
    }
  await whole()
  expect(await check(database)).toMatchObject({ problems: [] })
  return seen
}

describe.each(kinds)("races on $name", ({ fresh }: Kind) => {
  const [few, some, more] = [10, 20, 50]

  test(`people merged, unmerged, written about and put forward by 4 callers at once, ${more} rounds`, async () => {
    const seen = await merging(await fresh(), more)
    expect([...seen].filter((tag) => !crossed.has(tag))).toEqual([])
    expect(seen).toContain("done")
  })

  test(`two commands that decide on what the other writes, ${some} rounds of each of ${skews.length}`, async () => {
    const seen = await skewed(await fresh(), some)
    const others = ["ConnectionLost", "StorageFault", "StorageTimeout", "Conflict", "CorruptRecord"]
    expect([...seen].filter((outcome) => others.some((other) => outcome.includes(other)))).toEqual([])
    expect(seen.size).toBeGreaterThanOrEqual(skews.length)
  })

  test(`F5: one candidate put on one position, then submitted, by 8 callers at once, ${few} rounds`, async () => {
    const database = await fresh()
    await sameCandidate(database, await connections(database, 8), few)
  })

  test(`F6: two recruiters accept for the last opening, ${more} rounds: one placement each`, async () => {
    const database = await fresh()
    await lastOpening(database, await connections(database, 2), more)
  })

  test(`F13: 8 callers at once with one idempotency key get one result, ${some} rounds`, async () => {
    const database = await fresh()
    const crm = await Promise.all(Array.from({ length: 4 }, () => open(database, { maxConnections: 2 })))
    for (let round = 0; round < some; round++) {
      const name = `round ${round}`
      const same = await Promise.all(
        [...crm, ...crm].map((one) => one.as("maya").candidates.create({ name }, { idempotencyKey: name })),
      )
      expect(new Set(same.map(({ id }) => id)).size).toBe(1)
      expect((await crm[0]?.as("maya").candidates.list({ where: { name } }))?.items).toHaveLength(1)
    }
    expect(await check(database)).toMatchObject({ problems: [] })
  })
})

describe.each(sqlKinds)("races of processes on $name", ({ empty, fresh }: Kind) => {
  const [rounds, times] = [8, 2]

  test(`F5 and F6: 4 processes on one candidate and one position ${rounds} rounds, for the last opening as many`, async () => {
    const database = await fresh()
    // Somebody has to create the tables; several at once do so in the next test.
    await open(database)
    const callers = await processes(database, 4)
    await sameCandidate(database, callers, rounds)
    await lastOpening(database, callers, rounds)
  })

  test(`F10 and F11: 4 processes create one database at once and write 30 commands each, ${times} times`, async () => {
    for (let round = 0; round < times; round++) {
      const database = await empty()
      const workers = await Promise.all(Array.from({ length: 4 }, (_, n) => worker(database.address, `process ${n}`)))
      const answers = await Promise.all(
        workers.flatMap(({ run }, n) =>
          Array.from({ length: 30 }, (_, m) => run("candidates.create", { name: `candidate ${n} ${m}` })),
        ),
      )
      expect(answers.flatMap(({ error }) => error ?? [])).toEqual([])
      await Promise.all(workers.map(({ stop }) => stop()))
      const { entries, problems } = await check(database)
      expect(problems).toEqual([])
      expect(entries).toBe(120)
      const [migrations] = (await database.tables()).filter((table) => table.includes("migrations"))
      const applied = await database.sql(`select id from ${migrations} group by id having count(*) > 1`)
      expect(applied).toEqual([])
    }
  })
})
