/** The most octets of a line before it is folded, of RFC 5545 and RFC 6350. */
const most = 75

const octets = (letter: string): number => {
  const point = letter.codePointAt(0) ?? 0
  return point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4
}

/** A line folded so that no part is longer than 75 octets and no character is cut in two. */
const folded = (line: string): string => {
  let [out, length] = ["", 0]
  for (const letter of line) {
    const size = octets(letter)
    if (length + size > most) {
      out += "\r\n "
      length = 1
    }
    out += letter
    length += size
  }
  return out
}

/** What no line may hold: control characters but for the tab and the line feed, and lone surrogates. */
const written = (value: string): string =>
  value.replace(/[\p{Cs}\p{Cc}]/gu, (sign) =>
    sign === "\t" || sign === "\n" || (sign >= "\u0080" && sign < "\ud800") ? sign : "",
  )

/** A text as a property's value: line ends, commas, semicolons and backslashes escaped. */
export const text = (value: string): string =>
  written(value.replace(/\r\n|\r/g, "\n"))
    .replace(/[\\;,]/g, (sign) => `\\${sign}`)
    .replaceAll("\n", "\\n")

/** A text as a parameter's value, quoted; what cannot stand there is written as RFC 6868 has it. */
export const parameter = (value: string): string =>
  `"${written(value.replace(/\r\n|\r/g, "\n"))
    .replaceAll("^", "^^")
    .replaceAll("\n", "^n")
    .replaceAll('"', "^'")}"`

/** An address or a URI as a value: what would end the line is taken out. */
export const uri = (value: string): string => written(value.replace(/\s/g, "%20"))

/** Lines of a property each, folded, with CRLF after every one. */
export const lines = (properties: ReadonlyArray<string>): string =>
  properties.map((property) => `${folded(property)}\r\n`).join("")
