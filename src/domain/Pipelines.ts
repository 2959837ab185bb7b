import { Lifecycle } from "./candidate/Lifecycle.js"
import { ConsentLifecycle } from "./candidate/ConsentLifecycle.js"
import { ClientLifecycle } from "./client/ClientLifecycle.js"
import { OpportunityLifecycle } from "./opportunity/OpportunityLifecycle.js"
import { PlacementLifecycle } from "./placement/PlacementLifecycle.js"
import { OpeningLifecycle } from "./position/OpeningLifecycle.js"
import { PositionLifecycle } from "./position/PositionLifecycle.js"
import { InterviewLifecycle } from "./submission/InterviewLifecycle.js"
import { OfferLifecycle } from "./submission/OfferLifecycle.js"
import { SubmissionLifecycle } from "./submission/SubmissionLifecycle.js"

/** Every pipeline by the noun that stands in it. */
export const pipelines = {
  candidate: Lifecycle,
  consent: ConsentLifecycle,
  client: ClientLifecycle,
  opportunity: OpportunityLifecycle,
  position: PositionLifecycle,
  opening: OpeningLifecycle,
  submission: SubmissionLifecycle,
  interview: InterviewLifecycle,
  offer: OfferLifecycle,
  placement: PlacementLifecycle,
}
