import * as Effect from "effect/Effect"
import type { Referrer } from "../domain/merge/Moving.js"
import { type NounName, Nouns } from "../domain/Nouns.js"
import * as References from "../domain/References.js"
import type { Filter, Row, Storage } from "../ports/Storage.js"
import type { StorageFailure } from "../ports/StorageError.js"

const names = Object.keys(Nouns) as ReadonlyArray<NounName>
const page = 1000
const asked = 1000

/** Whatever holds the storage. */
interface Holder {
  readonly storage: Storage
}

/** Every row of a noun that passes the filter, page by page. */
export const allRows = (
  { storage }: Holder,
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

/** The rows of a noun whose field has one of the values. */
export const having = (
  holder: Holder,
  workspace: string,
  noun: NounName,
  field: string,
  ids: ReadonlyArray<string>,
): Effect.Effect<ReadonlyArray<Row>, StorageFailure> =>
  Effect.gen(function* () {
    const found: Array<Row> = []
    for (let from = 0; from < ids.length; from += asked) {
      const value = ids.slice(from, from + asked)
      found.push(...(yield* allRows(holder, workspace, noun, { field, is: "in", value })))
    }
    return found
  })

/** What asks for the rows that hold one of the ids in a field. */
export const naming = ({ field, holds }: References.Naming, ids: ReadonlyArray<string>): Filter => {
  if (holds === "subjects") return { about: ids }
  return holds === "id"
    ? { field, is: "in", value: ids }
    : { or: ids.map((value) => ({ field, is: "contains", value })) }
}

/** Every record that refers to another: in a field, in a list, or among its subjects. */
export const referring = (
  holder: Holder,
  workspace: string,
  id: string,
): Effect.Effect<ReadonlyArray<Referrer>, StorageFailure> =>
  Effect.gen(function* () {
    const prefix = id.slice(0, id.lastIndexOf("_"))
    const found: Array<Referrer> = []
    for (const noun of names) {
      for (const one of References.namings(noun)) {
        if (one.isGiven || !one.prefixes.includes(prefix)) continue
        const { field } = one
        for (const record of yield* allRows(holder, workspace, noun, naming(one, [id])))
          found.push({ noun, field, record })
      }
    }
    return found
  })
