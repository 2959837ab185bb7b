import type { Json } from "../domain/Ledger.js"
import type { PipelineName } from "../domain/Nouns.js"
import * as Columns from "./Columns.js"
import * as Journeys from "./Journeys.js"
import * as Stretch from "./Stretch.js"

/** What a report is computed from: the journeys of the pipelines that it asked for. */
export interface History {
  readonly journeys: { readonly [P in PipelineName]?: Journeys.Journeys }
  /** Pipelines that are only looked up from the others: no limit and no split reaches them. */
  readonly whole?: ReadonlySet<string>
}

/** The journeys of a pipeline. Throws where the report did not ask for them. */
export const of = ({ journeys }: History, pipeline: PipelineName): Journeys.Journeys => {
  const found = journeys[pipeline]
  if (found === undefined) throw new RangeError(`the report did not ask for ${pipeline}`)
  return found
}

const each = (history: History, map: (journeys: Journeys.Journeys) => Journeys.Journeys): History => ({
  ...history,
  journeys: Object.fromEntries(Object.entries(history.journeys).map(([pipeline, one]) => [pipeline, map(one)])),
})

const limited = (history: History, map: (journeys: Journeys.Journeys) => Journeys.Journeys): History =>
  each(history, (journeys) => (history.whole?.has(journeys.pipeline) === true ? journeys : map(journeys)))

/** The history as it had come to be by an instant, milliseconds since 1970. */
export const until = (history: History, instant: number): History =>
  each(history, (journeys) => Journeys.until(journeys, instant))

/** Which keys a subject is under, by dimension: several tags, several credited recruiters, mostly one of the rest. */
type Keys = (subject: number) => ReadonlyArray<string>

const actors = (value: Json): ReadonlyArray<string> =>
  Array.isArray(value)
    ? value.flatMap((one: Json) =>
        typeof one === "string"
          ? [one]
          : typeof one === "object" && one !== null && "actor" in one && typeof one.actor === "string"
            ? [one.actor]
            : [],
      )
    : []

/**
 * The keys of a dimension: of `source` the first column that says one counts (first touch before the touch of the
 * submission), of tags all, of credits every actor.
 */
export const keys = (journeys: Journeys.Journeys, dimension: Columns.Dimension): Keys => {
  const columns = (Columns.dimension(journeys.pipeline, dimension) ?? []).map((name) => ({
    texts: Journeys.text(journeys, name),
    lists: Columns.shape(journeys.pipeline, name) === "json",
  }))
  if (columns.some(({ lists }) => lists)) {
    const parsed = columns.map(({ texts }) =>
      texts.values.map((value): ReadonlyArray<string> => actors(JSON.parse(value))),
    )
    return (subject) => [
      ...new Set(columns.flatMap(({ texts }, index) => parsed[index]?.[texts.codes[subject] ?? -1] ?? [])),
    ]
  }
  return (subject) => {
    for (const { texts } of columns) {
      const value = Journeys.at(texts, subject)
      if (value !== null) return [value]
    }
    return []
  }
}

/** Only the subjects that stand under one of the wanted keys. */
const among = (
  journeys: Journeys.Journeys,
  dimension: Columns.Dimension,
  wanted: ReadonlySet<string>,
): Journeys.Journeys => {
  const keysOf = keys(journeys, dimension)
  const subjects: Array<number> = []
  for (let subject = 0; subject < journeys.size; subject++)
    if (keysOf(subject).some((key) => wanted.has(key))) subjects.push(subject)
  return Journeys.select(journeys, Int32Array.from(subjects))
}

/** A limit by dimension: only subjects under one of the keys. */
export type Where = { readonly [D in Columns.Dimension]?: ReadonlyArray<string> | undefined }

export const where = (history: History, limits: Where): History =>
  Columns.dimensions.reduce((left, dimension) => {
    const wanted = limits[dimension]
    return wanted === undefined ? left : limited(left, (journeys) => among(journeys, dimension, new Set(wanted)))
  }, history)

/**
 * The history by the keys of a dimension, keys in order; a subject under two keys is in both. Who does not matter to the
 * report is in none, so that its keys do not hang on how much was read.
 */
export const split = (
  history: History,
  dimension: Columns.Dimension,
  stretches: { readonly [P in PipelineName]?: Stretch.Stretches },
): ReadonlyMap<string, History> => {
  const parts = new Map<string, { [pipeline: string]: Array<number> }>()
  for (const [pipeline, journeys] of Object.entries(history.journeys)) {
    if (history.whole?.has(pipeline) === true) continue
    const keysOf = keys(journeys, dimension)
    const matters = Stretch.matters(journeys, stretches[journeys.pipeline] ?? {})
    for (let subject = 0; subject < journeys.size; subject++)
      for (const key of matters(subject) ? keysOf(subject) : []) {
        const part = parts.get(key) ?? {}
        parts.set(key, part)
        const subjects = part[pipeline]
        if (subjects === undefined) part[pipeline] = [subject]
        else subjects.push(subject)
      }
  }
  const part = (subjects: { readonly [pipeline: string]: ReadonlyArray<number> }): History =>
    limited(history, (journeys) => Journeys.select(journeys, Int32Array.from(subjects[journeys.pipeline] ?? [])))
  return new Map([...parts].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([key, subjects]) => [key, part(subjects)]))
}
