import * as Effect from "effect/Effect"
import type { Referrer } from "../domain/merge/Moving.js"
import * as Noun from "../domain/Noun.js"
import { type NounName, Nouns } from "../domain/Nouns.js"
import type { Filter, Row } from "../ports/Storage.js"
import type { StorageFailure } from "../ports/StorageError.js"
import type { Engine } from "./Engine.js"

const names = Object.keys(Nouns) as ReadonlyArray<NounName>
const page = 1000

/** Every row of a noun that passes the filter, page by page. */
export const allRows = (
  { storage }: Engine,
  workspace: string,
  noun: NounName,
  filter: Filter | null,
): Effect.Effect<ReadonlyArray<Row>, StorageFailure> =>
  Effect.gen(function* () {
    const found: Array<Row> = []
    for (let after: { value: string; id: string } | null = null; ; ) {
      const order = { field: "id", direction: "asc" } as const
      const rows: ReadonlyArray<Row> = yield* storage.list({ workspace, noun, filter, order, limit: page, after })
      found.push(...rows)
      const last = rows.at(-1)
      if (last === undefined || rows.length < page) return found
      after = { value: String(last.id), id: String(last.id) }
    }
  })

/** Every record that names another: in a field that refers to its noun, or among its subjects. */
export const referring = (
  engine: Engine,
  workspace: string,
  id: string,
): Effect.Effect<ReadonlyArray<Referrer>, StorageFailure> =>
  Effect.gen(function* () {
    const prefix = id.slice(0, id.lastIndexOf("_"))
    const found: Array<Referrer> = []
    for (const noun of names) {
      for (const [field, { refers }] of Object.entries(Noun.allFields(Nouns[noun]))) {
        if (refers !== prefix && field !== "subjects") continue
        const filter: Filter = field === "subjects" ? { about: id } : { field, is: "eq", value: id }
        for (const record of yield* allRows(engine, workspace, noun, filter)) found.push({ noun, field, record })
      }
    }
    return found
  })
