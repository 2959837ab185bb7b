import * as Either from "effect/Either"
import * as Consent from "../candidate/Consent.js"
import * as Decode from "../Decode.js"
import { isErasure, isFact } from "../Fact.js"
import type { Entry } from "../Ledger.js"
import * as Noun from "../Noun.js"
import { type NounName, nounOf, Nouns } from "../Nouns.js"
import { ConsentRequired, type Issue } from "../Refusal.js"
import { apply, voided } from "../Replay.js"
import * as Said from "../Said.js"
import { same } from "../Same.js"
import * as Belonging from "./Belonging.js"
import type { Row } from "./Exported.js"
import type { Person } from "./Person.js"

/** One record of a person with everything that the ledger says of it; null where it was merged away. */
export interface Story {
  readonly noun: NounName
  readonly id: string
  readonly record: Row | null
  readonly entries: ReadonlyArray<Entry>
}

/** What is read of an export, with the ids of what is here in place of those that stand for it there. */
export interface Told {
  readonly person: Person
  readonly stories: ReadonlyArray<Story>
}

const fields: ReadonlyMap<NounName, ReadonlySet<string>> = new Map(
  (Object.keys(Nouns) as ReadonlyArray<NounName>).map((noun) => [
    noun,
    new Set(["id", ...Object.keys(Noun.allFields(Nouns[noun]))]),
  ]),
)

const wrong = (path: Issue["path"], message: string) => Either.left<ReadonlyArray<Issue>>([{ path, message }])

const all = (issues: ReadonlyArray<Issue>, path: Issue["path"]): Either.Either<void, ReadonlyArray<Issue>> =>
  issues.length === 0 ? Either.void : Either.left(issues.map((issue) => ({ ...issue, path: [...path, ...issue.path] })))

/** The stories that an export tells. Each must end in the record that is given: a history is not to be made up. */
export const stories = (person: Person): Either.Either<ReadonlyArray<Story>, ReadonlyArray<Issue>> =>
  Either.gen(function* () {
    const { entries, formerIds, records, root } = person
    const histories = new Map<string, Array<Entry>>()
    const states = new Map<string, Row | null>()
    for (const [index, entry] of entries.entries()) {
      const { id, type } = entry.subject
      const before = histories.get(id) ?? []
      if (nounOf(id) !== type) yield* wrong(["entries", index, "subject"], `is no ${type}`)
      if (entry.version !== before.length + 1)
        yield* wrong(["entries", index, "version"], `is not the next of ${id}: ${before.length + 1}`)
      // What no noun has, no erasure would find.
      const unknown = Object.keys(entry.patch ?? {}).find((name) => fields.get(type)?.has(name) !== true)
      if (unknown !== undefined) yield* wrong(["entries", index, "patch", unknown], `is no field of a ${type}`)
      // Whoever was erased does not come in, and who says so of somebody else made it up.
      if (!isFact(entry.type) || isErasure(entry.type))
        yield* wrong(["entries", index, "type"], "is nothing that comes in with a person")
      yield* all(Said.issues(type, entry.data), ["entries", index, "data"])
      if (entry.patch !== null && entry.patch.version !== entry.version)
        yield* wrong(["entries", index, "patch", "version"], `is not the entry's: ${entry.version}`)
      // What a record said meanwhile stays in the ledger: it has to be a record's each time, and not only in the end.
      const row = apply(states.get(id) ?? null, entry)
      if (row !== null) yield* all(Decode.exact(type, row), ["entries", index, "patch"])
      if (row !== null && row.id !== id) yield* wrong(["entries", index, "patch", "id"], "is not the subject's")
      states.set(id, row)
      before.push(entry)
      histories.set(id, before)
    }
    const told: Array<Story> = []
    const tell = (noun: NounName, record: Row, path: Issue["path"]) =>
      Either.gen(function* () {
        const id = String(record.id)
        const history = histories.get(id) ?? []
        histories.delete(id)
        yield* all(Decode.exact(noun, record), path)
        if (!same(states.get(id) ?? null, record)) yield* wrong(path, "is not what its entries give")
        told.push({ noun, id, record, entries: history })
      })
    yield* tell(root.noun, root.record, [root.noun])
    for (const [noun, rows] of Object.entries(records))
      for (const [index, row] of (rows ?? []).entries()) yield* tell(noun as NounName, row, ["records", noun, index])
    for (const [id, history] of histories) {
      const last = history.at(-1)
      if (last === undefined || last.patch !== null || !formerIds.includes(id))
        return yield* wrong(["entries"], `tell of ${id}, which is not in the export`)
      told.push({ noun: last.subject.type, id, record: null, entries: history })
    }
    const strangers = Belonging.strangers(person)
    return strangers.length === 0 ? told : yield* Either.left(strangers)
  })

/** A submission of the story that came before a client without a consent that covered it then, if there is one. */
export const unconsented = (entries: ReadonlyArray<Entry>): ConsentRequired | null => {
  const state = new Map<string, Row>()
  const gone = voided(entries)
  for (const entry of entries) {
    const before = state.get(entry.subject.id) ?? null
    const after = apply(before, entry)
    if (after === null) state.delete(entry.subject.id)
    else state.set(entry.subject.id, after)
    if (entry.subject.type !== "submission" || after === null || entry.corrects !== null || gone.has(entry.act))
      continue
    if (after.submittedAt === null || before?.submittedAt === after.submittedAt) continue
    const consent = state.get(String(after.consentId))
    const [candidateId, clientId, positionId] = [after.candidateId, after.clientId, after.positionId].map(String)
    const scope = { clientId: clientId ?? "", positionId: positionId ?? "" }
    const read = consent === undefined ? null : Either.getOrNull(Decode.record("consent", consent))
    if (read !== null && read.candidateId === candidateId && Consent.covers(read, scope, entry.at)) continue
    const consents = read === null ? [] : [{ id: read.id, kind: read.kind, because: "did not cover it then" }]
    return new ConsentRequired({ candidateId: candidateId ?? "", ...scope, consents })
  }
  return null
}
