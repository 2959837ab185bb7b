import { type Bars, numberOf } from "../Figure.js"
import { barWriter, summed, totalOf } from "../Grid.js"
import * as Lettering from "../Lettering.js"
import type { Locale } from "../Locale.js"
import { type Drawing, line, type Shape, textureOf } from "../Scene.js"
import { seriesRole } from "../Theme.js"
import * as Legend from "./Legend.js"
import * as Plate from "./Plate.js"

const size = 12
const highest = 190

type Names = ReadonlyArray<ReadonlyArray<string>>

/** What stands under each bar; null where something would be cut. Where one name breaks, those that can break with it. */
const namesOf = (bars: Bars["bars"], room: number): Names | null => {
  const within = (most: number): Names | null => {
    const names = bars.map(({ label }) => Lettering.wrapped(label, size, most, 2))
    return names.some((lines) => lines.some((text) => text.endsWith("…"))) ? null : names
  }
  const names = within(room)
  const broken = (names ?? []).filter(({ length }) => length > 1).flat()
  if (broken.length === 0) return names
  return within(Math.max(...broken.map((text) => Lettering.width(text, size)))) ?? names
}

/** Standing bars; null where a label or a number would not fit under or over its bar. */
export const draw = (figure: Bars, width: number, locale: Locale): Drawing | null => {
  const { bars, series } = figure
  if (bars.length === 0) return null
  const write = barWriter(figure, locale)
  const stacked = summed(figure)
  const lanes = stacked ? 1 : Math.max(1, series.length)
  const slot = Math.min(width / bars.length, 44 * lanes + 100)
  const lane = Math.min(64, (slot * 0.78) / lanes)
  const numbers = bars.flatMap((bar) =>
    stacked ? [write(totalOf(figure, bar))] : series.map((_, at) => write(bar.values[at])),
  )
  const free = lanes === 1 ? slot - 4 : lane - 2
  if (numbers.some((text) => Lettering.width(text, size, stacked) > free)) return null
  const names = namesOf(bars, slot - 8)
  if (names === null) return null

  const sums = bars.flatMap(({ values }) => {
    const known = series.map((_, at) => numberOf(values[at]) ?? 0)
    const sum = (sign: number) => known.reduce((all, one) => all + (one * sign > 0 ? one : 0), 0)
    return stacked ? [sum(-1), sum(1)] : known
  })
  const [low, high] = [Math.min(0, ...sums), Math.max(0, ...sums)]
  if (low < 0) return null
  const tall = high > 0 ? highest : 24
  const per = high > 0 && Number.isFinite(high) ? tall / high : 0
  const legend = Legend.draw(series.length > 1 ? series : [], width)
  const base = legend.height + 18 + tall
  const shapes: Array<Shape> = []
  for (const [index, bar] of bars.entries()) {
    const { label, values } = bar
    const middle = slot * index + slot / 2
    const left = middle - (lane * lanes) / 2
    let top = base
    for (const [at, name] of series.entries()) {
      const number = numberOf(values[at])
      const height = (number ?? 0) * per
      const x = stacked ? left : left + at * lane
      if (!stacked) top = base
      const text = write(values[at])
      top -= height
      const wide = lane - (lanes > 1 ? 2 : 0)
      if (number !== null && number > 0) {
        const title = series.length > 1 ? `${label}, ${name}: ${text}` : `${label}: ${text}`
        shapes.push({
          shape: "rect",
          x,
          y: top,
          width: wide,
          height: Math.max(0, height - (stacked ? 1 : 0)),
          fill: seriesRole(at),
          texture: textureOf(at),
          title,
        })
      }
      const role = number === null ? "soft" : "ink"
      if (!stacked) shapes.push({ shape: "text", x: x + wide / 2, y: top - 5, text, size, role, anchor: "middle" })
      else if (height > 18 && Plate.room(text) <= wide) {
        shapes.push(...Plate.draw(text, middle, top + height / 2, at))
      }
    }
    if (stacked)
      shapes.push({
        shape: "text",
        x: middle,
        y: top - 5,
        text: write(totalOf(figure, bar)),
        size,
        role: "ink",
        anchor: "middle",
        bold: true,
      })
    for (const [row, text] of (names[index] ?? []).entries()) {
      shapes.push({ shape: "text", x: middle, y: base + 17 + row * 15, text, size, role: "ink", anchor: "middle" })
    }
  }
  const rows = Math.max(1, ...names.map(({ length }) => length))
  shapes.push(line([0, base], [slot * bars.length, base], "soft"))
  return { height: base + 6 + rows * 15, shapes: [...legend.shapes, ...shapes] }
}
