import * as Either from "effect/Either"
import * as Candidates from "../domain/candidate/Commands.js"
import * as CandidateFields from "../domain/candidate/Fields.js"
import * as Clients from "../domain/client/Commands.js"
import type { Client } from "../domain/client/Client.js"
import * as PositionFields from "../domain/position/Fields.js"
import * as Positions from "../domain/position/Create.js"
import type { Engine } from "./Engine.js"
import { importing, type PeopleImportOptions } from "./Importing.js"
import { screen } from "./Screening.js"

export const candidates = (engine: Engine) =>
  importing<CandidateFields.Create, CandidateFields.NewCandidate, Record<never, never>, PeopleImportOptions>(engine, {
    name: "candidates.import",
    noun: "candidate",
    schema: CandidateFields.Create,
    plan: {},
    given: () => ({}),
    screen,
    begin: () => (draft, input) => Either.right(Candidates.draft(draft, input).id),
  })

export const clients = (engine: Engine) =>
  importing(engine, {
    name: "clients.import",
    noun: "client",
    schema: Clients.Create,
    plan: {},
    given: () => ({}),
    begin: () => (draft, input) => Either.right(Clients.draft(draft, input).id),
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
    }),
    begin: (loaded) => {
      const clients = new Map<string, Client>(loaded.client.map((client) => [client.id, client]))
      return (draft, input) => {
        const client = clients.get(input.clientId)
        const found = {
          ...loaded,
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
