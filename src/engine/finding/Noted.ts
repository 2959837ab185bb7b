import * as Effect from "effect/Effect"
import { isFields } from "../../domain/Input.js"
import type { Row } from "../../ports/Storage.js"
import type { StorageFailure } from "../../ports/StorageError.js"
import * as Document from "../../search/Document.js"
import type { Engine } from "../Engine.js"
import { having } from "../Referring.js"

type Texts = ReturnType<typeof Document.ofText>["texts"]

/** How many notes about a hit are looked through for highlights. */
const notesEach = 20

const isAbout = (note: Row, id: string): boolean =>
  Array.isArray(note.subjects) && note.subjects.some((one) => isFields(one) && one.id === id)

/** The newest notes about each of these records, with what is said to them: asked for together, since each round trip counts. */
export const notedOf = (
  engine: Engine,
  workspace: string,
  ids: ReadonlyArray<string>,
): Effect.Effect<ReadonlyMap<string, Texts>, StorageFailure> =>
  Effect.gen(function* () {
    if (ids.length === 0) return new Map()
    const newest = (about: ReadonlyArray<string>) =>
      engine.storage.list({
        workspace,
        noun: "note",
        filter: { about },
        order: { field: "id", direction: "desc" },
        limit: notesEach * about.length,
        after: null,
      })
    const together = yield* newest(ids)
    const isWhole = together.length < notesEach * ids.length
    const notes = new Map<string, ReadonlyArray<Row>>()
    for (const id of ids) {
      const own = together.filter((note) => isAbout(note, id)).slice(0, notesEach)
      // Notes about others took the room of older ones about it.
      notes.set(id, isWhole || own.length === notesEach ? own : yield* newest([id]))
    }
    const noteIds = [...notes.values()].flat().map((note) => String(note.id))
    const comments = yield* having(engine, workspace, "comment", "noteId", [...new Set(noteIds)])
    const said = (about: ReadonlyArray<Row>) => {
      const own = new Set(about.map(({ id }) => id))
      return [...about, ...comments.filter(({ noteId }) => own.has(noteId))]
    }
    const texts = (rows: ReadonlyArray<Row>) => rows.flatMap(({ body }) => Document.ofText("note", String(body)).texts)
    return new Map([...notes].map(([id, about]) => [id, texts(said(about))]))
  })
