import * as Bars from "./draw/Bars.js"
import * as Columns from "./draw/Columns.js"
import * as Funnel from "./draw/Funnel.js"
import * as HeatMap from "./draw/HeatMap.js"
import * as Lines from "./draw/Lines.js"
import * as Sankey from "./draw/Sankey.js"
import type { Figure } from "./Figure.js"
import { grid } from "./Grid.js"
import * as Lettering from "./Lettering.js"
import type { Locale } from "./Locale.js"
import { type Brush, darkStyle, markup, textures } from "./Markup.js"
import type { Drawing, Shape, Texture } from "./Scene.js"
import { moved } from "./Scene.js"
import { empty, text } from "./Text.js"
import * as Theme from "./Theme.js"
import { clean, element, escaped } from "./Xml.js"

export interface SvgOptions {
  /** In pixels, from 320 to 1600; 720 if not given. */
  readonly width?: number
  /** `auto` follows the reader's screen by a style sheet inside; the other two hold no styles at all. */
  readonly theme?: "auto" | "light" | "dark"
  /** For numbers and dates; `en` if not given. */
  readonly locale?: Locale
}

const font =
  "system-ui,-apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,'Helvetica Neue',Arial,'Liberation Sans',sans-serif"
const padding = 16

const draw = (figure: Figure, width: number, locale: Locale): Drawing => {
  if (grid(figure, locale).rows.length === 0) {
    return { height: 24, shapes: [{ shape: "text", x: 0, y: 14, text: empty, size: 13, role: "soft" }] }
  }
  switch (figure.figure) {
    case "funnel":
      return Funnel.draw(figure, width, locale)
    case "bars":
      return (
        (figure.direction === "vertical" ? Columns.draw(figure, width, locale) : null) ??
        Bars.draw(figure, width, locale)
      )
    case "lines":
      return Lines.draw(figure, width, locale)
    case "heatMap":
      return HeatMap.draw(figure, width, locale)
    case "sankey":
      return Sankey.draw(figure, width, locale)
  }
}

const paragraph = (
  words: string | undefined,
  width: number,
  style: { readonly size: number; readonly lines: number; readonly role: Theme.Role; readonly bold: boolean },
): Drawing => {
  const { size, role, bold } = style
  const lines = Lettering.wrapped(words ?? "", size, width, style.lines, bold)
  const shapes = lines.map(
    (text, index): Shape => ({ shape: "text", x: 0, y: size + index * size * 1.35, text, size, role, bold }),
  )
  return { height: lines.length * size * 1.35, shapes }
}

/** Names the document by what it says, so that several can stand in one page: FNV-1a, to 52 bits. */
const idOf = (said: string): string => {
  let [low, high] = [0x811c9dc5, 0x2f0b4a57]
  for (let index = 0; index < said.length; index++) {
    low = Math.imul(low ^ said.charCodeAt(index), 0x01000193)
    high = Math.imul(high ^ (low >>> 13), 0x01000193)
  }
  return `m${(low >>> 0).toString(36)}${(high >>> 12).toString(36)}`
}

const clamped = (width: number): number =>
  Number.isFinite(width) ? Math.min(1600, Math.max(320, Math.round(width))) : 720

/**
 * Draws a figure as a document of its own: an SVG that can be saved, mailed or put into a page as it is. It says in
 * `desc` all that it shows, needs no script, and is the same for the same input.
 */
export const svg = (figure: Figure, options: SvgOptions = {}): string => {
  const { theme = "auto", locale = "en" } = options
  const width = clamped(options.width ?? 720)
  const inner = width - 2 * padding
  const title = paragraph(figure.title, inner, { size: 17, lines: 3, role: "ink", bold: true })
  const subtitle = paragraph(figure.subtitle, inner, { size: 13, lines: 4, role: "soft", bold: false })
  const note = paragraph(figure.note, inner, { size: 11, lines: 6, role: "soft", bold: false })
  const drawing = draw(figure, inner, locale)
  const head = title.height + subtitle.height + 14
  const foot = note.height === 0 ? 0 : note.height + 14
  const height = Math.ceil(2 * padding + head + drawing.height + foot)
  const said = text(figure, { locale })
  const brush: Brush = {
    palette: theme === "dark" ? Theme.dark : Theme.light,
    id: idOf([said, width, theme, locale].join("\n")),
    classes: theme === "auto",
  }
  const heading = [...title.shapes, ...moved(subtitle.shapes, title.height + 1)]
  const below = moved(note.shapes, height - 2 * padding - note.height)
  const all = [...heading, ...drawing.shapes, ...below]
  const used = new Set<Texture>(all.map((shape) => (shape.shape === "text" ? 0 : (shape.texture ?? 0))))
  const patterns = textures(brush, used)
  const paper: Shape = { shape: "rect", x: 0, y: 0, width, height, fill: "paper" }
  const group = (down: number, shapes: ReadonlyArray<Shape>) =>
    element(
      "g",
      { transform: `translate(${padding} ${Math.round(down * 100) / 100})` },
      ...shapes.map((one) => markup(brush, one)),
    )
  return element(
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      id: brush.id,
      width,
      height,
      viewBox: `0 0 ${width} ${height}`,
      role: "img",
      "aria-labelledby": `${brush.id}-title`,
      "aria-describedby": `${brush.id}-desc`,
      "font-family": font,
    },
    element("title", { id: `${brush.id}-title` }, escaped(clean(figure.title))),
    element("desc", { id: `${brush.id}-desc` }, said.split("\n").map(escaped).join("\n")),
    ...(theme === "auto" ? [darkStyle(brush, Theme.dark, [...all, paper])] : []),
    ...(patterns === "" ? [] : [element("defs", {}, patterns)]),
    markup(brush, paper),
    group(padding, heading),
    group(padding + head, drawing.shapes),
    group(padding, below),
  )
}
