import type { ChangeSet, Link, RecordWrite } from "../../src/domain/ChangeSet.js"
import type { Row } from "../../src/ports/Storage.js"
import * as Indexed from "../../src/search/Indexed.js"
import { at, type Person, person } from "./People.js"

/** So many people land at once. */
export const perCommit = 5000

/** Ranges of so many of a number of people. */
export const batches = (count: number): ReadonlyArray<readonly [from: number, to: number]> =>
  Array.from({ length: Math.ceil(count / perCommit) }, (_, n) => [n * perCommit, Math.min(count, (n + 1) * perCommit)])

const kept = { version: 1, createdAt: at, createdBy: "maya", updatedAt: at, updatedBy: "maya" }

const noteOf = ({ note, record }: Person): Row & { readonly id: string } => ({
  ...kept,
  id: record.id.replace("cand", "note"),
  body: note,
  action: "call",
  subjects: [{ type: "candidate", id: record.id }],
})

/** Whoever is ready has signed. */
const consentOf = ({ record }: Person): Row & { readonly id: string } => ({
  ...kept,
  id: record.id.replace("cand", "consent"),
  kind: "granted",
  stage: "granted",
  stageSince: at,
  candidateId: record.id,
  purpose: "represent",
  clientId: null,
  positionId: null,
  documentId: null,
  grantedAt: at,
  expiresAt: null,
  endedAt: null,
  reason: null,
})

/** The people of a commit in the order in which they are indexed: those first about whom there is nothing else. */
export const inOrder = (from: number, to: number): ReadonlyArray<Person> => {
  const all = Array.from({ length: to - from }, (_, n) => person(from + n))
  const isAlone = ({ note, record }: Person) => note === null && record.stage !== "ready"
  return [...all.filter(isAlone), ...all.filter((one) => !isAlone(one))]
}

/** A commit of some of the people with their notes and consents and what searches find of them, and nothing else. */
export const commitOf = (workspace: string, from: number, to: number): ChangeSet => {
  const records: Array<RecordWrite> = []
  const linksAdded: Array<Link> = []
  const add = (noun: RecordWrite["noun"], record: Row & { readonly id: string }) =>
    records.push({ noun, id: record.id, expects: 0, record })
  for (const one of inOrder(from, to)) {
    add("candidate", one.record)
    if (one.record.stage === "ready") add("consent", consentOf(one))
    if (one.note === null) continue
    const note = noteOf(one)
    add("note", note)
    linksAdded.push({ noun: "note", id: note.id, subjectType: "candidate", subjectId: one.record.id })
  }
  const changes: ChangeSet = {
    workspace,
    recordedAt: at,
    records,
    named: [],
    rests: [],
    wholes: [],
    entries: [],
    visitsClosed: [],
    visitsOpened: [],
    visitsRewritten: [],
    linksAdded,
    linksRemoved: [],
    keysDropped: [],
    keysAdded: [],
    blobs: [],
    erasure: null,
    searched: [],
    idempotency: null,
  }
  const notes = new Map(
    records.flatMap(({ id, noun, record }) =>
      noun === "note" && record !== null ? [[id, { note: record, comments: [] }] as const] : [],
    ),
  )
  const sources = { locate: () => null, textOf: () => "" }
  return { ...changes, searched: Indexed.of(changes, sources, { ...Indexed.nothing, notes }) }
}
