import { join } from "node:path"
import { memory } from "matchloop/memory"
import { postgres } from "matchloop/postgres"
import { sqlite } from "matchloop/sqlite"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import type { Config } from "../../src/engine/Config.js"
import type { Client } from "../../src/index.js"
import type { StorageAdapter } from "../../src/ports/StorageAdapter.js"
import { clock, days } from "../../src/testing/Clock.js"
import { type Opened, open } from "../../src/testing/Opened.js"
import { freshDatabase } from "../support/database.js"
import { temporaryDirectory } from "../support/files.js"

const drops: Array<() => Promise<void>> = []
afterAll(() => Promise.all(drops.map((drop) => drop())))

const adapters: ReadonlyArray<readonly [name: string, () => Promise<StorageAdapter>]> = [
  ["memory", async () => memory()],
  ["sqlite", async () => sqlite({ filename: join(temporaryDirectory(), "agency.db"), durability: "normal" })],
  [
    "postgres",
    async () => {
      const { drop, url } = await freshDatabase()
      drops.push(drop)
      return postgres({ url })
    },
  ],
]

const document = { name: "consent.pdf", bytes: new TextEncoder().encode("signed") }

type Person = Omit<Parameters<Client["candidates"]["create"]>[0], "name">

const screened = async (maya: Client, name: string, person: Person): Promise<string> => {
  const { id } = await maya.candidates.create({ name, ...person })
  await maya.candidates.screen(id, { outcome: "passed" })
  return id
}

const ready = async (maya: Client, name: string, person: Person, expiresAt?: Date): Promise<string> => {
  const id = await screened(maya, name, person)
  await maya.candidates.signConsent(id, { document, ...(expiresAt === undefined ? {} : { expiresAt }) })
  return id
}

const position = async (maya: Client, clientId: string, more: object = {}) =>
  (await maya.positions.open({ clientId, title: "Senior Developer", skills: ["SQL 4y", "TypeScript"], ...more })).id

describe.each(adapters)("suggestions on %s", (_name, adapter) => {
  let opened: Opened
  beforeAll(async () => {
    opened = await open(await adapter())
  })
  afterAll(() => opened.close())

  const agency = async (config: Config = {}) => {
    const time = clock()
    const crm = await opened.crm({ now: time.now, matching: { aliases: [["TypeScript", "TS"]] }, ...config })
    const maya = crm.workspace(`workspace ${crypto.randomUUID()}`).as("maya")
    const acme = (await maya.clients.create({ name: "Acme" })).id
    return { time, maya, acme }
  }

  const named = (found: {
    readonly suggestions: ReadonlyArray<{ readonly record: object; readonly points: number }>
  }) => found.suggestions.map(({ points, record }) => ["name" in record ? record.name : "", points])

  const against = (found: Awaited<ReturnType<Client["positions"]["suggest"]>>) =>
    Object.fromEntries(
      found.ruledOut.items.map(({ reasons, record }) => [record.name, reasons.map(({ _tag }) => _tag)]),
    )

  test("rank ready candidates by what is known, with the points of each term", async () => {
    const { acme, maya } = await agency()
    const id = await position(maya, acme, { location: "Berlin", salary: { min: 1, max: 200, currency: "EUR" } })
    await ready(maya, "Bo", { skills: ["sql 2y"], location: "Berlin" })
    await ready(maya, "Ada", { skills: ["SQL 6y", "ts"], location: "Potsdam", willingToRelocate: true })
    await ready(maya, "Eve", { skills: ["TypeScript"], salaryExpectation: { amount: 225, currency: "EUR" } })
    await ready(maya, "Kim", { skills: ["Java"], location: "Berlin" })
    await maya.candidates.create({ name: "New", skills: ["SQL"] })
    const found = await maya.positions.suggest(id)
    expect(named(found)).toEqual([
      ["Ada", 931],
      ["Bo", 519],
      ["Eve", 500],
    ])
    expect(found.considered).toEqual({ count: 3, complete: true })
    expect(found.ruledOut).toEqual({ count: 0, items: [] })
    const [ada] = found.suggestions
    expect(ada?.terms.map(({ points, score, term, weight }) => [term, weight, score, points])).toEqual([
      ["skills", 50, 1, 769],
      ["seniority", 10, null, 0],
      ["location", 15, 0.7, 162],
      ["salary", 10, null, 0],
      ["availability", 5, null, 0],
      ["past", 10, null, 0],
    ])
    expect(ada?.terms[0]).toMatchObject({ because: { shared: 2, wanted: [{ skill: "sql", has: { years: 6 } }, {}] } })
    const weights = { skills: 0, salary: 0 }
    expect(named(await maya.positions.suggest(id, { limit: 1, weights }))).toEqual([["Bo", 1000]])
    expect(named(await maya.positions.suggest(id, { weights: { ...weights, location: 0 } })).map(([, p]) => p)).toEqual(
      [0, 0, 0],
    )
  })

  test("list whom something stands against, and why", async () => {
    const { acme, maya } = await agency({ settings: { attemptsAllowed: 1 } })
    const other = await position(maya, (await maya.clients.create({ name: "Other" })).id)
    const id = await position(maya, acme, { location: "Munich" })
    const skills = ["SQL"]
    await ready(maya, "Free", { skills })
    await screened(maya, "No consent", { skills })
    const elsewhere = await screened(maya, "Consent elsewhere", { skills })
    const { clientId } = await maya.positions.get(other)
    await maya.candidates.signConsent(elsewhere, { document, clientId })
    const live = await ready(maya, "Live", { skills })
    await maya.submissions.shortlist({ candidateId: live, positionId: id })
    const rejected = await ready(maya, "Rejected", { skills })
    const attempt = await maya.submissions.shortlist({ candidateId: rejected, positionId: id })
    await maya.submissions.submit(attempt.id)
    await maya.submissions.reject(attempt.id, { reason: "no", party: "client" })
    await ready(maya, "Stays", { skills, location: "Berlin", willingToRelocate: false })
    const away = await ready(maya, "Away", { skills })
    await maya.candidates.deactivate(away, {})
    const banned = await ready(maya, "Banned", { skills })
    await maya.candidates.markDoNotUse(banned, { reason: "fraud" })
    const placed = await ready(maya, "Placed", { skills })
    const won = await maya.submissions.shortlist({ candidateId: placed, positionId: other })
    await maya.submissions.submit(won.id)
    await maya.submissions.offer(won.id, { salary: { amount: 1, currency: "EUR" }, startsOn: "2027-01-04" })
    await maya.submissions.accept(won.id, {})
    const found = await maya.positions.suggest(id)
    expect(named(found).map(([name]) => name)).toEqual(["Free"])
    expect(found.ruledOut.count).toBe(8)
    expect(against(found)).toEqual({
      "No consent": ["consent"],
      "Consent elsewhere": ["consent"],
      Live: ["live", "attempts"],
      Rejected: ["attempts"],
      Stays: ["location"],
      Away: ["candidate"],
      Banned: ["candidate"],
      Placed: ["placed"],
    })
    const few = await maya.positions.suggest(id, { limit: 2 })
    expect([few.ruledOut.count, few.ruledOut.items.length]).toEqual([8, 2])
    await maya.clients.markDoNotWork(acme, { reason: "never pays" })
    const none = await maya.positions.suggest(id)
    expect([none.suggestions.length, against(none).Free]).toEqual([0, ["clientOffLimits"]])
    expect(await maya.candidates.suggest(rejected).then(({ ruledOut }) => ruledOut.items)).toMatchObject([
      { record: { id }, reasons: [{ _tag: "clientOffLimits" }, { _tag: "attempts", attempts: 1, allowed: 1 }] },
    ])
  })

  test("stop with the consent", async () => {
    const { acme, maya, time } = await agency()
    const id = await position(maya, acme)
    await ready(maya, "Ada", { skills: ["SQL"] }, new Date(time.now() + 5 * days))
    expect(named(await maya.positions.suggest(id)).length).toBe(1)
    time.advance(6 * days)
    const found = await maya.positions.suggest(id)
    expect([named(found), against(found)]).toEqual([[], { Ada: ["consent"] }])
  })

  test("rank open positions for a candidate, and explain how it went there before", async () => {
    const { acme, maya } = await agency()
    const id = await ready(maya, "Ada", { skills: ["SQL 5y", "TS"] })
    const first = await position(maya, acme, { title: "First" })
    const half = await position(maya, acme, { title: "Half", skills: ["SQL", "Rust"] })
    await position(maya, acme, { title: "None", skills: ["Rust"] })
    const drafted = await maya.positions.draft({ clientId: acme, title: "Draft", skills: ["SQL"] })
    const titles = async () =>
      (await maya.candidates.suggest(id)).suggestions.map(({ points, record }) => [record.title, points])
    expect(await titles()).toEqual([
      ["First", 1000],
      ["Half", 500],
    ])
    const attempt = await maya.submissions.shortlist({ candidateId: id, positionId: first })
    await maya.submissions.submit(attempt.id)
    await maya.submissions.reject(attempt.id, { reason: "too junior", party: "client" })
    const found = await maya.candidates.suggest(id)
    expect(found.suggestions.map(({ points, record }) => [record.title, points])).toEqual([
      ["First", 833],
      ["Half", 450],
    ])
    expect(found.suggestions.map(({ terms }) => terms.at(-1))).toMatchObject([
      { score: 0, because: { isSamePosition: true, attempts: 1, attempt: { outcome: "rejectedByClient" } } },
      { score: 0.2, because: { isSamePosition: false, attempts: 1 } },
    ])
    await maya.positions.cover(half, {})
    await expect(maya.positions.suggest(half)).rejects.toMatchObject({ _tag: "PositionNotOpen", kind: "covered" })
    await expect(maya.positions.suggest(drafted.id)).rejects.toMatchObject({ _tag: "PositionNotOpen", kind: "draft" })
    expect((await titles()).map(([title]) => title)).toEqual(["First"])
  })

  test("take of many those that share most of the rarest skills, and rank them by all", async () => {
    const { acme, maya } = await agency({ matching: { scored: 3 } })
    const skills = ["A", "B", "C", "D", "E", "F", "G"]
    const nobodys = ["V", "W", "X", "Y", "Z"]
    const id = await position(maya, acme, { skills })
    await ready(maya, "All", { skills })
    await ready(maya, "Rare", { skills: ["G", "F"] })
    for (const name of ["One", "Two", "Three"]) await ready(maya, name, { skills: ["A", "B", "C"] })
    const found = await maya.positions.suggest(id)
    expect(named(found).map(([name]) => name)).toEqual(["All", "Three", "Rare"])
    expect(found.considered).toEqual({ count: 3, complete: false })
    const odd = await maya.positions.suggest(await position(maya, acme, { skills: [...nobodys, "A", "B"] }))
    expect(
      named(odd)
        .map(([name]) => name)
        .sort(),
    ).toEqual(["One", "Three", "Two"])
    const none = await maya.positions.suggest(await position(maya, acme, { skills: [...nobodys, "U"] }))
    expect([none.suggestions, none.considered]).toEqual([[], { count: 0, complete: true }])
  })

  test("say that somebody may have been missed, who shares none of the rarest and all of the others", async () => {
    const { acme, maya } = await agency()
    const salary = { min: 1, max: 100, currency: "EUR" }
    const id = await position(maya, acme, { title: "Developer", skills: ["A", "B", "C", "D", "E"], salary })
    await ready(maya, "Fair", { skills: ["A", "B", "C", "E"], salaryExpectation: { amount: 50, currency: "EUR" } })
    await ready(maya, "Dear", { skills: ["A", "B", "C", "D"], salaryExpectation: { amount: 500, currency: "EUR" } })
    for (const name of ["One", "Two"]) await ready(maya, name, { skills: ["E"] })
    const weights = { availability: 0, past: 0, salary: 1 }
    const ask = (scored: number) => maya.positions.suggest(id, { limit: 1, scored, weights })
    const few = await ask(1)
    expect([named(few), few.considered]).toEqual([[["Dear", 784]], { count: 1, complete: false }])
    const some = await ask(2)
    expect([named(some), some.considered]).toEqual([[["Fair", 804]], { count: 2, complete: true }])
  })

  test("refuse what makes no sense", async () => {
    const { maya } = await agency()
    const wrong = async (of: Promise<unknown>) => of.catch((error: unknown) => error)
    expect(await wrong(maya.positions.suggest("pos_nobody"))).toMatchObject({ _tag: "NotFound", noun: "position" })
    expect(await wrong(maya.candidates.suggest("cand_nobody"))).toMatchObject({ _tag: "NotFound", noun: "candidate" })
    for (const [options, field] of [
      [{ limit: 0 }, "limit"],
      [{ weights: { skills: -1 } }, "weights.skills"],
      [{ weights: { skills: 1.5 } }, "weights.skills"],
      [{ weights: JSON.parse('{"age": 5}') }, "weights.age"],
      [JSON.parse('{"__proto__": {}}'), "__proto__"],
    ] as const) {
      expect(await wrong(maya.positions.suggest("pos_nobody", options))).toMatchObject({ _tag: "InvalidInput", field })
    }
  })
})
