import * as Draft from "../Draft.js"
import { type NounName, type RecordOf, recordsOf } from "../Nouns.js"
import { written } from "../privacy/Answers.js"
import * as Adopt from "./Adopt.js"
import { type Given, idsOf, type Loaded } from "./Given.js"
import type { Told } from "./History.js"
import * as Shared from "./Shared.js"

/** A record that did not come along, and why. */
export interface LeftOut {
  readonly noun: NounName
  readonly id: string
  readonly because: string
}

type About = RecordOf<"note"> | RecordOf<"document">

export const hereOf = ({ comments, documents, notes }: Loaded): Shared.Here => ({
  note: notes,
  comment: comments,
  document: documents,
})

/** A note or a document that came with somebody else is about this person, too. */
const join = (draft: Draft.Draft, noun: "note" | "document", here: About, also: About): void => {
  const more = also.subjects.filter(({ id }) => !here.subjects.some((one) => one.id === id))
  const type = noun === "note" ? "NoteImported" : "DocumentImported"
  Draft.amend(draft, noun, here as never, type, { subjects: [...here.subjects, ...more] })
}

/** Takes over every record of the person with its history. */
export const adopt = (
  draft: Draft.Draft,
  { person, stories }: Told,
  loaded: Loaded,
  input: Given,
): ReadonlyArray<LeftOut> => {
  const left: Array<LeftOut> = []
  const shared = new Map<string, About>([...loaded.notes, ...loaded.documents].map((one) => [one.id, one]))
  const here = new Set(idsOf(loaded.comments))
  const changed = new Set(Shared.met(person, hereOf(loaded)).flatMap(({ id, isSaid }) => (isSaid ? [] : id)))
  const answered = recordsOf("equalOpportunity", stories).reduce<RecordOf<"equalOpportunity"> | null>(
    (last, one) => (last === null || last.collectedAt <= one.collectedAt ? one : last),
    null,
  )
  for (const story of stories) {
    const { id, noun, record } = story
    const known = shared.get(id)
    const noteId = noun === "comment" ? String(record?.noteId) : id
    if (changed.has(id) || changed.has(noteId)) {
      left.push({ noun, id, because: "is here with other words, and was not made to be about this person" })
      continue
    }
    if (known !== undefined) join(draft, noun === "note" ? "note" : "document", known, record as never)
    if (known !== undefined || here.has(id)) continue
    if (noun === "equalOpportunity") {
      if (!input.equalOpportunity || person.equalOpportunity === null || id !== answered?.id) {
        left.push({ noun, id, because: "was answered elsewhere: it comes along only where that is asked for" })
        continue
      }
      draft.blobs.push({ key: answered.blobKey, bytes: written(person.equalOpportunity) })
    }
    Adopt.adopt(draft, story)
  }
  // In the order in which it happened there: whoever replays the ledger meets a consent before what rests on it.
  const place = new Map(person.entries.map((entry, index) => [String(entry.id), index]))
  draft.entries.sort((a, b) => (place.get(a.id) ?? -1) - (place.get(b.id) ?? -1))
  for (const { blobKey, id } of recordsOf("document", stories)) {
    const bytes = Object.hasOwn(person.files, id) ? person.files[id] : undefined
    if (bytes === undefined) left.push({ noun: "document", id, because: "has no file: its record came without" })
    else if (!shared.has(id)) {
      const text = input.texts[id] ?? null
      draft.blobs.push({ key: blobKey, bytes, ...(text === null ? {} : { text }) })
    }
  }
  return left
}
