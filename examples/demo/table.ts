const wide = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff01-\uff60]/u

const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" })

/** How many columns a text takes in a terminal. */
const widthOf = (text: string): number => {
  let width = 0
  for (const { segment } of graphemes.segment(text)) width += wide.test(segment) ? 2 : 1
  return width
}

/** The text in so many columns, cut with an ellipsis where it is longer. */
const cut = (text: string, width: number): string => {
  if (widthOf(text) <= width) return text
  let kept = ""
  for (const { segment } of graphemes.segment(text)) {
    if (widthOf(kept + segment) > width - 1) break
    kept += segment
  }
  return `${kept}…`
}

const padded = (text: string, width: number, right: boolean): string => {
  const fill = " ".repeat(Math.max(0, width - widthOf(text)))
  return right ? fill + text : text + fill
}

/** Columns by title; one that begins with `>` holds numbers and is set to the right. */
export type Columns = ReadonlyArray<string>

/** The last column may run on. */
const widest = (last: boolean) => (last ? 60 : 34)

/** A table as lines: titles, a rule, rows. */
export const table = (columns: Columns, rows: ReadonlyArray<ReadonlyArray<string>>): ReadonlyArray<string> => {
  const titles = columns.map((title) => title.replace(/^>/, ""))
  const widths = titles.map((title, column) =>
    Math.min(
      widest(column === titles.length - 1),
      Math.max(widthOf(title), ...rows.map((row) => widthOf(row[column] ?? ""))),
    ),
  )
  const line = (cells: ReadonlyArray<string>) =>
    widths
      .map((width, column) => padded(cut(cells[column] ?? "", width), width, columns[column]?.startsWith(">") === true))
      .join("  ")
      .trimEnd()
  return [line(titles), widths.map((width) => "─".repeat(width)).join("  "), ...rows.map(line)]
}

/** Blocks of lines next to one another. */
export const beside = (...blocks: ReadonlyArray<ReadonlyArray<string>>): ReadonlyArray<string> => {
  const widths = blocks.map((block) => Math.max(0, ...block.map(widthOf)))
  const height = Math.max(0, ...blocks.map(({ length }) => length))
  return Array.from({ length: height }, (_, row) =>
    blocks
      .map((block, column) => padded(block[row] ?? "", widths[column] ?? 0, false))
      .join("     ")
      .trimEnd(),
  )
}

const eighths = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]

/** A bar of up to so many columns for a share from 0 to 1. */
export const bar = (share: number, width: number): string => {
  const cells = Math.round(share * width * 8)
  return "█".repeat(Math.floor(cells / 8)) + (eighths[cells % 8] ?? "")
}
