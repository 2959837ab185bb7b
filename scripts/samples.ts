import type { Figure } from "../src/charts.js"
import * as Rate from "../src/reports/Rate.js"

const kinds = ["shortlisted", "submitted internally", "submitted", "interviewing", "offered", "accepted", "placed"]
const reached = [412, 371, 318, 164, 61, 47, 44]

const funnel: Figure = {
  figure: "funnel",
  title: "One submission in nine ends in a placement",
  subtitle: "Submissions that started in 2026, each counted once at the furthest it got. 37 still run.",
  note: "Cohort: started in the window. Skipped kinds are credited. A rate needs at least 5 cases.",
  steps: kinds.map((label, index) => {
    const [value = 0, next] = [reached[index], reached[index + 1]]
    return { label, value, share: Rate.of(value, 412), onward: next === undefined ? null : Rate.of(next, value) }
  }),
}

const small: Figure = {
  figure: "funnel",
  title: "Too few to say",
  steps: ["shortlisted", "submitted", "placed"].map((label, index) => ({
    label,
    value: 4 - index,
    share: Rate.of(4 - index, 4),
    onward: index === 2 ? null : Rate.of(3 - index, 4 - index),
  })),
}

const snapshot: Figure = {
  figure: "bars",
  layout: "grouped",
  direction: "horizontal",
  unit: "count",
  title: "Where submissions stand",
  subtitle: "On 31 December 2026, at each stage.",
  series: ["submissions"],
  bars: [
    ["Shortlisted", 48],
    ["Sent to the account manager for approval before the client sees anything", 12],
    ["With the client", 31],
    ["First interview", 9],
    ["Offered", 3],
    ["Accepted", 0],
  ].map(([label, value]) => ({ label: String(label), values: [Number(value)] })),
}

const hours = 3_600_000
const times: Figure = {
  figure: "bars",
  layout: "grouped",
  direction: "horizontal",
  unit: "duration",
  title: "Clients take a week to answer",
  subtitle: "Time that submissions spend at each stage, of those that left it in 2026.",
  series: ["median", "9 of 10 are through by"],
  bars: [
    { label: "shortlisted", values: [30 * hours, 96 * hours] },
    { label: "submitted", values: [168 * hours, 410 * hours] },
    { label: "interviewing", values: [210 * hours, 505 * hours] },
    { label: "offered", values: [75 * hours, null] },
  ],
}

const sources: Figure = {
  figure: "bars",
  layout: "stacked",
  direction: "horizontal",
  unit: "count",
  title: "Referrals place best",
  subtitle: "Candidates by source and how far they got.",
  series: ["placed", "interviewed", "submitted", "not submitted"],
  bars: [
    { label: "referral", values: [18, 24, 31, 20] },
    { label: "linkedin", values: [14, 52, 77, 140] },
    { label: "job board", values: [6, 30, 40, 190] },
    { label: "מועמדים שהגיעו מהאתר", values: [2, 4, 9, 12] },
    { label: "<script>alert('x')</script>", values: [0, 1, 0, 2] },
  ],
}

const revenue: Figure = {
  figure: "bars",
  layout: "grouped",
  direction: "vertical",
  unit: { currency: "EUR" },
  title: "Fees by quarter",
  subtitle: "Recognised at the start of work, euros.",
  series: ["fees"],
  bars: ["2026 Q1", "2026 Q2", "2026 Q3", "2026 Q4"].map((label, index) => ({
    label,
    values: [[31_250_000, 48_900_000, 27_400_000, 61_080_000][index] ?? null],
  })),
}

const activity: Figure = {
  figure: "bars",
  layout: "stacked",
  direction: "vertical",
  unit: "count",
  title: "More interviews from the same submissions",
  subtitle: "Events in each month.",
  series: ["submissions", "interviews", "offers"],
  bars: ["Jan", "Feb", "Mar", "Apr", "May", "Jun"].map((label, index) => ({
    label,
    values: [40 + ((index * 7) % 11), 14 + index * 4, (index * 3) % 7],
  })),
}

const change: Figure = {
  figure: "bars",
  layout: "grouped",
  direction: "horizontal",
  unit: "count",
  title: "Change against the quarter before",
  series: ["change"],
  bars: [
    { label: "submissions", values: [12] },
    { label: "interviews", values: [-7] },
    { label: "offers", values: [0] },
    { label: "placements", values: [null] },
  ],
}

const rates: Figure = {
  figure: "bars",
  layout: "grouped",
  direction: "horizontal",
  unit: "share",
  title: "Offer acceptance by client",
  note: "Accepted of those resolved. Rescinded offers apart. A rate needs at least 5 cases.",
  series: ["acceptance"],
  bars: [
    { label: "Acme", values: [Rate.of(17, 19)] },
    { label: "Globex", values: [Rate.of(9, 14)] },
    { label: "Initech", values: [Rate.of(3, 4)] },
    { label: "Umbrella", values: [Rate.of(0, 0)] },
    { label: "Hooli", values: [Rate.of(0, 8)] },
  ],
}

const starts = Array.from({ length: 12 }, (_, month) => `2026-${String(month + 1).padStart(2, "0")}-01`)
const trend: Figure = {
  figure: "lines",
  unit: "count",
  period: "month",
  title: "Submissions recover after the summer",
  subtitle: "Events in each month of 2026.",
  starts,
  lines: [
    { name: "submissions", values: [31, 36, 44, 41, 39, 28, 17, 15, 33, 42, 47, 38] },
    { name: "interviews", values: [12, 14, 19, 22, 18, 12, 9, 5, 11, 19, 24, 21] },
    { name: "placements", values: [2, 1, 4, 3, 5, 2, null, null, 3, 4, 4, 6] },
  ],
}

const trendOfRate: Figure = {
  figure: "lines",
  unit: "share",
  period: "month",
  title: "Submittal to interview",
  starts,
  lines: [
    {
      name: "share interviewed",
      values: [
        [12, 31],
        [14, 36],
        [19, 44],
        [2, 3],
        [18, 39],
        [12, 28],
        [1, 4],
        [0, 0],
        [11, 33],
        [19, 42],
        [24, 47],
        [21, 38],
      ].map(([count = 0, of = 0]) => Rate.of(count, of)),
    },
  ],
}

const heat: Figure = {
  figure: "heatMap",
  unit: "count",
  title: "Clients answer on Tuesday mornings",
  subtitle: "Client responses by weekday and hour, the agency's time zone.",
  columns: Array.from({ length: 12 }, (_, hour) => `${hour + 7}:00`),
  rows: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"].map((label, day) => ({
    label,
    values: Array.from({ length: 12 }, (_, hour) =>
      day > 4 ? (hour === 5 ? 1 : 0) : Math.max(0, Math.round(30 - Math.abs(hour - 3) * 5 - Math.abs(day - 1) * 6)),
    ),
  })),
}

const flow: Figure = {
  figure: "sankey",
  title: "Most submissions are lost with the client",
  subtitle: "Submissions that started in 2026: through the kinds to their ends.",
  nodes: [
    { id: "shortlisted", label: "shortlisted", column: 0, phase: "live" },
    { id: "submitted", label: "submitted", column: 1, phase: "live" },
    { id: "interviewing", label: "interviewing", column: 2, phase: "live" },
    { id: "offered", label: "offered", column: 3, phase: "live" },
    { id: "placed", label: "placed", column: 4, phase: "won" },
    { id: "declined", label: "declined", column: 4, phase: "ended" },
    { id: "rejected", label: "rejected", column: 4, phase: "ended" },
    { id: "withdrawn", label: "withdrawn", column: 4, phase: "ended" },
    { id: "closedOut", label: "closed out", column: 4, phase: "ended" },
  ],
  links: [
    { from: "shortlisted", to: "submitted", value: 318 },
    { from: "shortlisted", to: "withdrawn", value: 60 },
    { from: "shortlisted", to: "closedOut", value: 34 },
    { from: "submitted", to: "interviewing", value: 164 },
    { from: "submitted", to: "rejected", value: 131 },
    { from: "submitted", to: "closedOut", value: 23 },
    { from: "interviewing", to: "offered", value: 61 },
    { from: "interviewing", to: "rejected", value: 82 },
    { from: "interviewing", to: "withdrawn", value: 21 },
    { from: "offered", to: "placed", value: 44 },
    { from: "offered", to: "declined", value: 17 },
  ],
}

/** One figure of each sort, with the cases that are hard to draw. */
export const samples: { readonly [name: string]: Figure } = {
  funnel,
  small,
  snapshot,
  times,
  sources,
  revenue,
  activity,
  change,
  rates,
  trend,
  trendOfRate,
  heat,
  flow,
}
