import { type Figure, text } from "matchloop/charts"
import { expect, test } from "vitest"
import { samples } from "../../scripts/samples.js"

test("a funnel in words", () => {
  expect(samples.small === undefined ? "" : text(samples.small)).toBe(
    [
      "Too few to say",
      "shortlisted: reached 4, of all n=4 of 4, go on n=3 of 4",
      "submitted: reached 3, of all n=3 of 4, go on n=2 of 3",
      "placed: reached 2, of all n=2 of 4, go on –",
    ].join("\n"),
  )
})

const bars = (unit: "duration" | { readonly currency: string }, ...values: ReadonlyArray<number | null>): Figure => ({
  figure: "bars",
  layout: "stacked",
  direction: "vertical",
  unit,
  title: "Bars",
  series: values.map((_, index) => `s${index}`),
  bars: [{ label: "row", values }],
})

test("stacks name their sum, in the words of a locale", () => {
  expect(text(bars({ currency: "CHF" }, 1_234_500_000, null), { locale: "de-CH" })).toBe(
    "Bars\nrow: s0 CHF 12.35 Mio., s1 –, all CHF 12.35 Mio.".replaceAll(/CHF |12\.35 /g, (part) =>
      part.replace(" ", "\u00a0"),
    ),
  )
  expect(text(bars({ currency: "JPY" }, 1500, 20))).toBe("Bars\nrow: s0 ¥1,500, s1 ¥20, all ¥1,520")
})

test.each([
  [86_400_000, "24 hr"],
  [3 * 86_400_000, "3 days"],
  [3 * 3_600_000, "3 hr"],
  [150_000, "2.5 min"],
  [0, "0 days"],
])("%i milliseconds read as %s", (millis, words) => {
  expect(text(bars("duration", millis))).toBe(`Bars\nrow: ${words}`)
})

test("names that run from right to left keep their numbers beside them", () => {
  const figure: Figure = {
    figure: "sankey",
    title: "Flow",
    nodes: [
      { id: "a", label: "שלום", column: 0, phase: "live" },
      { id: "b", label: "b\u202e\u2066", column: 1, phase: "won" },
    ],
    links: [{ from: "a", to: "b", value: 3 }],
  }
  expect(text(figure)).toBe("Flow\n\u2068שלום\u2069: 3\nb: 3\n\u2068שלום → b\u2069: 3")
})

test("weeks go by their ISO number where they begin on a Monday", () => {
  const starts = ["2025-12-29", "2026-01-05", "2026-01-04"]
  const figure: Figure = {
    figure: "lines",
    unit: "count",
    period: "week",
    title: "Weeks",
    starts,
    lines: [{ name: "n", values: [1, 2, 3] }],
  }
  expect(text(figure)).toBe("Weeks\n2026-W01: 1\n2026-W02: 2\nJan 4, 2026: 3")
})
