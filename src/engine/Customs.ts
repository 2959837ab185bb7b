import * as Effect from "effect/Effect"
import * as Either from "effect/Either"
import type { CustomField, Fielded } from "../domain/custom/CustomField.js"
import * as Decode from "../domain/Decode.js"
import type { StorageFailure } from "../ports/StorageError.js"
import * as Customs from "../search/Customs.js"
import type { Engine } from "./Engine.js"
import { allRows } from "./Referring.js"

/** The fields of the agency's own, oldest first; those that do not decode are left out. */
export const definitions = (
  engine: Engine,
  workspace: string,
  noun: Fielded | null,
): Effect.Effect<ReadonlyArray<CustomField>, StorageFailure> =>
  Effect.map(
    allRows(engine, workspace, "customField", noun === null ? null : { field: "noun", is: "eq", value: noun }),
    (rows) =>
      rows.flatMap((row) =>
        Either.match(Decode.record("customField", row), { onLeft: () => [], onRight: (one) => [one] }),
      ),
  )

const byName = (all: ReadonlyArray<CustomField>, noun: Fielded): ReadonlyMap<string, Customs.Custom> =>
  new Map(all.flatMap((field) => (field.noun === noun ? [[field.name, field] as const] : [])))

/** What a search needs to know of the fields that its query names: nothing is looked up where it names none. */
export const customsOf = (
  engine: Engine,
  workspace: string,
  query: unknown,
): Effect.Effect<Customs.Customs, StorageFailure> =>
  Customs.areNamed(query)
    ? Effect.map(definitions(engine, workspace, null), (all) => ({
        candidate: byName(all, "candidate"),
        client: byName(all, "client"),
        contact: byName(all, "contact"),
        position: byName(all, "position"),
      }))
    : Effect.succeed(Customs.none)
