import { partOf } from "./Headings.js"
import { periods } from "./Dates.js"

/** A run of text on a page: its left edge and baseline in points, the baseline counted downwards through all pages. */
export interface Item {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Items that stand on one baseline without a wide gap between them. */
interface Segment {
  readonly text: string
  readonly left: number
  readonly right: number
}

interface Row {
  readonly y: number
  readonly height: number
  readonly segments: ReadonlyArray<Segment>
}

const joinedRow = (items: ReadonlyArray<Item>): Row => {
  const segments: Array<Segment> = []
  const height = Math.max(...items.map((item) => item.height), 1)
  for (const item of items.toSorted((a, b) => a.x - b.x)) {
    const last = segments.at(-1)
    const gap = last === undefined ? 0 : item.x - last.right
    const right = item.x + item.width
    if (last === undefined || gap > height * 1.1) segments.push({ text: item.text, left: item.x, right })
    else {
      const blank = gap > height * 0.15 && !/\s$/.test(last.text) && !/^\s/.test(item.text) ? " " : ""
      segments[segments.length - 1] = {
        text: last.text + blank + item.text,
        left: last.left,
        right: Math.max(right, last.right),
      }
    }
  }
  return { y: items[0]?.y ?? 0, height, segments }
}

/** Items on the same baseline, give or take a third of their height. */
const rowsOf = (items: ReadonlyArray<Item>): ReadonlyArray<Row> => {
  const rows: Array<Array<Item>> = []
  for (const item of items.filter(({ text }) => text.trim() !== "").toSorted((a, b) => a.y - b.y || a.x - b.x)) {
    const row = rows.at(-1)
    const first = row?.[0]
    if (row !== undefined && first !== undefined && item.y - first.y <= Math.max(first.height, item.height) * 0.35)
      row.push(item)
    else rows.push([item])
  }
  return rows.map(joinedRow)
}

/** Rows from `from` to `to` (excluded) that leave the line at `x` free. */
interface Gutter {
  readonly x: number
  readonly from: number
  readonly to: number
  readonly score: number
}

const crosses = (row: Row, x: number): boolean => row.segments.some(({ left, right }) => left < x - 1 && right > x + 1)

const sides = (row: Row, x: number): readonly [ReadonlyArray<Segment>, ReadonlyArray<Segment>] => [
  row.segments.filter(({ left }) => left < x - 1),
  row.segments.filter(({ left }) => left >= x - 1),
]

/** The longest run of rows free at `x`, by how many rows both of its sides have. */
const runAt = (rows: ReadonlyArray<Row>, x: number): Gutter => {
  let best: Gutter = { x, from: 0, to: 0, score: 0 }
  let from = 0
  let [left, right] = [0, 0]
  for (let index = 0; index <= rows.length; index++) {
    const row = rows[index]
    if (row === undefined || crosses(row, x)) {
      const score = Math.min(left, right)
      if (score > best.score) best = { x, from, to: index, score }
      from = index + 1
      left = 0
      right = 0
      continue
    }
    const [before, after] = sides(row, x)
    if (before.length > 0) left += 1
    if (after.length > 0) right += 1
  }
  return best
}

/** How many edges are tried as a gutter; a page has few that repeat. */
const mostEdges = 40

const edges = (rows: ReadonlyArray<Row>): ReadonlyArray<number> => {
  const counts = new Map<number, number>()
  for (const { segments } of rows) {
    for (const { left } of segments)
      counts.set(Math.round(left / 2) * 2, (counts.get(Math.round(left / 2) * 2) ?? 0) + 1)
  }
  return [...counts]
    .filter(([, count]) => count > 2)
    .toSorted(([, a], [, b]) => b - a)
    .slice(0, mostEdges)
    .map(([x]) => x)
}

const side = (rows: ReadonlyArray<Row>, x: number, which: 0 | 1): ReadonlyArray<Row> =>
  rows.map((row) => ({ ...row, segments: sides(row, x)[which] })).filter(({ segments }) => segments.length > 0)

const hasHeading = (rows: ReadonlyArray<Row>): boolean =>
  rows.some(({ segments }) => segments.length === 1 && partOf(segments[0]?.text.trim() ?? "") !== null)

const share = (rows: ReadonlyArray<Row>, test: (row: Row) => boolean): number =>
  rows.filter(test).length / Math.max(1, rows.length)

const tells = (row: Row): boolean => row.segments.some(({ text }) => periods(text).length > 0)

/** Columns that are read one after the other, and not cells of a table or dates beside what they date. */
const independent = (rows: ReadonlyArray<Row>, x: number): boolean => {
  const [left, right] = [side(rows, x, 0), side(rows, x, 1)]
  if (hasHeading(left) && hasHeading(right)) return true
  const pairs = rows.filter((row) => sides(row, x).every((segments) => segments.length > 0))
  const beside = ([0, 1] as const).some((which) => share(side(pairs, x, which), tells) > 0.4)
  const dates = (pairs.length > 1 && beside) || share(left, tells) > 0.4 || share(right, tells) > 0.5
  return !dates && pairs.length < rows.length / 2 && (hasHeading(left) || hasHeading(right))
}

/** The step from line to line inside of a paragraph: steps are short as a rule, and long only between paragraphs. */
const usualStep = (steps: ReadonlyArray<number>): number =>
  steps.toSorted((a, b) => a - b)[Math.floor(steps.length / 4)] ?? 0

const written = (rows: ReadonlyArray<Row>): string => {
  const steps = rows.slice(1).map((row, index) => row.y - (rows[index]?.y ?? 0))
  const usual = usualStep(steps)
  return rows
    .map((row, index) => {
      const line = row.segments.map(({ text }) => text.trim()).join("\t")
      const step = steps[index - 1] ?? 0
      return index > 0 && step > usual * 1.45 && usual > 0 ? `\n${line}` : line
    })
    .join("\n")
}

const edge = (rows: ReadonlyArray<Row>): number =>
  rows.reduce((least, { segments }) => Math.min(least, segments[0]?.left ?? least), Number.POSITIVE_INFINITY)

/** The column that goes on in the row under both: the one that begins where the row does. */
const continued = (
  left: ReadonlyArray<Row>,
  right: ReadonlyArray<Row>,
  next: Row | undefined,
): "left" | "right" | "none" => {
  const at = next?.segments[0]?.left
  if (at === undefined) return "none"
  if (right.some(({ segments }) => Math.abs((segments[0]?.left ?? -9) - at) < 4)) return "right"
  return Math.abs(edge(left) - at) < 4 ||
    left.some(({ segments }) => segments.some((one) => Math.abs(one.left - at) < 4))
    ? "left"
    : "none"
}

const rendered = (rows: ReadonlyArray<Row>, depth: number): string => {
  const gutters = depth > 2 ? [] : edges(rows).map((x) => runAt(rows, x))
  const found = gutters
    .toSorted((a, b) => b.score - a.score)
    .find(({ score, from, to, x }) => score >= 3 && independent(rows.slice(from, to), x))
  if (found === undefined) return written(rows)
  const within = rows.slice(found.from, found.to)
  const before = written(rows.slice(0, found.from))
  const [left, right] = [side(within, found.x, 0), side(within, found.x, 1)]
  const after = rows.slice(found.to)
  const goesOn = continued(left, right, after[0])
  const parts =
    goesOn === "left"
      ? [right, [...left, ...after]]
      : goesOn === "right"
        ? [left, [...right, ...after]]
        : [left, right, after]
  return [before, ...parts.filter((part) => part.length > 0).map((part) => `\f${rendered(part, depth + 1)}`)]
    .filter((part) => part !== "")
    .join("\n\n")
}

/**
 * The text of a laid-out document in reading order: columns one after the other, each begun by a form feed, and the
 * cells of a row apart by tabs.
 */
export const textOf = (items: ReadonlyArray<Item>): string => rendered(rowsOf(items), 0)
