import * as Either from "effect/Either"
import type { Context } from "../Context.js"
import * as Custom from "../custom/Given.js"
import { type Decision, decided } from "../Decision.js"
import * as Draft from "../Draft.js"
import { type NounName, nounOf, recordsOf } from "../Nouns.js"
import { isErased } from "../privacy/Erased.js"
import { InvalidInput, type Issue, NotFound, type Refusal } from "../Refusal.js"
import { renamedAll } from "../Renamed.js"
import { same } from "../Same.js"
import * as Boards from "./Boards.js"
import { type Given, idsOf, type Loaded, namesOf, own, pairs } from "./Given.js"
import * as History from "./History.js"
import { type Person, roles } from "./Person.js"
import * as Records from "./Records.js"
import * as Shared from "./Shared.js"
import * as Surroundings from "./Surroundings.js"
import * as Team from "./Team.js"

/** How an import went. */
export interface Imported {
  /** Whether the person was here before: nothing is written then. */
  readonly already: boolean
  /** What was made since the person's records name it: clients and positions are tagged `imported`. */
  readonly made: ReadonlyArray<string>
  readonly left: ReadonlyArray<Records.LeftOut>
}

/** The same with the records that the person is now known by. */
export interface Brought extends Imported {
  readonly people: ReadonlyArray<{ readonly noun: NounName; readonly record: object | null }>
}

type Refuse = (issues: ReadonlyArray<Issue>) => InvalidInput

const read = (person: Person, refuse: Refuse): Either.Either<History.Told, Refusal> =>
  Either.gen(function* () {
    const { noun, record } = person.root
    if (isErased(record)) return yield* Either.left(refuse([{ path: ["person", noun], message: "was erased" }]))
    const erased = person.records.contact?.findIndex(isErased) ?? -1
    if (erased >= 0)
      return yield* Either.left(refuse([{ path: ["person", "records", "contact", erased], message: "was erased" }]))
    const stories = yield* Either.mapLeft(History.stories(person), (issues) =>
      refuse(issues.map((issue) => ({ ...issue, path: ["person", ...issue.path] }))),
    )
    const refused = History.unconsented(person.entries)
    return refused === null ? { person, stories } : yield* Either.left(refused)
  })

/** Whether the role that was asked for is the one that the person's records tell of. */
const isTold = ({ asked, person: { records, root } }: Given): boolean =>
  [root.record, ...(records.contact ?? [])].some((one) => same(one, asked.record))

type Here = Brought["people"]

/** Whoever is here of the person. Null where nobody is: only then they come in, and in all roles at once. */
const met = (
  input: Given,
  { aliases, candidate, contact }: Loaded,
): Either.Either<Here | null, ReadonlyArray<Issue>> => {
  const ids = own(input)
  const all = [
    ...candidate.map((record) => ({ noun: "candidate" as const, record })),
    ...contact.map((record) => ({ noun: "contact" as const, record })),
  ]
  const here = all.filter(({ record }) => ids.includes(record.id))
  if (here.length === ids.length) return Either.right(here)
  const [known] = here
  const missing = [input.person.root, input.asked].find(
    ({ record }) => !here.some((one) => one.record.id === record.id),
  )
  const away = known === undefined ? aliases : aliases.filter(({ formerId }) => formerId === missing?.record.id)
  const other = known === undefined ? (all[0]?.record.id ?? away[0]?.currentId) : away[0]?.currentId
  if (known === undefined && other === undefined) return Either.right(null)
  const message =
    other === undefined
      ? `is not here, and ${known?.record.id} is: one human comes in as a whole`
      : `is here under another id: ${other}`
  return Either.left([{ path: ["person", (missing ?? input.asked).noun, "id"], message }])
}

/** What files and the agency's own fields have against an export. */
const misfits = ({ person, stories }: History.Told, loaded: Loaded, context: Context): ReadonlyArray<Issue> => {
  for (const { id, sha256 } of recordsOf("document", stories)) {
    const bytes = person.files[id]
    if (bytes !== undefined && context.digest(bytes) !== sha256)
      return [{ path: ["person", "files", id], message: "is not what was attached" }]
  }
  for (const noun of roles) {
    const known = Custom.fields(loaded.customFields.filter((field) => field.noun === noun))
    for (const [index, { customFields }] of recordsOf(noun, stories).entries()) {
      const found = Custom.misfits(known, context.settings.customFields, customFields)
      const path = noun === person.root.noun ? ["person", noun] : ["person", "records", noun, index]
      if (found.length > 0) return found.map((issue) => ({ ...issue, path: [...path, ...issue.path] }))
    }
  }
  return []
}

/** Decides how a person comes in, whichever role they were exported by. */
export const decide = (input: Given, loaded: Loaded, context: Context): Decision<Brought> =>
  Either.gen(function* () {
    const { command } = context
    const refuse: Refuse = (issues) =>
      new InvalidInput({ command, subject: null, field: (issues[0]?.path ?? []).join("."), issues })
    const checked = (issues: ReadonlyArray<Issue>): Either.Either<void, Refusal> =>
      issues.length === 0 ? Either.void : Either.left(refuse(issues))
    const draft = Draft.make(context)
    if (!isTold(input))
      yield* checked([{ path: ["person", input.asked.noun], message: "is not what the records tell" }])
    yield* checked(Team.issues(input.person, input))
    const settled = Boards.settled(renamedAll(Team.settled(input.person, input), namesOf(input)), context.stages)
    const known = yield* Either.mapLeft(met(input, loaded), refuse)
    if (known !== null) return decided(draft, { people: known, already: true, made: [], left: [] })
    // One that was merged into another here is that one: a record under its id would be somebody who is no more.
    const [merged] = loaded.merged
    if (merged !== undefined)
      return yield* Either.left(new NotFound({ noun: "client", id: merged.formerId, field: "person.around.clients" }))
    const here = new Set(idsOf([...loaded.client, ...loaded.position]))
    for (const { id: there, own, part } of pairs(input))
      if (nounOf(own) !== nounOf(there) || !here.has(own))
        yield* checked([{ path: [part, there], message: "is not here" }])
    const first = yield* read(settled, refuse)
    const told = yield* read(renamedAll(settled, yield* Surroundings.seated(first, loaded, context.at)), refuse)
    yield* checked(misfits(told, loaded, context))
    yield* checked(Shared.strangers(Shared.met(told.person, Records.hereOf(loaded))))
    const made = yield* Surroundings.surround(draft, told, loaded)
    const left = [
      ...Records.adopt(draft, told, loaded, input),
      ...input.namedBy.map((id): Records.LeftOut => {
        const because = "names them there: whom a position names is for its agency to say"
        return { noun: "position", id, because }
      }),
    ]
    const contradicted = Surroundings.contradiction(draft, loaded, idsOf(told.person.around.positions))
    if (contradicted !== null) return yield* Either.left(contradicted)
    return decided(draft, { people: told.stories, already: false, made, left })
  })
