import * as Either from "effect/Either"
import * as Attaching from "./Attaching.js"
import * as Basis from "./Basis.js"
import { blank } from "./Blank.js"
import { type Change, patchOf } from "./Change.js"
import type { Blob, ChangeSet, Erasure, Link, Named, RecordWrite, VisitClosed, VisitsRewritten } from "./ChangeSet.js"
import type { Context } from "./Context.js"
import type { Fact } from "./Fact.js"
import type { Instant } from "./Field.js"
import * as Id from "./Id.js"
import type { Entry, Json, Visit } from "./Ledger.js"
import { type AnyRecord, type NounName, Nouns, type PipelineName, type RecordOf } from "./Nouns.js"
import { InvalidInput } from "./Refusal.js"
import type { Said } from "./Said.js"
import { same } from "./Same.js"
import * as Stages from "./Stages.js"
import * as Visits from "./Visits.js"

/**
 * A ChangeSet in the making. Records, ledger entries and visits are written by the same calls, so that none of them
 * can say what the others do not.
 */
export interface Draft {
  readonly context: Context
  act: `act_${string}`
  /** What every entry of the act says beside its own data. */
  told: Said
  ids: number
  readonly records: Map<string, RecordWrite>
  /** What records name that they did not name before, by id. */
  readonly named: Map<string, Named>
  readonly basis: Basis.Basis
  readonly entries: Array<Entry>
  readonly visitsClosed: Array<VisitClosed>
  readonly visitsOpened: Array<Visit>
  readonly visitsRewritten: Array<VisitsRewritten>
  readonly linksAdded: Array<Link>
  readonly linksRemoved: Array<Link>
  readonly blobs: Array<Blob>
  erasure: Erasure | null
  /** The keys that ids get in place of theirs; `fresh` for one that had none. */
  readonly keys: Map<string, { readonly fresh: boolean; readonly keys: ReadonlyArray<string> }>
}

type Data = { readonly [key: string]: Json }
type Fields<N extends NounName> = Omit<
  RecordOf<N>,
  "id" | "version" | "createdAt" | "createdBy" | "updatedAt" | "updatedBy" | "kind" | "stage" | "stageSince"
>
/** The fields of a new record: those that may be null may be left out. */
type Given<N extends NounName> = Partial<Fields<N>> & {
  [F in keyof Fields<N> as null extends Fields<N>[F] ? never : F]: Fields<N>[F]
}
type Kind<N extends NounName> = RecordOf<N> extends { readonly kind: infer K } ? K : never

export const make = (context: Context): Draft => ({
  context,
  act: Id.derive("act", context.seed, 0),
  told: {},
  ids: 1,
  records: new Map(),
  named: new Map(),
  basis: { rests: new Map(), wholes: [] },
  entries: [],
  visitsClosed: [],
  visitsOpened: [],
  visitsRewritten: [],
  linksAdded: [],
  linksRemoved: [],
  blobs: [],
  erasure: null,
  keys: new Map(),
})

/** A fresh id, the same one each time the same command is decided again. */
export const freshId = <const P extends string>(draft: Draft, prefix: P): `${P}_${string}` =>
  Id.derive(prefix, draft.context.seed, draft.ids++)

/** What is written from here on is an act of its own: each row of an import can be taken back alone. */
export const beginAct = (draft: Draft, told: Said = {}): void => {
  draft.act = freshId(draft, "act")
  draft.told = told
}

export const isPipeline = (noun: NounName): noun is PipelineName => Nouns[noun].kinds !== null

type Loose = { readonly [field: string]: Json }
/** A record, or some of its fields, whatever its noun: here records are written field by field. */
const loose = (record: object): Loose => record as Loose
/** The same as the record of its noun: what was written is what the noun's own types asked for. */
const typed = <N extends NounName>(row: Loose): RecordOf<N> => row as RecordOf<N>

const entryOf = (
  draft: Draft,
  { at, corrects, data, id, noun, type }: Omit<Change, "before" | "after">,
  version: number,
  patch: Data | null,
): Entry => ({
  id: freshId(draft, "entry"),
  act: draft.act,
  type,
  subject: { type: noun, id },
  version,
  at,
  recordedAt: draft.context.now,
  actor: draft.context.actor,
  corrects: corrects ?? null,
  data: { ...data, ...draft.told },
  patch,
})

/** Writes the record and the entry that says so. */
const record = (draft: Draft, change: Change): Entry => {
  const expects = (change.before?.version as number | undefined) ?? 0
  const version = change.version ?? expects + 1
  const patch = change.after === null ? null : patchOf(change.before, change.after)
  const entry = entryOf(draft, change, version, patch)
  draft.entries.push(entry)
  const earlier = draft.records.get(change.id)
  draft.records.set(change.id, {
    noun: change.noun,
    id: change.id,
    expects: earlier?.expects ?? expects,
    record: change.after,
  })
  Attaching.name(draft, change)
  Attaching.link(draft, change)
  Attaching.key(draft, change)
  return entry
}

const visit = (draft: Draft, pipeline: PipelineName, before: Loose | null, after: Loose, entry: Entry): void => {
  const subjectId = entry.subject.id
  if (before !== null) {
    const open = draft.visitsOpened.findIndex((visit) => visit.subjectId === subjectId && visit.leftAt === null)
    const here = draft.visitsOpened[open]
    if (here === undefined) {
      draft.visitsClosed.push({ pipeline, subjectId, leftAt: entry.at, leftFor: after.kind as string })
    } else {
      draft.visitsOpened[open] = { ...here, leftAt: entry.at, leftFor: after.kind as string }
    }
  }
  draft.visitsOpened.push(Visits.begun(pipeline, entry, place(after), entry.at))
}

const place = (row: Loose) => ({ kind: String(row.kind), stage: String(row.stage) })

/** A new record, at the first stage of `kind` for nouns with a pipeline. A field that is not given is null. */
export const create = <N extends NounName>(
  draft: Draft,
  noun: N,
  type: Fact,
  fields: Given<N>,
  ...[kind, data, stage]: [Kind<N>] extends [never]
    ? [kind?: undefined, data?: Said]
    : [kind: Kind<N>, data?: Said, stage?: string]
): RecordOf<N> => {
  const { context } = draft
  const id = freshId(draft, Nouns[noun].prefix)
  const at = context.at
  const after = blank(noun)
  const given = loose(fields)
  for (const field of Object.keys(given)) after[field] = given[field] ?? null
  after.id = id
  after.version = 1
  after.createdAt = after.updatedAt = at
  after.createdBy = after.updatedBy = context.actor
  if (typeof kind === "string" && isPipeline(noun)) {
    after.kind = kind
    after.stage = Stages.resolve(context.stages, noun, kind, stage ?? null).name
    after.stageSince = at
  }
  const to = isPipeline(noun) ? { to: place(after) } : {}
  const entry = record(draft, { noun, before: null, after, id, type, at, data: { ...to, ...data } })
  if (isPipeline(noun)) visit(draft, noun, null, after, entry)
  return typed(after)
}

/** The same record with other field values; it does not move. Nothing is written where nothing changes. */
export const update = <N extends NounName>(
  draft: Draft,
  noun: N,
  before: RecordOf<N>,
  type: Fact,
  patch: Partial<Fields<N>>,
  data: Said = {},
): RecordOf<N> => {
  const row = loose(before)
  const after = amend(draft, noun, row, type, loose(patch), data)
  return after === row ? before : typed(after)
}

/** The same for a record of any noun. */
export const amend = (
  draft: Draft,
  noun: NounName,
  before: Loose,
  type: Fact,
  patch: Loose,
  data: Said = {},
): Loose => {
  const wanted: Loose = { ...before, ...patch }
  return same(before, wanted) ? before : write(draft, noun, before, type, wanted, data)
}

const write = (draft: Draft, noun: NounName, before: Loose, type: Fact, wanted: Loose, data: Said): Loose => {
  const { at, actor } = draft.context
  const after: Loose = { ...wanted, version: (before.version as number) + 1, updatedAt: at, updatedBy: actor }
  record(draft, { noun, before, after, id: before.id as string, type, at, data })
  return after
}

/** An update that is written though nothing may change, so that whatever else was decided on the record is stale. */
export const claim = <N extends NounName>(
  draft: Draft,
  noun: N,
  before: RecordOf<N>,
  type: Fact,
  patch: Loose,
  data: Said,
): RecordOf<N> => typed(write(draft, noun, loose(before), type, { ...loose(before), ...patch }, data))

/** Takes a record away, and with it its visits. */
export const remove = (draft: Draft, noun: NounName, before: AnyRecord, type: Fact, data: Said): void => {
  record(draft, { noun, before: loose(before), after: null, id: before.id, type, at: draft.context.at, data })
  if (isPipeline(noun)) draft.visitsRewritten.push({ pipeline: noun, subjectId: before.id, visits: [] })
}

/** Instants are text: the greater is the later. */
const later = (a: Instant, b: Instant): Instant => (a < b ? b : a)

export interface Move {
  readonly type: Fact
  readonly data?: Said
  /** The stage that was asked for; it must stand for the kind that is moved to. */
  readonly stage?: string | null | undefined
  /** Where it should stand if nobody asks for a stage: the one it left, on a restore. */
  readonly preferred?: string | null
  /** When it happened, if not when the command did: a consent ends when it runs out, not when that is noticed. */
  readonly at?: Instant
  /** A consequence of another subject's move: its own time may be later than a back-dated command's. */
  readonly consequence?: boolean
}

/**
 * The record as a pipeline's step left it: takes it to its stage, ends its visit and begins the next.
 *
 * Refuses a stage of another kind, and a back-dated move before the one that brought the subject where it is.
 */
export const move = <N extends PipelineName, A extends RecordOf<N>>(
  draft: Draft,
  noun: N,
  before: RecordOf<N>,
  next: A,
  options: Move,
): Either.Either<A, InvalidInput> => {
  const { context } = draft
  const row = loose(before)
  const id = row.id as string
  const wrong = (field: string, message: string) =>
    Either.left(
      new InvalidInput({ command: context.command, subject: id, field, issues: [{ path: [field], message }] }),
    )
  const kind = loose(next).kind as string
  const since = row.stageSince as Instant
  if (since > context.at && context.backdated && options.consequence !== true) {
    return wrong("at", `is before ${since}, when ${noun} ${id} came to ${String(row.stage)}`)
  }
  const when = options.at ?? context.at
  const at = later(since, when)
  const wanted = options.stage ?? null
  const stage = Stages.resolve(context.stages, noun, kind, wanted ?? options.preferred ?? null)
  if (wanted !== null && stage.name !== wanted) return wrong("stage", `${wanted} is no stage of ${noun} ${kind}`)
  const moves = row.kind !== kind || row.stage !== stage.name
  const after: Loose = {
    ...loose(next),
    version: (row.version as number) + 1,
    updatedAt: at,
    updatedBy: context.actor,
    stage: stage.name,
    stageSince: moves ? at : since,
  }
  const data = { from: place(row), to: place(after), ...options.data }
  const entry = record(draft, { noun, before: row, after, id, type: options.type, at, data })
  if (moves) visit(draft, noun, row, after, entry)
  return Either.right(after as unknown as A)
}

/** Writes what a correction leaves: the record as given, or none. `version` is that of the subject's last entry. */
export const correct = (
  draft: Draft,
  noun: NounName,
  id: string,
  before: Loose | null,
  after: Loose | null,
  options: {
    readonly type: Fact
    readonly corrects: `act_${string}`
    readonly reason: string
    readonly version: number
  },
): Entry =>
  record(draft, {
    noun,
    before,
    after,
    id,
    type: options.type,
    at: draft.context.at,
    version: options.version + 1,
    data: { reason: options.reason },
    corrects: options.corrects,
  })

/** An entry about a subject that is no more, and stays so. `version` is that of the subject's last entry. */
export const tell = (
  draft: Draft,
  noun: NounName,
  subject: { readonly id: string; readonly version: number },
  type: Fact,
  data: Said,
): void => {
  const change = { noun, id: subject.id, type, at: draft.context.at, data }
  draft.entries.push(entryOf(draft, change, subject.version + 1, null))
}

/** What the draft says, ready to commit. */
export const changeSet = (draft: Draft, idempotency: ChangeSet["idempotency"]): ChangeSet => ({
  workspace: draft.context.workspace,
  recordedAt: draft.context.now,
  records: [...draft.records.values()],
  named: Attaching.named(draft),
  ...Basis.beside(draft),
  entries: draft.entries,
  visitsClosed: draft.visitsClosed,
  visitsOpened: draft.visitsOpened,
  visitsRewritten: draft.visitsRewritten,
  linksAdded: draft.linksAdded,
  linksRemoved: draft.linksRemoved,
  keysDropped: [...draft.keys].flatMap(([id, { fresh }]) => (fresh ? [] : [id])),
  keysAdded: [...draft.keys].flatMap(([id, { keys }]) => keys.map((key) => ({ key, id }))),
  blobs: draft.blobs,
  erasure: draft.erasure,
  searched: [],
  idempotency,
})
