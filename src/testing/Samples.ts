import type { ChangeSet, RecordWrite } from "../domain/ChangeSet.js"
import type { Entry, Json, Visit } from "../domain/Ledger.js"
import * as Noun from "../domain/Noun.js"
import { type NounName, Nouns } from "../domain/Nouns.js"
import type { Row } from "../ports/Storage.js"

/** An instant some seconds after a fixed one. */
export const instant = (seconds: number): string => new Date(Date.UTC(2026, 10, 23) + seconds * 1000).toISOString()

const samples: { readonly [column: string]: Json } = {
  text: "some text",
  integer: 7,
  boolean: true,
  instant: instant(0),
  date: "2027-01-04",
  json: ["a", { b: [1.5, null, true] }],
}

/** A record of the noun with a value in every field, those given in place of the samples. */
export const row = (noun: NounName, id: string, fields: Row = {}): Row => {
  const known = Object.entries(Noun.allFields(Nouns[noun])).map(([name, { column, refers }]): [string, Json] => [
    name,
    refers === undefined ? (samples[column] ?? null) : `${refers}_0`,
  ])
  const kind = Object.keys(Nouns[noun].kinds ?? {})[0]
  return { id, ...Object.fromEntries(known), ...(kind === undefined ? {} : { kind }), version: 1, ...fields }
}

export const created = (noun: NounName, record: Row): RecordWrite => ({
  noun,
  id: String(record.id),
  expects: 0,
  record,
})

export const entry = (n: number, subjectId: string, fields: Partial<Entry> = {}): Entry => ({
  id: `entry_${String(n).padStart(4, "0")}`,
  act: "act_0",
  type: "CandidateUpdated",
  subject: { type: "candidate", id: subjectId },
  version: 1,
  at: instant(n),
  recordedAt: instant(n),
  actor: "maya",
  corrects: null,
  data: {},
  patch: { name: "Ada" },
  ...fields,
})

export const visit = (n: number, subjectId: string, fields: Partial<Visit> = {}): Visit => ({
  id: `entry_${String(n).padStart(4, "0")}`,
  pipeline: "candidate",
  subjectId,
  kind: "new",
  stage: "new",
  enteredAt: instant(n),
  leftAt: null,
  leftFor: null,
  actor: "maya",
  reason: null,
  party: null,
  ...fields,
})

/** A ChangeSet of these parts and nothing else. */
export const changes = (workspace: string, parts: Partial<ChangeSet>): ChangeSet => ({
  workspace,
  recordedAt: instant(0),
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
