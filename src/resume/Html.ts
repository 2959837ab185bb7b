const entities: { readonly [name: string]: string } = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
  ndash: "–",
  mdash: "—",
  bull: "•",
  middot: "·",
  hellip: "…",
  rsquo: "’",
  lsquo: "‘",
  ldquo: "“",
  rdquo: "”",
  laquo: "«",
  raquo: "»",
  copy: "©",
  reg: "®",
  euro: "€",
  shy: "",
  zwnj: "",
  auml: "ä",
  ouml: "ö",
  uuml: "ü",
  Auml: "Ä",
  Ouml: "Ö",
  Uuml: "Ü",
  szlig: "ß",
  eacute: "é",
  egrave: "è",
  ecirc: "ê",
  euml: "ë",
  agrave: "à",
  aacute: "á",
  acirc: "â",
  atilde: "ã",
  aring: "å",
  ccedil: "ç",
  iacute: "í",
  icirc: "î",
  iuml: "ï",
  ntilde: "ñ",
  oacute: "ó",
  ograve: "ò",
  ocirc: "ô",
  otilde: "õ",
  oslash: "ø",
  uacute: "ú",
  ugrave: "ù",
  ucirc: "û",
  Eacute: "É",
  Aacute: "Á",
  Ntilde: "Ñ",
  Ccedil: "Ç",
  Oacute: "Ó",
  Egrave: "È",
  Agrave: "À",
  Iacute: "Í",
  Uacute: "Ú",
  Aring: "Å",
  Oslash: "Ø",
}

const point = (code: number): string =>
  Number.isInteger(code) && code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
    ? String.fromCodePoint(code)
    : ""

const decoded = (text: string): string =>
  text.replace(
    /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));/gi,
    (whole, decimal?: string, hex?: string, name?: string) => {
      if (decimal !== undefined) return point(Number(decimal))
      if (hex !== undefined) return point(Number.parseInt(hex, 16))
      return name !== undefined && Object.hasOwn(entities, name) ? (entities[name] ?? whole) : whole
    },
  )

const set = (names: string): ReadonlySet<string> => new Set(names.split(" "))

/** Elements without text of the page. */
const silent = set("script style head template svg noscript iframe object select textarea")
const headings = set("h1 h2 h3 h4 h5 h6 section article header footer aside main table")
const lists = set("ul ol dl")
const lines = set("div li tr dt dd address nav form figure blockquote pre")

interface Cell {
  readonly parts: Array<string>
}

/** The words of a cell: in its row where it is one line, and lines of their own where it is several. */
const cellText = ({ parts }: Cell): string => {
  const text = parts
    .join("")
    .split("\n")
    .map((line) => line.trim())
    .join("\n")
    .trim()
  return text.includes("\n") ? `\n${text}\n` : `${text}\t`
}

const atLineStart = (parts: ReadonlyArray<string>): boolean => parts.at(-1)?.endsWith("\n") ?? true

/** How deep cells are told apart; those in deeper ones are lines. */
const deepest = 8

/** Where the element's content ends that says nothing to a reader. */
const past = (html: string, name: string, from: number): number => {
  const end = html.slice(from).search(new RegExp(`</${name}[\\s>]`, "i"))
  return end === -1 ? html.length : from + end
}

/** The address that a link leads to, where it is one of a person. */
const href =
  /\shref\s*=\s*["']?(mailto:|tel:|(?:https?:\/\/)?(?:[a-z]{2,3}\.|www\.)?(?:linkedin|github|xing)\.com\/)([^"'\s>?]{3,200})/i

const linked = (written: string): string | null => {
  const [, kind = "", address] = href.exec(written) ?? []
  if (address === undefined) return null
  try {
    return decodeURIComponent(decoded(/^(?:mailto|tel):/i.test(kind) ? address : kind + address))
  } catch {
    return null
  }
}

const tag = /^<(\/?)([a-z][a-z0-9]{0,20})/i

const plain = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}@]/gu, "")

/** The text shows the address itself, or a number of its own. */
const says = (shown: string, address: string): boolean =>
  plain(shown).includes(plain(address)) || (/^[+\d]/.test(address) && /\d{3}/.test(plain(shown)))

/** The text that a page shows: blocks as lines, cells apart by tabs, list items with bullets. */
export const textOf = (html: string): string => {
  const page: Cell = { parts: [] }
  const cells: Array<Cell> = [page]
  const write = (text: string) => {
    const { parts } = cells.at(-1) ?? page
    if (text.trim() !== "" || text.includes("\n") || !atLineStart(parts)) parts.push(text)
  }
  const newLine = () => {
    if (!atLineStart((cells.at(-1) ?? page).parts)) write("\n")
  }
  /** An empty line, which ends what stood before; a cell's lines stay together. */
  const space = () => {
    newLine()
    if (cells.length === 1) write("\n")
  }
  const heading = (titled: boolean, ends: boolean) => {
    if (titled && (ends || headed)) newLine()
    else space()
    if (titled) headed = ends
  }
  /** A link that is open: where it leads, and how much was written before it. */
  let link: { readonly address: string; readonly cell: Cell; readonly from: number } | null = null
  /** A heading was just closed: the next one goes on where it ended, as a subtitle does. */
  let headed = false
  let closed = Number.POSITIVE_INFINITY
  for (let at = 0; at < html.length; ) {
    const open = html.indexOf("<", at)
    const words = decoded(html.slice(at, open === -1 ? html.length : open).replace(/[ \t\r\n\u00a0]+/g, " "))
    if (words.trim() !== "") headed = false
    write(words)
    if (open === -1) break
    if (html.startsWith("<!--", open)) {
      const end = html.indexOf("-->", open)
      at = end === -1 ? html.length : end + 3
      continue
    }
    const [, slash, written] = tag.exec(html.slice(open, open + 24)) ?? []
    const close = open > closed ? -1 : html.indexOf(">", open)
    if (close === -1) closed = open
    if (written === undefined && html[open + 1] !== "!" && html[open + 1] !== "?") {
      write("<")
      at = open + 1
      continue
    }
    at = close === -1 ? html.length : close + 1
    const name = (written ?? "").toLowerCase()
    const ends = slash === "/"
    if (silent.has(name) && !ends) at = past(html, name, at)
    else if (name === "td" || name === "th") {
      if (!ends && cells.length < deepest) cells.push({ parts: [] })
      else if (ends && cells.length > 1) {
        const cell = cells.pop()
        if (cell !== undefined) write(cellText(cell))
      } else newLine()
    } else if (name === "a") {
      const cell = cells.at(-1) ?? page
      if (!ends) {
        const address = linked(html.slice(open, Math.min(at, open + 2_000)))
        link = address === null ? null : { address, cell, from: cell.parts.length }
      } else if (link !== null) {
        const shown = cell === link.cell ? cell.parts.slice(link.from).join("") : ""
        if (!says(shown, link.address)) write(` ${link.address}`)
        link = null
      }
    } else if (name === "br") write("\n")
    else if (name === "p") ends ? write("\n") : newLine()
    else if (headings.has(name) || (lists.has(name) && ends)) heading(/^h\d/.test(name), ends)
    else if (lines.has(name) || lists.has(name)) {
      newLine()
      if (name === "li" && !ends) write("• ")
    }
  }
  while (cells.length > 1) {
    const cell = cells.pop()
    if (cell !== undefined) write(cellText(cell))
  }
  return page.parts
    .join("")
    .split("\n")
    .map((line) => line.replace(/ {2,}/g, " ").trim())
    .join("\n")
    .replace(/•\n+/g, "• ")
    .replace(/\n{3,}/g, "\n\n")
    .trim()
}
