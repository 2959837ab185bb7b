import * as Either from "effect/Either"
import * as Schema from "effect/Schema"
import * as Command from "../Command.js"
import { decided, one } from "../Decision.js"
import * as Basis from "../Basis.js"
import * as Draft from "../Draft.js"
import * as Input from "../Input.js"
import * as Plan from "../Plan.js"
import * as Openings from "../position/Openings.js"
import {
  AlreadySubmitted,
  AttemptRefused,
  CandidateNotReady,
  ClientOffLimits,
  PositionFilled,
  PositionNotOpen,
} from "../Refusal.js"
import * as Submission from "./Submission.js"

const Shortlist = Schema.Struct({
  candidateId: Input.Ref,
  positionId: Input.Ref,
  owner: Input.maybe(Input.Line),
  source: Input.maybe(Input.Line),
  stage: Input.maybe(Input.Line),
})

const plan = Plan.plan({
  candidate: Plan.given("candidate", "candidateId"),
  position: Plan.given("position", "positionId"),
  client: Plan.follow("client", "position", "clientId"),
  openings: Plan.having("opening", "positionId", "position"),
  attempts: { noun: "submission", by: { candidateId: { given: "candidateId" }, positionId: { given: "positionId" } } },
})

/** Puts a candidate on a position: no consent is needed yet, and nobody outside the agency knows. */
export const shortlist = Command.make(
  "submissions.shortlist",
  Shortlist,
  plan,
  ({ candidateId, positionId }) => ({ candidateId: [candidateId], positionId: [positionId] }),
  (input, loaded, context) =>
    Either.gen(function* () {
      const candidate = yield* one(loaded.candidate, "candidate", input.candidateId, "candidateId")
      const position = yield* one(loaded.position, "position", input.positionId, "positionId")
      const client = yield* one(loaded.client, "client", position.clientId, "clientId")
      if (candidate.kind === "inactive" || candidate.kind === "doNotUse" || candidate.kind === "anonymized") {
        yield* Either.left(
          new CandidateNotReady({ candidateId: candidate.id, kind: candidate.kind, needs: "reactivation" }),
        )
      }
      if (client.kind === "doNotWork")
        yield* Either.left(new ClientOffLimits({ clientId: client.id, reason: client.reason }))
      const pair = { candidateId: candidate.id, positionId: position.id }
      const live = loaded.attempts.find(Submission.isLive)
      if (live !== undefined) yield* Either.left(new AlreadySubmitted({ ...pair, submissionId: live.id }))
      if (position.kind === "filled") yield* Either.left(new PositionFilled({ positionId: position.id }))
      if (position.kind !== "open")
        yield* Either.left(new PositionNotOpen({ positionId: position.id, kind: position.kind }))
      const allowed = context.settings.attemptsAllowed
      const attempts = loaded.attempts.length
      if (allowed !== null && attempts >= allowed)
        yield* Either.left(new AttemptRefused({ ...pair, attempts, allowed }))
      const opening = Openings.pick(loaded.openings)
      const changes = Draft.make(context)
      // Whoever fills or ends the position closes out everybody on it.
      Basis.rest(changes, "position", position)
      // Nobody is put anywhere who is being erased.
      Basis.rest(changes, "candidate", candidate)
      const submission = Draft.create(
        changes,
        "submission",
        "CandidateShortlisted",
        {
          ...pair,
          clientId: client.id,
          openingId: opening?.id ?? null,
          attempt: loaded.attempts.reduce((most, { attempt }) => Math.max(most, attempt), 0) + 1,
          cycle: opening?.cycle ?? 1,
          owner: input.owner ?? context.actor,
          source: input.source ?? candidate.source,
          attached: true,
        },
        "shortlisted",
        {},
        input.stage ?? undefined,
      )
      return decided(changes, submission)
    }),
)
