import * as Either from "effect/Either"
import * as Schema from "effect/Schema"
import * as Command from "../Command.js"
import { decided } from "../Decision.js"
import * as Draft from "../Draft.js"
import * as Input from "../Input.js"
import type { RecordOf } from "../Nouns.js"
import * as Known from "./Known.js"
import { people } from "./Segment.js"

export const People = Schema.Struct({ people: Input.Refs.pipe(Schema.minItems(1)) })

const optedOut = { noun: "optOut", by: { personId: { given: "ids" } } } as const

/** Keeps people out of every segment, whatever else says that they are in. */
export const add = Command.make(
  "search.optOuts.add",
  People,
  { ...Known.plan, optedOut },
  (input) => Known.given(input.people),
  (input, loaded, context) =>
    Either.map(Known.found(input.people, loaded, "people", people), (ids) => {
      const changes = Draft.make(context)
      const out = ids.map((personId): RecordOf<"optOut"> => {
        const known = loaded.optedOut.find((one) => one.personId === personId)
        return known === undefined
          ? Draft.create(changes, "optOut", "PersonOptedOut", { personId })
          : Draft.update(changes, "optOut", known, "PersonOptedOut", { withdrawnAt: null })
      })
      return decided(changes, out)
    }),
)

/** Lets people into segments again; `storedOf` says as what an id opted out. */
export const remove = (storedOf: (id: string) => ReadonlyArray<string>) =>
  Command.make(
    "search.optOuts.remove",
    People,
    { optedOut },
    (input) => ({ ids: [...new Set(input.people.flatMap(storedOf))] }),
    (input, { optedOut }, context) => {
      const changes = Draft.make(context)
      const back = new Map<string, RecordOf<"optOut">>()
      for (const id of input.people) {
        const stored = storedOf(id)
        const known = optedOut.filter(({ personId, withdrawnAt }) => withdrawnAt === null && stored.includes(personId))
        if (known.length === 0) return Either.left(Known.missing(id, "people"))
        for (const one of known) back.set(one.id, one)
      }
      const patch = { withdrawnAt: context.at }
      const withdrawn = [...back.values()].map((one) => Draft.update(changes, "optOut", one, "OptOutWithdrawn", patch))
      return Either.right(decided(changes, withdrawn))
    },
  )
