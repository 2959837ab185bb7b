import { periods } from "./Dates.js"
import { folded, type Line } from "./Lines.js"

const lead = /^([^:\t\d]{2,48}?)\s*[:\t]\s*(?=\S)/u

const labelOf = (line: Line): readonly [string, number] | null => {
  const match = lead.exec(line.text)
  return match?.[1] === undefined ? null : [folded(match[1]), match[0].length]
}

const cells = ({ text }: Line): number => text.split("\t").length

/** The names of a table's columns over its rows: as many cells, and no date where each of the rows has one. */
const isTableHead = (line: Line, next: Line | undefined): boolean =>
  next !== undefined &&
  cells(line) > 2 &&
  cells(line) === cells(next) &&
  !/\d/.test(line.text) &&
  periods(line.text).length === 0 &&
  periods(next.text).length > 0

/** What a form writes before its values again and again: «Period: …», «Position: …», in whatever language. */
const labelsOf = (lines: ReadonlyArray<Line>): ReadonlySet<string> => {
  const counts = new Map<string, { all: number; dated: number }>()
  for (const line of lines) {
    const label = labelOf(line)
    if (label === null) continue
    const [name, length] = label
    const count = counts.get(name) ?? { all: 0, dated: 0 }
    const rest = line.text.slice(length)
    counts.set(name, { all: count.all + 1, dated: count.dated + (periods(rest)[0]?.from === 0 ? 1 : 0) })
  }
  const repeated = [...counts].filter(([, { all }]) => all > 1)
  const form = repeated.length > 1 && repeated.some(([, { all, dated }]) => dated === all)
  return new Set(form ? repeated.map(([name]) => name) : [])
}

/** The lines without the labels of a form and the head of a table. */
export const labelless = (lines: ReadonlyArray<Line>): ReadonlyArray<Line> => {
  const labels = labelsOf(lines)
  return lines
    .filter((line, index) => !isTableHead(line, lines[index + 1]))
    .map((line) => {
      const [name, length] = labelOf(line) ?? ["", 0]
      return labels.has(name) ? { ...line, text: line.text.slice(length), start: line.start + length } : line
    })
}
