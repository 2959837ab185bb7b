import { reports } from "../../src/reports/Reports.js"

type Name = keyof typeof reports

const from = "2020-01-01T00:00:00Z"
const to = "2030-01-01T00:00:00Z"
const window = { from, to }

const other: { readonly [N in Name]?: object } = {
  bottlenecks: { ...window, pipeline: "submission" },
  flow: { ...window, pipeline: "submission" },
  forecast: {},
  funnel: { ...window, pipeline: "submission" },
  placements: { ...window, by: "client" },
  snapshot: { pipeline: "submission" },
  stalled: { pipeline: "submission" },
  timeInStage: { ...window, pipeline: "submission" },
  trend: { ...window, measure: { of: "started", pipeline: "submission" } },
}

/** A request that each report takes. */
export const requests: ReadonlyArray<readonly [name: string, request: object]> = (
  Object.keys(reports) as ReadonlyArray<Name>
).map((name) => [`reports.${name}`, other[name] ?? window])

/** What is wrong with any of them, and the field that says so. */
export const mistakes: ReadonlyArray<readonly [mistake: object, field: string]> = [
  [{ timeZone: "Mars/Olympus" }, "timeZone"],
  [{ weekStart: "moon" }, "weekStart"],
  [{ floor: -1 }, "floor"],
  [{ ids: "yes" }, "ids"],
  [{ asOf: "yesterday" }, "asOf"],
  [{ knowledge: "later" }, "knowledge"],
  [{ sliceBy: "shoe size" }, "sliceBy"],
  [{ where: { shoe: "42" } }, "where.shoe"],
  [{ where: { client: 7 } }, "where.client"],
  [{ shoe: 42 }, "shoe"],
]
