import * as Either from "effect/Either"
import { nounOf } from "./Nouns.js"
import * as Plan from "./Plan.js"
import { NotFound } from "./Refusal.js"
import { type Subject, types } from "./Subject.js"

/** Looks up the subjects that a note or a document is about. */
export const plan = Plan.plan({
  candidate: Plan.given("candidate", "candidate"),
  client: Plan.given("client", "client"),
  contact: Plan.given("contact", "contact"),
  opportunity: Plan.given("opportunity", "opportunity"),
  position: Plan.given("position", "position"),
  submission: Plan.given("submission", "submission"),
  interview: Plan.given("interview", "interview"),
  offer: Plan.given("offer", "offer"),
  placement: Plan.given("placement", "placement"),
})

export const given = (ids: ReadonlyArray<string>): Plan.Given =>
  Object.fromEntries(types.map((type) => [type, ids.filter((id) => nounOf(id) === type)]))

/** The subjects of the ids, once each, or `NotFound` for the first that does not exist. */
export const found = (
  ids: ReadonlyArray<string>,
  loaded: Plan.Loaded<typeof plan>,
  field: string,
): Either.Either<ReadonlyArray<Subject>, NotFound> =>
  Either.all(
    [...new Set(ids)].map((id) => {
      const noun = nounOf(id)
      const type = types.find((type) => type === noun)
      return type !== undefined && loaded[type].some((record) => record.id === id)
        ? Either.right({ type, id })
        : Either.left(new NotFound({ noun: noun ?? "candidate", id, field }))
    }),
  )
