import * as Effect from "effect/Effect"
import * as Either from "effect/Either"
import type { CustomField, Fielded } from "../domain/custom/CustomField.js"
import * as Decode from "../domain/Decode.js"
import type { Filter } from "../ports/Storage.js"
import type { StorageFailure } from "../ports/StorageError.js"
import * as Customs from "../search/Customs.js"
import { hasText, type Query } from "../search/Query.js"
import type { Engine } from "./Engine.js"
import type { OrderBy } from "../domain/search/OrderBy.js"
import { isCustom } from "./Ordering.js"
import { allRows } from "./Referring.js"

/** The fields of the agency's own, oldest first; those that do not decode are left out. */
export const definitions = (
  engine: Engine,
  workspace: string,
  noun: Fielded | null,
): Effect.Effect<ReadonlyArray<CustomField>, StorageFailure> =>
  decoded(engine, workspace, noun === null ? null : { field: "noun", is: "eq", value: noun })

const decoded = (
  engine: Engine,
  workspace: string,
  filter: Filter | null,
): Effect.Effect<ReadonlyArray<CustomField>, StorageFailure> =>
  Effect.map(allRows(engine, workspace, "customField", filter), (rows) =>
    rows.flatMap((row) =>
      Either.match(Decode.record("customField", row), { onLeft: () => [], onRight: (one) => [one] }),
    ),
  )

const byName = (all: ReadonlyArray<CustomField>, noun: Fielded): ReadonlyMap<string, Customs.Custom> =>
  new Map(all.flatMap((field) => (field.noun === noun ? [[field.name, field] as const] : [])))

const byNoun = (all: ReadonlyArray<CustomField>): Customs.Customs => ({
  candidate: byName(all, "candidate"),
  client: byName(all, "client"),
  contact: byName(all, "contact"),
  position: byName(all, "position"),
})

/** What a search needs to know of the fields that its query or order names: nothing is looked up where there are none. */
export const customsOf = (
  engine: Engine,
  workspace: string,
  query: unknown,
  order: OrderBy | null | undefined = null,
): Effect.Effect<Customs.Customs, StorageFailure> =>
  Customs.areNamed(query) || isCustom(order)
    ? Effect.map(definitions(engine, workspace, null), byNoun)
    : Effect.succeed(Customs.none)

const offering = { field: "type", is: "in", value: ["choice", "choices"] } as const

/** The fields with options, in whose labels the words of a query may stand; those that are `known` if any are. */
export const offersOf = (
  engine: Engine,
  workspace: string,
  query: Query,
  known: Customs.Customs,
): Effect.Effect<Customs.Customs, StorageFailure> =>
  known !== Customs.none || !hasText(query)
    ? Effect.succeed(known)
    : Effect.map(decoded(engine, workspace, offering), byNoun)
