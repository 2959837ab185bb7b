import { type Bar, type Bars, numberOf } from "../Figure.js"
import { barWriter, summed, totalOf } from "../Grid.js"
import * as Lettering from "../Lettering.js"
import type { Locale } from "../Locale.js"
import { type Drawing, line, moved, type Shape, textureOf } from "../Scene.js"
import { seriesRole } from "../Theme.js"
import * as Labels from "./Labels.js"
import * as Legend from "./Legend.js"
import * as Plate from "./Plate.js"

const size = 12.5

/** Where amounts lie: a zero baseline with room for the numbers at both ends. */
interface Axis {
  readonly zero: number
  readonly per: number
}

const axisOf = (lows: number, highs: number, from: number, to: number, ends: number): Axis => {
  const left = from + (lows < 0 ? ends : 0)
  const right = Math.max(left + 10, to - ends)
  const range = highs - lows
  const per = range > 0 && Number.isFinite(range) ? (right - left) / range : 0
  return { zero: left - Math.min(0, lows) * per, per }
}

/** Lying bars, one row of labels and numbers each. */
export const draw = (figure: Bars, width: number, locale: Locale): Drawing => {
  const { bars, series } = figure
  const legend = Legend.draw(series.length > 1 ? series : [], width)
  const labels = Labels.place(
    bars.map(({ label }) => label),
    width,
  )
  const write = barWriter(figure, locale)
  const stacked = summed(figure)
  const thick = series.length === 1 || stacked ? 20 : 16
  const lanes = stacked ? 1 : Math.max(1, series.length)
  const said = bars.flatMap((bar) =>
    stacked ? [write(totalOf(figure, bar))] : series.map((_, at) => write(bar.values[at])),
  )
  const ends = Math.max(0, ...said.map((text) => Lettering.width(text, size, stacked))) + 8
  const parts = bars.flatMap(({ values }) => {
    const numbers = series.map((_, at) => numberOf(values[at]) ?? 0)
    const sum = (sign: number) => numbers.reduce((all, one) => all + (one * sign > 0 ? one : 0), 0)
    return stacked ? [sum(-1), sum(1)] : numbers
  })
  const axis = axisOf(Math.min(0, ...parts), Math.max(0, ...parts), labels.width, width, ends)

  const lone = (
    value: Bars["bars"][number]["values"][number] | undefined,
    at: number,
    top: number,
    name: string,
  ): ReadonlyArray<Shape> => {
    const number = numberOf(value)
    const length = (number ?? 0) * axis.per
    const text = write(value)
    const negative = length < 0
    return [
      ...(number === null
        ? []
        : [
            {
              shape: "rect" as const,
              x: axis.zero + Math.min(0, length),
              y: top,
              width: Math.abs(length),
              height: thick,
              fill: seriesRole(at),
              texture: textureOf(at),
              title: `${name}: ${text}`,
            },
          ]),
      {
        shape: "text",
        x: axis.zero + length + (negative ? -6 : 6),
        y: top + thick / 2 + 4.5,
        text,
        size,
        role: number === null ? "soft" : "ink",
        ...(negative ? { anchor: "end" as const } : {}),
      },
    ]
  }

  const stack = (bar: Bar, top: number): ReadonlyArray<Shape> => {
    const { label, values } = bar
    const shapes: Array<Shape> = []
    const letters: Array<Shape> = []
    let [left, right] = [axis.zero, axis.zero]
    for (const [at, name] of series.entries()) {
      const length = (numberOf(values[at]) ?? 0) * axis.per
      if (length === 0) continue
      const x = length < 0 ? left + length : right
      if (length < 0) left += length
      else right += length
      const text = write(values[at])
      const wide = Math.max(0, Math.abs(length) - 1)
      shapes.push({
        shape: "rect",
        x,
        y: top,
        width: wide,
        height: thick,
        fill: seriesRole(at),
        texture: textureOf(at),
        title: `${label}, ${name}: ${text}`,
      })
      if (Plate.room(text) <= wide) {
        letters.push(...Plate.draw(text, x + wide / 2, top + thick / 2, at))
      }
    }
    const total = totalOf(figure, bar)
    const text = write(total)
    return [
      ...shapes,
      ...letters,
      {
        shape: "text",
        x: right + 6,
        y: top + thick / 2 + 4.5,
        text,
        size,
        role: total === null ? "soft" : "ink",
        bold: true,
      },
    ]
  }

  const shapes: Array<Shape> = []
  let y = legend.height
  const gap = lanes > 1 || labels.above > 0 ? 12 : 7
  for (const [index, bar] of bars.entries()) {
    const top = y + labels.above
    const height = lanes * thick + (lanes - 1) * 2
    shapes.push(...labels.draw(index, y, top + height / 2))
    if (stacked) shapes.push(...stack(bar, top))
    else {
      for (const [at, name] of series.entries()) {
        shapes.push(
          ...lone(bar.values[at], at, top + at * (thick + 2), series.length > 1 ? `${bar.label}, ${name}` : bar.label),
        )
      }
    }
    const reach = labels.above > 0 ? 3 : gap / 2
    shapes.push(line([axis.zero, top - reach], [axis.zero, top + height + reach], "soft"))
    y = top + height + gap
  }
  return { height: Math.max(legend.height, y - gap + 3), shapes: [...moved(legend.shapes, 0), ...shapes] }
}
