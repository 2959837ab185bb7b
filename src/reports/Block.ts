import type { PipelineName } from "../domain/Nouns.js"
import * as Columns from "./Columns.js"
import * as Journeys from "./Journeys.js"
import * as Kinds from "./Kinds.js"
import type { Stretches } from "./Stretch.js"

/**
 * What the visits of a block say. Reasons are left out: they are prose, and prose may name a person. Those of openings
 * are kept, which tell a fill that came to nothing from a fall-off: an opening is a place and nobody's.
 */
export const said = (pipeline: PipelineName): ReadonlyArray<Journeys.Said> =>
  pipeline === "opening" ? ["actor", "party", "reason"] : ["actor", "party"]

/** The parts that a block is kept in, so that a report reads no more than it needs. */
export const parts = (wanted: {
  readonly columns: ReadonlyArray<string>
  readonly said: ReadonlyArray<Journeys.Said>
}): ReadonlyArray<string> => [
  "visits",
  "stage",
  ...wanted.said.map((name) => `said.${name}`),
  ...wanted.columns.map((name) => `column.${name}`),
]

const bytesOf = (array: Float64Array | Int32Array | Uint32Array | Uint16Array | Uint8Array): Uint8Array =>
  new Uint8Array(array.buffer, array.byteOffset, array.byteLength)

const glued = (...pieces: ReadonlyArray<Uint8Array>): Uint8Array => {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}

/** A copy, since typed arrays must be aligned and the driver's bytes need not be. */
const copied = (bytes: Uint8Array, from: number, length: number): ArrayBuffer => {
  const copy = new ArrayBuffer(length)
  new Uint8Array(copy).set(bytes.subarray(from, from + length))
  return copy
}

const narrow = (codes: Int32Array, most: number): Uint8Array | Uint16Array | Uint32Array =>
  most < 0xff
    ? Uint8Array.from(codes, (code) => code + 1)
    : most < 0xffff
      ? Uint16Array.from(codes, (code) => code + 1)
      : Uint32Array.from(codes, (code) => code + 1)

/** Codes one up in as few bytes as the dictionary allows, behind the dictionary. */
const fromTexts = ({ codes, values }: Journeys.Texts): Uint8Array => {
  const dictionary = new TextEncoder().encode(JSON.stringify(values))
  const narrowed = narrow(codes, values.length)
  return glued(
    bytesOf(Uint32Array.of(dictionary.length, codes.length, narrowed.BYTES_PER_ELEMENT)),
    dictionary,
    bytesOf(narrowed),
  )
}

const toTexts = (bytes: Uint8Array): Journeys.Texts => {
  const [length = 0, count = 0, width = 1] = new Uint32Array(copied(bytes, 0, 12))
  const values: ReadonlyArray<string> = JSON.parse(new TextDecoder().decode(bytes.subarray(12, 12 + length)))
  const kept = copied(bytes, 12 + length, count * width)
  const narrowed = width === 1 ? new Uint8Array(kept) : width === 2 ? new Uint16Array(kept) : new Uint32Array(kept)
  const codes = new Int32Array(count)
  for (let i = 0; i < count; i++) codes[i] = (narrowed[i] ?? 0) - 1
  return { codes, values }
}

/** The bytes of a block's part. */
export const encode = (journeys: Journeys.Journeys, part: string): Uint8Array => {
  if (part === "visits") {
    const { entered, first, kind, size } = journeys
    return glued(bytesOf(Uint32Array.of(size, kind.length)), bytesOf(entered), bytesOf(first), bytesOf(kind))
  }
  if (part === "stage") return fromTexts(journeys.stage)
  const name = part.slice(part.indexOf(".") + 1)
  if (part.startsWith("said.")) {
    const what = Journeys.said.find((one) => one === name)
    if (what !== undefined) return fromTexts(Journeys.saying(journeys, what))
  }
  return Columns.shape(journeys.pipeline, name) === "number"
    ? bytesOf(Journeys.number(journeys, name))
    : fromTexts(Journeys.text(journeys, name))
}

/** The journeys that a block's parts give, with the columns that are among them. */
export const decode = (pipeline: PipelineName, kept: ReadonlyMap<string, Uint8Array>): Journeys.Journeys => {
  const visits = kept.get("visits") ?? new Uint8Array(8)
  const [size = 0, count = 0] = new Uint32Array(copied(visits, 0, 8))
  const texts: { [column: string]: Journeys.Texts } = {}
  const numbers: { [column: string]: Float64Array } = {}
  const words: { [S in Journeys.Said]?: Journeys.Texts } = {}
  for (const [part, bytes] of kept) {
    const name = part.slice(part.indexOf(".") + 1)
    if (part.startsWith("said.")) {
      const what = Journeys.said.find((one) => one === name)
      if (what !== undefined) words[what] = toTexts(bytes)
    } else if (part.startsWith("column.")) {
      if (Columns.shape(pipeline, name) === "number") numbers[name] = new Float64Array(copied(bytes, 0, bytes.length))
      else texts[name] = toTexts(bytes)
    }
  }
  const stage = kept.get("stage")
  return {
    pipeline,
    size,
    ordered: size,
    first: new Int32Array(copied(visits, 8 + count * 8, (size + 1) * 4)),
    kind: new Uint8Array(copied(visits, 8 + count * 8 + (size + 1) * 4, count)),
    stage: stage === undefined ? { codes: new Int32Array(count), values: [] } : toTexts(stage),
    entered: new Float64Array(copied(visits, 8, count * 8)),
    said: words,
    texts,
    numbers,
  }
}

/** What is known of a block without reading it. Instants in milliseconds since 1970. */
export interface Summary {
  readonly id: string
  /** The least id of its subjects, and the greatest that it had when it was written. */
  readonly from: string
  readonly to: string
  readonly size: number
  readonly firstStart: number
  readonly lastStart: number
  readonly lastEntered: number
  /** Whether any subject is still running. */
  readonly live: boolean
}

export const summary = (id: string, journeys: Journeys.Journeys): Summary => {
  const { entered, first, kind, pipeline, size } = journeys
  const live = Kinds.all(pipeline).map((name) => Kinds.phase(pipeline, name) === "live")
  const ids = Journeys.ids(
    journeys,
    Array.from({ length: size }, (_, index) => index),
  )
  let firstStart = Number.POSITIVE_INFINITY
  let lastStart = Number.NEGATIVE_INFINITY
  let lastEntered = Number.NEGATIVE_INFINITY
  let running = false
  for (let subject = 0; subject < size; subject++) {
    const start = entered[first[subject] ?? 0] ?? 0
    const last = (first[subject + 1] ?? 0) - 1
    firstStart = Math.min(firstStart, start)
    lastStart = Math.max(lastStart, start)
    lastEntered = Math.max(lastEntered, entered[last] ?? 0)
    running ||= live[kind[last] ?? 0] === true
  }
  return { id, from: ids[0] ?? "", to: ids.at(-1) ?? "", size, firstStart, lastStart, lastEntered, live: running }
}

/** Whether a block may hold subjects that matter. */
export const matters = (block: Summary, { active, started }: Stretches): boolean =>
  (started === undefined || (block.lastStart >= started.from && block.firstStart < started.to)) &&
  (active === undefined || (block.firstStart < active.to && (block.live || block.lastEntered >= active.from)))
