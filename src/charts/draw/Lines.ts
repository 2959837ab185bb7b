import { type Lines, numberOf, type Value } from "../Figure.js"
import { writer } from "../Grid.js"
import * as Lettering from "../Lettering.js"
import { durationStep, type Locale, minorPerMajor, periodOf } from "../Locale.js"
import { type Drawing, line, type Shape } from "../Scene.js"
import * as Ends from "./Ends.js"
import * as Ticks from "./Ticks.js"
import * as Trace from "./Trace.js"

const size = 12
const tall = 230

const ticksOf = ({ unit, lines }: Lines): ReadonlyArray<number> => {
  const values = lines.flatMap((one) => one.values)
  const known = values.flatMap((value) => numberOf(value) ?? [])
  const round =
    unit === "duration" ? durationStep(values)[1] : typeof unit === "object" ? minorPerMajor(unit.currency) : 1
  const ticks = Ticks.of(Math.min(0, ...known), Math.max(0, ...known), round)
  const whole = unit === "count" && known.every(Number.isInteger)
  return whole ? ticks.filter(Number.isInteger) : ticks
}

const lastOf = (values: ReadonlyArray<Value>): number => values.findLastIndex((value) => numberOf(value) !== null)

/** The periods under the plot: as many as have room, the last one always. */
const periods = (names: ReadonlyArray<string>, x: (index: number) => number, y: number, width: number) => {
  const step = names.length > 1 ? x(1) - x(0) : width
  const widest = Math.max(1, ...names.map((name) => Lettering.width(name, size))) + 14
  const every = Math.max(1, Math.ceil(widest / Math.max(0.01, step)))
  let free = width
  const shapes: Array<Shape> = []
  for (let index = names.length - 1; index >= 0; index -= every) {
    const text = names[index] ?? ""
    const half = Lettering.width(text, size) / 2
    const middle = Math.min(x(index), width - half)
    if (middle - half < 0 || middle + half > free) continue
    free = middle - half - 10
    shapes.push(line([x(index), y], [x(index), y + 4], "soft"))
    shapes.push({ shape: "text", x: middle, y: y + 18, text, size, role: "soft", anchor: "middle", scale: true })
  }
  return shapes
}

/** Lines over time, each named where it ends. */
export const draw = (figure: Lines, width: number, locale: Locale): Drawing => {
  const { lines, starts, unit, period } = figure
  const values = lines.flatMap((one) => one.values)
  const write = writer(unit, values, locale)
  const ticks = ticksOf(figure)
  const low = ticks[0] ?? 0
  const range = (ticks.at(-1) ?? 0) - low
  const named = lines.map(({ name, values }) => ({ name, said: write(values[lastOf(values)] ?? null) }))
  const ends = Ends.place(named, width)
  const left = Math.max(0, ...ticks.map((tick) => Lettering.width(write(tick), size))) + 8
  const [top, right] = [ends.above + 10, width - ends.width]
  const bottom = top + tall
  const step = starts.length > 1 ? (right - left - 12) / (starts.length - 1) : 0
  const x = (index: number) => (starts.length > 1 ? left + 6 + index * step : (left + right) / 2)
  const y = (value: number) => bottom - (range > 0 ? ((value - low) / range) * tall : 0)
  const names = starts.map((start) => periodOf(start, period, locale))

  const grid = ticks.flatMap((tick): ReadonlyArray<Shape> => {
    const text = write(tick)
    return [
      line([left, y(tick)], [right, y(tick)], tick === 0 ? "soft" : "rule"),
      { shape: "text", x: left - 8, y: y(tick) + 4, text, size, role: "soft", anchor: "end", scale: true },
    ]
  })
  const plane = { x, y, step, names, write, alone: lines.length === 1 }
  const traces = lines.flatMap((one, index) => Trace.draw(one, index, plane))
  const anchors = lines.map(({ values }) => {
    const last = lastOf(values)
    const number = numberOf(values[last])
    return number === null ? null : ([x(last), y(number)] as const)
  })
  const crossed = lines.some((one) => one.values.some((value) => Trace.crossed(value, plane)))
  const key: Shape = { shape: "text", x: 0, y: bottom + 40, text: "× too few for a rate", size, role: "soft" }
  return {
    height: bottom + (crossed ? 46 : 24),
    shapes: [
      ...grid,
      ...periods(names, x, bottom, width),
      ...traces,
      ...ends.draw(anchors, right, [top, bottom]),
      ...(crossed ? [key] : []),
    ],
  }
}
