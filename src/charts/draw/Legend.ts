import * as Lettering from "../Lettering.js"
import { type Drawing, type Shape, textureOf } from "../Scene.js"
import { seriesRole } from "../Theme.js"

const size = 12
const row = 22

/** The series by name, in their order, each beside its colour and hatching; in as many rows as it takes. */
export const draw = (names: ReadonlyArray<string>, width: number): Drawing => {
  const shapes: Array<Shape> = []
  let [x, y] = [0, 0]
  for (const [index, name] of names.entries()) {
    const text = Lettering.fitted(name, size, width - 20)
    const room = 20 + Lettering.width(text, size)
    if (x > 0 && x + room > width) [x, y] = [0, y + row]
    shapes.push(
      { shape: "rect", x, y: y + 2, width: 14, height: 12, fill: seriesRole(index), texture: textureOf(index) },
      { shape: "text", x: x + 20, y: y + 12.5, text, size, role: "ink", ...(text === name ? {} : { title: name }) },
    )
    x += room + 18
  }
  return { height: names.length === 0 ? 0 : y + row + 8, shapes }
}
