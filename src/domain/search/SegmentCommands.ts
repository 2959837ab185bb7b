import * as Either from "effect/Either"
import * as Schema from "effect/Schema"
import { amending } from "../Amending.js"
import * as Command from "../Command.js"
import { decided } from "../Decision.js"
import * as Draft from "../Draft.js"
import * as Input from "../Input.js"
import * as Asked from "./Asked.js"
import * as Known from "./Known.js"
import { people } from "./Segment.js"

const PeopleNouns = Schema.Array(Schema.Literal(...people)).pipe(Schema.minItems(1), Schema.maxItems(people.length))

export const Create = Schema.Struct({
  name: Input.Line,
  query: Asked.Text,
  nouns: Input.or(PeopleNouns, () => ["candidate"] as const),
  include: Input.or(Input.Refs, () => []),
  exclude: Input.or(Input.Refs, () => []),
  /** Whether to keep what the query finds now; opt-outs, `include` and `exclude` count as they are then. */
  freeze: Input.or(Schema.Boolean, () => false),
})

/** Defines an audience. */
export const create = (asked: Asked.Asked) =>
  Command.make(
    "search.segments.create",
    Create,
    Known.plan,
    ({ exclude, include }) => Known.given([...include, ...exclude]),
    ({ exclude, include, name, nouns }, loaded, context) =>
      Either.gen(function* () {
        const chosen = {
          include: yield* Known.found(include, loaded, "include", people),
          exclude: yield* Known.found(exclude, loaded, "exclude", people),
        }
        const changes = Draft.make(context)
        const fields = { name, nouns, ...chosen, ...Asked.fieldsOf(asked, context) }
        return decided(changes, Draft.create(changes, "segment", "SegmentCreated", fields))
      }),
  )

export const Update = Schema.Struct({
  name: Schema.optional(Input.Line),
  query: Schema.optional(Asked.Text),
  nouns: Schema.optional(PeopleNouns),
  include: Schema.optional(Input.Refs),
  exclude: Schema.optional(Input.Refs),
  /** True freezes what is found now, false thaws. Another query or noun thaws where it does not say. */
  freeze: Schema.optional(Schema.Boolean),
})

/** Changes an audience; `Conflict` where it changed while its query was looked up. */
export const update = (asked: Asked.Asked | null) =>
  Command.on(
    "segment",
    "search.segments.update",
    Update,
    Known.plan,
    (subject, { exclude, include, name, nouns }, loaded, context) =>
      Either.gen(function* () {
        const conflict = asked === null ? null : Asked.moved(asked, subject)
        if (conflict !== null) return yield* Either.left(conflict)
        const chosen = Input.present({
          name,
          nouns,
          include: include === undefined ? undefined : yield* Known.found(include, loaded, "include", people),
          exclude: exclude === undefined ? undefined : yield* Known.found(exclude, loaded, "exclude", people),
        })
        const changes = Draft.make(context)
        const patch = { ...chosen, ...(asked === null ? {} : Asked.fieldsOf(asked, context)) }
        return decided(changes, Draft.update(changes, "segment", subject, "SegmentUpdated", patch))
      }),
    ({ exclude = [], include = [] }) => Known.given([...include, ...exclude]),
  )

/** Takes an audience out of the listing: it can still be read, run and changed. */
export const archive = amending("segment", "search.segments.archive", "SegmentArchived", ({ archivedAt }, { at }) => ({
  archivedAt: archivedAt ?? at,
}))

/** Lists an audience again. */
export const restore = amending("segment", "search.segments.restore", "SegmentRestored", () => ({ archivedAt: null }))
