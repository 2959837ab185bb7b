import { describe, expect, test } from "vitest"
import { requests } from "../../input/reports.js"
import { spring, weeks } from "./spring.js"
import { storages } from "./storages.js"
import { telling } from "./telling.js"

const day = 86_400_000
const hour = 3_600_000
const money = (currency: string, amount: number) => ({ currency, amount })

describe.each(Object.entries(storages))("ten golden weeks on %s", (_, fresh) => {
  const { told } = telling(fresh, spring)
  const asked = () => told().maya.reports
  const named = (ids: ReadonlyArray<string> | undefined) => (ids ?? []).map((id) => told().names.get(id)).toSorted()

  test("revenue: currencies stand side by side, a replacement brings nothing, whoever left keeps the credit", async () => {
    const { periods, recruiters, total } = await asked().revenue({ ...weeks, period: "month" })
    const whole = (currency: string, net: number) => ({ currency, recognised: net, reversed: 0, refunded: 0, net })
    expect(total).toEqual([whole("EUR", 500_000), whole("USD", 1_000_000)])
    expect(periods.map(({ start, sums }) => [start, ...sums.map(({ currency, net }) => `${currency} ${net}`)])).toEqual(
      [
        ["2026-01-01", "USD 1000000"], // hal, both parts of the retainer
        ["2026-02-01", "EUR 500000"], // lee; ida is free
        ["2026-03-01"],
      ],
    )
    expect(
      recruiters.map(({ actor, sums }) => [actor, ...sums.map(({ currency, net }) => `${currency} ${net}`)]),
    ).toEqual([
      ["maya", "USD 700000"],
      ["noah", "EUR 500000", "USD 300000"], // lee's submission is maya's by now, the credit is not
    ])
  })

  test("an offer of two versions is one, a rescinded one is apart", async () => {
    expect(await asked().offerAcceptance(weeks)).toMatchObject({
      accepted: 3, // hal, lee, ida
      declined: 0,
      expired: 0,
      rescinded: 1, // mia
      unanswered: 1, // jon again
      acceptance: { count: 3, of: 3 },
    })
  })

  test("time to fill without the hold, and anew after the fall-off; laps count on", async () => {
    const { days, millis } = await asked().timeToFill(weeks)
    // Engineer: 5 to 26 January less 7 days, and 12 to 23 February; Packer: 5 January to 2 February.
    expect(millis).toMatchObject({ n: 3, median: 14 * day, mean: ((14 + 11 + 28) / 3) * day })
    expect(days).toMatchObject({ median: 14 })
    const { laps } = await asked().cycles(weeks)
    // A rejection, a rescission and a fall-off end a lap: hal came on the second after jon, lee after mia; ida on the third.
    expect(laps.rows).toEqual([
      { number: 2, count: 2 },
      { number: 3, count: 1 },
    ])
    // The Engineer's opening is filled once by its last close; slices know positions by their tags.
    const { fillRate, slices } = await asked().fillRate({ ...weeks, sliceBy: "tag" })
    expect(fillRate).toMatchObject({ count: 2, of: 2 })
    expect(slices?.map(({ filled, key }) => [key, filled])).toEqual([["vip", 1]])
  })

  test("what is written down late counts on its day, and was not known before", async () => {
    const twelfth = { from: "2026-01-12", to: "2026-01-13", timeZone: "America/New_York" }
    const held = async (more: object) => (await asked().activity({ ...twelfth, ...more })).counts.interviewsHeld
    const fifteenth = { asOf: "2026-01-15T00:00:00Z" }
    expect(await held({})).toBe(1)
    expect(await held({ ...fifteenth, knowledge: "now" })).toBe(1)
    expect(await held({ ...fifteenth, knowledge: "then" })).toBe(0)
  })

  test("trends by weeks from Sunday, empty ones too", async () => {
    const trend = await asked().trend({ ...weeks, period: "week", measure: { of: "submitted" } })
    expect(trend.points.map(({ start, value }) => [start, value])).toEqual([
      ["2026-01-04", 4],
      ["2026-01-11", 0],
      ["2026-01-18", 0],
      ["2026-01-25", 0],
      ["2026-02-01", 0],
      ["2026-02-08", 0],
      ["2026-02-15", 1],
      ["2026-02-22", 0],
      ["2026-03-01", 0],
      ["2026-03-08", 2],
    ])
    expect(trend.policy).toMatchObject({ period: "week", weekStart: "sunday" })
  })

  test("the heat map of a day without an hour from two to three", async () => {
    const { from, rows, to, total } = await asked().heatMap({
      ...weeks,
      from: "2026-03-08",
      to: "2026-03-09",
    })
    expect(Date.parse(to) - Date.parse(from)).toBe(23 * hour)
    expect(total).toBe(2)
    expect(rows[0]?.weekday).toBe("sunday")
    expect(rows[0]?.hours.slice(0, 5)).toEqual([0, 1, 0, 1, 0]) // half past one and half past three, an hour apart
  })

  test("bottlenecks: February and March against January", async () => {
    const { policy, rows } = await asked().bottlenecks({
      ...weeks,
      pipeline: "submission",
      from: "2026-02-01",
      earlier: { from: "2026-01-01", to: "2026-02-01" },
    })
    expect(policy.correction).toBe("Holm")
    // hal after 2 days, mia 3 and lee 6 went on, jon was rejected after 6. Then ida after 4 days, jon and kim, 27.5 and
    // 26.5 hours. Of the 7 tables of one failure, none is less likely than what came.
    expect(rows.find(({ stage }) => stage === "submitted")).toMatchObject({
      conversion: {
        earlier: { count: 3, of: 4 },
        now: { count: 3, of: 3 },
        change: 0.25,
        test: { name: "Fisher's exact", p: 1, significant: false },
      },
      medianMillis: { earlier: 4.5 * day, now: 27.5 * hour },
    })
  })

  test("stalled: with their owner and their last touch", async () => {
    const { rows, stalled } = await asked().stalled({ pipeline: "submission", olderThan: 10 })
    expect(stalled).toBe(2)
    expect(
      rows.map(({ ageMillis, id, lastTouch, owner }) => [told().names.get(id), owner, ageMillis, lastTouch]),
    ).toEqual(["jon again", "kim"].map((name) => [name, "maya", 11 * day, "2026-03-09T10:00:00.000Z"]))
  })

  test("the forecast: two for one opening, by what became of others", async () => {
    const { fees, kinds, positions, uncapped } = await asked().forecast({ floor: 1, ids: true })
    // Over are hal, lee and ida, who were placed, jon and mia. All but jon had an offer, and so passed an interview.
    expect(kinds.map(({ kind, learned, standing }) => [kind, learned.count, learned.of, standing])).toEqual([
      ["shortlisted", 3, 5, 0],
      ["submittedInternal", 3, 5, 0],
      ["submitted", 3, 5, 0],
      ["interviewing", 3, 4, 1],
      ["offered", 3, 4, 1],
    ])
    // 1 − ¼² of 4,000.00, where two at ¾ each would be 6,000.00.
    expect(fees).toEqual([money("EUR", 375_000)])
    expect(uncapped).toEqual([money("EUR", 600_000)])
    expect(named(positions[0]?.ids?.submissions)).toEqual(["jon again", "kim"])
    expect(named(kinds[3]?.ids?.standing)).toEqual(["kim"])
  })

  test("how good forecasts were: half of lee's fee was expected on 1 February, all of it came", async () => {
    const { currencies, points } = await asked().forecastAccuracy({
      ...weeks,
      from: "2026-01-01",
      to: "2026-03-01",
      horizonDays: 30,
      probabilities: { submitted: 0.5, offered: 0.5 },
    })
    expect(points.map(({ came, forecast, unforeseen }) => ({ came, forecast, unforeseen }))).toEqual([
      // Nobody was there on New Year's Day; hal came within the month.
      { forecast: [], came: [], unforeseen: [money("USD", 1_000_000)] },
      { forecast: [money("EUR", 250_000)], came: [money("EUR", 500_000)], unforeseen: [] },
    ])
    expect(currencies).toEqual([
      {
        currency: "EUR",
        forecasts: 2,
        forecast: 250_000,
        came: 500_000,
        meanAbsoluteError: 125_000,
        wape: 0.5,
        bias: -0.5,
      },
      // Hal's: nothing was forecast in dollars.
      { currency: "USD", forecasts: 2, forecast: 0, came: 0, meanAbsoluteError: 0, wape: null, bias: null },
    ])
  })

  test("every report names its policy, and the ids behind its numbers where it is asked to, else none", async () => {
    const all = asked() as unknown as { readonly [name: string]: (request: object) => Promise<object> }
    for (const [path, request] of requests) {
      const ask = all[path.slice("reports.".length)]
      const bare = await ask?.(request)
      expect(bare, path).toHaveProperty("policy")
      expect(JSON.stringify(bare), path).not.toContain('"ids"')
      expect(JSON.stringify(await ask?.({ ...request, ids: true })), path).toContain('"ids":')
    }
  })
})
