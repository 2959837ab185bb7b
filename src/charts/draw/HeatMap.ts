import { type HeatMap, numberOf } from "../Figure.js"
import { writer } from "../Grid.js"
import * as Lettering from "../Lettering.js"
import type { Locale } from "../Locale.js"
import type { Drawing, Shape } from "../Scene.js"
import { heats, onHeats } from "../Theme.js"

const size = 12
const row = 28
/** Of column names that stand upright. */
const tallest = 110

type Cells = Pick<HeatMap, "columns" | "rows">

const turned = ({ columns, rows }: Cells): Cells => ({
  columns: rows.map(({ label }) => label),
  rows: columns.map((label, index) => ({ label, values: rows.map(({ values }) => values[index] ?? null) })),
})

interface Plan extends Cells {
  readonly names: number
  readonly cell: number
  /** Whether each number has room in its cell, and each column's name over it. */
  readonly numbers: boolean
  readonly heads: boolean
}

const planOf = (
  { columns, rows }: Cells,
  width: number,
  write: (value: HeatMap["rows"][number]["values"][number] | undefined) => string,
): Plan => {
  const widest = Math.max(0, ...rows.map(({ label }) => Lettering.width(Lettering.fitted(label, size, width), size)))
  const names = Math.min(widest, width * 0.34) + 12
  const head = Math.max(0, ...columns.map((name) => Lettering.width(Lettering.fitted(name, size, width), size))) + 6
  const cell = Math.min(Math.max(72, Math.min(120, head)), (width - names) / Math.max(1, columns.length))
  const widestNumber = Math.max(
    0,
    ...rows.flatMap(({ values }) => columns.map((_, at) => Lettering.width(write(values[at]), size))),
  )
  return {
    columns,
    rows,
    names,
    cell,
    numbers: widestNumber + 4 <= cell,
    heads: columns.every((name) => Lettering.width(Lettering.fitted(name, size, width), size) + 4 <= cell),
  }
}

const score = ({ numbers, heads }: Plan): number => (numbers ? 2 : 0) + (heads ? 1 : 0)

/** Cells by row and column; turned on its side where only then the numbers fit. */
export const draw = (figure: HeatMap, width: number, locale: Locale): Drawing => {
  const values = figure.rows.flatMap((one) => one.values)
  const write = writer(figure.unit, values, locale)
  const upright = planOf(figure, width, write)
  const lying = planOf(turned(figure), width, write)
  const plan = score(lying) > score(upright) ? lying : upright
  const most = Math.max(0, ...values.map((value) => numberOf(value) ?? 0))
  const top = plan.heads
    ? 22
    : 10 +
      Math.min(
        tallest,
        Math.max(0, ...plan.columns.map((name) => Lettering.width(Lettering.fitted(name, size, tallest), size))),
      )
  const shapes: Array<Shape> = plan.columns.map((name, index) => {
    const text = Lettering.fitted(name, size, plan.heads ? plan.cell : tallest)
    const x = plan.names + index * plan.cell + plan.cell / 2 - 1
    const place = plan.heads ? { x, y: 13, anchor: "middle" as const } : { x: x + 4, y: top - 6, upright: true }
    return { shape: "text", ...place, text, size, role: "soft", ...(text === name ? {} : { title: name }) }
  })
  for (const [index, { label, values }] of plan.rows.entries()) {
    const y = top + index * row
    const text = Lettering.fitted(label, size, plan.names - 11)
    shapes.push({
      shape: "text",
      x: 0,
      y: y + row / 2 + 3,
      text,
      size,
      role: "ink",
      ...(text === label ? {} : { title: label }),
    })
    for (const [at, column] of plan.columns.entries()) {
      const value = values[at]
      const number = numberOf(value)
      const part = number === null || most <= 0 ? 0 : Math.max(0, number) / most
      const step = Math.min(5, Math.floor(part * 6))
      const x = plan.names + at * plan.cell
      const title = `${label}, ${column}: ${write(value)}`
      // Nothing is the paper itself, or it would look like more than a little.
      const fill = number === null || number === 0 ? "paper" : (heats[step] ?? "heat0")
      shapes.push({ shape: "rect", x, y, width: plan.cell - 2, height: row - 2, fill, title })
      if (!plan.numbers) continue
      const role = number === null || number === 0 ? "soft" : (onHeats[step] ?? "onHeat0")
      shapes.push({
        shape: "text",
        x: x + plan.cell / 2 - 1,
        y: y + row / 2 + 3,
        text: write(value),
        size,
        role,
        anchor: "middle",
      })
    }
  }
  return { height: top + plan.rows.length * row, shapes }
}
