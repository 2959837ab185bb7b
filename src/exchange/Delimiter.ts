import { type Delimiter, parseCsv } from "../reports/Csv.js"

const delimiters: ReadonlyArray<Delimiter> = [",", ";", "\t", "|"]

const isDelimiter = (text: string | undefined): text is Delimiter => delimiters.some((one) => one === text)

/** How many records tell of a file. */
const told = 20

/** The line by which some spreadsheets are told the delimiter, where a text begins with it. */
export const declared = (head: string): { readonly delimiter: Delimiter; readonly length: number } | null => {
  const [line, one] = /^sep=(.)(?:\r\n|\r|\n)/i.exec(head) ?? []
  return line === undefined || !isDelimiter(one) ? null : { delimiter: one, length: line.length }
}

/** The delimiter by which the first records of a text have the most columns, and the same number of them. */
export const delimiterOf = (head: string): Delimiter => {
  const score = (delimiter: Delimiter): number => {
    const { rows } = parseCsv(head, { delimiter })
    const counts = rows.slice(0, told).flatMap((cells) => (cells.length === 1 && cells[0] === "" ? [] : cells.length))
    const [columns = 1] = counts
    return ((columns - 1) * counts.filter((count) => count === columns).length) / Math.max(1, counts.length)
  }
  return delimiters.reduce((best, one) => (score(one) > score(best) ? one : best))
}
