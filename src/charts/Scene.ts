import type { Role } from "./Theme.js"

/** Which of the hatchings lies over a fill, so that series differ without their colours; 0 is none. */
export type Texture = 0 | 1 | 2 | 3 | 4 | 5

interface Titled {
  /** What a pointer that rests on it reads. */
  readonly title?: string
}

export interface Rect extends Titled {
  readonly shape: "rect"
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly fill: Role
  readonly texture?: Texture
}

export interface Path extends Titled {
  readonly shape: "path"
  readonly d: string
  readonly fill?: Role
  readonly stroke?: Role
  readonly strokeWidth?: number
  readonly dash?: string
  readonly opacity?: number
  readonly texture?: Texture
}

export interface Text extends Titled {
  readonly shape: "text"
  readonly x: number
  /** Of the baseline. */
  readonly y: number
  readonly text: string
  readonly size: number
  readonly role: Role
  readonly anchor?: "start" | "middle" | "end"
  readonly bold?: boolean
  /** Goes on behind the text in plain letters, wherever that ends in the reader's font. */
  readonly after?: { readonly text: string; readonly role: Role }
  /** Runs upwards from its place. */
  readonly upright?: boolean
  /** Keeps what lies below from touching the letters. */
  readonly halo?: Role
  /** A label of a scale, and not of anything counted. */
  readonly scale?: boolean
}

export type Shape = Rect | Path | Text

/** Shapes in a box from 0, 0 to a width that was given and this height. */
export interface Drawing {
  readonly height: number
  readonly shapes: ReadonlyArray<Shape>
}

export const moved = (shapes: ReadonlyArray<Shape>, down: number): ReadonlyArray<Shape> =>
  shapes.map((shape) => (shape.shape === "path" ? shape : { ...shape, y: shape.y + down }))

/** A number for a path, to hundredths. */
export const at = (value: number): string => (Number.isFinite(value) ? String(Math.round(value * 100) / 100) : "0")

export const line = (
  from: readonly [number, number],
  to: readonly [number, number],
  stroke: Role,
  strokeWidth = 1,
): Path => ({
  shape: "path",
  d: `M${at(from[0])} ${at(from[1])}L${at(to[0])} ${at(to[1])}`,
  stroke,
  strokeWidth,
})

export const textureOf = (index: number): Texture => {
  const textures = [0, 1, 2, 3, 4, 5] as const
  return textures[index % textures.length] ?? 0
}
