import * as Effect from "effect/Effect"
import type { ChangeSet } from "../domain/ChangeSet.js"
import { isKeyed } from "../domain/duplicate/Keyed.js"
import type { NounName } from "../domain/Nouns.js"
import type { Row, Storage } from "../ports/Storage.js"
import type { StorageFailure } from "../ports/StorageError.js"
import * as Cities from "../search/Cities.js"
import * as Indexed from "../search/Indexed.js"
import * as PlainText from "../search/PlainText.js"
import type { Config } from "./Config.js"
import * as Formerly from "./Formerly.js"
import { having } from "./Referring.js"

/** What of the configuration says how records are found. */
export const sourcesOf = ({ geocoder, textOf }: Config): Indexed.Sources => ({
  locate: geocoder ?? Cities.locate,
  textOf: textOf ?? PlainText.textOf,
})

/** The nouns of which searches find something at other records. */
const telling: ReadonlySet<NounName> = new Set(["note", "comment", "consent", "alias"])

/** The candidates of the consents that a ChangeSet takes away: their rows are the last to tell. */
const owners = (storage: Storage, changes: ChangeSet): Effect.Effect<ReadonlyMap<string, string>, StorageFailure> => {
  const gone = changes.records.flatMap(({ id, noun, record }) => (noun === "consent" && record === null ? [id] : []))
  return gone.length === 0
    ? Effect.succeed(new Map())
    : Effect.map(
        storage.get(changes.workspace, "consent", gone),
        (rows) => new Map(rows.map((row) => [String(row.id), String(row.candidateId)])),
      )
}

/** The notes that are written, and those whose comments are: as they will be, each with all that is said to it. */
const notes = (
  storage: Storage,
  { records, workspace }: ChangeSet,
): Effect.Effect<Indexed.Beside["notes"], StorageFailure> =>
  Effect.gen(function* () {
    const comments = records.filter(({ noun }) => noun === "comment")
    const gone = comments.flatMap(({ id, record }) => (record === null ? [id] : []))
    const said = new Map<string, Row>()
    if (gone.length > 0) for (const row of yield* storage.get(workspace, "comment", gone)) said.set(String(row.id), row)
    for (const { id, record } of comments) if (record !== null) said.set(id, record)
    const about = new Set([...said.values()].map(({ noteId }) => String(noteId)))

    const written = new Map<string, Row | null>()
    const old: Array<string> = []
    for (const { expects, id, noun, record } of records) {
      if (noun !== "note") continue
      written.set(id, record)
      if (expects > 0 && record !== null) old.push(id)
    }
    const unwritten = [...about].filter((id) => !written.has(id))
    if (unwritten.length > 0)
      for (const row of yield* storage.get(workspace, "note", unwritten)) written.set(String(row.id), row)

    for (const row of yield* having({ storage }, workspace, "comment", "noteId", [...old, ...unwritten]))
      if (!said.has(String(row.id))) said.set(String(row.id), row)
    const taken = new Set(gone)
    const found = new Map<string, { readonly note: Row; readonly comments: Array<string> }>()
    for (const [id, note] of written) if (note !== null) found.set(id, { note, comments: [] })
    for (const [id, row] of [...said].toSorted(([a], [b]) => (a < b ? -1 : 1)))
      if (!taken.has(id)) found.get(String(row.noteId))?.comments.push(String(row.body))
    return found
  })

/**
 * What is found of records by what was merged into them: given to whom a merge leaves, taken from whom an unmerge leaves
 * or an erasure takes.
 */
const formers = (
  storage: Storage,
  { entries, erasure, records, workspace }: ChangeSet,
): Effect.Effect<Indexed.Beside["formers"], StorageFailure> =>
  Effect.gen(function* () {
    const aliases = records.filter(({ noun }) => noun === "alias")
    const gone = aliases.flatMap(({ id, record }) => (record === null ? [id] : []))
    const given = aliases.flatMap(({ record }) => (record === null ? [] : [record]))
    const taken = gone.length === 0 ? [] : yield* storage.get(workspace, "alias", gone)
    const erased = erasure === null ? [] : records.flatMap(({ id, noun }) => (isKeyed(noun) ? [id] : []))
    const formerIds = [...given, ...taken].map(({ formerId }) => String(formerId))
    if (formerIds.length + erased.length === 0) return []
    const before = yield* Formerly.formersOf(storage, workspace, [...formerIds, ...erased])
    const last = yield* Formerly.lastOf(
      storage,
      workspace,
      given.map(({ formerId }) => String(formerId)),
      entries,
    )
    const found: Array<Indexed.Beside["formers"][number]> = []
    const goneAliases = new Set(gone)
    const of = (id: string) => (before.get(id) ?? []).filter(({ aliasId }) => !goneAliases.has(aliasId))
    const on = new Map([...given, ...taken].map(({ currentId, formerId }) => [String(formerId), String(currentId)]))
    const end = (id: string): string => {
      const next = on.get(id)
      return next === undefined ? id : end(next)
    }
    for (const alias of given) {
      const [id, formerId] = [end(String(alias.currentId)), String(alias.formerId)]
      const row = last.get(formerId)
      if (row !== undefined) found.push({ aliasId: String(alias.id), id, row })
      for (const { aliasId, row } of of(formerId))
        found.push({ aliasId, id: formerId, row: null }, { aliasId, id, row })
    }
    for (const alias of taken) {
      const [id, formerId] = [end(String(alias.currentId)), String(alias.formerId)]
      found.push({ aliasId: String(alias.id), id, row: null })
      for (const { aliasId, row } of of(formerId))
        found.push({ aliasId, id, row: null }, { aliasId, id: formerId, row })
    }
    for (const id of erased) for (const { aliasId } of of(id)) found.push({ aliasId, id, row: null })
    return found
  })

const beside = (storage: Storage, changes: ChangeSet): Effect.Effect<Indexed.Beside, StorageFailure> =>
  changes.erasure !== null || changes.records.some(({ noun }) => telling.has(noun))
    ? Effect.all({
        owners: owners(storage, changes),
        notes: notes(storage, changes),
        formers: formers(storage, changes),
      })
    : Effect.succeed(Indexed.nothing)

/** Adds to a ChangeSet what searches find of it. */
export const withSearched =
  (storage: Storage, config: Config) =>
  (changes: ChangeSet): Effect.Effect<ChangeSet, StorageFailure> =>
    changes.searched.length > 0
      ? Effect.succeed(changes)
      : Effect.map(beside(storage, changes), (known) => ({
          ...changes,
          searched: Indexed.of(changes, sourcesOf(config), known),
        }))

/** The storage, to which every commit says what searches find of it. */
export const searchable = (storage: Storage, config: Config): Storage => {
  const add = withSearched(storage, config)
  return { ...storage, commit: (changes) => Effect.flatMap(add(changes), storage.commit) }
}
