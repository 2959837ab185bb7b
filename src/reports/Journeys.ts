import type { Json, Visit } from "../domain/Ledger.js"
import type { PipelineName } from "../domain/Nouns.js"
import type * as Columns from "./Columns.js"
import * as Kinds from "./Kinds.js"

/** Text by subject or visit: `values[codes[i]]`, and nothing where the code is -1. JSON values stand as JSON text. */
export interface Texts {
  readonly codes: Int32Array
  readonly values: ReadonlyArray<string>
}

/**
 * The subjects of one pipeline with all their visits, column by column, so that a million of them can be counted in
 * milliseconds. Visits of a subject come in order of time: each ends when the next begins, and the last one is open.
 */
export interface Journeys {
  readonly pipeline: PipelineName
  readonly size: number
  /** As many subjects come first, in order of id; the rest, which was laid over them, comes in order of its own. */
  readonly ordered: number
  /** The visits of subject `i` are those from `first[i]` up to `first[i + 1]`. */
  readonly first: Int32Array
  /** Of each visit: its kind, an index into `Kinds.all(pipeline)`. */
  readonly kind: Uint8Array
  readonly stage: Texts
  /** Of each visit: when it began, milliseconds since 1970. */
  readonly entered: Float64Array
  /** Of each visit, where asked for: who began it, why, and by whose will. */
  readonly said: { readonly [S in Said]?: Texts }
  /** Of each subject: the columns that were asked for. */
  readonly texts: { readonly [column: string]: Texts }
  /** NaN where there is no value. */
  readonly numbers: { readonly [column: string]: Float64Array }
}

/** What a visit says beside its place and time. */
export const said = ["actor", "reason", "party"] as const
export type Said = (typeof said)[number]

/** One subject as it is kept: its visits in order of time, and its facts by column. */
export interface Subject {
  readonly id: string
  readonly visits: ReadonlyArray<Visit>
  readonly facts: { readonly [column: string]: Json }
}

/** A dictionary in the making. */
export const coder = () => {
  const places = new Map<string, number>()
  return {
    values: [] as Array<string>,
    code(value: string | null | undefined): number {
      if (value === null || value === undefined) return -1
      const known = places.get(value)
      if (known !== undefined) return known
      const code = this.values.push(value) - 1
      places.set(value, code)
      return code
    },
  }
}

const asText = (shape: Columns.Shape, value: Json | undefined): string | null =>
  value === null || value === undefined ? null : shape === "json" ? JSON.stringify(value) : String(value)

const asNumber = (value: Json | undefined): number =>
  typeof value === "string"
    ? Date.parse(value)
    : typeof value === "boolean"
      ? Number(value)
      : typeof value === "number"
        ? value
        : Number.NaN

/** The columns of some subjects, in order of id. Those that have never stood anywhere are left out. */
export const of = (
  pipeline: PipelineName,
  columns: ReadonlyArray<{ readonly name: string; readonly shape: Columns.Shape }>,
  asks: ReadonlyArray<Said>,
  given: Iterable<Subject>,
): Journeys => {
  const subjects = [...given].filter(({ visits }) => visits.length > 0)
  const count = subjects.reduce((sum, { visits }) => sum + visits.length, 0)
  const rank = new Map(Kinds.all(pipeline).map((kind, index) => [kind, index]))
  const first = new Int32Array(subjects.length + 1)
  const kind = new Uint8Array(count)
  const entered = new Float64Array(count)
  const stages = coder()
  const stage = new Int32Array(count)
  const words = asks.map((name) => ({ name, codes: new Int32Array(count), dictionary: coder() }))
  let at = 0
  for (const [index, { visits }] of subjects.entries()) {
    first[index] = at
    for (const visit of visits) {
      kind[at] = rank.get(visit.kind) ?? 0
      entered[at] = Date.parse(visit.enteredAt)
      stage[at] = stages.code(visit.stage)
      for (const { codes, dictionary, name } of words) codes[at] = dictionary.code(visit[name])
      at++
    }
  }
  first[subjects.length] = at
  const texts: { [column: string]: Texts } = {}
  const numbers: { [column: string]: Float64Array } = {}
  for (const { name, shape } of columns) {
    const value = name === "id" ? ({ id }: Subject) => id : ({ facts }: Subject) => facts[name]
    if (shape === "number") numbers[name] = Float64Array.from(subjects, (subject) => asNumber(value(subject)))
    else {
      const dictionary = coder()
      const codes = Int32Array.from(subjects, (subject) => dictionary.code(asText(shape, value(subject))))
      texts[name] = { codes, values: dictionary.values }
    }
  }
  return {
    pipeline,
    size: subjects.length,
    ordered: subjects.length,
    first,
    kind,
    stage: { codes: stage, values: stages.values },
    entered,
    said: Object.fromEntries(words.map(({ codes, dictionary, name }) => [name, { codes, values: dictionary.values }])),
    texts,
    numbers,
  }
}

/** No subjects. */
export const none = (pipeline: PipelineName): Journeys => of(pipeline, [], [], [])

const missing = (pipeline: PipelineName, column: string): never => {
  throw new RangeError(`the report did not ask for ${column} of ${pipeline}`)
}

/** A text column. Throws for one that the report did not ask for. */
export const text = (journeys: Journeys, column: string): Texts =>
  journeys.texts[column] ??
  (journeys.size === 0 ? { codes: new Int32Array(0), values: [] } : missing(journeys.pipeline, column))

/** A column of numbers. Throws for one that the report did not ask for. */
export const number = (journeys: Journeys, column: string): Float64Array =>
  journeys.numbers[column] ?? (journeys.size === 0 ? new Float64Array(0) : missing(journeys.pipeline, column))

/** What the visits say. Throws for what the report did not ask for. */
export const saying = (journeys: Journeys, what: Said): Texts =>
  journeys.said[what] ??
  (journeys.size === 0 ? { codes: new Int32Array(0), values: [] } : missing(journeys.pipeline, what))

/** The text of subject or visit `i`; null where there is none. */
export const at = ({ codes, values }: Texts, i: number): string | null => values[codes[i] ?? -1] ?? null

/** The ids of subjects, in order. */
export const ids = (journeys: Journeys, subjects: Iterable<number>): ReadonlyArray<string> => {
  const column = text(journeys, "id")
  return Array.from(subjects, (subject) => at(column, subject) ?? "").toSorted()
}

/** When visit `v` of subject `i` ended, milliseconds since 1970; infinity while it is open. */
export const left = ({ entered, first }: Journeys, subject: number, visit: number): number =>
  visit + 1 < (first[subject + 1] ?? 0) ? (entered[visit + 1] ?? Number.POSITIVE_INFINITY) : Number.POSITIVE_INFINITY

/** Element by element: to map a typed array takes several times as long, and a million of them are picked at a time. */
const gather = <A extends Uint8Array | Int32Array | Float64Array>(from: A, places: Int32Array, into: A): A => {
  for (let i = 0; i < places.length; i++) into[i] = from[places[i] ?? 0] ?? 0
  return into
}

const pick = ({ codes, values }: Texts, places: Int32Array): Texts => ({
  codes: gather(codes, places, new Int32Array(places.length)),
  values,
})

/** Some of the subjects (given in the order in which they are there), each with the first `kept` of its visits; all of them where absent. */
export const select = (journeys: Journeys, subjects: Int32Array, kept?: Int32Array): Journeys => {
  const first = new Int32Array(subjects.length + 1)
  let [count, ordered] = [0, 0]
  for (let index = 0; index < subjects.length; index++) {
    const subject = subjects[index] ?? 0
    first[index] = count
    const all = (journeys.first[subject + 1] ?? 0) - (journeys.first[subject] ?? 0)
    count += kept === undefined ? all : Math.min(all, kept[index] ?? 0)
    if (subject < journeys.ordered) ordered++
  }
  first[subjects.length] = count
  const places = new Int32Array(count)
  for (let index = 0; index < subjects.length; index++) {
    const from = journeys.first[subjects[index] ?? 0] ?? 0
    const start = first[index] ?? 0
    const end = first[index + 1] ?? 0
    for (let visit = start; visit < end; visit++) places[visit] = from + visit - start
  }
  const each = <A, B>(record: { readonly [name: string]: A }, map: (value: A) => B): { [name: string]: B } =>
    Object.fromEntries(Object.entries(record).map(([name, value]) => [name, map(value)]))
  return {
    pipeline: journeys.pipeline,
    size: subjects.length,
    ordered,
    first,
    kind: gather(journeys.kind, places, new Uint8Array(count)),
    stage: pick(journeys.stage, places),
    entered: gather(journeys.entered, places, new Float64Array(count)),
    said: each(journeys.said, (texts) => pick(texts, places)),
    texts: each(journeys.texts, (texts) => pick(texts, subjects)),
    numbers: each(journeys.numbers, (values) => gather(values, subjects, new Float64Array(subjects.length))),
  }
}

/** The journeys as they had come to be by an instant (milliseconds since 1970), what happened at it included. */
export const until = (journeys: Journeys, instant: number): Journeys => {
  const subjects: Array<number> = []
  const kept: Array<number> = []
  let whole = true
  for (let subject = 0; subject < journeys.size; subject++) {
    const from = journeys.first[subject] ?? 0
    const end = journeys.first[subject + 1] ?? 0
    let visits = end - from
    while (visits > 0 && (journeys.entered[from + visits - 1] ?? 0) > instant) visits--
    if (visits < end - from) whole = false
    if (visits > 0) {
      subjects.push(subject)
      kept.push(visits)
    }
  }
  return whole ? journeys : select(journeys, Int32Array.from(subjects), Int32Array.from(kept))
}

const joined = <A extends Uint8Array | Int32Array | Float64Array>(
  make: (length: number) => A,
  parts: ReadonlyArray<A>,
): A => {
  const whole = make(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

/** Many texts with few behind them: the few are looked for among the many in one pass, without a dictionary of all. */
const extended = (many: Texts, few: Texts): Texts => {
  const known = new Map(few.values.map((value) => [value, -1]))
  const values = many.values.slice()
  for (let code = 0; code < values.length; code++) {
    const value = values[code] ?? ""
    if (known.has(value)) known.set(value, code)
  }
  const places = few.values.map((value) => {
    const code = known.get(value) ?? -1
    return code < 0 ? values.push(value) - 1 : code
  })
  const codes = new Int32Array(many.codes.length + few.codes.length)
  codes.set(many.codes)
  for (let i = 0; i < few.codes.length; i++) codes[many.codes.length + i] = places[few.codes[i] ?? -1] ?? -1
  return { codes, values }
}

const joinedTexts = (parts: ReadonlyArray<Texts>): Texts => {
  const [many, few] = parts
  if (parts.length === 2 && many !== undefined && few !== undefined && few.values.length * 8 < many.values.length)
    return extended(many, few)
  const dictionary = coder()
  const codes = new Int32Array(parts.reduce((sum, part) => sum + part.codes.length, 0))
  let at = 0
  for (const part of parts) {
    const places = Int32Array.from(part.values, (value) => dictionary.code(value))
    for (let i = 0; i < part.codes.length; i++) codes[at + i] = places[part.codes[i] ?? -1] ?? -1
    at += part.codes.length
  }
  return { codes, values: dictionary.values }
}

/** The subjects of several journeys of one pipeline as one: all with the same columns, all of each after the one before. */
export const concat = (pipeline: PipelineName, all: ReadonlyArray<Journeys>): Journeys => {
  const parts = all.filter(({ size }) => size > 0)
  const [one] = parts
  if (one === undefined) return all[0] ?? none(pipeline)
  if (parts.length === 1) return one
  const size = parts.reduce((sum, part) => sum + part.size, 0)
  const first = new Int32Array(size + 1)
  let subject = 0
  let visit = 0
  for (const part of parts) {
    for (let i = 0; i < part.size; i++) first[subject++] = visit + (part.first[i] ?? 0)
    visit += part.kind.length
  }
  first[size] = visit
  const each = <A>(names: ReadonlyArray<string>, join: (name: string) => A): { [name: string]: A } =>
    Object.fromEntries(names.map((name) => [name, join(name)]))
  return {
    pipeline,
    size,
    ordered: size,
    first,
    kind: joined(
      (length) => new Uint8Array(length),
      parts.map(({ kind }) => kind),
    ),
    stage: joinedTexts(parts.map(({ stage }) => stage)),
    entered: joined(
      (length) => new Float64Array(length),
      parts.map(({ entered }) => entered),
    ),
    said: each(Object.keys(one.said), (name) => joinedTexts(parts.map((part) => saying(part, name as Said)))),
    texts: each(Object.keys(one.texts), (name) => joinedTexts(parts.map((part) => text(part, name)))),
    numbers: each(Object.keys(one.numbers), (name) =>
      joined(
        (length) => new Float64Array(length),
        parts.map((part) => number(part, name)),
      ),
    ),
  }
}

/** Journeys with those of other subjects laid over them. */
export const lay = (under: Journeys, over: Journeys): Journeys => {
  const all = concat(under.pipeline, [under, over])
  return under.size === 0 || over.size === 0 ? all : { ...all, ordered: under.size }
}

/** The journeys with all their subjects in order of id. */
export const inOrder = (journeys: Journeys): Journeys => {
  const { ordered, size } = journeys
  if (ordered === size) return journeys
  const ids = text(journeys, "id")
  const places = Int32Array.from({ length: size }, (_, subject) => subject).sort((a, b) =>
    (at(ids, a) ?? "") < (at(ids, b) ?? "") ? -1 : 1,
  )
  return { ...select(journeys, places), ordered: size }
}
