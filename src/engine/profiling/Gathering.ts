import * as Effect from "effect/Effect"
import * as Either from "effect/Either"
import { asOf } from "../../domain/AsOf.js"
import * as Decode from "../../domain/Decode.js"
import type { Document } from "../../domain/document/Document.js"
import type { Instant } from "../../domain/Field.js"
import type { NounName, RecordOf } from "../../domain/Nouns.js"
import type { Comment } from "../../domain/note/Comment.js"
import type { Note } from "../../domain/note/Note.js"
import * as Plan from "../../domain/Plan.js"
import type { CorruptRecord } from "../../domain/Refusal.js"
import type { Row } from "../../ports/Storage.js"
import type { StorageFailure } from "../../ports/StorageError.js"
import * as Aliases from "../Aliases.js"
import type { Engine } from "../Engine.js"
import { allRows } from "../Referring.js"
import * as Timeline from "./Timeline.js"

/** Rows as records of now, with those put aside that do not decode. */
export interface Sorting {
  readonly of: <N extends NounName>(noun: N, rows: ReadonlyArray<Row> | undefined) => ReadonlyArray<RecordOf<N>>
  readonly damaged: ReadonlyArray<CorruptRecord>
}

export const sorting = (engine: Engine, at: Instant): Sorting => {
  const damaged: Array<CorruptRecord> = []
  return {
    damaged,
    of: (noun, rows) =>
      (rows ?? []).flatMap((row) => {
        const record = Decode.record(noun, row)
        if (Either.isRight(record)) return [asOf(noun, record.right, at, engine.config.pipelines ?? {})]
        damaged.push(record.left)
        return []
      }),
  }
}

/** A note with what colleagues say of it, oldest first. */
export interface Discussed {
  readonly note: Note
  readonly comments: ReadonlyArray<Comment>
}

/** What was written about a record and filed with it, newest first. */
export interface Written {
  readonly notes: ReadonlyArray<Discussed>
  readonly documents: ReadonlyArray<Document>
}

const commenting = Plan.plan({ comments: { noun: "comment", by: { noteId: { given: "notes" } } } })

/** How many subjects one look-up asks about. */
const together = 5_000

const newestFirst = (a: { readonly id: string }, b: { readonly id: string }): number =>
  a.id < b.id ? 1 : a.id > b.id ? -1 : 0

/** The notes and documents about any of the ids: a look-up each for 5,000 ids, and one for all comments. */
export const written = (
  engine: Engine,
  workspace: string,
  ids: ReadonlyArray<string>,
  sort: Sorting,
): Effect.Effect<Written, StorageFailure> =>
  Effect.gen(function* () {
    const notes = new Map<string, Row>()
    const documents = new Map<string, Row>()
    for (let from = 0; from < ids.length; from += together) {
      const filter = { about: ids.slice(from, from + together) }
      for (const row of yield* allRows(engine, workspace, "note", filter)) notes.set(String(row.id), row)
      for (const row of yield* allRows(engine, workspace, "document", filter)) documents.set(String(row.id), row)
    }
    const given = { notes: [...notes.keys()] }
    const loaded =
      notes.size === 0 ? null : yield* engine.storage.load({ workspace, plan: commenting, given, idempotencyKey: null })
    const comments = sort.of("comment", loaded?.rows.comments)
    return {
      notes: sort
        .of("note", [...notes.values()])
        .map((note) => ({ note, comments: comments.filter(({ noteId }) => noteId === note.id) }))
        .sort((a, b) => newestFirst(a.note, b.note)),
      documents: sort.of("document", [...documents.values()]).toSorted(newestFirst),
    }
  })

/** Who stood for the record before, and the timeline of all of it. */
export const timeline = (
  engine: Engine,
  workspace: string,
  own: { readonly id: string },
  hanging: ReadonlyArray<{ readonly id: string }>,
  { documents, notes }: Written,
  asked: Timeline.Asked,
): Effect.Effect<{ readonly formerIds: ReadonlyArray<string>; readonly timeline: Timeline.Timeline }, StorageFailure> =>
  Effect.gen(function* () {
    const formerIds = yield* Aliases.formersOf(engine.storage, workspace, own.id)
    const filed = [...notes.flatMap(({ comments, note }) => [note, ...comments]), ...documents]
    const subjects = new Set([own.id, ...formerIds, ...[...hanging, ...filed].map(({ id }) => id)])
    const entries = yield* engine.storage.entries(workspace, { subjects: [...subjects] })
    return { formerIds, timeline: Timeline.of(entries, asked) }
  })
