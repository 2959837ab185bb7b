import type { Entry, Json } from "../Ledger.js"
import { type NounName, Nouns, type PipelineName } from "../Nouns.js"
import * as Stages from "../Stages.js"
import type { Row } from "./Exported.js"
import type { Person } from "./Person.js"

const isPipeline = (noun: NounName): noun is PipelineName => Nouns[noun].kinds !== null

/** The stage of this agency that stands for one of another's, by noun and name. */
type Names = (noun: NounName, stage: Json | undefined) => Json | undefined

const isRow = (value: Json | undefined): value is Row =>
  typeof value === "object" && value !== null && !Array.isArray(value)

const namesOf = (entries: ReadonlyArray<Entry>, stages: Stages.Stages): Names => {
  const found = new Map<string, string>()
  const kinds = new Map<string, string>()
  const meet = (noun: PipelineName, stage: Json | undefined, kind: Json | undefined) => {
    if (typeof stage !== "string" || typeof kind !== "string" || found.has(`${noun} ${stage}`)) return
    const known = Stages.find(stages, noun, stage) ?? Stages.first(stages, noun, kind)
    found.set(`${noun} ${stage}`, known.name)
  }
  for (const { data, patch, subject } of entries) {
    const { id, type: noun } = subject
    if (!isPipeline(noun)) continue
    if (typeof patch?.kind === "string") kinds.set(id, patch.kind)
    meet(noun, patch?.stage, kinds.get(id))
    for (const place of [data.from, data.to]) if (isRow(place)) meet(noun, place.stage, place.kind)
  }
  return (noun, stage) => {
    if (typeof stage !== "string" || !isPipeline(noun)) return stage
    const [first = ""] = Object.keys(Nouns[noun].kinds)
    return found.get(`${noun} ${stage}`) ?? (Stages.find(stages, noun, stage) ?? Stages.first(stages, noun, first)).name
  }
}

const staged = (noun: NounName, row: Row, names: Names): Row => {
  const known: { [field: string]: Json } = {}
  for (const field of ["stage", "leftStage"]) {
    const stage = names(noun, row[field])
    if (stage !== undefined && stage !== row[field]) known[field] = stage
  }
  return Object.keys(known).length === 0 ? row : { ...row, ...known }
}

const told = (entry: Entry, names: Names): Entry => {
  const { data, patch, subject } = entry
  const places = (["from", "to"] as const).flatMap((name) => {
    const place = data[name]
    return isRow(place) ? [[name, staged(subject.type, place, names)] as const] : []
  })
  return {
    ...entry,
    data: { ...data, ...Object.fromEntries(places) },
    patch: patch === null ? null : staged(subject.type, patch, names),
  }
}

/**
 * The person with every stage by this agency's name of it: one that it does not have is the first of the kind that it
 * stood for, so that nobody stands where no board shows them, and no name of a stage says what an erasure would leave.
 */
export const settled = (person: Person, stages: Stages.Stages): Person => {
  const names = namesOf(person.entries, stages)
  const rows = Object.entries(person.records).map(([noun, all]) => [
    noun,
    (all ?? []).map((row) => staged(noun as NounName, row, names)),
  ])
  return {
    ...person,
    root: { ...person.root, record: staged(person.root.noun, person.root.record, names) },
    records: Object.fromEntries(rows) as Person["records"],
    entries: person.entries.map((entry) => told(entry, names)),
  }
}
