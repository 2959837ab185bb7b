import * as Effect from "effect/Effect"
import type { Candidate } from "../../domain/candidate/Candidate.js"
import type { Client } from "../../domain/client/Client.js"
import type { Contact } from "../../domain/client/Contact.js"
import { plan as definitions } from "../../domain/custom/Given.js"
import * as Custom from "../../domain/custom/Shown.js"
import type { Document } from "../../domain/document/Document.js"
import type { Opportunity } from "../../domain/opportunity/Opportunity.js"
import type { Placement } from "../../domain/placement/Placement.js"
import * as Plan from "../../domain/Plan.js"
import type { Opening } from "../../domain/position/Opening.js"
import type { Position } from "../../domain/position/Position.js"
import type { CorruptRecord } from "../../domain/Refusal.js"
import type { Skill } from "../../domain/Searched.js"
import { skillOf } from "../../search/Document.js"
import type { Engine } from "../Engine.js"
import { standing } from "../finding/Survivors.js"
import { type ProfileOf, showing } from "./Asking.js"
import * as Attempts from "./Attempts.js"
import { type Discussed, timeline, written } from "./Gathering.js"
import type { Timeline } from "./Timeline.js"

/** Everything about one position at once. */
export interface PositionProfile {
  readonly position: Position
  /** The fields of the agency's own, in the order of their definition. */
  readonly customFields: ReadonlyArray<Custom.Shown>
  /** The position's skills, read: names, years and levels of 1 to 5. */
  readonly skills: ReadonlyArray<Skill>
  readonly client: Client | null
  /** The business that it came of. */
  readonly opportunity: Opportunity | null
  /** The people whom the position names, in its order. */
  readonly contacts: ReadonlyArray<Contact>
  readonly openings: ReadonlyArray<Opening>
  /** Newest first. */
  readonly attempts: ReadonlyArray<Attempts.Attempt & { readonly candidate: Candidate | null }>
  readonly placements: ReadonlyArray<Placement>
  readonly notes: ReadonlyArray<Discussed>
  readonly documents: ReadonlyArray<Document>
  readonly timeline: Timeline
  /** Stored records that do not decode: the others are shown all the same. */
  readonly damaged: ReadonlyArray<CorruptRecord>
}

const plan = Plan.plan({
  subject: Plan.given("position", "id"),
  ...definitions,
  client: Plan.follow("client", "subject", "clientId"),
  opportunity: Plan.follow("opportunity", "subject", "opportunityId"),
  openings: Plan.having("opening", "positionId", "subject"),
  submissions: Plan.having("submission", "positionId", "subject"),
  ...Attempts.plan,
  candidates: Plan.follow("candidate", "submissions", "candidateId"),
})

/** Shows everything about one position. */
export const profile = (engine: Engine): ProfileOf<PositionProfile> =>
  showing(engine, "positions.profile", "position", plan, ({ asked, record, rows, sort, workspace }) =>
    Effect.gen(function* () {
      const openings = sort.of("opening", rows.openings)
      const candidates = new Map(sort.of("candidate", rows.candidates).map((one) => [one.id, one]))
      const attempts = Attempts.of(rows, sort)
      const tried = Attempts.records(attempts)
      // Who was merged while the position came to name them is named by the former id.
      const current = yield* standing(engine, workspace, record.contactIds)
      const contactIds = [...new Set(record.contactIds.map(current))]
      const named = contactIds.length === 0 ? [] : yield* engine.storage.get(workspace, "contact", contactIds)
      const contacts = new Map<string, Contact>(sort.of("contact", named).map((one) => [one.id, one]))
      const about = [record, ...tried].map(({ id }) => id)
      const filed = yield* written(engine, workspace, about, sort)
      const { timeline: told } = yield* timeline(engine, workspace, record, [...openings, ...tried], filed, asked)
      return {
        position: record,
        customFields: Custom.of(sort.of("customField", rows.customFields), record.customFields),
        skills: record.skills.map(skillOf),
        client: sort.of("client", rows.client)[0] ?? null,
        opportunity: sort.of("opportunity", rows.opportunity)[0] ?? null,
        contacts: contactIds.flatMap((id) => contacts.get(id) ?? []),
        openings,
        attempts: attempts.map((attempt) => ({
          ...attempt,
          candidate: candidates.get(attempt.submission.candidateId) ?? null,
        })),
        placements: attempts.flatMap(({ placements }) => placements),
        ...filed,
        timeline: told,
        damaged: sort.damaged,
      }
    }),
  )
