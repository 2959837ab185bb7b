import { createMatchloop } from "matchloop"
import { type Answer, csv, json, table } from "matchloop/charts"
import { memory } from "matchloop/memory"
import { expect, test } from "vitest"
import * as Fee from "../../src/domain/Fee.js"
import { placements } from "../../src/reports/Placements.js"
import { requests } from "../input/reports.js"
import { ask, instant, subject } from "../reports/history.js"

const hours = Array.from({ length: 24 }, (_, hour) => `h${hour}`).join(" ")

/** What hosts read by place and by name: a change here breaks their files. Money adds a column for each currency. */
const columns: { readonly [report: string]: string } = {
  activity: "measure count of rate",
  bottlenecks: [
    "stage kind conversionEarlier conversionEarlierCount conversionEarlierOf conversionNow conversionNowCount",
    "conversionNowOf conversionP conversionTest medianEarlier medianNow medianP medianTest leftEarlier leftNow",
  ].join(" "),
  clients: [
    "client positions openings filled lost closed cancelled fillRate fillRateCount fillRateOf submissions feedbackN",
    "feedbackMedian feedbackP75 feedbackP90 feedbackMean waiting waitingAgeN waitingAgeMedian waitingAgeP75",
    "waitingAgeP90 waitingAgeMean unanswered interviewToOffer interviewToOfferCount interviewToOfferOf rescinded",
    "acceptance acceptanceCount acceptanceOf placements backedOut fallOffs fallOffsCount fallOffsOf",
  ].join(" "),
  conversions: "measure count of rate",
  cycles: "what number count",
  endReasons: "kind reason party fromKind fromStage count ofEnded ofEndedCount ofEndedOf",
  fallOffs: "measure count of rate",
  fillRate: "measure count of rate",
  flow: "from to subjects reentries",
  forecast: [
    "position client openings free submissions expectedFills unpriced unknown",
    "kind standing probability basis learned learnedCount learnedOf",
  ].join(" "),
  forecastAccuracy: "at until currency forecasts wape bias",
  funnel: "kind reached ofStarted ofStartedCount ofStartedOf passThrough passThroughCount passThroughOf",
  heatMap: `weekday ${hours} total`,
  offerAcceptance: "measure count of rate",
  placements: "client placements credited backedOut fellOff",
  positionOutcomes: "outcome count ofEnded ofEndedCount ofEndedOf",
  recruiters: [
    "actor screens submissions interviews offers placements credited interviewsPerSubmission offersPerInterview",
    "submissionsPerPlacement medianTimeToFill",
  ].join(" "),
  revenue: "start",
  sendOuts: "measure count of rate",
  snapshot: "stage kind phase count",
  sources: "source candidates ready submissions interviews placements backedOut placed placedCount placedOf",
  stalled: "id stage kind owner since age lastTouch",
  timeInStage: "stage kind completed visits median p75 p90 mean open medianOpenAge",
  timeToFill: "which n median p75 p90 mean",
  timeToHire: "which n median p75 p90 mean",
  timeToSubmit: "which n median p75 p90 mean",
  trend: "start count",
}

test("the table of every report has its columns in their order", async () => {
  const crm = await createMatchloop({ storage: memory() })
  const ask_ = crm.as("maya").reports as unknown as { readonly [name: string]: (request: object) => Promise<Answer> }
  const found: { [report: string]: string } = {}
  for (const [path, request] of requests) {
    const name = path.slice("reports.".length)
    const answer = await ask_[name]?.(request)
    if (answer !== undefined)
      found[name] = table(answer)
        .columns.map(({ key }) => key)
        .join(" ")
  }
  await crm.close()
  expect(found).toEqual(columns)
})

test("money has a column for each currency in order of its code, whichever comes first, and is a number", () => {
  const earned = (id: string, amount: number, currency: string) =>
    subject(id, [["pendingStart", "2026-01-10"]], {
      clientId: `client_${id}`,
      acceptedAt: instant("2026-01-10"),
      feeAmount: amount,
      feeCurrency: currency,
      credits: Fee.credit({ amount, currency }, [{ actor: "maya", role: "all", percent: 100 }]),
    })
  const made = [earned("a", 12_345, "USD"), earned("b", 700, "JPY"), earned("c", 5, "EUR")]
  const { slices: _, ...answer } = ask(
    placements,
    { by: "client", from: "2026-01-01", to: "2026-02-01" },
    { placement: made },
  )
  const fees = table(answer)
  expect(csv(fees, { header: "key" })).toBe(
    [
      "client,placements,credited,backedOut,fellOff,feesEUR (EUR),feesJPY (JPY),feesUSD (USD)",
      "client_a,1,1,0,0,0.00,0,123.45",
      "client_b,1,1,0,0,0.00,700,0.00",
      "client_c,1,1,0,0,0.05,0,0.00",
      "",
    ].join("\r\n"),
  )
  expect(json(fees).rows[0]).toMatchObject({ client: "client_a", feesEUR: 0, feesUSD: 12_345 })
})
