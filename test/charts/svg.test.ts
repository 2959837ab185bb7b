import fc from "fast-check"
import { type Figure, svg, text } from "matchloop/charts"
import { describe, expect, test } from "vitest"
import * as Lettering from "../../src/charts/Lettering.js"
import { draw as drawHeatMap } from "../../src/charts/draw/HeatMap.js"
import { contrast, dark, light, type Palette, type Role } from "../../src/charts/Theme.js"
import { all, names } from "./samples.js"
import * as Xml from "./xml.js"

const widths = [320, 375, 480, 521, 720, 1024, 1600]
const numbersIn = (words: string): ReadonlyArray<string> => words.match(/\d+(?:[.,’']\d+)*/g) ?? []

interface Box {
  readonly said: string
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** Where the letters of a drawing lie, as wide as any font may make them. */
const boxes = (root: Xml.Element): ReadonlyArray<Box> =>
  Xml.find(root, "g").flatMap((group) => {
    const [, dx = 0, dy = 0] =
      /translate\((\S+) (\S+)\)/.exec(group.attributes.get("transform") ?? "")?.map(Number) ?? []
    return Xml.find(group, "text").map((one): Box => {
      const number = (name: string) => Number(one.attributes.get(name))
      const [x, y, size] = [number("x") + dx, number("y") + dy, number("font-size")]
      const wide = Lettering.width(Xml.text(one), size, one.attributes.has("font-weight")) / 1.12
      if (one.attributes.has("transform"))
        return { said: Xml.text(one), left: x - size, right: x, top: y - wide, bottom: y }
      const anchor = one.attributes.get("text-anchor")
      const left = x - (anchor === "middle" ? wide / 2 : anchor === "end" ? wide : 0)
      return { said: Xml.text(one), left, right: left + wide, top: y - size * 0.75, bottom: y + size * 0.2 }
    })
  })

describe("an SVG", () => {
  test.each(all)("of %s is well formed, says who it is, and holds nothing that runs or loads", (_, figure) => {
    for (const theme of ["auto", "light", "dark"] as const) {
      const root = Xml.parse(svg(figure, { theme, width: 500 }))
      const id = root.attributes.get("id")
      expect(root.name).toBe("svg")
      expect(root.attributes.get("role")).toBe("img")
      expect(root.attributes.get("aria-labelledby")).toBe(`${id}-title`)
      const [title, desc] = [root.children[0], root.children[1]]
      expect(title).toMatchObject({ name: "title" })
      expect(desc).toMatchObject({ name: "desc", children: [text(figure)] })
      for (const name of ["script", "image", "use", "a", "foreignObject"]) expect(Xml.find(root, name)).toEqual([])
      expect(Xml.find(root, "style")).toHaveLength(theme === "auto" ? 1 : 0)
      expect(svg(figure, { theme })).not.toMatch(/ on[a-z]+=|href|url\((?!#)/)
    }
  })

  test.each(all)("of %s keeps its letters inside and apart, at any width", (_, figure) => {
    for (const width of widths) {
      const root = Xml.parse(svg(figure, { width, locale: width === 720 ? "de-CH" : "en" }))
      const height = Number(root.attributes.get("height"))
      expect(root.attributes.get("viewBox")).toBe(`0 0 ${width} ${height}`)
      const lettered = boxes(root)
      expect(lettered.filter((one) => one.left < 0 || one.right > width || one.top < 0 || one.bottom > height)).toEqual(
        [],
      )
      const touching = lettered.flatMap((one, index) =>
        lettered
          .slice(index + 1)
          .filter((two) => Math.min(one.right, two.right) - Math.max(one.left, two.left) > 1)
          .filter((two) => Math.min(one.bottom, two.bottom) - Math.max(one.top, two.top) > 1)
          .map((two) => [one.said, two.said]),
      )
      expect(touching).toEqual([])
    }
  })

  test.each(all)("of %s shows no number that its description leaves out", (_, figure) => {
    for (const width of [320, 900]) {
      const root = Xml.parse(svg(figure, { width }))
      const said = new Set(numbersIn(text(figure)))
      const shown = Xml.find(root, "text").filter(
        (one) => !one.attributes.has("data-scale") && !Xml.text(one).endsWith("…"),
      )
      expect(shown.flatMap((one) => numbersIn(Xml.text(one))).filter((number) => !said.has(number))).toEqual([])
    }
  })

  test("is the same for the same input, and another where the words, the width or the theme is", () => {
    const [[, figure] = ["", undefined]] = all
    if (figure === undefined) throw new Error("no sample")
    expect(svg(figure)).toBe(svg(structuredClone(figure)))
    const ids = [{}, { width: 400 }, { theme: "dark" as const }, { locale: "de" }].map((options) =>
      svg(figure, options),
    )
    const idOf = (drawn: string) => /id="(\w+)"/.exec(drawn)?.[1]
    expect(new Set(ids.map(idOf)).size).toBe(4)
  })

  test("carries any text as text", () => {
    const any = fc.oneof(fc.string({ unit: "binary" }), fc.constantFrom(...names, "\ud800", "\u0000<&\"'>"))
    const property = fc.property(any, any, (label, series) => {
      const figure: Figure = {
        figure: "bars",
        layout: "grouped",
        direction: "horizontal",
        unit: "count",
        title: label,
        subtitle: series,
        series: [series, "other"],
        bars: [{ label, values: [1, 2] }],
      }
      const root = Xml.parse(svg(figure, { width: 400 }))
      expect(Xml.find(root, "script")).toEqual([])
      const elements = new Set([
        "svg",
        "title",
        "desc",
        "style",
        "defs",
        "pattern",
        "path",
        "rect",
        "g",
        "text",
        "tspan",
      ])
      const walk = (one: Xml.Element): ReadonlyArray<string> => [
        one.name,
        ...one.children.flatMap((child) => (typeof child === "string" ? [] : walk(child))),
      ]
      expect(walk(root).filter((name) => !elements.has(name))).toEqual([])
    })
    fc.assert(property, { numRuns: 300 })
  })

  test("cuts a long label and keeps the whole of it as its title", () => {
    const label = "Sent to the account manager for approval before the client sees anything at all of it"
    const figure: Figure = { figure: "funnel", title: "Long", steps: [{ label, value: 3, share: null, onward: null }] }
    const [cut] = Xml.find(Xml.parse(svg(figure, { width: 320 })), "text").filter((one) => Xml.text(one).endsWith("…"))
    expect(cut === undefined ? "" : Xml.find(cut, "title").map(Xml.text)).toEqual([label])
  })

  test("tells a withheld rate by its counts and what is unknown by a dash, never as nothing", () => {
    const rate = { count: 3, of: 4, rate: null, withheld: "few" } as const
    const figure: Figure = {
      figure: "bars",
      layout: "grouped",
      direction: "horizontal",
      unit: "share",
      title: "Rates",
      series: ["rate"],
      bars: [
        { label: "few", values: [rate] },
        { label: "unknown", values: [null] },
        { label: "hardly", values: [0.001] },
        { label: "nearly", values: [0.999] },
      ],
    }
    const shown = Xml.find(Xml.parse(svg(figure)), "text").map(Xml.text)
    expect(shown).toEqual(["Rates", "few", "n=3 of 4", "unknown", "–", "hardly", "0.1%", "nearly", "99%"])
  })

  test("breaks a line where a value is missing", () => {
    const figure: Figure = {
      figure: "lines",
      unit: "count",
      period: "month",
      title: "Gap",
      starts: ["2026-01-01", "2026-02-01", "2026-03-01", "2026-04-01", "2026-05-01"],
      lines: [{ name: "a", values: [1, 2, null, 4, 5] }],
    }
    const [line = ""] = Xml.find(Xml.parse(svg(figure)), "path")
      .filter((one) => one.attributes.get("stroke-width") === "2.25")
      .map((one) => one.attributes.get("d") ?? "")
    expect(line.match(/M/g)).toHaveLength(2)
    expect(line.match(/L/g)).toHaveLength(2)
  })

  test.each(["horizontal", "vertical"] as const)("tells %s bars apart without their colours", (direction) => {
    const series = ["a", "b", "c", "d", "e", "f"]
    for (const layout of ["grouped", "stacked"] as const) {
      const figure: Figure = {
        figure: "bars",
        layout,
        direction,
        unit: "count",
        title: "Six",
        series,
        bars: [{ label: "row", values: series.map((_, index) => 10 + index) }],
      }
      const root = Xml.parse(svg(figure, { width: 900 }))
      const strokes = Xml.find(root, "pattern").map((one) => Xml.find(one, "path")[0]?.attributes.get("d"))
      // The first is plain, the others are hatched, each in its own way.
      expect(new Set(strokes).size).toBe(series.length - 1)
      const used = Xml.find(root, "rect").flatMap(
        (one) => /^url\(#(.+)\)$/.exec(one.attributes.get("fill") ?? "") ?? [],
      )
      const times = new Map<string, number>()
      for (const name of used) times.set(name, (times.get(name) ?? 0) + 1)
      const patterns = Xml.find(root, "pattern").map((one) => one.attributes.get("id") ?? "")
      // Once in the legend, once on the bar.
      expect(patterns.map((name) => times.get(name))).toEqual(patterns.map(() => 2))
    }
  })

  test("tells lines apart without their colours", () => {
    const names = ["a", "b", "c", "d", "e", "f"]
    const figure: Figure = {
      figure: "lines",
      unit: "count",
      period: "month",
      title: "Six",
      starts: ["2026-01-01", "2026-02-01"],
      lines: names.map((name, index) => ({ name, values: [index, 10 - index] })),
    }
    const dashes = Xml.find(Xml.parse(svg(figure, { width: 900 })), "path")
      .filter((one) => one.attributes.get("stroke-width") === "2.25" && /L/.test(one.attributes.get("d") ?? ""))
      .map((one) => one.attributes.get("stroke-dasharray") ?? "none")
    expect(new Set(dashes).size).toBe(names.length)
  })

  test("writes the number into each cell of a heat map, so that no shade has to be read", () => {
    const figure: Figure = {
      figure: "heatMap",
      unit: "count",
      title: "Grid",
      columns: ["x", "y"],
      rows: [
        { label: "a", values: [1, 22] },
        { label: "b", values: [333, 0] },
      ],
    }
    const said = Xml.find(Xml.parse(svg(figure, { width: 900 })), "text").map(Xml.text)
    expect(said).toEqual(expect.arrayContaining(["1", "22", "333"]))
  })

  test("shades of a heat map grow with the number: nothing is the paper, the least the shade next to it", () => {
    const cells = [0, 1, 20, 40, 60, 80, 99]
    const { shapes } = drawHeatMap(
      {
        figure: "heatMap",
        unit: "count",
        title: "Row",
        columns: cells.map(String),
        rows: [{ label: "a", values: cells }],
      },
      900,
      "en",
    )
    const fills = shapes.flatMap((one) => (one.shape === "rect" ? [one.fill] : []))
    for (const palette of [light, dark]) {
      const heavier = fills.map((fill) => contrast(palette[fill], palette.paper))
      expect(heavier).toEqual(heavier.toSorted((a, b) => a - b))
      expect(new Set(heavier).size).toBe(cells.length)
    }
  })

  test("clamps its width, and refuses a locale that is none", () => {
    const [, figure] = all[0] ?? []
    if (figure === undefined) throw new Error("no sample")
    const widthOf = (width: number) => Xml.parse(svg(figure, { width })).attributes.get("width")
    expect([1, 320, 5000, Number.NaN].map(widthOf)).toEqual(["320", "320", "1600", "720"])
    expect(() => svg(figure, { locale: "no such locale" })).toThrow(RangeError)
  })
})

describe.each([
  ["light", light],
  ["dark", dark],
] as ReadonlyArray<readonly [string, Palette]>)("the %s theme", (_, palette) => {
  test("writes every letter at a contrast of at least 4.5", () => {
    const six = [0, 1, 2, 3, 4, 5] as const
    const pairs: ReadonlyArray<readonly [Role, Role]> = [
      ["ink", "paper"],
      ["soft", "paper"],
      ["soft", "track"],
      ...six.map((at) => [`onHeat${at}`, `heat${at}`] as const),
      ...six.map((at) => [`onSeries${at}`, `series${at}`] as const),
    ]
    const low = pairs.filter(([letters, ground]) => contrast(palette[letters], palette[ground]) < 4.5)
    expect(low).toEqual([])
  })
})
