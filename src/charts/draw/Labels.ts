import * as Lettering from "../Lettering.js"
import type { Shape } from "../Scene.js"

const size = 13

export interface Labels {
  /** Where the bars begin. */
  readonly width: number
  /** Room that each row needs above its bars: on narrow screens its label stands there. */
  readonly above: number
  /** The label of a row that begins at `top` and whose bars are centred on `middle`. */
  readonly draw: (index: number, top: number, middle: number) => ReadonlyArray<Shape>
}

const below = 480

/** Places the names of rows: in a column of their own at the left, or above the bars where there is no room for one. */
export const place = (names: ReadonlyArray<string>, width: number): Labels => {
  const stacked = width < below
  const widest = Math.max(0, ...names.map((name) => Lettering.width(Lettering.fitted(name, size, width), size)))
  const column = Math.min(widest, width * 0.36)
  const room = stacked ? width : column
  return {
    width: stacked || names.length === 0 ? 0 : column + 14,
    above: stacked ? 20 : 0,
    draw: (index, top, middle) => {
      const name = names[index] ?? ""
      const text = Lettering.fitted(name, size, room + 0.5)
      const y = stacked ? top + 14 : middle + 4.5
      return text === ""
        ? []
        : [{ shape: "text", x: 0, y, text, size, role: "ink", ...(text === name ? {} : { title: name }) }]
    },
  }
}
