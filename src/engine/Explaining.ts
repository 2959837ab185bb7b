import * as Effect from "effect/Effect"
import * as Either from "effect/Either"
import { Lifecycle } from "../domain/candidate/Lifecycle.js"
import { ConsentLifecycle } from "../domain/candidate/ConsentLifecycle.js"
import { ClientLifecycle } from "../domain/client/ClientLifecycle.js"
import type { Context } from "../domain/Context.js"
import { dayOf } from "../domain/Calendar.js"
import { isRef } from "../domain/Input.js"
import { nounOf, type PipelineName, type RecordOf } from "../domain/Nouns.js"
import { OpportunityLifecycle } from "../domain/opportunity/OpportunityLifecycle.js"
import type { Verdict } from "../domain/Pipeline.js"
import * as Plan from "../domain/Plan.js"
import { PlacementLifecycle } from "../domain/placement/PlacementLifecycle.js"
import { OpeningLifecycle } from "../domain/position/OpeningLifecycle.js"
import { PositionLifecycle } from "../domain/position/PositionLifecycle.js"
import { type CorruptRecord, type InvalidInput, NotFound, type Refusal } from "../domain/Refusal.js"
import { InterviewLifecycle } from "../domain/submission/InterviewLifecycle.js"
import { OfferLifecycle } from "../domain/submission/OfferLifecycle.js"
import * as Plans from "../domain/submission/Plans.js"
import { SubmissionLifecycle } from "../domain/submission/SubmissionLifecycle.js"
import type { StorageFailure } from "../ports/StorageError.js"
import * as Aliases from "./Aliases.js"
import * as Decoding from "./Decoding.js"
import * as Engine from "./Engine.js"
import * as Options from "./Options.js"
import { Session } from "./Session.js"
import { settle } from "./Settling.js"

/** Of one command: allowed, or the refusals that stand in its way; each says what would lift it. */
export interface Explained {
  readonly command: string
  readonly allowed: boolean
  readonly refusals: ReadonlyArray<Refusal>
}

interface Explanation<N extends PipelineName, P extends Plan.Plan> {
  readonly noun: N
  readonly plan: P
  readonly explain: (
    subject: RecordOf<N>,
    loaded: Plan.Loaded<P>,
    context: Context,
  ) => Either.Either<ReadonlyArray<Verdict<unknown>>, Refusal>
}

const explanation = <const N extends PipelineName, const P extends Plan.Plan>(
  noun: N,
  plan: P,
  explain: Explanation<N, P>["explain"],
): Explanation<N, P> => ({ noun, plan: { subject: Plan.given(noun, "id"), ...plan }, explain })

const plainly =
  <S>(pipeline: { readonly explain: (state: S, facts: never) => ReadonlyArray<Verdict<unknown>> }) =>
  (subject: S) =>
    Either.right(pipeline.explain(subject, undefined as never))

/** How each noun's pipeline is asked. */
export const explanations = {
  candidate: explanation("candidate", {}, plainly(Lifecycle)),
  consent: explanation("consent", {}, plainly(ConsentLifecycle)),
  client: explanation("client", {}, plainly(ClientLifecycle)),
  opportunity: explanation("opportunity", {}, plainly(OpportunityLifecycle)),
  position: explanation(
    "position",
    { openings: Plan.having("opening", "positionId", "subject") },
    (subject, { openings }) => Either.right(PositionLifecycle.explain(subject, { openings })),
  ),
  opening: explanation("opening", {}, plainly(OpeningLifecycle)),
  submission: explanation("submission", { ...Plans.facts, ...Plans.attempts }, (subject, loaded, context) =>
    Either.map(Plans.factsOf(subject, loaded, context), (facts) => SubmissionLifecycle.explain(subject, facts)),
  ),
  interview: explanation("interview", {}, plainly(InterviewLifecycle)),
  offer: explanation("offer", {}, plainly(OfferLifecycle)),
  placement: explanation("placement", {}, (subject, _loaded, { at }) =>
    Either.right(PlacementLifecycle.explain(subject, { on: dayOf(at) })),
  ),
}

export type Explain = (
  id: string,
) => Effect.Effect<
  ReadonlyArray<Explained>,
  NotFound | InvalidInput | CorruptRecord | Refusal | StorageFailure,
  Session
>

/** Answers for every command of a record's pipeline whether it is allowed now, and if not, why. */
export const explainer = <N extends PipelineName, P extends Plan.Plan>(
  engine: Engine.Engine,
  namespace: string,
  { noun, plan, explain }: Explanation<N, P>,
): Explain => {
  const answer: Explain = (id) =>
    Effect.gen(function* () {
      const name = `${namespace}.explain`
      if (!isRef(id)) return yield* Decoding.wrong(name, null, ["id"], "is no id")
      const session = yield* Session
      const { workspace } = session
      yield* settle(engine, workspace)
      const now = yield* engine.now
      const options = yield* Options.resolve(undefined, new Date(now).toISOString(), name, id)
      const loaded = yield* engine.storage.load({ workspace, plan, given: { id: [id] }, idempotencyKey: null })
      const records = yield* Engine.decodeRows(plan, loaded)
      const [subject] = records.subject ?? []
      if (subject === undefined) {
        const current = nounOf(id) === noun ? yield* Aliases.currentOf(engine.storage, workspace, id) : null
        return yield* current === null ? new NotFound({ noun, id, field: "id" }) : answer(current)
      }
      const context = Engine.contextOf(engine, session, name, now, options)
      const verdicts = yield* explain(subject as RecordOf<N>, records as Plan.Loaded<P>, context)
      return verdicts as ReadonlyArray<Explained>
    })
  return answer
}
