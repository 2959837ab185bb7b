import type { ChangeSet, RecordWrite } from "../../../src/domain/ChangeSet.js"
import type { Entry, Json, Visit } from "../../../src/domain/Ledger.js"
import * as Noun from "../../../src/domain/Noun.js"
import { type NounName, Nouns } from "../../../src/domain/Nouns.js"

export const instant = (second: number): string => new Date(Date.UTC(2026, 10, 23) + second * 1000 + 7).toISOString()

const sample = {
  text: "Zoë 🦊 “x” ‏ı",
  integer: 9_007_199_254_740_991,
  boolean: true,
  instant: instant(1),
  date: "2027-01-04",
  json: { list: ["a", 1.5, null, true], "": { b: [] } },
} as const

/** A record of the noun with a value in every field, or only in those that must have one. */
export const record = (
  noun: NounName,
  id: string,
  fields: { readonly [field: string]: Json } = {},
  full = true,
): { readonly [field: string]: Json } => ({
  id,
  ...Object.fromEntries(
    Object.entries(Noun.allFields(Nouns[noun])).map(([name, { column, nullable }]): [string, Json] => [
      name,
      nullable && !full ? null : sample[column],
    ]),
  ),
  ...(Nouns[noun].kinds === null ? {} : { kind: Object.keys(Nouns[noun].kinds)[0] ?? "" }),
  version: 1,
  ...fields,
})

export const created = (noun: NounName, id: string, fields: { readonly [field: string]: Json } = {}): RecordWrite => ({
  noun,
  id,
  expects: 0,
  record: record(noun, id, fields),
})

export const entry = (id: string, subjectId: string, fields: Partial<Entry> = {}): Entry => ({
  id: `entry_${id}`,
  act: "act_1",
  type: "CandidateCreated",
  subject: { type: "candidate", id: subjectId },
  version: 1,
  at: instant(0),
  recordedAt: instant(1),
  actor: "maya",
  corrects: null,
  data: { why: "“because”" },
  patch: { name: "Ada" },
  ...fields,
})

export const visit = (id: string, subjectId: string, fields: Partial<Visit> = {}): Visit => ({
  id: `entry_${id}`,
  pipeline: "candidate",
  subjectId,
  kind: "new",
  stage: "new",
  enteredAt: instant(0),
  leftAt: null,
  leftFor: null,
  actor: "maya",
  reason: null,
  party: null,
  ...fields,
})

export const changes = (workspace: string, parts: Partial<ChangeSet> = {}): ChangeSet => ({
  workspace,
  recordedAt: instant(1),
  records: [],
  named: [],
  rests: [],
  wholes: [],
  entries: [],
  visitsClosed: [],
  visitsOpened: [],
  visitsRewritten: [],
  linksAdded: [],
  linksRemoved: [],
  keysDropped: [],
  keysAdded: [],
  erasure: null,
  blobs: [],
  searched: [],
  idempotency: null,
  ...parts,
})
