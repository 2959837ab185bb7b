import * as Effect from "effect/Effect"
import { type NounName, Nouns } from "../domain/Nouns.js"
import * as Commands from "../domain/person/Commands.js"
import type { Person } from "../domain/person/Person.js"
import { InvalidInput, type Issue } from "../domain/Refusal.js"
import type { Row } from "../ports/Storage.js"
import type { StorageFailure } from "../ports/StorageError.js"
import * as Aliases from "./Aliases.js"
import * as Documents from "./Documents.js"
import { command, type CommandError, type Engine } from "./Engine.js"
import * as Resumes from "./Resumes.js"
import type { Options } from "./Options.js"
import { Session } from "./Session.js"

type Given<C extends { readonly input: { readonly Encoded: unknown } }> = C["input"]["Encoded"]

/** What is looked at before an import is decided, whoever it is of. */
interface Bringing {
  readonly person: Pick<Person, "around" | "files" | "records">
  readonly clients: { readonly [id: string]: string }
  readonly texts: { readonly [id: string]: string | null }
}

/** The same as it was given. */
interface Raw {
  readonly person: {
    readonly records: { readonly [N in NounName]?: ReadonlyArray<object> | undefined }
    readonly entries: ReadonlyArray<{ readonly id: string }>
  }
}

const idOf = (row: object): string => ("id" in row ? String(row.id) : "")

const refuse = (command: string, issues: ReadonlyArray<Issue>): InvalidInput =>
  new InvalidInput({ command, subject: null, field: (issues[0]?.path ?? []).join("."), issues })

/** The files of an export whose keys are those of somebody else's here: theirs would be written over. */
const overwritten = (engine: Engine, workspace: string, records: Person["records"]) =>
  Effect.gen(function* () {
    const issues: Array<Issue> = []
    for (const noun of ["document", "equalOpportunity"] as const)
      for (const [index, { blobKey, id }] of (records[noun] ?? []).entries()) {
        const key = String(blobKey)
        if ((yield* Documents.bytesOf(engine, workspace, key)) === null) continue
        const [own] = yield* engine.storage.get(workspace, noun, [String(id)])
        if (own?.blobKey !== key)
          issues.push({
            path: ["person", "records", noun, index, "blobKey"],
            message: `${key} is here, of another ${noun}`,
          })
      }
    return issues
  })

/** Whose a record is, as far as it says so. */
const holder = (row: Row): string => {
  const id = row.candidateId ?? row.clientId ?? row.personId ?? row.memberId ?? row.currentId
  return typeof id === "string" ? `of ${id}` : `since ${String(row.createdAt)}`
}

/** The ids of an export that something else has here, each with its place and with who has it. */
const held = (
  { storage }: Engine,
  workspace: string,
  { entries, records }: Raw["person"],
): Effect.Effect<ReadonlyArray<Issue>, StorageFailure> =>
  Effect.gen(function* () {
    const issues: Array<Issue> = []
    for (const noun of Object.keys(Nouns) as ReadonlyArray<NounName>) {
      const ids = (records[noun] ?? []).map(idOf)
      for (const row of yield* storage.get(workspace, noun, ids)) {
        const id = String(row.id)
        const path = ["person", "records", noun, ids.indexOf(id), "id"]
        issues.push({ path, message: `${id} is a ${noun} here, ${holder(row)}` })
      }
    }
    for (const [index, { id }] of entries.entries())
      for (const { subject, type } of yield* storage.entries(workspace, { id }))
        issues.push({
          path: ["person", "entries", index, "id"],
          message: `${id} is in the ledger here: ${type} of ${subject.id}`,
        })
    return issues
  })

/**
 * With what the clients of the export are here, where others came before under the ids of those that were merged into
 * them since: to make a second client would have the agency merge the two again.
 */
const met =
  ({ storage }: Engine, workspace: string) =>
  <I extends Bringing>(input: I): Effect.Effect<I, StorageFailure> =>
    Effect.gen(function* () {
      const clients: { [id: string]: string } = {}
      for (const { formerIds, id } of input.person.around.clients) {
        if (formerIds.length === 0 || Object.hasOwn(input.clients, id)) continue
        const currents = yield* Aliases.currentsOf(storage, workspace, [id, ...formerIds])
        if (currents.has(id)) continue
        const ids = formerIds.map((former) => currents.get(former) ?? former)
        const here = new Set((yield* storage.get(workspace, "client", [id, ...ids])).map((row) => String(row.id)))
        const known = here.has(id) ? undefined : ids.find((one) => here.has(one))
        if (known !== undefined) clients[id] = known
      }
      return { ...input, clients: { ...clients, ...input.clients } }
    })

const prepared =
  (engine: Engine, name: string) =>
  <I extends Bringing>(input: I) =>
    Effect.gen(function* () {
      const { workspace } = yield* Session
      const issues = yield* overwritten(engine, workspace, input.person.records)
      if (issues.length > 0) return yield* refuse(name, issues)
      return yield* Effect.flatMap(met(engine, workspace)(input), Resumes.brought(engine))
    })

type Bring<E, A> = (input: E, options?: Options) => Effect.Effect<A, CommandError, Session>

/** Says of ids that are somebody else's which they are: the database refuses those whole, and only then it is worth to look. */
const telling =
  <E extends Raw, A>(engine: Engine, name: string, run: Bring<E, A>): Bring<E, A> =>
  (input, options) =>
    Effect.catchTag(run(input, options), "Conflict", (conflict) =>
      Effect.gen(function* () {
        const { workspace } = yield* Session
        const issues = yield* held(engine, workspace, input.person)
        return yield* issues.length === 0 ? conflict : refuse(name, issues)
      }),
    )

/** Brings a person. */
export const importPerson = (engine: Engine): Bring<Given<typeof Commands.importPerson>, Commands.PersonImported> => {
  const { name } = Commands.importPerson
  return telling(engine, name, command(engine, Commands.importPerson, prepared(engine, name)))
}

/** The same for a person at a company. */
export const importContact = (
  engine: Engine,
): Bring<Given<typeof Commands.importContact>, Commands.ContactImported> => {
  const { name } = Commands.importContact
  return telling(engine, name, command(engine, Commands.importContact, prepared(engine, name)))
}
