import * as Effect from "effect/Effect"
import type { Candidate } from "../../domain/candidate/Candidate.js"
import type { Client } from "../../domain/client/Client.js"
import type { Contact } from "../../domain/client/Contact.js"
import { plan as definitions } from "../../domain/custom/Given.js"
import * as Custom from "../../domain/custom/Shown.js"
import type { Document } from "../../domain/document/Document.js"
import * as Plan from "../../domain/Plan.js"
import type { Position } from "../../domain/position/Position.js"
import type { Hold } from "../../domain/privacy/Hold.js"
import type { CorruptRecord } from "../../domain/Refusal.js"
import type { Engine } from "../Engine.js"
import { type ProfileOf, showing } from "./Asking.js"
import { type Discussed, timeline, written } from "./Gathering.js"
import { type Listed, listed } from "./Listed.js"
import type { Timeline } from "./Timeline.js"

/** Everything about one person at a company. */
export interface ContactProfile extends Listed {
  readonly contact: Contact
  /** The fields of the agency's own, in the order of their definition. */
  readonly customFields: ReadonlyArray<Custom.Shown>
  /** The ids of records that were merged into this one. */
  readonly formerIds: ReadonlyArray<string>
  readonly client: Client | null
  /** The same human as a candidate. */
  readonly candidate: Candidate | null
  /** Those on the candidate who is the same human among them. */
  readonly holds: ReadonlyArray<Hold>
  /** The positions of the company that name the person, newest first. */
  readonly positions: ReadonlyArray<Position>
  readonly notes: ReadonlyArray<Discussed>
  readonly documents: ReadonlyArray<Document>
  readonly timeline: Timeline
  /** Stored records that do not decode: the others are shown all the same. */
  readonly damaged: ReadonlyArray<CorruptRecord>
}

const plan = Plan.plan({
  subject: Plan.given("contact", "id"),
  ...definitions,
  client: Plan.follow("client", "subject", "clientId"),
  candidate: Plan.follow("candidate", "subject", "candidateId"),
  positions: Plan.having("position", "clientId", "client"),
  holds: Plan.having("hold", "contactId", "subject"),
  candidateHolds: Plan.having("hold", "candidateId", "candidate"),
})

/** Shows everything about one person at a company. */
export const profile = (engine: Engine): ProfileOf<ContactProfile> =>
  showing(engine, "clients.contactProfile", "contact", plan, ({ asked, record, rows, sort, workspace }) =>
    Effect.gen(function* () {
      const filed = yield* written(engine, workspace, [record.id], sort)
      const own = sort.of("hold", rows.holds)
      const holds = [...own, ...sort.of("hold", rows.candidateHolds)]
      const { formerIds, timeline: told } = yield* timeline(engine, workspace, record, own, filed, asked)
      const ids: ReadonlyArray<string> = [record.id, ...formerIds]
      const put = yield* listed(engine, workspace, ids, sort)
      return {
        contact: record,
        customFields: Custom.of(sort.of("customField", rows.customFields), record.customFields),
        formerIds,
        client: sort.of("client", rows.client)[0] ?? null,
        candidate: sort.of("candidate", rows.candidate)[0] ?? null,
        holds,
        positions: sort
          .of("position", rows.positions)
          .filter(({ contactIds }) => contactIds.some((id) => ids.includes(id)))
          .toReversed(),
        ...filed,
        timeline: told,
        ...put,
        damaged: sort.damaged,
      }
    }),
  )
