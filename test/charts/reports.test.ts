import { createMatchloop, IdSource } from "matchloop"
import {
  type Answer,
  csv,
  type Figure,
  figures,
  json,
  page,
  parseCsv,
  svg,
  table,
  text,
  vegaLite,
} from "matchloop/charts"
import { memory } from "matchloop/memory"
import { compile, type TopLevelSpec } from "vega-lite"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { importCandidates } from "../../examples/demo/candidates.js"
import { desk as deskFor, recruiters } from "../../examples/demo/desk.js"
import { sampleCandidates } from "../../examples/demo/orders.js"
import { year } from "../../examples/demo/year.js"
import { reports } from "../../src/reports/Reports.js"
import * as Xml from "./xml.js"

const period = { from: Date.UTC(2026, 0, 1), to: Date.UTC(2026, 3, 1) }
const window = { from: "2026-01-01", to: "2026-04-01" }
const requests: ReadonlyArray<object> = [
  window,
  { ...window, pipeline: "submission" },
  { ...window, by: "recruiter" },
  { ...window, period: "month" },
  { ...window, pipeline: "submission", period: "month" },
  { ...window, report: "activity", period: "month" },
  { ...window, measure: { of: "started", pipeline: "submission" } },
  { ...window, acts: [{ pipeline: "submission", kind: "submitted" }] },
  { pipeline: "submission" },
  {},
]

const { at, now } = deskFor(period.from, 7)
const crm = await createMatchloop({ storage: memory(), now, ids: IdSource.counting() })
const as = at(crm.workspace("agency")).as(recruiters[0])
const names = Object.keys(reports) as ReadonlyArray<keyof typeof reports>

/** The answer to the first request that the report takes, with what it said to the others. */
const asked = async (name: keyof typeof reports, more: object = {}): Promise<Answer> => {
  const said: Array<unknown> = []
  const ask = as.reports[name] as (request: object) => Promise<Answer>
  for (const request of requests) {
    try {
      return await ask({ ...request, ...more })
    } catch (cause) {
      said.push(cause)
    }
  }
  throw new AggregateError(said, `${name} takes none of the requests`)
}

beforeAll(async () => {
  const desk = at(crm.workspace("agency"))
  const { ids } = await desk.must(importCandidates(as, sampleCandidates))
  await year(desk, ids, period, () => {})
})
afterAll(() => crm.close())

const sound = (figure: Figure): void => {
  for (const width of [320, 900]) Xml.parse(svg(figure, { width }))
  expect(figure.title).not.toBe("")
  expect(text(figure)).not.toMatch(/undefined|NaN|\[object|Infinity/)
  compile(vegaLite(figure) as unknown as TopLevelSpec)
}

describe.each(names)("the report %s", (name) => {
  test("has figures, and a table that says what its columns are", async () => {
    const answer = await asked(name)
    const drawn = figures(answer)
    expect(drawn.length).toBeGreaterThan(0)
    for (const figure of drawn) sound(figure)

    const { columns, rows } = table(answer)
    expect(new Set(columns.map(({ key }) => key)).size).toBe(columns.length)
    const numeric = new Set(["count", "share", "money", "duration"])
    for (const row of rows) {
      expect(row).toHaveLength(columns.length)
      for (const [index, { type }] of columns.entries()) {
        const cell = row[index] ?? null
        if (cell !== null) expect(typeof cell).toBe(numeric.has(type) ? "number" : "string")
      }
    }
    expect(parseCsv(csv(table(answer))).rows).toHaveLength(rows.length + 1)
    expect(json(table(answer)).rows).toHaveLength(rows.length)
  })

  test("can be told in another language's numbers and the host's own names", async () => {
    const name_ = (key: string) => `„${key}“`
    const drawn = figures(await asked(name), { locale: "de-DE", name: name_ })
    for (const figure of drawn) sound(figure)
    Xml.parse(
      page("Report", [{ heading: name, figures: drawn }], { locale: "de-DE" })
        .replace("<!doctype html>\n", "")
        .trimEnd(),
    )
  })
})

test("slices follow the whole, each under its key", async () => {
  const answer = await asked("funnel", { sliceBy: "source" })
  const drawn = figures(answer)
  expect(drawn.length).toBe(1 + (answer.slices ?? []).length)
  expect(drawn.length).toBeGreaterThan(3)
  const { columns, rows } = table(answer)
  expect(columns[0]).toEqual({ key: "slice", title: "Slice", type: "text" })
  expect(new Set(rows.map(([key]) => key)).size).toBe(drawn.length)
})

test("a funnel says the report's numbers", async () => {
  const answer = await as.reports.funnel({ ...window, pipeline: "submission" })
  const [figure] = figures(answer)
  const said = figure === undefined ? "" : text(figure)
  for (const { reached } of answer.rows) expect(said).toContain(`reached ${reached},`)
  expect(said).toContain("Jan 1, 2026 to Mar 31, 2026")
})
