import * as Lettering from "../Lettering.js"
import { line, type Shape } from "../Scene.js"
import { seriesRole } from "../Theme.js"

const size = 12.5
const apart = 17

export interface End {
  readonly name: string
  /** The last known value, written. */
  readonly said: string
}

export interface Ends {
  /** Room that the names take at the right. */
  readonly width: number
  /** Room that they take above, where there is none at the right. */
  readonly above: number
  readonly draw: (
    anchors: ReadonlyArray<readonly [number, number] | null>,
    right: number,
    within: readonly [top: number, bottom: number],
  ) => ReadonlyArray<Shape>
}

/** Spreads heights so that none is nearer than `apart` to the next, within bounds as far as there is room. */
const spread = (wanted: ReadonlyArray<number>, [top, bottom]: readonly [number, number]): ReadonlyArray<number> => {
  const order = wanted.map((y, index) => ({ y, index })).toSorted((a, b) => a.y - b.y || a.index - b.index)
  let floor = top
  for (const one of order) {
    one.y = Math.max(one.y, floor)
    floor = one.y + apart
  }
  let ceiling = bottom
  for (const one of order.toReversed()) {
    one.y = Math.min(one.y, ceiling)
    ceiling = one.y - apart
  }
  return order.toSorted((a, b) => a.index - b.index).map(({ y }) => y)
}

const above = (ends: ReadonlyArray<End>, width: number): Ends => ({
  width: 8,
  above: ends.length * apart + 10,
  draw: () =>
    ends.flatMap(({ name, said }, index): ReadonlyArray<Shape> => {
      const y = 12 + index * apart
      const dash = dashOf(index)
      const text = Lettering.fitted(name, size, width - 36 - Lettering.width(said, size, true))
      return [
        { ...line([0, y - 4], [20, y - 4], seriesRole(index), 2.25), ...(dash === "" ? {} : { dash }) },
        {
          shape: "text",
          x: 28,
          y,
          text: said,
          size,
          role: "ink",
          bold: true,
          after: { text, role: "ink" },
          ...(text === name ? {} : { title: name }),
        },
      ]
    }),
})

const dashes = ["", "7 3", "2 3", "9 3 2 3", "4 4", "12 4"]

/** A dash for each series, so that lines differ without their colours. */
export const dashOf = (index: number): string => dashes[index % dashes.length] ?? ""

/** Names lines where they end, or above them on narrow screens and where there are too many to stand apart. */
export const place = (ends: ReadonlyArray<End>, width: number): Ends => {
  if (width < 520 || ends.length > 12) return above(ends, width)
  const most = width * 0.28
  const texts = ends.map(({ name, said }) => {
    const number = Lettering.width(` ${said}`, size, true)
    return { name: Lettering.fitted(name, size, Math.max(24, most - number)), said }
  })
  const widths = texts.map(({ name, said }) => Lettering.width(name, size) + 8 + Lettering.width(said, size, true))
  const room = Math.max(0, ...widths)
  return {
    width: room + 22,
    above: 0,
    draw: (anchors, right, within) => {
      const heights = spread(
        anchors.map((anchor) => anchor?.[1] ?? within[1]),
        within,
      )
      return texts.flatMap(({ name, said }, index): ReadonlyArray<Shape> => {
        const y = heights[index] ?? 0
        const anchor = anchors[index]
        const cut = name === ends[index]?.name ? {} : { title: ends[index]?.name ?? "" }
        const x = right + 14
        return [
          ...(anchor === null || anchor === undefined ? [] : [line([anchor[0] + 5, anchor[1]], [x - 3, y], "rule")]),
          {
            shape: "text",
            x,
            y: y + 4.5,
            text: said,
            size,
            role: "ink",
            bold: true,
            halo: "paper",
            after: { text: name, role: "ink" },
            ...cut,
          },
        ]
      })
    },
  }
}
