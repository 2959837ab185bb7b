import * as Either from "effect/Either"
import * as Candidates from "../domain/candidate/Commands.js"
import * as CandidateFields from "../domain/candidate/Fields.js"
import * as Clients from "../domain/client/Commands.js"
import type { Client } from "../domain/client/Client.js"
import * as Custom from "../domain/custom/Given.js"
import * as PositionFields from "../domain/position/Fields.js"
import * as Positions from "../domain/position/Create.js"
import type { Engine } from "./Engine.js"
import { importing, type PeopleImportOptions } from "./Importing.js"
import { screen } from "./Screening.js"

export const candidates = (engine: Engine) =>
  importing<CandidateFields.Create, CandidateFields.NewCandidate, typeof Custom.plan, PeopleImportOptions>(engine, {
    name: "candidates.import",
    noun: "candidate",
    schema: CandidateFields.Create,
    plan: Custom.plan,
    given: () => Custom.forNew("candidate"),
    screen,
    begin: ({ customFields }) => {
      const known = Custom.fields(customFields)
      return (draft, input) => Either.map(Candidates.draft(draft, input, known), ({ id }) => id)
    },
  })

export const clients = (engine: Engine) =>
  importing(engine, {
    name: "clients.import",
    noun: "client",
    schema: Clients.Create,
    plan: Custom.plan,
    given: () => Custom.forNew("client"),
    begin: ({ customFields }) => {
      const known = Custom.fields(customFields)
      return (draft, input) => Either.map(Clients.draft(draft, input, known), ({ id }) => id)
    },
  })

/** Open positions of clients that exist, by `clientId`. */
export const positions = (engine: Engine) =>
  importing(engine, {
    name: "positions.import",
    noun: "position",
    schema: PositionFields.Create,
    plan: Positions.plan,
    given: (inputs) => ({
      clientId: [...new Set(inputs.map(({ clientId }) => clientId))],
      contactIds: [...new Set(inputs.flatMap(({ contactIds }) => contactIds))],
      opportunityId: [...new Set(inputs.flatMap(({ opportunityId }) => opportunityId ?? []))],
      ...Custom.forNew("position"),
    }),
    begin: (loaded) => {
      const known = Custom.fields(loaded.customFields)
      const clients = new Map<string, Client>(loaded.client.map((client) => [client.id, client]))
      return (draft, input) => {
        const client = clients.get(input.clientId)
        const found = {
          ...loaded,
          known,
          client: client === undefined ? [] : [client],
          opportunity: loaded.opportunity.filter(({ id }) => id === input.opportunityId),
        }
        return Either.map(Positions.put(draft, input, found, "open"), (put) => {
          clients.set(put.client.id, put.client)
          return put.position.id
        })
      }
    },
  })
