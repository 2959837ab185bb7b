import { describe, expect, test } from "vitest"
import { autumn, season } from "./autumn.js"
import { storages } from "./storages.js"
import { telling } from "./telling.js"

const day = 86_400_000
const hour = 3_600_000
const gbp = (amount: number) => [{ currency: "GBP", amount }]
const share = (count: number, of: number) => ({ count, of, rate: of === 0 ? null : count / of })

describe.each(Object.entries(storages))("a golden autumn on %s", (_, fresh) => {
  const { told } = telling(fresh, autumn)
  const asked = () => told().maya.reports
  const named = (ids: ReadonlyArray<string> | undefined) => (ids ?? []).map((id) => told().names.get(id))

  test("an offer that ran out is resolved, and is no yes", async () => {
    const whole = await asked().offerAcceptance({ ...season, ids: true })
    expect(whole).toMatchObject({ accepted: 1, declined: 0, expired: 1, rescinded: 0, unanswered: 0 })
    expect(whole.acceptance).toMatchObject(share(1, 2))
    expect(named(whole.ids?.expired)).toEqual(["pia's offer"])
    // On the 5th it was out; by noon of the 8th it had run out, with nobody saying so.
    const fifth = await asked().offerAcceptance({ ...season, asOf: "2026-09-05T00:00:00Z", ids: true })
    expect(fifth).toMatchObject({ expired: 0, unanswered: 1, acceptance: share(0, 0) })
    expect(named(fifth.ids?.unanswered)).toEqual(["pia's offer"])
    for (const knowledge of ["now", "then"] as const) {
      const eighth = await asked().offerAcceptance({ ...season, asOf: "2026-09-08T12:00:00Z", knowledge })
      expect(eighth, knowledge).toMatchObject({ expired: 1, unanswered: 0, acceptance: share(0, 1) })
    }
    const weekly = await asked().trend({ ...season, measure: { of: "offerAcceptance" }, period: "month" })
    expect(weekly.measured === "rate" && weekly.points.map(({ value }) => value)).toMatchObject([
      share(1, 2),
      share(0, 0),
      share(0, 0),
    ])
  })

  test("of a flat fee a third is given back: 20 of the guarantee's 60 days were left", async () => {
    const { periods, recruiters, total } = await asked().revenue(season)
    const refunded = { recognised: 900_000, reversed: 0, refunded: -300_000, net: 600_000 }
    expect(total).toEqual([{ currency: "GBP", ...refunded }])
    expect(periods.map(({ start, sums }) => [start, sums[0]?.net ?? 0])).toEqual([
      ["2026-09-01", 900_000],
      ["2026-10-01", -300_000],
      ["2026-11-01", 0],
    ])
    expect(recruiters.map(({ actor, sums }) => [actor, sums[0]?.recognised, sums[0]?.refunded])).toEqual([
      ["maya", 540_000, -180_000],
      ["noah", 360_000, -120_000],
    ])
    // The fall-off ends the guarantee: earned and given back on 24 October.
    const late = await asked().revenue({ ...season, recognised: "guaranteeEnd" })
    expect(late.periods.map(({ sums }) => sums[0]?.net ?? 0)).toEqual([0, 600_000, 0])
  })

  test("less the refund for recruiters, clients and sources; before it for placements", async () => {
    const { rows, team } = await asked().recruiters(season)
    expect(team).toMatchObject({ placements: 1, fees: gbp(600_000) })
    expect(rows.map(({ actor, credited, fees }) => [actor, credited, fees])).toEqual([
      ["maya", 0.6, gbp(360_000)],
      ["noah", 0.4, gbp(240_000)],
    ])
    const [client] = (await asked().clients(season)).rows
    expect(client).toMatchObject({ acceptance: share(1, 2), fallOffs: share(1, 1), fees: gbp(600_000) })
    expect((await asked().sources(season)).rows.map(({ fees, source }) => [source, fees])).toEqual([
      [null, gbp(600_000)],
    ])
    expect((await asked().placements({ ...season, by: "client" })).total).toMatchObject({
      fellOff: 1,
      fees: gbp(900_000),
    })
  })

  test("time to fill runs on through an offer that ran out, and begins anew after the fall-off", async () => {
    expect(await asked().timeToFill(season)).toMatchObject({
      millis: { n: 1, median: 9 * day + hour }, // 1 September, 9:00, to the 10th, 10:00
      days: { n: 1, median: 9 },
      open: { count: 1, ageMillis: { median: 37 * day + 14 * hour } }, // 24 October, 10:00, to the end of November
    })
  })
})
