import type { Path, Rect, Shape, Text, Texture } from "./Scene.js"
import { at } from "./Scene.js"
import type { Palette, Role } from "./Theme.js"
import { clean, element, escaped } from "./Xml.js"

/** How shapes are written down: colours as attributes, so that they hold where a host forbids styles. */
export interface Brush {
  readonly palette: Palette
  /** Begins every id of the document. */
  readonly id: string
  /** True where a style sheet recolours by class. */
  readonly classes: boolean
}

const titleOf = (title: string | undefined): ReadonlyArray<string> =>
  title === undefined ? [] : [element("title", {}, escaped(clean(title)))]

const classOf = (brush: Brush, fill: Role | undefined, stroke: Role | undefined): string | null => {
  const names = [...(fill === undefined ? [] : [`f-${fill}`]), ...(stroke === undefined ? [] : [`s-${stroke}`])]
  return brush.classes && names.length > 0 ? names.join(" ") : null
}

export const textureId = (brush: Brush, texture: Texture): string => `${brush.id}-t${texture}`

const rect = (brush: Brush, { x, y, width, height, fill, texture, title }: Rect): string => {
  const box = { x, y, width: Math.max(0, width), height: Math.max(0, height) }
  const children = titleOf(title)
  const plain = element(
    "rect",
    { ...box, fill: brush.palette[fill], class: classOf(brush, fill, undefined) },
    ...children,
  )
  if (texture === undefined || texture === 0) return plain
  return plain + element("rect", { ...box, fill: `url(#${textureId(brush, texture)})`, "pointer-events": "none" })
}

const path = (brush: Brush, shape: Path): string => {
  const { d, fill, stroke, strokeWidth, dash, opacity, texture, title } = shape
  const plain = element(
    "path",
    {
      d,
      fill: fill === undefined ? "none" : brush.palette[fill],
      stroke: stroke === undefined ? null : brush.palette[stroke],
      "stroke-width": stroke === undefined ? null : (strokeWidth ?? 1),
      "stroke-dasharray": dash ?? null,
      "stroke-linejoin": stroke === undefined ? null : "round",
      opacity: opacity ?? null,
      class: classOf(brush, fill, stroke),
    },
    ...titleOf(title),
  )
  if (texture === undefined || texture === 0) return plain
  return plain + element("path", { d, fill: `url(#${textureId(brush, texture)})`, "pointer-events": "none" })
}

const rest = (brush: Brush, { text, role }: NonNullable<Text["after"]>): string =>
  element(
    "tspan",
    { dx: 3, fill: brush.palette[role], "font-weight": 400, class: classOf(brush, role, undefined) },
    escaped(clean(text)),
  )

const text = (brush: Brush, shape: Text): string => {
  if (shape.text === "" && shape.after === undefined) return ""
  const { x, y, size, role, anchor, bold, halo, scale, title, after, upright } = shape
  return element(
    "text",
    {
      x,
      y,
      "font-size": size,
      fill: brush.palette[role],
      transform: upright === true ? `rotate(-90 ${at(x)} ${at(y)})` : null,
      "text-anchor": anchor === undefined || anchor === "start" ? null : anchor,
      "font-weight": bold === true ? 600 : null,
      stroke: halo === undefined ? null : brush.palette[halo],
      "stroke-width": halo === undefined ? null : 3,
      "stroke-linejoin": halo === undefined ? null : "round",
      "paint-order": halo === undefined ? null : "stroke",
      "data-scale": scale === true ? "" : null,
      class: classOf(brush, role, halo),
    },
    escaped(clean(shape.text)),
    ...(after === undefined ? [] : [" ", rest(brush, after)]),
    ...titleOf(title),
  )
}

export const markup = (brush: Brush, shape: Shape): string => {
  switch (shape.shape) {
    case "rect":
      return rect(brush, shape)
    case "path":
      return path(brush, shape)
    case "text":
      return text(brush, shape)
  }
}

const strokes: { readonly [T in Exclude<Texture, 0>]: string } = {
  1: "M-2 2L2 -2M-1 9L9 -1M6 10L10 6",
  2: "M0 4H8",
  3: "M-2 6L2 10M-1 -1L9 9M6 -2L10 2",
  4: "M4 0V8",
  5: "M0 4H8M4 0V8",
}

/** The hatchings in use, as patterns of lines in the paper's colour. */
export const textures = (brush: Brush, used: ReadonlySet<Texture>): string =>
  [1, 2, 3, 4, 5]
    .filter((texture): texture is Exclude<Texture, 0> => used.has(texture as Texture))
    .map((texture) =>
      element(
        "pattern",
        { id: textureId(brush, texture), width: 8, height: 8, patternUnits: "userSpaceOnUse" },
        path(brush, { shape: "path", d: strokes[texture], stroke: "paper", strokeWidth: 1.5, opacity: 0.6 }),
      ),
    )
    .join("")

const rolesOf = (shape: Shape): ReadonlyArray<Role | undefined> => {
  switch (shape.shape) {
    case "rect":
      return [shape.fill]
    case "path":
      return [shape.fill, shape.stroke]
    case "text":
      return [shape.role, shape.halo, shape.after?.role]
  }
}

/** The style sheet that recolours the shapes where the reader's screen is dark. */
export const darkStyle = (brush: Brush, dark: Palette, shapes: ReadonlyArray<Shape>): string => {
  const roles = [...new Set<Role | undefined>(["paper", ...shapes.flatMap(rolesOf)])].filter(
    (role) => role !== undefined,
  )
  const rules = roles
    .toSorted()
    .map((role) => `#${brush.id} .f-${role}{fill:${dark[role]}}#${brush.id} .s-${role}{stroke:${dark[role]}}`)
  return element("style", {}, `@media (prefers-color-scheme:dark){${rules.join("")}}`)
}
