/** A text at a place: points from the left and from the top of its page. */
export interface Placed {
  readonly x: number
  readonly y: number
  readonly text: string
  readonly size?: number
}

const hex = (text: string): string =>
  [...Array(text.length).keys()].map((at) => text.charCodeAt(at).toString(16).padStart(4, "0")).join("")

const cmap = `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Own def
1 begincodespacerange <0000> <FFFF> endcodespacerange
1 beginbfrange <0000> <FFFF> <0000> endbfrange
endcmap end end`

const stream = (content: string): string => `<< /Length ${content.length} >>\nstream\n${content}\nendstream`

/** A PDF of A4 pages, half an em to a letter. */
export const pdf = (pages: ReadonlyArray<ReadonlyArray<Placed>>): Uint8Array => {
  const objects: Array<string> = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    `<< /Type /Pages /Kids [${pages.map((_, n) => `${6 + 2 * n} 0 R`).join(" ")}] /Count ${pages.length} >>`,
    "<< /Type /Font /Subtype /Type0 /BaseFont /Own /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 5 0 R >>",
    "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Own /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 500 /FontDescriptor << /Type /FontDescriptor /FontName /Own /Flags 4 /FontBBox [0 0 500 700] /ItalicAngle 0 /Ascent 700 /Descent -200 /CapHeight 700 /StemV 80 >> >>",
    stream(cmap),
  ]
  for (const page of pages) {
    const shown = page.map(
      ({ x, y, text, size = 10 }) => `BT /F1 ${size} Tf 1 0 0 1 ${x} ${842 - y} Tm <${hex(text)}> Tj ET`,
    )
    const content = objects.length + 2
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${content} 0 R >>`,
      stream(shown.join("\n")),
    )
  }
  let file = "%PDF-1.4\n"
  const places = objects.map((object, index) => {
    const at = file.length
    file += `${index + 1} 0 obj\n${object}\nendobj\n`
    return at
  })
  const table = file.length
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`
  for (const at of places) file += `${String(at).padStart(10, "0")} 00000 n \n`
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`
  return new TextEncoder().encode(file)
}

/** Lines from the top down, 14 points apart; an empty line is a gap, and `^` parts cells that are `step` apart. */
export const column = (x: number, top: number, text: string, step = 110): ReadonlyArray<Placed> =>
  text
    .trim()
    .split("\n")
    .flatMap((line, index) =>
      line.split("^").map((cell, nth) => ({ x: x + nth * step, y: top + 14 * index, text: cell.trim() })),
    )
    .filter(({ text: cell }) => cell !== "")

/** A frame of text: where it begins, where its right edge is, and whether its words are drawn one by one. */
export interface Frame {
  readonly x: number
  readonly y: number
  readonly right?: number
  readonly words?: boolean
  readonly text: string
}

const sizes: { readonly [mark: string]: number } = { "# ": 22, "## ": 13, "_ ": 8 }

/**
 * Lines of a frame from the top down, as tall as their letters: `# ` is a name's size, `## ` a heading's, `_ ` small print;
 * `~` sets what follows it against the right edge, `^` puts cells 120 points apart, and an empty line is half a line.
 */
export const frame = ({ x, y, right = 545, words = false, text }: Frame): ReadonlyArray<Placed> => {
  const placed: Array<Placed> = []
  let top = y
  for (const line of text.trim().split("\n")) {
    const mark = Object.keys(sizes).find((one) => line.startsWith(one)) ?? ""
    const size = sizes[mark] ?? 10
    const [left = "", ...edge] = line.slice(mark.length).split("~")
    const cells = left.split("^").map((cell, at) => ({ x: x + 120 * at, text: cell.trim() }))
    const flush = edge.map((cell) => ({ x: right - (cell.trim().length * size) / 2, text: cell.trim() }))
    for (const cell of [...cells, ...flush].filter((one) => one.text !== ""))
      if (words) {
        let at = cell.x
        for (const word of cell.text.split(" ")) {
          placed.push({ x: at, y: top, size, text: word })
          at += ((word.length + 1) * size) / 2
        }
      } else placed.push({ x: cell.x, y: top, size, text: cell.text })
    top += line.trim() === "" ? 7 : size * 1.35
  }
  return placed
}
