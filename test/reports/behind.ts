import type { reports } from "../../src/reports/Reports.js"

/** Where the list behind a number is, by the number's place in the result; several lists are the number together. */
type Lists = { readonly [number: string]: ReadonlyArray<string> }

/** Numbers that are no counts, by their place: a reason for each. */
type Others = { readonly [number: string]: string }

export interface Behind {
  readonly lists?: Lists
  readonly others?: Others
}

const ended = ["rows[*].ids"]
const credit = "a sum of shares of placements, which `ids.placements` lists"
const money = "money"
const expected = "an expected value"

/**
 * What a list beside the number, under its name, does not tell: rates, sums over rows. Places are written with `[]` for
 * the very row that the number is in, `[*]` for all rows, `[2]` for one.
 */
export const behind: { readonly [N in keyof typeof reports]: Behind } = {
  activity: {},
  bottlenecks: {
    lists: {
      "rows[].conversion.earlier.count": ["rows[].ids.earlier.on"],
      "rows[].conversion.earlier.of": ["rows[].ids.earlier.on", "rows[].ids.earlier.off"],
      "rows[].conversion.now.count": ["rows[].ids.on"],
      "rows[].conversion.now.of": ["rows[].ids.on", "rows[].ids.off"],
      "rows[].undecided.earlier": ["rows[].ids.earlier.undecided"],
      "rows[].undecided.now": ["rows[].ids.undecided"],
      "rows[].left.earlier": ["rows[].ids.earlier.on", "rows[].ids.earlier.off", "rows[].ids.earlier.undecided"],
      "rows[].left.now": ["rows[].ids.on", "rows[].ids.off", "rows[].ids.undecided"],
    },
    others: { "rows[].conversion.change": "a difference of two rates" },
  },
  clients: {
    lists: {
      "rows[].fillRate.count": ["rows[].ids.filled"],
      "rows[].fillRate.of": ["rows[].ids.filled", "rows[].ids.lost", "rows[].ids.closed"],
      "rows[].feedbackMillis.n": ["rows[].ids.responses"],
      "rows[].waitingAgeMillis.n": ["rows[].ids.waiting"],
      "rows[].interviewToOffer.count": ["rows[].ids.interviewedOffered"],
      "rows[].interviewToOffer.of": ["rows[].ids.interviewed"],
      "rows[].acceptance.count": ["rows[].ids.accepted"],
      "rows[].acceptance.of": ["rows[].ids.accepted", "rows[].ids.declined", "rows[].ids.expired"],
      "rows[].fallOffs.count": ["rows[].ids.fellOff"],
      "rows[].fallOffs.of": ["rows[].ids.fellOff", "rows[].ids.held"],
    },
  },
  conversions: {
    lists: {
      "open.count": ["ids.open"],
      "open.of": ["ids.submitted"],
      "submittalToInterview.count": ["ids.interviewed"],
      "submittalToInterview.of": ["ids.submitted"],
      "interviewToOffer.count": ["ids.interviewedOffered"],
      "interviewToOffer.of": ["ids.interviewed"],
      "offerToPlacement.count": ["ids.placed"],
      "offerToPlacement.of": ["ids.offered"],
      "submittalToPlacement.count": ["ids.placed"],
      "submittalToPlacement.of": ["ids.submitted"],
    },
  },
  cycles: {
    lists: { "laps.distribution.n": ["laps.rows[*].ids"] },
    others: {
      "laps.rows[].number": "what the row is of",
      "attempts.rows[].number": "what the row is of",
      "attempts.rows[].count":
        "pairs of a candidate and a position: `ids` lists all their submissions, `number` a pair",
      "attempts.distribution.n": "the same pairs, all rows together",
    },
  },
  endReasons: { lists: { ended, "rows[].ofEnded.of": ended } },
  fallOffs: {
    lists: {
      placements: ["ids.backedOut", "ids.pendingStart", "ids.insideGuarantee", "ids.held", "ids.fellOff"],
      "rate.count": ["ids.fellOff"],
      "rate.of": ["ids.fellOff", "ids.held"],
      "backOutRate.count": ["ids.backedOut"],
      "backOutRate.of": ["ids.backedOut", "ids.insideGuarantee", "ids.held", "ids.fellOff"],
    },
  },
  fillRate: { lists: { "fillRate.count": ["ids.filled"], "fillRate.of": ["ids.filled", "ids.lost", "ids.closed"] } },
  flow: { lists: { started: ["nodes[*].ids.started"] } },
  forecast: {
    lists: {
      openings: ["positions[*].ids.openings"],
      "kinds[].learned.count": ["kinds[].ids.placed"],
      "kinds[].learned.of": ["kinds[].ids.over"],
    },
    others: {
      expectedFills: expected,
      "kinds[].expectedFills": expected,
      "positions[].expectedFills": expected,
      "kinds[].probability": "the rate beside it, or as given",
      "opportunities[].value": money,
      "opportunities[].weighted": money,
    },
  },
  forecastAccuracy: {
    others: {
      "currencies[].forecasts": "points of this very result",
      "currencies[].forecast": money,
      "currencies[].came": money,
      "currencies[].meanAbsoluteError": money,
      "currencies[].wape": "money over money",
      "currencies[].bias": "money over money",
    },
  },
  funnel: {
    lists: {
      "open.count": ["ids.open"],
      "open.of": ["ids.started"],
      "rows[].ofStarted.count": ["rows[].ids.reached"],
      "rows[].ofStarted.of": ["ids.started"],
      "rows[].passThrough.count": ["rows[].ids.passed"],
      "rows[].passThrough.of": ["rows[].ids.reached"],
    },
  },
  heatMap: {
    lists: { total: ["rows[*].ids[*]"], "rows[].total": ["rows[].ids[*]"], "rows[].hours[]": ["rows[].ids[]"] },
  },
  offerAcceptance: {
    lists: {
      "acceptance.count": ["ids.accepted"],
      "acceptance.of": ["ids.accepted", "ids.declined", "ids.expired"],
    },
  },
  placements: { others: { "total.credited": credit, "rows[].credited": credit } },
  positionOutcomes: {
    lists: {
      ended,
      "rows[].ofEnded.of": ended,
      "won.count": ["rows[0].ids"],
      "won.of": ["rows[0].ids", "rows[1].ids", "rows[2].ids"],
    },
  },
  recruiters: {
    lists: Object.fromEntries(
      ["team", "rows[]"].flatMap((row) => [
        [`${row}.interviewsPerSubmission.count`, [`${row}.ids.interviews`]],
        [`${row}.interviewsPerSubmission.of`, [`${row}.ids.submissions`]],
        [`${row}.offersPerInterview.count`, [`${row}.ids.offers`]],
        [`${row}.offersPerInterview.of`, [`${row}.ids.interviews`]],
        [`${row}.submissionsPerPlacement.count`, [`${row}.ids.submissions`]],
      ]),
    ),
    others: Object.fromEntries(
      ["team", "rows[]"].flatMap((row) => [
        [`${row}.credited`, credit],
        [`${row}.submissionsPerPlacement.of`, credit],
      ]),
    ),
  },
  revenue: {
    others: Object.fromEntries(
      ["total[]", "periods[].sums[]", "recruiters[].sums[]"].flatMap((sum) =>
        ["recognised", "reversed", "refunded", "net"].map((name) => [`${sum}.${name}`, money]),
      ),
    ),
  },
  sendOuts: { lists: { "perPlacement.count": ["ids.submissions"], "perPlacement.of": ["ids.placed"] } },
  snapshot: {
    lists: { started: ["rows[*].ids"] },
    others: {
      live: "the rows of that phase together",
      won: "the rows of that phase together",
      ended: "the rows of that phase together",
    },
  },
  sources: {
    lists: { "rows[].placed.count": ["rows[].ids.placements"], "rows[].placed.of": ["rows[].ids.submissions"] },
  },
  stalled: { lists: { live: ["stages[*].ids.live"], stalled: ["stages[*].ids.stalled"] } },
  timeInStage: { others: { "rows[].visits": "visits of the subjects that `completed` lists, who may come back" } },
  timeToFill: {
    lists: {
      "millis.n": ["ids.filled"],
      "days.n": ["ids.filled"],
      "open.count": ["ids.open"],
      "open.ageMillis.n": ["ids.open"],
      ended: ["ids.lost", "ids.cancelled", "ids.closed"],
    },
  },
  timeToHire: {
    lists: {
      "millis.n": ["ids.accepted"],
      "days.n": ["ids.accepted"],
      "open.count": ["ids.open"],
      "open.ageMillis.n": ["ids.open"],
    },
  },
  timeToSubmit: {
    lists: {
      "millis.n": ["ids.submitted"],
      "days.n": ["ids.submitted"],
      "open.count": ["ids.open"],
      "open.ageMillis.n": ["ids.open"],
    },
  },
  trend: { lists: { "points[].value": ["points[].ids"] } },
}

/** Numbers of any report that are no counts, by the end of their place. */
const quantities = /(Millis|\.rate|\.amount|\.median|\.p75|\.p90|\.mean|Millis\.(earlier|now|change)|\.test\.\w+)$/

const isRecord = (value: unknown): value is { readonly [key: string]: unknown } =>
  typeof value === "object" && value !== null && !Array.isArray(value)

/** Where a number is: the keys on the way to it. */
type Way = ReadonlyArray<string | number>

const spelled = (way: Way): string =>
  way.map((key, index) => (typeof key === "number" ? "[]" : index === 0 ? key : `.${key}`)).join("")

/** The ids in the lists at a place, seen from a number: `[]` is the row that the number is in. */
const listed = (answer: unknown, place: string, way: Way): ReadonlyArray<string> | null => {
  const rows = way.filter((key) => typeof key === "number")
  let here: ReadonlyArray<unknown> = [answer]
  let row = 0
  for (const [part] of place.matchAll(/\w+|\[\w*\]|\[\*\]/g)) {
    const index = part === "[]" ? rows[row++] : part.startsWith("[") ? part.slice(1, -1) : part
    here = here.flatMap((one): ReadonlyArray<unknown> => {
      if (Array.isArray(one)) return index === "*" ? one : [one[Number(index)]]
      return isRecord(one) ? [one[String(index)]] : []
    })
  }
  return here.every((list) => Array.isArray(list)) ? here.flat().map(String) : null
}

/** The list that is nearest to a number: under its name, or the only one there is. */
const nearest = (answer: unknown, way: Way): ReadonlyArray<string> | null => {
  const name = way.at(-1)
  for (let length = way.length - 1; length >= 0; length--) {
    let around = answer
    for (const key of way.slice(0, length))
      around = isRecord(around) || Array.isArray(around) ? Reflect.get(around, key) : null
    const ids = isRecord(around) ? around.ids : undefined
    if (name === "count" && Array.isArray(ids)) return ids
    if (isRecord(ids) && typeof name === "string" && Array.isArray(ids[name])) return ids[name]
  }
  return null
}

/** Every number of a result but those of its policy and its slices, with where it is. */
function* numbers(value: unknown, way: Way = []): Generator<{ readonly way: Way; readonly value: number }> {
  if (typeof value === "number") yield { way, value }
  else if (Array.isArray(value)) for (const [index, one] of value.entries()) yield* numbers(one, [...way, index])
  else if (isRecord(value))
    for (const [key, one] of Object.entries(value))
      if (key !== "policy" && key !== "slices" && key !== "measure") yield* numbers(one, [...way, key])
}

/** What is wrong with the lists behind a result's numbers; `used` takes down which of the table's places were met. */
export const unlisted = (
  name: keyof typeof reports,
  answer: unknown,
  known: ReadonlySet<string>,
  used: Set<string>,
): ReadonlyArray<string> => {
  const { lists = {}, others = {} }: Behind = behind[name]
  const wrong: Array<string> = []
  for (const { value, way } of numbers(answer)) {
    const place = spelled(way)
    if (others[place] !== undefined) used.add(`${name} ${place}`)
    if (others[place] !== undefined || quantities.test(place)) continue
    const where = lists[place]
    if (where !== undefined) used.add(`${name} ${place}`)
    const parts = where === undefined ? [nearest(answer, way)] : where.map((list) => listed(answer, list, way))
    const ids = parts.flatMap((part) => part ?? [])
    if (parts.includes(null)) wrong.push(`${name}: nothing lists who is behind ${place}`)
    else if (ids.length !== value) wrong.push(`${name}: ${place} is ${value}, but lists ${ids.length}`)
    else if (ids.some((id) => !known.has(id))) wrong.push(`${name}: nobody has the ids behind ${place}`)
  }
  return wrong
}

/** Every place that the table speaks of. */
export const places: ReadonlyArray<string> = Object.entries(behind).flatMap(([name, { lists = {}, others = {} }]) =>
  [...Object.keys(lists), ...Object.keys(others)].map((place) => `${name} ${place}`),
)
