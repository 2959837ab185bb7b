import * as Effect from "effect/Effect"
import type { ChangeSet } from "../domain/ChangeSet.js"
import type { Storage } from "../ports/Storage.js"
import type { StorageFailure } from "../ports/StorageError.js"
import * as Cities from "../search/Cities.js"
import * as Indexed from "../search/Indexed.js"
import * as PlainText from "../search/PlainText.js"
import type { Config } from "./Config.js"

/** What of the configuration says how records are found. */
export const sourcesOf = ({ geocoder, textOf }: Config): Indexed.Sources => ({
  locate: geocoder ?? Cities.locate,
  textOf: textOf ?? PlainText.textOf,
})

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

/** Adds to a ChangeSet what searches find of it. */
export const withSearched =
  (storage: Storage, config: Config) =>
  (changes: ChangeSet): Effect.Effect<ChangeSet, StorageFailure> =>
    changes.searched.length > 0
      ? Effect.succeed(changes)
      : Effect.map(owners(storage, changes), (known) => ({
          ...changes,
          searched: Indexed.of(changes, sourcesOf(config), known),
        }))

/** The storage, to which every commit says what searches find of it. */
export const searchable = (storage: Storage, config: Config): Storage => {
  const add = withSearched(storage, config)
  return { ...storage, commit: (changes) => Effect.flatMap(add(changes), storage.commit) }
}
