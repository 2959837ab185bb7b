import * as Either from "effect/Either"
import * as Schema from "effect/Schema"
import { amending } from "../Amending.js"
import * as Command from "../Command.js"
import { decided } from "../Decision.js"
import * as Draft from "../Draft.js"
import * as Input from "../Input.js"
import * as Asked from "./Asked.js"
import * as OrderBy from "./OrderBy.js"
import { found } from "./SavedSearch.js"

const SearchedNouns = Schema.Array(Schema.Literal(...found)).pipe(Schema.minItems(1), Schema.maxItems(found.length))

export const Create = Schema.Struct({
  name: Input.Line,
  query: Asked.Text,
  /** What to look for; everything that can be searched where absent. */
  nouns: Input.or(SearchedNouns, () => found),
  /** Who runs the command where absent. */
  owner: Input.maybe(Input.Line),
  /** What its hits are ordered by; how well they fit where absent. */
  order: Input.maybe(OrderBy.OrderBy),
  /** Whether to keep what is found now in place of asking anew. */
  freeze: Input.or(Schema.Boolean, () => false),
})

/** Keeps a query under a name. */
export const create = (asked: Asked.Asked) =>
  Command.make(
    "search.saved.create",
    Create,
    {},
    () => ({}),
    ({ name, nouns, order, owner }, _loaded, context) => {
      const changes = Draft.make(context)
      const kept = { name, nouns, owner: owner ?? context.actor, orderBy: order && OrderBy.kept(order) }
      const fields = { ...kept, ...Asked.fieldsOf(asked, context) }
      return Either.right(decided(changes, Draft.create(changes, "savedSearch", "SearchSaved", fields)))
    },
  )

export const Update = Schema.Struct({
  name: Schema.optional(Input.Line),
  query: Schema.optional(Asked.Text),
  nouns: Schema.optional(SearchedNouns),
  owner: Schema.optional(Input.Line),
  order: Input.change(OrderBy.OrderBy),
  /** True freezes what is found now, false thaws. Another query or noun thaws where it does not say. */
  freeze: Schema.optional(Schema.Boolean),
})

/** Changes a saved search; `Conflict` where it changed while it was looked up. Null leaves the query as it is. */
export const update = (asked: Asked.Asked | null) =>
  Command.on(
    "savedSearch",
    "search.saved.update",
    Update,
    {},
    (subject, { name, nouns, order, owner }, _loaded, context) => {
      const conflict = asked === null ? null : Asked.moved(asked, subject)
      if (conflict !== null) return Either.left(conflict)
      const changes = Draft.make(context)
      const patch = {
        ...Input.present({ name, nouns, owner, orderBy: order && OrderBy.kept(order) }),
        ...(asked === null ? {} : Asked.fieldsOf(asked, context)),
      }
      return Either.right(decided(changes, Draft.update(changes, "savedSearch", subject, "SavedSearchUpdated", patch)))
    },
  )

/** Takes a saved search out of the listing: it can still be read and run. */
export const archive = amending(
  "savedSearch",
  "search.saved.archive",
  "SavedSearchArchived",
  ({ archivedAt }, { at }) => ({
    archivedAt: archivedAt ?? at,
  }),
)

/** Lists a saved search again. */
export const restore = amending("savedSearch", "search.saved.restore", "SavedSearchRestored", () => ({
  archivedAt: null,
}))
