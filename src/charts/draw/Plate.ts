import * as Lettering from "../Lettering.js"
import { type Shape, textureOf } from "../Scene.js"
import { onSeriesRole, seriesRole } from "../Theme.js"

const size = 11.5

/** How wide a bar has to be for a number inside. */
export const room = (text: string): number => Lettering.width(text, size) + 8

/** A number in the middle of a bar of a series, on a plain ground where the bar is hatched. */
export const draw = (text: string, x: number, y: number, series: number): ReadonlyArray<Shape> => {
  const wide = Lettering.width(text, size) + 4
  return [
    ...(textureOf(series) === 0
      ? []
      : [{ shape: "rect" as const, x: x - wide / 2, y: y - 8, width: wide, height: 16, fill: seriesRole(series) }]),
    { shape: "text", x, y: y + 4, text, size, role: onSeriesRole(series), anchor: "middle" },
  ]
}
