import * as Either from "effect/Either"
import * as Schema from "effect/Schema"
import { amending } from "../Amending.js"
import * as Command from "../Command.js"
import { decided } from "../Decision.js"
import * as Draft from "../Draft.js"
import * as Input from "../Input.js"
import type { RecordOf } from "../Nouns.js"
import { ListArchived } from "../Refusal.js"
import * as Known from "./Known.js"

/** Begins a list. */
export const create = Command.make(
  "search.lists.create",
  Schema.Struct({ name: Input.Line }),
  {},
  () => ({}),
  ({ name }, _loaded, context) => {
    const changes = Draft.make(context)
    return Either.right(decided(changes, Draft.create(changes, "list", "ListCreated", { name })))
  },
)

export const rename = Command.on(
  "list",
  "search.lists.rename",
  Schema.Struct({ name: Input.Line }),
  {},
  (subject, { name }, _loaded, context) => {
    const changes = Draft.make(context)
    return Either.right(decided(changes, Draft.update(changes, "list", subject, "ListRenamed", { name })))
  },
)

/** Takes a list out of the listing: it can still be read, and records taken off it. */
export const archive = amending("list", "search.lists.archive", "ListArchived", ({ archivedAt }, { at }) => ({
  archivedAt: archivedAt ?? at,
}))

/** Lists a list again, with all who are on it. */
export const restore = amending("list", "search.lists.restore", "ListRestored", () => ({ archivedAt: null }))

export const Members = Schema.Struct({ members: Input.Refs.pipe(Schema.minItems(1)) })

const onList = { noun: "member", by: { listId: { step: "subject", field: "id" }, memberId: { given: "ids" } } } as const

/**
 * Adds records at the end, in the order given; those on the list keep their place. Returns those that came.
 * `ListArchived` where nobody would see them there.
 */
export const add = Command.on(
  "list",
  "search.lists.add",
  Members,
  { ...Known.plan, onList },
  (subject, { members }, loaded, context) =>
    Either.gen(function* () {
      const { archivedAt, id } = subject
      if (archivedAt !== null) return yield* Either.left(new ListArchived({ listId: id, archivedAt }))
      const ids = yield* Known.found(members, loaded, "members")
      const changes = Draft.make(context)
      const came = ids.flatMap((memberId): ReadonlyArray<RecordOf<"member">> => {
        const addition = Draft.freshId(changes, "addition")
        const added = { addedAt: context.at, addedBy: context.actor, addition, removedAt: null }
        const known = loaded.onList.find((one) => one.memberId === memberId)
        if (known === undefined) {
          const fields = { listId: subject.id, memberId, ...added }
          return [Draft.create(changes, "member", "ListMemberAdded", fields)]
        }
        return known.removedAt === null ? [] : [Draft.update(changes, "member", known, "ListMemberAdded", added)]
      })
      return decided(changes, came)
    }),
  ({ members }) => Known.given(members),
)

/** Takes records off a list; `storedOf` says as what an id stands on it. Returns those that went. */
export const remove = (storedOf: (id: string) => ReadonlyArray<string>) =>
  Command.on(
    "list",
    "search.lists.remove",
    Members,
    { onList },
    (_subject, { members }, loaded, context) => {
      const changes = Draft.make(context)
      const gone = new Map<string, RecordOf<"member">>()
      for (const id of members) {
        const stored = storedOf(id)
        const known = loaded.onList.filter(({ memberId, removedAt }) => removedAt === null && stored.includes(memberId))
        if (known.length === 0) return Either.left(Known.missing(id, "members"))
        for (const one of known) gone.set(one.id, one)
      }
      const patch = { removedAt: context.at }
      const removed = [...gone.values()].map((one) => Draft.update(changes, "member", one, "ListMemberRemoved", patch))
      return Either.right(decided(changes, removed))
    },
    ({ members }) => ({ ids: [...new Set(members.flatMap(storedOf))] }),
  )
