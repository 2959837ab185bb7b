import { vegaLite } from "matchloop/charts"
import * as vega from "vega"
import { compile, type TopLevelSpec } from "vega-lite"
import { expect, test } from "vitest"
import { all } from "./samples.js"

/** Collects what a library complains of. */
const listening = () => {
  const heard: Array<string> = []
  const hear = (...words: ReadonlyArray<unknown>) => {
    heard.push(words.join(" "))
    return logger
  }
  const quiet = () => logger
  // Called without a level it is asked for one.
  const level = () => logger
  const logger = { warn: hear, error: hear, info: quiet, debug: quiet, level } as unknown as vega.LoggerInterface
  return { heard, logger }
}

test.each(all)("%s compiles without a warning and renders", async (_, figure) => {
  const spec = vegaLite(figure)
  expect(JSON.parse(JSON.stringify(spec))).toEqual(spec)
  const { heard, logger } = listening()
  const compiled = compile(spec as unknown as TopLevelSpec, { logger })
  expect(heard).toEqual([])
  const view = new vega.View(vega.parse(compiled.spec), { renderer: "none", logger })
  expect(await view.toSVG()).toContain("<svg")
  // Scales of nothing have no extent, and Vega says so.
  expect(heard.filter((words) => !words.startsWith("Infinite extent"))).toEqual([])
})

test("numbers are in major units, and a gap stays a gap", () => {
  const spec = vegaLite({
    figure: "lines",
    unit: { currency: "EUR" },
    period: "month",
    title: "Fees",
    starts: ["2026-01-01", "2026-02-01"],
    lines: [{ name: "fees", values: [123_456, null] }],
  })
  expect(spec).toMatchObject({
    description: "Fees\nJan 2026: €1,235\nFeb 2026: –",
    data: {
      values: [
        { value: 1234.56, said: "€1,235" },
        { value: null, said: "–" },
      ],
    },
  })
})
