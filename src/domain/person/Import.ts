import * as Either from "effect/Either"
import * as Schema from "effect/Schema"
import type { Candidate } from "../candidate/Candidate.js"
import * as Coherence from "../Coherence.js"
import * as Command from "../Command.js"
import type { Context } from "../Context.js"
import * as Custom from "../custom/Given.js"
import { type Decision, decided } from "../Decision.js"
import * as Draft from "../Draft.js"
import * as Input from "../Input.js"
import { type NounName, nounOf, type RecordOf, recordsOf } from "../Nouns.js"
import * as Plan from "../Plan.js"
import { written } from "../privacy/Answers.js"
import { isErased } from "../privacy/Erased.js"
import { InvalidInput, type Issue, NotFound, PositionNotOpen, type Refusal } from "../Refusal.js"
import { renamedAll } from "../Renamed.js"
import * as Plans from "../submission/Plans.js"
import * as Adopt from "./Adopt.js"
import * as Boards from "./Boards.js"
import { Exported, type Read } from "./Exported.js"
import * as History from "./History.js"
import { firstNamed, jobsOf } from "./Jobs.js"
import * as Places from "./Places.js"
import * as Shared from "./Shared.js"
import * as Team from "./Team.js"

/** The nouns of a person's records that an agency gives fields of its own: whoever is a candidate may be a contact, too. */
const fielded = ["candidate", "contact"] as const

const Ids = Schema.Record({ key: Input.Ref, value: Input.Ref })

const Names = Schema.Record({ key: Schema.String.pipe(Schema.maxLength(500)), value: Input.Line })

const Given = Schema.Struct({
  /** What `candidates.export` gave. */
  person: Exported,
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
})
export type Given = typeof Given.Type

const plan = Plan.plan({
  candidate: Plan.given("candidate", "candidateIds"),
  contact: Plan.given("contact", "formerIds"),
  aliases: { noun: "alias", by: { formerId: { given: "candidateIds" } } },
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
type Loaded = Plan.Loaded<typeof plan>

const idsOf = (all: ReadonlyArray<{ readonly id?: unknown }> | undefined) => (all ?? []).map(({ id }) => String(id))

/** What of the export is what here, by the ids there; of what the export does not name, nothing is said. */
const pairs = ({ clients, person: { around }, positions }: Given) =>
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

const namesOf = (input: Given): ReadonlyMap<string, string> => new Map(pairs(input).map(({ id, own }) => [id, own]))

const given = (input: Given): Plan.Given => {
  const { around, candidate, formerIds, records } = renamedAll(input.person, namesOf(input))
  return {
    candidateIds: [String(candidate.id), ...formerIds],
    formerIds,
    clientIds: [...new Set([...idsOf(around.clients), ...around.positions.map(({ clientId }) => clientId)])],
    positionIds: [...new Set(idsOf(around.positions))],
    listIds: idsOf(around.lists),
    noteIds: idsOf(records.note),
    commentIds: idsOf(records.comment),
    documentIds: idsOf(records.document),
    fielded: [...fielded],
  }
}

/** A record that did not come along, and why. */
export interface LeftOut {
  readonly noun: NounName
  readonly id: string
  readonly because: string
}

export interface PersonImported {
  readonly candidate: Candidate
  /** Whether the person was here before: nothing is written then. */
  readonly already: boolean
  /** What was made since the person's records name it: clients and positions are tagged `imported`. */
  readonly made: ReadonlyArray<string>
  readonly left: ReadonlyArray<LeftOut>
}

/** What is read of an export, with the ids of what is here in place of those that stand for it there. */
interface Told {
  readonly person: Read
  readonly stories: ReadonlyArray<History.Story>
}

const read = (person: Read, refuse: (issues: ReadonlyArray<Issue>) => InvalidInput): Either.Either<Told, Refusal> =>
  Either.gen(function* () {
    if (isErased(person.candidate))
      return yield* Either.left(refuse([{ path: ["person", "candidate"], message: "was erased" }]))
    const erased = person.records.contact?.findIndex(isErased) ?? -1
    if (erased >= 0)
      return yield* Either.left(refuse([{ path: ["person", "records", "contact", erased], message: "was erased" }]))
    const stories = yield* Either.mapLeft(History.stories(person), (issues) =>
      refuse(issues.map((issue) => ({ ...issue, path: ["person", ...issue.path] }))),
    )
    const refused = History.unconsented(person.entries)
    return refused === null ? { person, stories } : yield* Either.left(refused)
  })

/** The openings of positions that are the agency's own stand for those that the export names. */
const seated = (told: Told, loaded: Loaded, now: string): Either.Either<ReadonlyMap<string, string>, Refusal> =>
  Either.gen(function* () {
    const { around, entries } = told.person
    const names = new Map<string, string>()
    for (const { position, seats } of jobsOf(around, told.stories, entries, now)) {
      const place = placeOf(loaded, position.id)
      if (place === null) continue
      for (const [from, into] of yield* Places.seated(place, seats)) names.set(from, into)
      if (position.clientId !== place.position.clientId) names.set(position.clientId, place.position.clientId)
    }
    return names
  })

const placeOf = (loaded: Loaded, positionId: string): Places.Place | null => {
  const position = loaded.position.find(({ id }) => id === positionId)
  const on = <A extends { readonly positionId: string }>(all: ReadonlyArray<A>) =>
    all.filter((one) => one.positionId === positionId)
  return position === undefined
    ? null
    : {
        position,
        openings: on(loaded.openings),
        siblings: on(loaded.siblings),
        siblingInterviews: loaded.siblingInterviews,
        siblingOffers: loaded.siblingOffers,
      }
}

/** Makes or settles what the person's records name. Gives the ids of what was made. */
const surround = (
  draft: Draft.Draft,
  { person: { around, entries }, stories }: Told,
  loaded: Loaded,
): Either.Either<ReadonlyArray<string>, Refusal> =>
  Either.gen(function* () {
    const made: Array<string> = []
    const since = (id: string) => firstNamed(entries, id) ?? draft.context.at
    const here = new Set(idsOf([...loaded.client, ...loaded.owners, ...loaded.list]))
    for (const { formerIds, id, name } of around.clients) {
      if (here.has(id)) continue
      here.add(id)
      const kind = around.positions.some(({ clientId }) => clientId === id) ? "active" : "prospect"
      const unknown = { website: null, industry: null, location: null, owner: null, fee: null, reason: null }
      const fields = { name, ...unknown, tags: [Places.mark], customFields: {} }
      Adopt.stub(draft, "client", id, [{ type: "ClientImported", at: since(id), kind, fields }])
      made.push(id)
      // Somebody who was exported before the clients were merged may come later.
      for (const formerId of formerIds) Draft.create(draft, "alias", "AliasGiven", { formerId, currentId: id })
    }
    for (const job of jobsOf(around, stories, entries, draft.context.at)) {
      const place = placeOf(loaded, job.position.id)
      if (place !== null) yield* Places.settle(draft, job, place)
      else {
        Places.positionStub(draft, job)
        made.push(job.position.id)
      }
    }
    for (const { id, name } of around.lists) {
      if (here.has(id)) continue
      Adopt.stub(draft, "list", id, [{ type: "ListImported", at: since(id), fields: { name } }])
      made.push(id)
    }
    return made
  })

type About = RecordOf<"note"> | RecordOf<"document">

const hereOf = ({ comments, documents, notes }: Loaded): Shared.Here => ({
  note: notes,
  comment: comments,
  document: documents,
})

/** A note or a document that came with somebody else is about this person, too. */
const join = (draft: Draft.Draft, noun: "note" | "document", here: About, also: About): void => {
  const more = also.subjects.filter(({ id }) => !here.subjects.some((one) => one.id === id))
  const type = noun === "note" ? "NoteImported" : "DocumentImported"
  Draft.amend(draft, noun, here as never, type, { subjects: [...here.subjects, ...more] })
}

/** Takes over every record of the person with its history. */
const adopt = (draft: Draft.Draft, { person, stories }: Told, loaded: Loaded, input: Given): ReadonlyArray<LeftOut> => {
  const left: Array<LeftOut> = []
  const shared = new Map<string, About>([...loaded.notes, ...loaded.documents].map((one) => [one.id, one]))
  const here = new Set(idsOf(loaded.comments))
  const changed = new Set(Shared.met(person, hereOf(loaded)).flatMap(({ id, isSaid }) => (isSaid ? [] : id)))
  const answered = recordsOf("equalOpportunity", stories).reduce<RecordOf<"equalOpportunity"> | null>(
    (last, one) => (last === null || last.collectedAt <= one.collectedAt ? one : last),
    null,
  )
  for (const story of stories) {
    const { id, noun, record } = story
    const known = shared.get(id)
    const noteId = noun === "comment" ? String(record?.noteId) : id
    if (changed.has(id) || changed.has(noteId)) {
      left.push({ noun, id, because: "is here with other words, and was not made to be about this person" })
      continue
    }
    if (known !== undefined) join(draft, noun === "note" ? "note" : "document", known, record as never)
    if (known !== undefined || here.has(id)) continue
    if (noun === "equalOpportunity") {
      if (!input.equalOpportunity || person.equalOpportunity === null || id !== answered?.id) {
        left.push({ noun, id, because: "was answered elsewhere: it comes along only where that is asked for" })
        continue
      }
      draft.blobs.push({ key: answered.blobKey, bytes: written(person.equalOpportunity) })
    }
    Adopt.adopt(draft, story)
  }
  // In the order in which it happened there: whoever replays the ledger meets a consent before what rests on it.
  const place = new Map(person.entries.map((entry, index) => [String(entry.id), index]))
  draft.entries.sort((a, b) => (place.get(a.id) ?? -1) - (place.get(b.id) ?? -1))
  for (const { blobKey, id } of recordsOf("document", stories)) {
    const bytes = Object.hasOwn(person.files, id) ? person.files[id] : undefined
    if (bytes === undefined) left.push({ noun: "document", id, because: "has no file: its record came without" })
    else if (!shared.has(id)) {
      const text = input.texts[id] ?? null
      draft.blobs.push({ key: blobKey, bytes, ...(text === null ? {} : { text }) })
    }
  }
  return left
}

/** A position that what the draft leaves would contradict. */
const contradiction = (draft: Draft.Draft, loaded: Loaded, positionIds: ReadonlyArray<string>): Refusal | null => {
  const after = <N extends NounName>(noun: N, before: ReadonlyArray<RecordOf<N>>): ReadonlyArray<RecordOf<N>> => [
    ...before.filter(({ id }) => !draft.records.has(id)),
    ...recordsOf(noun, [...draft.records.values()]),
  ]
  const openings = after("opening", loaded.openings)
  const submissions = after("submission", loaded.siblings)
  const placements = after("placement", loaded.placements)
  const on = <A extends { readonly positionId: string }>(all: ReadonlyArray<A>, positionId: string) =>
    all.filter((one) => one.positionId === positionId)
  const position = after("position", loaded.position).find(
    (one) =>
      positionIds.includes(one.id) &&
      Coherence.contradictions({
        position: one,
        openings: on(openings, one.id),
        submissions: on(submissions, one.id),
        placements: on(placements, one.id),
      }).length > 0,
  )
  return position === undefined ? null : new PositionNotOpen({ positionId: position.id, kind: position.kind })
}

const decide = (input: Given, loaded: Loaded, context: Context): Decision<PersonImported> =>
  Either.gen(function* () {
    const { command, digest } = context
    const refuse = (issues: ReadonlyArray<Issue>) =>
      new InvalidInput({ command, subject: null, field: (issues[0]?.path ?? []).join("."), issues })
    const draft = Draft.make(context)
    const outsiders = Team.issues(input.person, input)
    if (outsiders.length > 0) return yield* Either.left(refuse(outsiders))
    const own = Team.settled(input.person, input)
    const named = Boards.settled(renamedAll(own, namesOf(input)), context.stages)
    const id = String(named.candidate.id)
    const same = loaded.candidate.find((one) => one.id === id)
    if (same !== undefined) return decided(draft, { candidate: same, already: true, made: [], left: [] })
    const other = loaded.candidate[0]?.id ?? loaded.contact[0]?.id ?? loaded.aliases[0]?.currentId
    if (other !== undefined) {
      const message = `is here under another id: ${other}`
      return yield* Either.left(refuse([{ path: ["person", "candidate", "id"], message }]))
    }
    // One that was merged into another here is that one: a record under its id would be somebody who is no more.
    const [merged] = loaded.merged
    if (merged !== undefined)
      return yield* Either.left(new NotFound({ noun: "client", id: merged.formerId, field: "person.around.clients" }))
    const here = new Set(idsOf([...loaded.client, ...loaded.position]))
    for (const { id: there, own, part } of pairs(input))
      if (nounOf(own) !== nounOf(there) || !here.has(own))
        yield* Either.left(refuse([{ path: [part, there], message: "is not here" }]))
    const first = yield* read(named, refuse)
    const told = yield* read(renamedAll(named, yield* seated(first, loaded, context.at)), refuse)
    for (const { id: documentId, sha256 } of recordsOf("document", told.stories)) {
      const bytes = told.person.files[documentId]
      if (bytes !== undefined && digest(bytes) !== sha256)
        yield* Either.left(refuse([{ path: ["person", "files", documentId], message: "is not what was attached" }]))
    }
    for (const noun of fielded) {
      const known = Custom.fields(loaded.customFields.filter((field) => field.noun === noun))
      for (const [index, { customFields }] of recordsOf(noun, told.stories).entries()) {
        const misfits = Custom.misfits(known, context.settings.customFields, customFields)
        const path = noun === "candidate" ? ["person", noun] : ["person", "records", noun, index]
        if (misfits.length > 0)
          yield* Either.left(refuse(misfits.map((issue) => ({ ...issue, path: [...path, ...issue.path] }))))
      }
    }
    const strangers = Shared.strangers(Shared.met(told.person, hereOf(loaded)))
    if (strangers.length > 0) yield* Either.left(refuse(strangers))
    const made = yield* surround(draft, told, loaded)
    const left = adopt(draft, told, loaded, input)
    const contradicted = contradiction(draft, loaded, idsOf(told.person.around.positions))
    if (contradicted !== null) return yield* Either.left(contradicted)
    return decided(draft, { candidate: told.person.candidate as unknown as Candidate, already: false, made, left })
  })

/**
 * Brings a person from an export, with everything that happened, when and by whom: under the ids that they have there, so
 * that what names them resolves and nobody comes in twice. Clients and positions that are not here are made as stubs.
 *
 * Refused with `ConsentRequired` where a submission was never covered, with `PositionNotOpen` or `PositionFilled` where
 * a position that is here cannot take what the person's records say.
 */
export const importPerson: Command.Command<Given, typeof Given.Encoded, typeof plan, PersonImported> = {
  ...Command.make("candidates.importPerson", Given, plan, given, decide),
  longest: 100_000,
}
