import * as Either from "effect/Either"
import { nounOf } from "../Nouns.js"
import * as Plan from "../Plan.js"
import { isErased } from "../privacy/Erased.js"
import { NotFound } from "../Refusal.js"
import { found as nouns } from "./SavedSearch.js"

/** Looks up the records of ids of any noun that can be searched. */
export const plan = Plan.plan({
  candidate: Plan.given("candidate", "candidate"),
  client: Plan.given("client", "client"),
  contact: Plan.given("contact", "contact"),
  position: Plan.given("position", "position"),
})

/** The ids by their noun, and all of them as `ids`. */
export const given = (ids: ReadonlyArray<string>): Plan.Given => ({
  ids: [...new Set(ids)],
  ...Object.fromEntries(nouns.map((noun) => [noun, ids.filter((id) => nounOf(id) === noun)])),
})

export const missing = (id: string, field: string): NotFound =>
  new NotFound({ noun: nounOf(id) ?? "candidate", id, field })

/** The ids once each, or `NotFound` for the first that nobody has, that is of another noun, or that was erased. */
export const found = (
  ids: ReadonlyArray<string>,
  loaded: Plan.Loaded<typeof plan>,
  field: string,
  of: ReadonlyArray<(typeof nouns)[number]> = nouns,
): Either.Either<ReadonlyArray<string>, NotFound> =>
  Either.all(
    [...new Set(ids)].map((id) => {
      const noun = of.find((one) => one === nounOf(id))
      const known = noun !== undefined && loaded[noun].some((record) => record.id === id && !isErased(record))
      return known ? Either.right(id) : Either.left(missing(id, field))
    }),
  )
