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

/** What no line may hold: control characters but for the tab, and lone surrogates. */
const unwritable = /[\p{Cs}\0-\u0008\u000b-\u001f\u007f]/gu

/** A text as a property's value: line ends, commas, semicolons and backslashes escaped. */
export const text = (value: string): string =>
  value
    .replace(/\r\n|\r/g, "\n")
    .replace(unwritable, "")
    .replace(/[\\;,]/g, (sign) => `\\${sign}`)
    .replaceAll("\n", "\\n")

/** A text as a parameter's value, quoted; what cannot stand there is written as RFC 6868 has it. */
export const parameter = (value: string): string =>
  `"${value
    .replace(/\r\n|\r/g, "\n")
    .replace(unwritable, "")
    .replaceAll("^", "^^")
    .replaceAll("\n", "^n")
    .replaceAll('"', "^'")}"`

/** An address or a URI as a value: what would end the line is taken out. */
export const uri = (value: string): string => value.replace(/\s/g, "%20").replace(unwritable, "")

/** Lines of a property each, folded, with CRLF after every one. */
export const lines = (properties: ReadonlyArray<string>): string =>
  properties.map((property) => `${folded(property)}\r\n`).join("")
