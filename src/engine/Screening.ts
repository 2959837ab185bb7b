import * as Effect from "effect/Effect"
import type { Create } from "../domain/candidate/Fields.js"
import * as Known from "../domain/duplicate/Known.js"
import { folded, keys } from "../domain/duplicate/Person.js"
import { namesSuffice } from "../domain/duplicate/Policy.js"
import type { StorageFailure } from "../ports/StorageError.js"
import { onFile } from "./Duplicates.js"
import { type Engine, settingsOf } from "./Engine.js"
import type { Screen } from "./Importing.js"

/**
 * Looks up who of a batch is on file, all in one go. Whoever is to be skipped has a contact in common with somebody,
 * unless names suffice by the agency's rule: so names are looked up only where they may decide.
 */
export const screen = (
  engine: Engine,
  workspace: string,
  inputs: ReadonlyArray<Create>,
  mode: "skip" | "report",
): Effect.Effect<Screen<Create>, StorageFailure> =>
  Effect.gen(function* () {
    const policy = settingsOf(engine.config, workspace).duplicates
    const byName = mode === "report" || namesSuffice(policy)
    const people = new Map(inputs.map((input) => [input, folded(input, policy.country)]))
    const wanted = new Set([...people.values()].flatMap((person) => (byName ? keys(person) : person.contacts)))
    const known = Known.make(policy, byName)
    for (const [id, person] of (yield* onFile(engine, workspace, "candidate", [...wanted])).people)
      known.add(id, person)
    const personOf = (input: Create) => people.get(input) ?? folded(input, policy.country)
    return {
      find: (input) => {
        const [near] = known.find(personOf(input))
        if (near === undefined) return null
        const { id: candidateId, ...match } = near
        return { candidateId, ...match }
      },
      landed: (id, input) => known.add(id, personOf(input)),
    }
  })
