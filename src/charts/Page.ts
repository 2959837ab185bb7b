import type { Cell, Column, Table } from "../reports/Table.js"
import type { Figure } from "./Figure.js"
import { type Grid, grid } from "./Grid.js"
import { type Locale, nothing, numbers } from "./Locale.js"
import { svg } from "./Svg.js"
import { clean, element, escaped } from "./Xml.js"

export interface Section {
  readonly heading: string
  readonly text?: string
  readonly figures?: ReadonlyArray<Figure>
  readonly tables?: ReadonlyArray<Table>
}

export interface PageOptions {
  /** For numbers, dates and the page's language; `en` if not given. */
  readonly locale?: Locale
  /** Follows the reader's screen if not given. */
  readonly theme?: "auto" | "light" | "dark"
  readonly subtitle?: string
}

const light = "--paper:#fff;--ink:#1d2329;--soft:#57606a;--rule:#d5dae0"
const dark = "--paper:#15191d;--ink:#e8eaed;--soft:#a4adb7;--rule:#39424b"

const styles = (theme: "auto" | "light" | "dark"): string =>
  [
    `:root{${theme === "dark" ? dark : light};color-scheme:${theme === "auto" ? "light dark" : theme}}`,
    theme === "auto" ? `@media(prefers-color-scheme:dark){:root{${dark}}}` : "",
    "body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.5 system-ui,-apple-system,'Segoe UI',Roboto,'Helvetica Neue',Arial,sans-serif}",
    "header,nav,main{max-width:70rem;margin:0 auto;padding:0 1.25rem}",
    "header{padding-top:2.5rem}h1{font-size:1.9rem;line-height:1.2;margin:0}header p{color:var(--soft);margin:.4rem 0 0}",
    "nav ul{display:flex;flex-wrap:wrap;gap:.3rem 1.2rem;padding:.8rem 0;margin:1.2rem 0 0;list-style:none;border-block:1px solid var(--rule);font-size:.9rem}",
    "a{color:inherit;text-underline-offset:.2em}h2{font-size:1.3rem;margin:2.8rem 0 .4rem;padding-top:.6rem;border-top:3px solid var(--ink)}",
    "section>p{color:var(--soft);max-width:44rem;margin:.2rem 0 1rem}",
    "figure{margin:1rem -1rem 1.6rem;break-inside:avoid}figure svg{display:block;max-width:100%;height:auto}",
    ".narrow{display:none}@media(max-width:46rem){.wide{display:none}.narrow{display:block}}",
    "details{margin:.2rem 1rem 0;font-size:.85rem}summary{color:var(--soft);cursor:pointer}",
    ".scroll{overflow-x:auto}table{border-collapse:collapse;margin:.6rem 0;font-size:.85rem;font-variant-numeric:tabular-nums}",
    "caption{text-align:start;font-weight:600;padding:.3rem 0}th,td{padding:.25rem .9rem .25rem 0;text-align:start;border-bottom:1px solid var(--rule);font-weight:400;vertical-align:top}",
    "tbody .n,tbody .d{white-space:nowrap}",
    "thead th{color:var(--soft);border-bottom-color:var(--soft)}.n{text-align:end}",
    "@media print{nav{display:none}h2{break-after:avoid}}",
  ].join("")

/** A column's title, and what its cells are: numbers stand at the end, neither they nor dates break. */
interface Head {
  readonly text: string
  readonly of: "number" | "date" | "text"
}

const classes = { number: "n", date: "d", text: null }

const cells = (head: ReadonlyArray<Head>, rows: Grid["rows"]): string => {
  const put = (name: "th" | "td", text: string, scope: "col" | "row" | null, of: Head["of"] = "text") =>
    element(name, { scope, class: classes[of], dir: "auto" }, escaped(clean(text)))
  const body = rows.map((row) =>
    element(
      "tr",
      {},
      ...row.map((text, index) => put(index === 0 ? "th" : "td", text, index === 0 ? "row" : null, head[index]?.of)),
    ),
  )
  const heads = head.map(({ of, text }) => put("th", text, "col", of))
  return element("thead", {}, element("tr", {}, heads.join(""))) + element("tbody", {}, body.join(""))
}

const ofFigure = (figure: Figure, options: Required<Pick<PageOptions, "locale" | "theme">>): string => {
  const { head, rows } = grid(figure, options.locale)
  const table = cells(
    head.map((text, index): Head => ({ text, of: index > 0 ? "number" : "text" })),
    rows,
  )
  const drawn = (width: number) => svg(figure, { ...options, width })
  return element(
    "figure",
    {},
    element("div", { class: "wide" }, drawn(860)),
    element("div", { class: "narrow" }, drawn(360)),
    element(
      "details",
      {},
      element("summary", {}, "Numbers"),
      element(
        "div",
        { class: "scroll" },
        element("table", {}, element("caption", {}, escaped(clean(figure.title))), table),
      ),
    ),
  )
}

const writerOf = ({ type, currency }: Column, cells: ReadonlyArray<Cell>, locale: Locale): ((cell: Cell) => string) => {
  const known = cells.filter((cell) => typeof cell === "number")
  if (type === "text" || type === "date" || type === "instant")
    return (cell) => (cell === null ? nothing : String(cell))
  const write = numbers(type === "money" ? { currency: currency ?? "XXX" } : type, known, locale)
  return (cell) => (typeof cell === "number" ? write(cell) : (cell ?? nothing))
}

const ofTable = ({ title, columns, rows }: Table, locale: Locale): string => {
  const writers = columns.map((column, index) =>
    writerOf(
      column,
      rows.map((row) => row[index] ?? null),
      locale,
    ),
  )
  const head = columns.map(
    ({ title, type }): Head => ({
      text: title,
      of: type === "text" ? "text" : type === "date" || type === "instant" ? "date" : "number",
    }),
  )
  const written = rows.map((row) => writers.map((write, index) => write(row[index] ?? null)))
  return element(
    "div",
    { class: "scroll" },
    element("table", {}, element("caption", {}, escaped(clean(title))), cells(head, written)),
  )
}

/**
 * Puts figures and tables on one HTML page that holds all it needs: no script, nothing to fetch, and a policy in its
 * head that forbids both. Each figure is drawn for wide and for narrow screens and has its numbers as a table below.
 */
export const page = (title: string, sections: ReadonlyArray<Section>, options: PageOptions = {}): string => {
  const { locale = "en", theme = "auto", subtitle } = options
  const anchors = sections.map(({ heading }, index) =>
    element("li", {}, element("a", { href: `#section-${index + 1}` }, escaped(clean(heading)))),
  )
  const body = sections.map(({ heading, text, figures = [], tables = [] }, index) =>
    element(
      "section",
      { id: `section-${index + 1}`, "aria-labelledby": `heading-${index + 1}` },
      element("h2", { id: `heading-${index + 1}`, dir: "auto" }, escaped(clean(heading))),
      ...(text === undefined ? [] : [element("p", { dir: "auto" }, escaped(clean(text)))]),
      ...figures.map((figure) => ofFigure(figure, { locale, theme })),
      ...tables.map((table) => ofTable(table, locale)),
    ),
  )
  const policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
  return `<!doctype html>\n${element(
    "html",
    { lang: locale },
    element(
      "head",
      {},
      element("meta", { charset: "utf-8" }),
      element("meta", { "http-equiv": "Content-Security-Policy", content: policy }),
      element("meta", { name: "viewport", content: "width=device-width,initial-scale=1" }),
      element("title", {}, escaped(clean(title))),
      element("style", {}, styles(theme)),
    ),
    element(
      "body",
      {},
      element(
        "header",
        {},
        element("h1", { dir: "auto" }, escaped(clean(title))),
        ...(subtitle === undefined ? [] : [element("p", { dir: "auto" }, escaped(clean(subtitle)))]),
      ),
      ...(sections.length > 3 ? [element("nav", { "aria-label": "Sections" }, element("ul", {}, ...anchors))] : []),
      element("main", {}, body.join("")),
    ),
  )}\n`
}
