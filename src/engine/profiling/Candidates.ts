import * as Effect from "effect/Effect"
import type { Candidate } from "../../domain/candidate/Candidate.js"
import * as Consent from "../../domain/candidate/Consent.js"
import type { Client } from "../../domain/client/Client.js"
import type { Contact } from "../../domain/client/Contact.js"
import { plan as definitions } from "../../domain/custom/Given.js"
import * as Custom from "../../domain/custom/Shown.js"
import type { Document } from "../../domain/document/Document.js"
import type { Placement } from "../../domain/placement/Placement.js"
import * as Plan from "../../domain/Plan.js"
import type { Position } from "../../domain/position/Position.js"
import type { Hold } from "../../domain/privacy/Hold.js"
import { holding } from "../../domain/privacy/HoldCommands.js"
import type { CorruptRecord } from "../../domain/Refusal.js"
import type { Skill } from "../../domain/Searched.js"
import { skillOf } from "../../search/Document.js"
import type { Engine } from "../Engine.js"
import { type ProfileOf, showing } from "./Asking.js"
import * as Attempts from "./Attempts.js"
import { type Discussed, timeline, written } from "./Gathering.js"
import { type Listed, listed } from "./Listed.js"
import type { Timeline } from "./Timeline.js"

/** Everything about one person at once. */
export interface CandidateProfile extends Listed {
  readonly candidate: Candidate
  /** The fields of the agency's own, in the order of their definition. */
  readonly customFields: ReadonlyArray<Custom.Shown>
  /** The candidate's skills, read: names, years and levels of 1 to 5. */
  readonly skills: ReadonlyArray<Skill>
  /** The ids of records that were merged into this one. */
  readonly formerIds: ReadonlyArray<string>
  /** `isLive`: granted and not run out. */
  readonly consents: ReadonlyArray<{ readonly consent: Consent.Consent; readonly isLive: boolean }>
  /** Those on the contacts who are the same human among them. */
  readonly holds: ReadonlyArray<Hold>
  /** The same human as a contact of clients. */
  readonly contacts: ReadonlyArray<Contact>
  readonly notes: ReadonlyArray<Discussed>
  readonly documents: ReadonlyArray<Document>
  /** Newest first. */
  readonly attempts: ReadonlyArray<
    Attempts.Attempt & { readonly position: Position | null; readonly client: Client | null }
  >
  readonly placements: ReadonlyArray<Placement>
  readonly timeline: Timeline
  /** Stored records that do not decode: the others are shown all the same. */
  readonly damaged: ReadonlyArray<CorruptRecord>
}

const plan = Plan.plan({
  subject: Plan.given("candidate", "id"),
  ...definitions,
  consents: Plan.having("consent", "candidateId", "subject"),
  ...holding,
  submissions: Plan.having("submission", "candidateId", "subject"),
  ...Attempts.plan,
  positions: Plan.follow("position", "submissions", "positionId"),
  clients: Plan.follow("client", "submissions", "clientId"),
})

/** Shows everything about one person, in a number of look-ups that does not grow with what there is. */
export const profile = (engine: Engine): ProfileOf<CandidateProfile> =>
  showing(engine, "candidates.profile", "candidate", plan, ({ asked, at, record, rows, sort, workspace }) =>
    Effect.gen(function* () {
      const consents = sort.of("consent", rows.consents)
      const holds = [...sort.of("hold", rows.holds), ...sort.of("hold", rows.contactHolds)]
      const contacts = sort.of("contact", rows.contacts)
      const positions = new Map(sort.of("position", rows.positions).map((one) => [one.id, one]))
      const clients = new Map(sort.of("client", rows.clients).map((one) => [one.id, one]))
      const attempts = Attempts.of(rows, sort)
      const tried = Attempts.records(attempts)
      const about = [record, ...contacts, ...tried].map(({ id }) => id)
      const filed = yield* written(engine, workspace, about, sort)
      const told = yield* timeline(
        engine,
        workspace,
        record,
        [...consents, ...holds, ...contacts, ...tried],
        filed,
        asked,
      )
      const put = yield* listed(engine, workspace, [record.id, ...told.formerIds], sort)
      return {
        candidate: record,
        customFields: Custom.of(sort.of("customField", rows.customFields), record.customFields),
        skills: record.skills.map(skillOf),
        consents: consents.map((consent) => ({ consent, isLive: Consent.isLive(consent, at) })),
        holds,
        contacts,
        ...filed,
        attempts: attempts.map((attempt) => ({
          ...attempt,
          position: positions.get(attempt.submission.positionId) ?? null,
          client: clients.get(attempt.submission.clientId) ?? null,
        })),
        placements: attempts.flatMap(({ placements }) => placements),
        ...told,
        ...put,
        damaged: sort.damaged,
      }
    }),
  )
