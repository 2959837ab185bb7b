import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as ManagedRuntime from "effect/ManagedRuntime"
import { type InvalidInput, layer, Matchloop, Session } from "matchloop/effect"
import { describe, expect, test } from "vitest"
import { Storage } from "../../../src/ports/Storage.js"
import { ask } from "../../../src/testing/Asking.js"
import { everyReport } from "../every.js"
import { storages } from "./storages.js"
import { telling } from "./telling.js"
import { whole, year } from "./year.js"

const day = 86_400_000
const hour = 3_600_000

/** A share, as the floor of 1 leaves it: never withheld but for a zero denominator. */
const share = (count: number, of: number) => ({
  count,
  of,
  rate: of === 0 ? null : count / of,
  withheld: of === 0 ? "zero" : null,
})
const eur = (amount: number) => [{ currency: "EUR", amount }]

const inMillis = { from: Date.parse("2025-01-01T00:00:00Z"), to: Date.parse("2026-01-01T00:00:00Z") }

/** A report of the service, by its name. */
type Asked = (request: object) => Effect.Effect<object, InvalidInput, Session>

type Asking = Awaited<ReturnType<typeof year>>["maya"]["reports"]

const suite = (asked: () => { readonly reports: Asking; readonly names: ReadonlyMap<string, string> }) => {
  const named = (ids: ReadonlyArray<string> | undefined) =>
    (ids ?? []).map((id) => asked().names.get(id) ?? id).toSorted()

  test("the funnel of submissions: an end erases nothing, skipped kinds are credited", async () => {
    const {
      rows,
      started,
      open: running,
    } = await asked().reports.funnel({ pipeline: "submission", ...whole, ids: true })
    expect(started).toBe(7)
    expect(running).toEqual(share(0, 7))
    expect(rows.map(({ kind, reached }) => [kind, reached])).toEqual([
      ["shortlisted", 7],
      ["submittedInternal", 7], // nobody stood there: all went on to the client
      ["submitted", 7], // dan as baker too: that he was sent was taken back, and that was taken back
      ["interviewing", 4], // ada and ben; cleo again and dan were offered without, and are credited
      ["offered", 4],
      ["accepted", 3], // cleo declined
      ["placed", 2], // ada, though she fell off later, and ben; dan backed out
    ])
    expect(named(rows.at(-1)?.ids?.reached)).toEqual(["ada", "ben"])
    const visited = await asked().reports.funnel({ pipeline: "submission", ...whole, skipped: "visited" })
    expect(visited.rows.map(({ reached }) => reached)).toEqual([7, 0, 7, 2, 4, 3, 2])
  })

  test("the funnel of candidates: Ada P. is Ada, Fay counts though she is forgotten, Gus came on 30 March", async () => {
    const { rows, started } = await asked().reports.funnel({ pipeline: "candidate", ...whole, ids: true })
    expect(started).toBe(6)
    expect(rows.map(({ reached }) => reached)).toEqual([6, 5, 5, 5, 3]) // all but Gus; placed: Ada, Ben, Dan
    const march = { from: "2025-03-30", to: "2025-03-31", ids: true } as const
    const berlin = await asked().reports.funnel({ pipeline: "candidate", ...march, timeZone: "Europe/Berlin" })
    expect(named(berlin.rows[0]?.ids?.reached)).toEqual(["Gus"])
    // That day has 23 hours in Berlin.
    expect(Date.parse(berlin.cohort.to) - Date.parse(berlin.cohort.from)).toBe(23 * hour)
    expect((await asked().reports.funnel({ pipeline: "candidate", ...march })).started).toBe(0)
  })

  test("a window with nothing in it: zero counts, no rates", async () => {
    const empty = { from: "2024-01-01", to: "2024-01-01" }
    const { open: running, rows, started } = await asked().reports.funnel({ pipeline: "submission", ...empty })
    expect(started).toBe(0)
    expect(running).toEqual(share(0, 0))
    expect(rows.every(({ ofStarted }) => ofStarted.rate === null)).toBe(true)
    expect((await asked().reports.sendOuts(empty)).perPlacement.rate).toBeNull()
    expect((await asked().reports.fillRate(empty)).fillRate.rate).toBeNull()
    expect((await asked().reports.offerAcceptance(empty)).acceptance.rate).toBeNull()
    expect((await asked().reports.sources(empty)).rows).toEqual([])
  })

  test("below the floor of five a rate keeps its counts only", async () => {
    const { floor: _, ...usual } = whole
    expect((await asked().reports.offerAcceptance(usual)).acceptance).toEqual({
      count: 3,
      of: 4,
      rate: null,
      withheld: "few",
    })
  })

  test("the snapshot at the end of the year, and on 14 February before anybody was placed", async () => {
    const count = async (at: string) => {
      const { rows } = await asked().reports.snapshot({ pipeline: "candidate", at })
      return Object.fromEntries(rows.flatMap(({ count, stage }) => (count === 0 ? [] : [[stage, count]])))
    }
    // Ada fell off and Dan backed out: ready again, as Cleo is. Gus was never screened. Fay is no more than a count.
    expect(await count("2025-12-31T08:00:00Z")).toEqual({ new: 1, ready: 3, placed: 1, anonymized: 1 })
    // Ada, Ben, Cleo, Dan, Fay. Ada P. is Ada since March, and in what is known now she was never anybody else.
    expect(await count("2025-02-14T10:00:00Z")).toEqual({ ready: 5 })
  })

  test("14 February as it was known then: Ada P. counts, and dan as baker had not been sent", async () => {
    const then = { asOf: "2025-02-14T10:00:00Z", knowledge: "then" } as const
    const people = await asked().reports.snapshot({ pipeline: "candidate", ...then })
    expect(people.started).toBe(6)
    const sent = await asked().reports.funnel({ pipeline: "submission", ...whole, ...then })
    expect(sent.rows.map(({ reached }) => reached)).toEqual([5, 4, 4, 2, 1, 0, 0]) // ada, ben, cleo, fay sent; dan not
    const now = await asked().reports.funnel({ pipeline: "submission", ...whole, asOf: then.asOf })
    expect(now.rows.map(({ reached }) => reached)).toEqual([5, 5, 5, 2, 1, 0, 0])
  })

  test("time in stage: all intervals of a submission, the end not counted", async () => {
    const { rows } = await asked().reports.timeInStage({ pipeline: "submission", ...whole })
    const of = (stage: string) => rows.find((row) => row.stage === stage)
    // Days: ada 2, ben 5, cleo 12, fay 77, dan as baker 5, cleo again 7, dan 16. Linear between neighbours.
    expect(of("submitted")).toMatchObject({
      completed: 7,
      visits: 7,
      medianMillis: 7 * day,
      p75Millis: 14 * day,
      open: 0,
    })
    expect(of("submitted")?.p90Millis).toBeCloseTo(40.4 * day, 3) // 16 + 0.4 × (77 − 16)
    expect(of("submitted")?.meanMillis).toBeCloseTo((124 / 7) * day, 3)
    // ada 5; ben 2, and 5 more after the restore: one stay of 7 in two visits.
    expect(of("interviewing")).toMatchObject({ completed: 2, visits: 3, medianMillis: 6 * day })
    expect(of("offered")).toMatchObject({ completed: 4, medianMillis: 5 * day, meanMillis: 4.75 * day }) // 5, 5, 2, 7
    expect(of("accepted")).toMatchObject({ completed: 3, medianMillis: 14 * day }) // 14, 14, 18
  })

  test("times to submit, to fill and to hire", async () => {
    const { reports } = asked()
    // Both positions had somebody sent 47 hours after they opened; the Clerk ended without.
    expect(await reports.timeToSubmit(whole)).toMatchObject({ millis: { n: 2, median: 47 * hour }, ended: 1 })
    // Openings of the Developer: 3 February to the 17th, and to the 24th. The first is open again since 2 April: what dan
    // backed out of filled nothing. The Baker's was lost, the Clerk's cancelled.
    expect(await reports.timeToFill(whole)).toMatchObject({
      millis: { n: 2, median: (14 * day + 21 * day - 2 * hour) / 2 },
      days: { n: 2, median: 17.5 },
      open: { count: 1, ageMillis: { n: 1, median: 273 * day } }, // to 31 December, 09:00
      unfilled: { lost: 1, cancelled: 1, closed: 0 },
      backedOut: 1,
    })
    // ada 4 to 17 February, ben 4 to 24 February.
    expect(await reports.timeToHire(whole)).toMatchObject({ days: { n: 2, median: 16.5 }, ended: 5 })
  })

  test("conversions, send-outs, offers, fills", async () => {
    const { reports } = asked()
    expect(await reports.conversions(whole)).toMatchObject({
      submittalToInterview: share(2, 7), // ada and ben
      interviewToOffer: share(2, 2),
      offerToPlacement: share(2, 4), // not cleo, who declined, nor dan, who backed out
      offeredWithoutInterview: 2,
      backedOut: 1,
    })
    expect(await reports.sendOuts(whole)).toMatchObject({ perPlacement: share(7, 2) })
    expect(await reports.offerAcceptance(whole)).toMatchObject({
      acceptance: share(3, 4),
      backedOut: 1,
      rescinded: 0,
      unanswered: 0,
    })
    // Two of the Developer filled (one fell off), the Baker's lost; the client cancelled the Clerk's.
    expect(await reports.fillRate(whole)).toMatchObject({ fillRate: share(2, 3), fellOff: 1, lost: 1, cancelled: 1 })
  })

  test("why it ended: positions and submissions", async () => {
    const { reports } = asked()
    const outcomes = await reports.positionOutcomes({ ...whole, ids: true })
    expect(outcomes).toMatchObject({ ended: 2, won: share(0, 1), reopened: 1 }) // the Developer is open again
    expect(
      outcomes.rows.flatMap(({ ids, outcome, reasons }) =>
        reasons.length === 0 ? [] : [[outcome, reasons[0]?.reason, named(ids)]],
      ),
    ).toEqual([
      ["filledInternally", "filled internally", ["Baker"]],
      ["cancelled", "budget cut", ["Clerk"]],
    ])
    const { ended, rows } = await reports.endReasons({ ...whole, ids: true })
    expect(ended).toBe(5)
    const told = rows.map(({ fromKind, ids, kind, party, reason }) =>
      [kind, reason, party, fromKind, ...named(ids)].join(", "),
    )
    // ben's rejection was undone by the restore, and is no end.
    expect(told.toSorted()).toEqual([
      "closedOut, position filled, system, submitted, cleo",
      "closedOut, position lost, system, submitted, fay",
      "declined, given once, candidate, offered, cleo again",
      "rejected, given once, client, submitted, dan as baker",
      "withdrawn, given once, candidate, accepted, dan",
    ])
    // On 13 February at noon it was one.
    const then = await reports.endReasons({ ...whole, asOf: "2025-02-13T12:00:00Z" })
    expect(then.rows.map(({ kind, reason }) => [kind, reason])).toEqual([["rejected", "given once"]])
  })

  test("laps and attempts", async () => {
    const { attempts, laps } = await asked().reports.cycles(whole)
    expect(laps.rows).toEqual([{ number: 1, count: 2 }])
    // Ada, Ben and Dan on the Developer, Fay and Dan on the Baker once; Cleo twice on the Developer.
    expect(attempts.rows).toEqual([
      { number: 1, count: 5 },
      { number: 2, count: 1 },
    ])
    expect(attempts.distribution.mean).toBeCloseTo(7 / 6, 9)
  })

  test("activity, each subject once an event, by who did it", async () => {
    const { actors, counts } = await asked().reports.activity({ ...whole, by: "actor" })
    const main = { screens: 5, submissions: 7, interviewsHeld: 2, offersExtended: 4, placements: 3, starts: 2 }
    expect(counts).toMatchObject({
      ...main,
      candidatesAdded: 6,
      rejections: 1,
      closedOut: 2,
      fallOffs: 1,
      backedOut: 1,
    })
    expect(actors?.map(({ actor, counts: own }) => [actor, own.screens, own.submissions, own.placements])).toEqual([
      ["maya", 3, 3, 2], // she accepted for ada and dan
      ["omar", 2, 4, 1],
    ])
  })

  test("placements and recruiters: credit as it was split when it was earned", async () => {
    const { reports } = asked()
    const { rows, total } = await reports.placements({ by: "recruiter", ...whole })
    expect(total).toMatchObject({ placements: 3, credited: 3, fees: eur(3_600_000) })
    expect(rows.map(({ credited, fees, key }) => [key, credited, fees])).toEqual([
      ["maya", 1.6, eur(1_200_000)], // 60 % of ada's 20,000.00; dan's counts as a placement and brings nothing
      ["omar", 1.4, eur(2_400_000)], // 40 % of it and all of ben's 16,000.00
    ])
    const scores = await reports.recruiters(whole)
    // Less the refund, and without the one that backed out.
    expect(scores.team).toMatchObject({ placements: 2, credited: 2, fees: eur(1_600_000), screens: 5, submissions: 7 })
    expect(scores.rows.map(({ actor, credited, submissions }) => [actor, submissions, credited])).toEqual([
      ["omar", 4, 1.4],
      ["maya", 3, 0.6],
    ])
  })

  test("revenue by quarter: recognised, reversed, given back", async () => {
    const { reports } = asked()
    const { periods, recruiters, total } = await reports.revenue({ ...whole, period: "quarter" })
    const sum = { recognised: 5_400_000, reversed: -1_800_000, refunded: -2_000_000, net: 1_600_000 }
    expect(total).toEqual([{ currency: "EUR", ...sum }])
    expect(periods.map(({ start, sums }) => [start, sums[0]?.net ?? 0])).toEqual([
      ["2025-01-01", 3_600_000], // ada and ben
      ["2025-04-01", -2_000_000], // dan comes and goes, ada's is given back
      ["2025-07-01", 0],
      ["2025-10-01", 0],
    ])
    expect(recruiters.map(({ actor, sums }) => [actor, sums[0]?.net])).toEqual([
      ["maya", 0], // 12,000 + 18,000 − 18,000 − 12,000
      ["omar", 1_600_000], // 8,000 + 16,000 − 8,000
    ])
    // By the start only ada and ben were ever earned; by the end of the guarantee only ben.
    const net = async (recognised: "start" | "guaranteeEnd") =>
      (await reports.revenue({ ...whole, recognised })).total.map(({ net: one }) => one)
    expect(await net("start")).toEqual([1_600_000])
  })

  test("fall-offs: of placements whose guarantee has ended", async () => {
    expect(await asked().reports.fallOffs(whole)).toMatchObject({
      placements: 3,
      rate: share(1, 2), // ada of ada and ben
      backOutRate: share(1, 3),
      insideGuarantee: 0,
    })
    // In May both guarantees would still run: that ada has fallen off counts when hers is over, or it would weigh too much.
    const may = await asked().reports.fallOffs({ ...whole, asOf: "2025-05-01T00:00:00Z" })
    expect(may).toMatchObject({ insideGuarantee: 2, fellOffEarly: 1, rate: share(0, 0) })
  })

  test("sources: first touch; the merged one brings none of its own", async () => {
    const { rows } = await asked().reports.sources(whole)
    expect(
      rows.map(({ candidates, interviews, placements, ready, source, submissions }) => [
        source,
        candidates,
        ready,
        submissions,
        interviews,
        placements,
      ]),
    ).toEqual([
      ["linkedin", 3, 2, 2, 2, 2],
      ["referral", 2, 2, 3, 0, 0], // Cleo and Fay, forgotten or not
      [null, 1, 1, 2, 0, 0], // Dan
    ])
  })

  test("clients: how long they took to answer", async () => {
    const { rows } = await asked().reports.clients({ ...whole, ids: true })
    const of = (name: string) => rows.find(({ clientId }) => asked().names.get(clientId) === name)
    // Days: ada 2, ben 5, cleo again 7, dan 16. cleo was never answered: the position was filled.
    expect(of("Acme")).toMatchObject({
      submissions: 5,
      feedbackMillis: { n: 4, median: 6 * day, mean: 7.5 * day },
      unanswered: 1,
      acceptance: share(3, 4),
      fallOffs: share(1, 2),
      fees: eur(1_600_000),
    })
    expect(of("Bolt")).toMatchObject({
      positions: 2,
      fillRate: share(0, 1), // the cancelled one is no part of it
      cancelled: 1,
      feedbackMillis: { n: 1, median: 5 * day },
      acceptance: share(0, 0),
      fees: [],
    })
  })

  test("flow: every submission on its way once, the detour of ben apart", async () => {
    const { links, nodes } = await asked().reports.flow({ pipeline: "submission", ...whole })
    const link = (from: string, to: string) => {
      const found = links.find((one) => one.from === from && one.to === to)
      return [found?.subjects, found?.reentries]
    }
    expect(link("submitted", "interviewing")).toEqual([2, 0])
    expect(link("interviewing", "rejected")).toEqual([0, 1])
    expect(link("accepted", "withdrawn")).toEqual([1, 0])
    expect(nodes.reduce((sum, { standing }) => sum + standing, 0)).toBe(7)
  })

  test("limits and slices: by position, by recruiter, by source", async () => {
    const { reports } = asked()
    const developer = [...asked().names].find(([, name]) => name === "Developer")?.[0] ?? ""
    const one = await reports.funnel({ pipeline: "submission", ...whole, where: { position: developer } })
    expect(one.rows.map(({ reached }) => reached)).toEqual([5, 5, 5, 4, 4, 3, 2])
    const sliced = await reports.funnel({ pipeline: "submission", ...whole, sliceBy: "source" })
    // Dan came without a source and is in no slice.
    expect(sliced.slices?.map(({ key, started }) => [key, started])).toEqual([
      ["linkedin", 2],
      ["referral", 3],
    ])
    await expect(reports.funnel({ pipeline: "candidate", ...whole, where: { client: "x" } })).rejects.toMatchObject({
      _tag: "InvalidInput",
      field: "where.client",
    })
  })

  test("the forecast: one fee for one opening, however many are on their way", async () => {
    // On 15 April cleo stands at an offer of 70,000.00 and dan at the client, for the one opening that is left.
    const { fees, openings, positions, uncapped } = await asked().reports.forecast({
      asOf: "2025-04-15T12:00:00Z",
      floor: 1,
      probabilities: { submitted: 0.5, offered: 0.5 },
    })
    // cleo 20 % of 70,000.00 by half; of dan's salary nothing is known; fay half of the Baker's 5,000.00.
    expect(fees).toEqual(eur(700_000 + 250_000))
    expect(uncapped).toEqual(eur(700_000 + 250_000))
    expect(openings).toBe(2)
    expect(
      positions.map(({ expectedFills, openings: open, positionId, submissions, unpriced }) => [
        asked().names.get(positionId),
        open,
        submissions,
        unpriced,
        expectedFills,
      ]),
    ).toEqual([
      ["Developer", 1, 2, 1, 0.75],
      ["Baker", 1, 1, 0, 0.5],
    ])
  })
}

for (const [name, fresh] of Object.entries(storages))
  describe(`a golden year on ${name}`, () => {
    const { opened, told } = telling(fresh, year)
    const asked = () => ({ reports: told().maya.reports, names: told().names })
    suite(asked)

    test("is the same to those who use Effect, in every report", { timeout: 60_000 }, async () => {
      const { storage } = opened()
      const now = () => Date.parse("2025-12-31T09:00:00.000Z")
      const runtime = ManagedRuntime.make(layer({ now }).pipe(Layer.provide(Layer.succeed(Storage, storage))))
      const session = { workspace: "main", actor: "maya" }
      const questions = Object.entries(everyReport(inMillis)).flatMap(([name, requests]) =>
        requests.flatMap((request) =>
          [
            { ...request, timeZone: "Europe/Berlin", ids: true },
            { ...request, sliceBy: "client", asOf: "2025-04-15T12:00:00Z", knowledge: "then" },
          ].map((asking) => ({ name: name as keyof Asking, request: asking })),
        ),
      )
      const effect = await runtime.runPromise(
        Effect.provideService(
          Effect.flatMap(Matchloop, (matchloop) => {
            const reports = matchloop.reports as unknown as { readonly [name: string]: Asked }
            return Effect.forEach(questions, ({ name, request }) =>
              Effect.catchTag(reports[name]?.(request) ?? Effect.succeed({}), "InvalidInput", ({ issues }) =>
                Effect.succeed({ refused: "InvalidInput", issues }),
              ),
            )
          }),
          Session,
          session,
        ),
      )
      await runtime.dispose()
      let answered = 0
      for (const [index, { name, request }] of questions.entries()) {
        const promised = await ask(told().maya, name, request)
        expect(effect[index], `${name} ${JSON.stringify(request)}`).toEqual(promised)
        if (!("refused" in promised)) answered++
      }
      // Of each report some; by client not all, whose pipelines know none.
      expect(answered).toBeGreaterThan(questions.length / 2)
    })
  })
