import * as Either from "effect/Either"
import type { Candidate } from "../domain/candidate/Candidate.js"
import { Create } from "../domain/candidate/Fields.js"
import * as Decode from "../domain/Decode.js"
import type { Json } from "../domain/Ledger.js"
import { type NounName, nounOf, type RecordOf } from "../domain/Nouns.js"

type Row = { readonly [field: string]: Json }

/** Everything about one person, as `candidates.export` gives it. */
export interface ExportedPerson {
  readonly candidate: Candidate
  readonly records: { readonly [noun: string]: ReadonlyArray<Row> | undefined }
  /** The bytes of documents in base64, by the document's id. */
  readonly files: { readonly [documentId: string]: string }
}

interface Told {
  readonly at: string
  readonly idempotencyKey: string
}

interface Made {
  readonly id: string
}

/** The operations that a person comes in by: a client such as `crm.as("maya")`. */
export interface PersonTarget {
  readonly candidates: {
    create(input: object, options: Told): Promise<Made>
    screen(id: string, input: object, options: Told): Promise<unknown>
    requestConsent(id: string, input: object, options: Told): Promise<Made>
    signConsent(id: string, input: object, options: Told): Promise<unknown>
    deactivate(id: string, input: object, options: Told): Promise<unknown>
    markDoNotUse(id: string, input: object, options: Told): Promise<unknown>
  }
  readonly documents: { attach(input: object, options: Told): Promise<Made> }
  readonly notes: {
    write(input: object, options: Told): Promise<Made>
    comment(id: string, input: object, options: Told): Promise<unknown>
  }
}

/** A record that did not come along, and why. */
export interface LeftOut {
  readonly noun: NounName
  readonly id: string
  readonly because: string
}

export interface PersonImported {
  readonly candidateId: string
  /** The ids here by those in the export. */
  readonly ids: { readonly [id: string]: string }
  readonly left: ReadonlyArray<LeftOut>
}

const fields = Object.keys(Create.fields)

interface Reading {
  readonly left: Array<LeftOut>
  readonly of: <N extends NounName>(noun: N) => ReadonlyArray<RecordOf<N>>
}

const reading = ({ records }: ExportedPerson): Reading => {
  const left: Array<LeftOut> = []
  return {
    left,
    of: (noun) =>
      (Object.hasOwn(records, noun) ? (records[noun] ?? []) : []).flatMap((row) => {
        const record = Decode.record(noun, row)
        if (Either.isRight(record)) return [record.right]
        left.push({ noun, id: String(row.id), because: record.left.message })
        return []
      }),
  }
}

/** A step of the person's story and when it took place. */
interface Step {
  readonly at: string
  readonly run: () => Promise<void>
}

const carried: ReadonlyArray<string> = ["consent", "document", "note", "comment"]

/**
 * Brings a person from an export into another workspace by ordinary commands, back-dated: the profile, screening,
 * requested and live consents with what was signed, documents, notes. The ledger there says who brought them, under ids
 * of its own. What rests on the other agency's positions stays out, and is told of. Called again, it goes on.
 *
 * Rejects as the commands do.
 */
export const importPerson = async (target: PersonTarget, person: ExportedPerson): Promise<PersonImported> => {
  const { candidate } = person
  const { left, of } = reading(person)
  const options = (id: string, at: string): Told => ({ at, idempotencyKey: `person ${candidate.id} ${id}` })
  const given = Object.fromEntries(Object.entries(candidate).filter(([name]) => fields.includes(name)))
  const { id } = await target.candidates.create(given, options(candidate.id, candidate.createdAt))
  const ids = new Map<string, string>([[candidate.id, id]])

  for (const document of of("document")) {
    const { name, mediaType, category, createdAt } = document
    const bytes = Object.hasOwn(person.files, document.id) ? person.files[document.id] : undefined
    if (bytes === undefined) {
      left.push({ noun: "document", id: document.id, because: "has no file" })
      continue
    }
    const file = { name, mediaType, category, bytes: Uint8Array.from(Buffer.from(bytes, "base64")), about: [id] }
    ids.set(document.id, (await target.documents.attach(file, options(document.id, createdAt))).id)
  }

  const steps: Array<Step> = []
  const step = (at: string, run: () => Promise<unknown>) => steps.push({ at, run: async () => void (await run()) })
  const { screenedAt, stageSince, kind, reason } = candidate
  if (screenedAt !== null)
    step(screenedAt, () => target.candidates.screen(id, { outcome: "passed" }, options("screened", screenedAt)))
  for (const consent of of("consent")) {
    const { purpose, createdAt, grantedAt, expiresAt } = consent
    const documentId = ids.get(consent.documentId ?? "")
    const limited = consent.clientId !== null || consent.positionId !== null
    if (!limited && consent.kind === "requested")
      step(createdAt, () => target.candidates.requestConsent(id, { purpose }, options(consent.id, createdAt)))
    else if (!limited && consent.kind === "granted" && grantedAt !== null && documentId !== undefined) {
      const signed = { purpose, documentId, expiresAt }
      step(grantedAt, () => target.candidates.signConsent(id, signed, options(consent.id, grantedAt)))
    } else left.push({ noun: "consent", id: consent.id, because: limited ? "is for one client" : `is ${consent.kind}` })
  }
  if (kind === "doNotUse")
    step(stageSince, () => target.candidates.markDoNotUse(id, { reason }, options("kind", stageSince)))
  else if (kind === "inactive")
    step(stageSince, () => target.candidates.deactivate(id, { reason }, options("kind", stageSince)))
  else if (kind === "placed" || kind === "anonymized")
    left.push({ noun: "candidate", id: candidate.id, because: `is ${kind} there` })
  for (const { run } of steps.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))) await run()

  for (const note of of("note")) {
    const { body, action, createdAt } = note
    ids.set(note.id, (await target.notes.write({ body, action, about: [id] }, options(note.id, createdAt))).id)
  }
  for (const comment of of("comment")) {
    const noteId = ids.get(comment.noteId)
    const { body, createdAt } = comment
    if (noteId === undefined) left.push({ noun: "comment", id: comment.id, because: "is on a note that is not here" })
    else await target.notes.comment(noteId, { body }, options(comment.id, createdAt))
  }
  for (const rows of Object.values(person.records))
    for (const { id: other } of rows ?? []) {
      const noun = nounOf(String(other))
      if (noun !== undefined && !carried.includes(noun))
        left.push({ noun, id: String(other), because: "rests on what is not here" })
    }
  return { candidateId: id, ids: Object.fromEntries(ids), left }
}
