import type { ChangeSet } from "../domain/ChangeSet.js"
import type { Json } from "../domain/Ledger.js"
import { nounOf } from "../domain/Nouns.js"
import type { Searched } from "../domain/Searched.js"
import * as Document from "./Document.js"
import { isSearchable } from "./Fields.js"

/** What the outside knows that a search document needs. */
export interface Sources {
  readonly locate: Document.Locate
  /** The text of a file, empty where there is none to be had. */
  readonly textOf: (file: { readonly mediaType: string; readonly name: string; readonly bytes: Uint8Array }) => string
}

type Row = { readonly [field: string]: Json }

/** What the stored records beside a commit tell of those that it writes. */
export interface Beside {
  /** Whose consents they are that are taken away. */
  readonly owners: ReadonlyMap<string, string>
  /** The notes whose words change, by id: as they will be, with what colleagues say to them. */
  readonly notes: ReadonlyMap<string, { readonly note: Row; readonly comments: ReadonlyArray<string> }>
  /** What was merged into a record, by the alias that leads there: null where it is to be found by that no more. */
  readonly formers: ReadonlyArray<{ readonly aliasId: string; readonly id: string; readonly row: Row | null }>
}

export const nothing: Beside = { owners: new Map(), notes: new Map(), formers: [] }

const subjectsOf = (row: Row): ReadonlyArray<{ readonly type: string; readonly id: string }> =>
  Array.isArray(row.subjects)
    ? row.subjects.flatMap((subject: Json) =>
        typeof subject === "object" && subject !== null && "type" in subject && "id" in subject
          ? [{ type: String(subject.type), id: String(subject.id) }]
          : [],
      )
    : []

/** What of the records that a commit writes searches find: of themselves, and as parts of those they are about. */
export const of = (
  changes: ChangeSet,
  { locate, textOf }: Sources,
  { formers, notes, owners }: Beside,
): ReadonlyArray<Searched> => {
  const found: Array<Searched> = []
  const about = (
    part: string,
    subject: { readonly type: string; readonly id: string },
    document: Searched["document"],
  ) => {
    if (isSearchable(subject.type)) found.push({ noun: subject.type, id: subject.id, part, document })
  }
  for (const { id, noun, subjectId, subjectType } of changes.linksRemoved)
    if (noun === "note" || noun === "document") about(id, { type: subjectType, id: subjectId }, null)
  for (const { expects, id, noun, record } of changes.records) {
    if (isSearchable(noun)) {
      found.push({ noun, id, part: id, document: record === null ? null : Document.ofRecord(noun, record, locate) })
    } else if (record === null) {
      const owner = owners.get(id)
      if (owner !== undefined) about(id, { type: "candidate", id: owner }, null)
    } else if (noun === "document") {
      if (changes.erasure?.blobs.includes(String(record.blobKey)) === true) {
        for (const subject of subjectsOf(record)) about(id, subject, null)
        continue
      }
      const blob = changes.blobs.find(({ key }) => key === record.blobKey)
      const name = String(record.name)
      if (blob === undefined && expects > 0) {
        // Filed elsewhere: those it is newly about find it by its name.
        for (const link of changes.linksAdded)
          if (link.id === id)
            about(id, { type: link.subjectType, id: link.subjectId }, Document.ofText("document", name))
        continue
      }
      const text =
        blob === undefined
          ? ""
          : (blob.text ?? textOf({ mediaType: String(record.mediaType), name, bytes: blob.bytes }))
      const document = Document.ofText("document", name, text)
      for (const subject of subjectsOf(record)) about(id, subject, document)
    } else if (noun === "consent") {
      about(id, { type: "candidate", id: String(record.candidateId) }, Document.ofConsent(String(record.kind)))
    }
  }
  for (const { aliasId, id, row } of formers) {
    const noun = nounOf(id)
    if (noun === undefined || !isSearchable(noun)) continue
    found.push({ noun, id, part: aliasId, document: row === null ? null : Document.ofFormer(noun, row) })
  }
  for (const [id, { comments, note }] of notes) {
    const document = Document.ofText("note", String(note.body), ...comments)
    for (const subject of subjectsOf(note)) about(id, subject, document)
  }
  return found
}
