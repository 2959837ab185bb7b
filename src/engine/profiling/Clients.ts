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
import { isLive, type Submission } from "../../domain/submission/Submission.js"
import type { Engine } from "../Engine.js"
import { type ProfileOf, showing } from "./Asking.js"
import { type Discussed, timeline, written } from "./Gathering.js"
import type { Timeline } from "./Timeline.js"

/** Everything about one company at once. */
export interface ClientProfile {
  readonly client: Client
  /** The fields of the agency's own, in the order of their definition. */
  readonly customFields: ReadonlyArray<Custom.Shown>
  /** The ids of records that were merged into this one. */
  readonly formerIds: ReadonlyArray<string>
  /** The people there, each with the candidate that is the same human. */
  readonly contacts: ReadonlyArray<{ readonly contact: Contact; readonly candidate: Candidate | null }>
  /** Newest first. */
  readonly opportunities: ReadonlyArray<Opportunity>
  /** Newest first, each with its openings and the submissions that are live. */
  readonly positions: ReadonlyArray<{
    readonly position: Position
    readonly openings: ReadonlyArray<Opening>
    readonly submissions: ReadonlyArray<Submission>
  }>
  /** Newest first. */
  readonly placements: ReadonlyArray<Placement>
  readonly notes: ReadonlyArray<Discussed>
  readonly documents: ReadonlyArray<Document>
  /** Of the company, its people, opportunities and positions, and of all that came of these, what has ended included. */
  readonly timeline: Timeline
  /** Stored records that do not decode: the others are shown all the same. */
  readonly damaged: ReadonlyArray<CorruptRecord>
}

const plan = Plan.plan({
  subject: Plan.given("client", "id"),
  ...definitions,
  contacts: Plan.having("contact", "clientId", "subject"),
  candidates: Plan.follow("candidate", "contacts", "candidateId"),
  opportunities: Plan.having("opportunity", "clientId", "subject"),
  positions: Plan.having("position", "clientId", "subject"),
  openings: Plan.having("opening", "positionId", "positions"),
  submissions: Plan.having("submission", "positionId", "positions"),
  interviews: Plan.having("interview", "submissionId", "submissions"),
  offers: Plan.having("offer", "submissionId", "submissions"),
  placements: Plan.having("placement", "clientId", "subject"),
})

const byPosition = <A extends { readonly positionId: string }>(all: ReadonlyArray<A>) => {
  const grouped = new Map<string, Array<A>>()
  for (const one of all) {
    const group = grouped.get(one.positionId)
    if (group === undefined) grouped.set(one.positionId, [one])
    else group.push(one)
  }
  return (id: string): ReadonlyArray<A> => grouped.get(id) ?? []
}

/** Shows everything about one company. */
export const profile = (engine: Engine): ProfileOf<ClientProfile> =>
  showing(engine, "clients.profile", "client", plan, ({ asked, record, rows, sort, workspace }) =>
    Effect.gen(function* () {
      const contacts = sort.of("contact", rows.contacts)
      const candidates = new Map<string, Candidate>(sort.of("candidate", rows.candidates).map((one) => [one.id, one]))
      const opportunities = sort.of("opportunity", rows.opportunities).toReversed()
      const positions = sort.of("position", rows.positions).toReversed()
      const openings = sort.of("opening", rows.openings)
      const submissions = sort.of("submission", rows.submissions)
      const openingsOf = byPosition(openings)
      const running = byPosition(submissions.filter(isLive))
      const placements = sort.of("placement", rows.placements).toReversed()
      const tried = [...submissions, ...sort.of("interview", rows.interviews), ...sort.of("offer", rows.offers)]
      const hanging = [...contacts, ...opportunities, ...positions, ...openings, ...tried, ...placements]
      const filed = yield* written(
        engine,
        workspace,
        [record, ...hanging].map(({ id }) => id),
        sort,
      )
      const told = yield* timeline(engine, workspace, record, hanging, filed, asked)
      return {
        client: record,
        customFields: Custom.of(sort.of("customField", rows.customFields), record.customFields),
        contacts: contacts.map((contact) => ({
          contact,
          candidate: candidates.get(contact.candidateId ?? "") ?? null,
        })),
        opportunities,
        positions: positions.map((position) => ({
          position,
          openings: openingsOf(position.id),
          submissions: running(position.id),
        })),
        placements,
        ...filed,
        ...told,
        damaged: sort.damaged,
      }
    }),
  )
