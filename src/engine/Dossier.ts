import * as Effect from "effect/Effect"
import * as Noun from "../domain/Noun.js"
import { type NounName, Nouns } from "../domain/Nouns.js"
import * as Belonging from "../domain/person/Belonging.js"
import type { Row } from "../ports/Storage.js"
import type { StorageFailure } from "../ports/StorageError.js"
import type * as Engine from "./Engine.js"
import { allRows, having } from "./Referring.js"

export const nouns = Object.keys(Nouns) as ReadonlyArray<NounName>

/** The nouns whose records are a person's, so that what refers to them is, too. */
export const owned: ReadonlySet<NounName> = new Set<NounName>([
  "candidate",
  "contact",
  "consent",
  "submission",
  "interview",
  "offer",
  "placement",
  "note",
])

/** A record with its noun. */
export interface Kept {
  readonly noun: NounName
  readonly record: Row
}

/** Everything that tells of a person, but for the person's own record: what refers to it, and what to that. */
export const of = (
  engine: Engine.Engine,
  workspace: string,
  personId: string,
): Effect.Effect<ReadonlyArray<Kept>, StorageFailure> =>
  Effect.gen(function* () {
    const found = new Map<string, Kept>()
    let next: ReadonlyArray<string> = [personId]
    while (next.length > 0) {
      const fresh: Array<string> = []
      const add = (noun: NounName, rows: ReadonlyArray<Row>) => {
        for (const record of rows) {
          const id = String(record.id)
          // What names one of this person's records may be another's: a placement that replaces a fallen-off one, say.
          const another = typeof record.candidateId === "string" && record.candidateId !== personId
          if (found.has(id) || id === personId || noun === "opening" || another) continue
          found.set(id, { noun, record })
          if (owned.has(noun)) fresh.push(id)
        }
      }
      for (const noun of nouns) {
        for (const [field, { refers }] of Object.entries(Noun.allFields(Nouns[noun]))) {
          if (field === "subjects") {
            for (const id of next) add(noun, yield* allRows(engine, workspace, noun, { about: id }))
          } else if (refers !== undefined) {
            const named = next.filter((id) => id.startsWith(`${refers}_`))
            add(noun, yield* having(engine, workspace, noun, field, named))
          }
        }
      }
      const documents = [...found.values()].flatMap(({ noun, record }) =>
        noun === "consent" && typeof record.documentId === "string" ? [record.documentId] : [],
      )
      add("document", yield* engine.storage.get(workspace, "document", documents))
      next = fresh
    }
    return [...found.values()]
  })

/** What names a person, by any of their ids in any role, in a field that does not say whose id it holds. */
export const elsewhere = (
  engine: Engine.Engine,
  workspace: string,
  ids: ReadonlyArray<string>,
): Effect.Effect<ReadonlyArray<Kept>, StorageFailure> =>
  Effect.map(
    Effect.forEach(Belonging.elsewhere, ([noun, field]) =>
      Effect.map(having(engine, workspace, noun, field, ids), (rows) => rows.map((record) => ({ noun, record }))),
    ),
    (found) => found.flat(),
  )
