import * as Either from "effect/Either"
import type { Context } from "./Context.js"
import * as Decode from "./Decode.js"
import { type Decision, decided } from "./Decision.js"
import * as Draft from "./Draft.js"
import { erasures, type Fact } from "./Fact.js"
import type { Entry, Json, Visit } from "./Ledger.js"
import * as Returning from "./merge/Returning.js"
import { type NounName, Nouns, type PipelineName } from "./Nouns.js"
import * as References from "./References.js"
import { CorrectionRefused } from "./Refusal.js"
import { apply, voided } from "./Replay.js"
import { same } from "./Same.js"
import * as Visits from "./Visits.js"

type State = { readonly [field: string]: Json }

/** What a correction rests on: the mistaken entry, its act, and of each subject of the act its record and its history. */
export interface Loaded {
  readonly entry: Entry
  readonly act: ReadonlyArray<Entry>
  readonly histories: ReadonlyMap<string, ReadonlyArray<Entry>>
  readonly records: ReadonlyMap<string, State>
  /** What stands today for the ids of those that were merged away since: what comes back names those. */
  readonly currents: ReadonlyMap<string, string>
}

export interface Correction {
  readonly corrected: ReadonlyArray<string>
  /** The ids that the correction takes away: nothing else may refer to them. */
  readonly removed: ReadonlyArray<string>
  /** Every subject as the correction leaves it, null where taken away. */
  readonly records: { readonly [id: string]: State | null }
}

/** What takes bytes or words away, or is taken back by forgetting only. */
const erasing = new Set<string>([...erasures, "EqualOpportunityRecorded", "EqualOpportunityForgotten"])

const bookkeeping = new Set(["version", "updatedAt", "updatedBy"])
const place = ["kind", "stage", "stageSince"]

const equal = (a: State | null, b: State | null): boolean =>
  a === null || b === null
    ? a === b
    : Object.keys({ ...a, ...b }).every((field) => bookkeeping.has(field) || same(a[field], b[field]))

/** Whether only merges and their undoing have set a field since. */
type OnlyMoved = (field: string) => boolean

/**
 * The fields that the act set and that nothing has set since go back, lists but for who was merged or is two again since. Of a subject that the act moved and that has moved
 * on, none do: what came with the mistaken stage is what the later ones rest on.
 */
const unset = (before: State, after: State, current: State, onlyMoved: OnlyMoved): State => {
  const still = (field: string) => same(current[field], after[field])
  const stands = place.every(still)
  if (!stands && place.some((field) => !same(before[field], after[field]))) return current
  const back = Object.keys(after).filter(
    (field) => !bookkeeping.has(field) && !same(before[field], after[field]) && (place.includes(field) || still(field)),
  )
  const lists = Object.keys(after).flatMap((field): ReadonlyArray<readonly [string, Json]> => {
    const [was, then, now] = [before[field], after[field], current[field]]
    if (!Array.isArray(was) || !Array.isArray(then) || !Array.isArray(now)) return []
    return same(was, then) || still(field) || !onlyMoved(field) ? [] : [[field, Returning.rebased(was, then, now)]]
  })
  return { ...current, ...Object.fromEntries([...back.map((field) => [field, before[field] ?? null]), ...lists]) }
}

/**
 * Takes back a whole act by one of its entries. Subjects that nothing has touched since go back to where they were (or
 * away, where the act made them); one that has moved on keeps its later moves and loses only the mistaken visit.
 */
export const correct = (
  loaded: Loaded,
  reason: string,
  context: Context,
  type: Fact = "EntryCorrected",
): Decision<Correction> => {
  const { entry, act, currents, histories, records } = loaded
  const refuse = (because: CorrectionRefused["because"], later: ReadonlyArray<Entry>) =>
    Either.left(new CorrectionRefused({ entryId: entry.id, because, laterEntryIds: later.map(({ id }) => id) }))

  const all = [...histories.values()].flat()
  const correction = all.filter(({ corrects }) => corrects === entry.act)
  if (voided(all).has(entry.act)) return refuse("corrected", correction)

  // What an erasure took is nowhere any more.
  if (act.some(({ type }) => erasing.has(type))) return refuse("erased", [])

  const draft = Draft.make(context)
  const removed: Array<string> = []
  const left: { [id: string]: State | null } = {}
  for (const id of new Set(act.map(({ subject }) => subject.id))) {
    const history = histories.get(id) ?? []
    const last = Math.max(...history.filter((one) => one.act === entry.act).map(({ version }) => version))
    const first = history.findIndex((one) => one.act === entry.act)
    const before = history.slice(0, first).reduce<State | null>(apply, null)
    const after = history.filter(({ version }) => version <= last).reduce<State | null>(apply, null)
    const current = records.get(id) ?? null
    const later = history.filter(({ version }) => version > last)
    const noun = history[first]?.subject.type
    if (noun === undefined) continue
    const untouched = equal(current, after)
    if (!untouched && (before === null || after === null || current === null)) return refuse("built upon", later)
    const visits = visitsWithout(noun, history, entry.act, draft.act)
    // Whoever was merged away since is whoever stands for them, in what it was as in what it is.
    const today = (state: State | null) => References.renamedIn(noun, state ?? {}, currents)
    const isMove = Returning.moving(history)
    const onlyMoved: OnlyMoved = (field) => later.every((one) => one.patch?.[field] === undefined || isMove(one))
    const back = standing(untouched ? before : unset(today(before), today(after), current ?? {}, onlyMoved), visits)
    const target = back === null ? null : References.renamedIn(noun, back, currents)
    if (target !== null && Either.isLeft(Decode.record(noun, target))) return refuse("superseded", later)
    write(draft, noun, id, current, target, { type, corrects: entry.act, reason, version: lastVersion(history) })
    left[id] = target
    if (target === null) removed.push(id)
    if (visits !== null) draft.visitsRewritten.push({ pipeline: noun as PipelineName, subjectId: id, visits })
  }
  // What is kept as it was given rests on whoever stands for that today.
  for (const [id, current] of currents) {
    const named = draft.named.get(id)
    if (named === undefined) continue
    draft.named.delete(id)
    draft.named.set(current, { ...named, id: current })
  }
  return Either.right(decided(draft, { corrected: act.map(({ id }) => id), removed, records: left }))
}

const lastVersion = (history: ReadonlyArray<Entry>): number => history.at(-1)?.version ?? 0

const write = (
  draft: Draft.Draft,
  noun: NounName,
  id: string,
  current: State | null,
  target: State | null,
  options: Parameters<typeof Draft.correct>[5],
): void => {
  const { at, actor } = draft.context
  const after = target === null ? null : { ...target, version: options.version + 1, updatedAt: at, updatedBy: actor }
  Draft.correct(draft, noun, id, current, after, options)
}

/** The visits that a history gives once the act is taken back; null for nouns without a pipeline. */
const visitsWithout = (
  noun: NounName,
  history: ReadonlyArray<Entry>,
  corrects: `act_${string}`,
  act: `act_${string}`,
): ReadonlyArray<Visit> | null => {
  const last = history.at(-1)
  if (Nouns[noun].kinds === null || last === undefined) return null
  return Visits.of(noun as PipelineName, [...history, { ...last, act, corrects, data: {}, patch: {} }])
}

/** The record where its visits say it stands: what it goes back to may have been a mistake taken back before. */
const standing = (record: State | null, visits: ReadonlyArray<Visit> | null): State | null => {
  const open = visits?.at(-1)
  if (record === null || open === undefined) return record
  const { kind, stage, enteredAt: stageSince } = open
  return same([record.kind, record.stage, record.stageSince], [kind, stage, stageSince])
    ? record
    : { ...record, kind, stage, stageSince }
}
