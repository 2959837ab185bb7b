import * as Schema from "effect/Schema"
import * as Custom from "../custom/Given.js"
import * as Input from "../Input.js"
import * as Plan from "../Plan.js"
import { renamedAll } from "../Renamed.js"
import * as Plans from "../submission/Plans.js"
import type { Person, Root } from "./Person.js"
import { roles } from "./Person.js"

const Ids = Schema.Record({ key: Input.Ref, value: Input.Ref })

const Names = Schema.Record({ key: Schema.String.pipe(Schema.maxLength(500)), value: Input.Line })

/** What an import takes beside the export. */
export const options = {
  /** Clients and positions of this workspace that those of the export are, by the ids there. */
  clients: Input.or(Ids, () => ({})),
  positions: Input.or(Ids, () => ({})),
  /** Team members of this agency, by those of the export: needed for names of several words, and that name the person. */
  actors: Input.or(Names, () => ({})),
  /** The same for sources, roles, and names of instalments, clients, positions and lists. */
  sources: Input.or(Names, () => ({})),
  /** Whether the answers on equal opportunity come along: only where the person gave them for here as well. */
  equalOpportunity: Input.or(Schema.Boolean, () => false),
  /** The texts of résumés, by their documents, where they were read before. */
  texts: Input.or(Schema.Record({ key: Input.Ref, value: Schema.NullOr(Schema.String) }), () => ({})),
}
const Options = Schema.Struct(options)

/** What is to come in, whichever role of the person it was exported by. */
export interface Given extends Schema.Schema.Type<typeof Options> {
  readonly person: Person
  /** The record of the role that the export was asked for, as it says. */
  readonly asked: Root
  /** The positions that name the person where they come from. */
  readonly namedBy: ReadonlyArray<string>
}

export const plan = Plan.plan({
  candidate: Plan.given("candidate", "personIds"),
  contact: Plan.given("contact", "personIds"),
  aliases: { noun: "alias", by: { formerId: { given: "personIds" } } },
  client: Plan.given("client", "clientIds"),
  merged: { noun: "alias", by: { formerId: { given: "clientIds" } } },
  position: Plan.given("position", "positionIds"),
  owners: Plan.follow("client", "position", "clientId"),
  openings: Plan.having("opening", "positionId", "position"),
  placements: Plan.having("placement", "positionId", "position"),
  ...Plans.siblings,
  list: Plan.given("list", "listIds"),
  notes: Plan.given("note", "noteIds"),
  comments: Plan.given("comment", "commentIds"),
  documents: Plan.given("document", "documentIds"),
  ...Custom.plan,
})
export type Loaded = Plan.Loaded<typeof plan>

export const idsOf = (all: ReadonlyArray<{ readonly id?: unknown }> | undefined): ReadonlyArray<string> =>
  (all ?? []).map(({ id }) => String(id))

/** What of the export is what here, by the ids there; of what the export does not name, nothing is said. */
export const pairs = ({ clients, person: { around }, positions }: Given) =>
  (
    [
      ["clients", clients, around.clients],
      ["positions", positions, around.positions],
    ] as const
  ).flatMap(([part, ids, all]) =>
    all.flatMap(({ id }) => {
      const own = Object.hasOwn(ids, id) ? ids[id] : undefined
      return own === undefined ? [] : [{ part, id, own }]
    }),
  )

export const namesOf = (input: Given): ReadonlyMap<string, string> =>
  new Map(pairs(input).map(({ id, own }) => [id, own]))

/** The records that must be here both or neither: what the person is known by, and the role that was asked for. */
export const own = ({ asked, person: { root } }: Given): ReadonlyArray<string> => [
  ...new Set(idsOf([root.record, asked.record])),
]

export const given = (input: Given): Plan.Given => {
  const { around, formerIds, records } = renamedAll(input.person, namesOf(input))
  return {
    personIds: [...own(input), ...formerIds],
    clientIds: [...new Set([...idsOf(around.clients), ...around.positions.map(({ clientId }) => clientId)])],
    positionIds: [...new Set(idsOf(around.positions))],
    listIds: idsOf(around.lists),
    noteIds: idsOf(records.note),
    commentIds: idsOf(records.comment),
    documentIds: idsOf(records.document),
    fielded: [...roles],
  }
}
