import { type Line, numberOf, type Value } from "../Figure.js"
import * as Lettering from "../Lettering.js"
import { at, type Shape } from "../Scene.js"
import { seriesRole } from "../Theme.js"
import * as Ends from "./Ends.js"

/** Where a line is drawn. */
export interface Plane {
  readonly x: (index: number) => number
  readonly y: (value: number) => number
  /** From one period to the next, in pixels. */
  readonly step: number
  readonly names: ReadonlyArray<string>
  readonly write: (value: Value | undefined) => string
  /** Whether it has the plot for itself. */
  readonly alone: boolean
}

type Point = readonly [x: number, y: number]

const dot = ([x, y]: Point, radius: number): string => {
  const arc = `a${radius} ${radius} 0 1 0`
  return `M${at(x - radius)} ${at(y)}${arc} ${2 * radius} 0${arc} ${-2 * radius} 0Z`
}

const cross = ([x, y]: Point, arm: number): string => {
  const [left, right, top, bottom] = [at(x - arm), at(x + arm), at(y - arm), at(y + arm)]
  return `M${left} ${top}L${right} ${bottom}M${left} ${bottom}L${right} ${top}`
}

const size = 11

const withheld = (value: Value | undefined): boolean =>
  value !== undefined && value !== null && typeof value !== "number" && value.withheld === "few"

const spelled = (value: Value | undefined, { alone, step, write }: Plane): boolean =>
  alone && Lettering.width(write(value), size) + 6 <= step

/** Whether a withheld rate is drawn as a cross, for want of room for its counts. */
export const crossed = (value: Value | undefined, plane: Plane): boolean => withheld(value) && !spelled(value, plane)

/** More points than this are not marked one by one. */
const marked = 60

/** One line: broken where a value is missing, its withheld rates told by their counts at the foot of the plot. */
export const draw = ({ name, values }: Line, nth: number, plane: Plane): ReadonlyArray<Shape> => {
  const { x, y, names, write } = plane
  const role = seriesRole(nth)
  const runs: Array<Array<Point>> = [[]]
  const marks: Array<Shape> = []
  const alone = (index: number) => numberOf(values[index - 1]) === null && numberOf(values[index + 1]) === null
  for (const [index, period] of names.entries()) {
    const value = values[index]
    const number = numberOf(value)
    const title = `${name}, ${period}: ${write(value)}`
    if (number !== null) {
      const point: Point = [x(index), y(number)]
      runs.at(-1)?.push(point)
      if (names.length <= marked || alone(index)) marks.push({ shape: "path", d: dot(point, 3), fill: role, title })
      continue
    }
    runs.push([])
    if (!withheld(value)) continue
    const foot: Point = [x(index), y(0) - 7]
    marks.push(
      crossed(value, plane)
        ? { shape: "path", d: cross(foot, 3), stroke: role, strokeWidth: 1.5, title }
        : { shape: "text", x: foot[0], y: foot[1], text: write(value), size, role: "soft", anchor: "middle" },
    )
  }
  const d = runs
    .filter(({ length }) => length > 1)
    .map((run) => `M${run.map(([px, py]) => `${at(px)} ${at(py)}`).join("L")}`)
    .join("")
  const dash = Ends.dashOf(nth)
  const stroke: Shape = { shape: "path", d, stroke: role, strokeWidth: 2.25, ...(dash === "" ? {} : { dash }) }
  return d === "" ? marks : [stroke, ...marks]
}
