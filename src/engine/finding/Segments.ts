import * as Effect from "effect/Effect"
import * as Input from "../../domain/Input.js"
import { mostFrozen } from "../../domain/search/Asked.js"
import * as Segment from "../../domain/search/Segment.js"
import type { CorruptRecord, InvalidInput, NotFound, TooManyFound } from "../../domain/Refusal.js"
import type { StorageFailure } from "../../ports/StorageError.js"
import * as Decoding from "../Decoding.js"
import type { Engine } from "../Engine.js"
import { reader } from "../Reading.js"
import { allRows } from "../Referring.js"
import * as Searching from "../Searching.js"
import { Session } from "../Session.js"
import * as Asking from "./Asking.js"
import * as Everywhere from "./Everywhere.js"
import { hitsOf, orderedHits, standing, survivors } from "./Survivors.js"

export interface SegmentMembers extends Everywhere.NamedResults {
  /** How many are in, on all pages. */
  readonly total: number
}

/**
 * Who is in an audience, by id where no order is asked for: opt-outs and `exclude` over `include` over the query. All ids count for whoever stands
 * for them today, and the erased are out. `TooManyFound` where the query finds more than 10,000.
 */
export const members =
  (engine: Engine) =>
  (
    id: string,
    rawOptions?: Searching.SearchOptions,
  ): Effect.Effect<SegmentMembers, NotFound | InvalidInput | CorruptRecord | TooManyFound | StorageFailure, Session> =>
    Effect.gen(function* () {
      const name = "search.segments.members"
      const options = yield* Searching.decodePaging(rawOptions ?? {}, name, Input.isRef(id) ? id : null)
      const { after = null, limit = 20, order = null } = options
      const { workspace } = yield* Session
      const segment = yield* reader(engine, "search.segments", "segment").get(id)
      if (order === null && after !== null && !Input.isRef(after))
        return yield* Decoding.wrong(name, id, ["after"], "is no cursor")
      const query = yield* Asking.stored("segment", segment)
      const warnings = yield* Asking.warningsOf(engine, workspace, segment)
      const found = segment.frozen ?? (yield* Everywhere.ids(engine, query, segment.nouns, mostFrozen))
      const withdrawn = { field: "withdrawnAt", is: "null" } as const
      const out = (yield* allRows(engine, workspace, "optOut", withdrawn)).map((row) => String(row.personId))
      const { exclude, include } = segment
      const current = yield* standing(engine, workspace, [...found, ...include, ...exclude, ...out])
      const chosen = Segment.members({
        found: found.map(current),
        include: include.map(current),
        exclude: exclude.map(current),
        optedOut: out.map(current),
      })
      const ids = yield* survivors(engine, workspace, chosen)
      if (order !== null) {
        const by = { nouns: segment.nouns, command: name, subject: id, after, limit }
        return { ...(yield* orderedHits(engine, workspace, ids, order, by)), total: ids.length, warnings }
      }
      const rest = after === null ? ids : ids.filter((one) => one > after)
      const page = rest.slice(0, limit)
      const cursor = rest.length > limit ? (page.at(-1) ?? null) : null
      return { ...(yield* hitsOf(engine, workspace, page)), cursor, total: ids.length, warnings }
    }).pipe(Effect.withSpan("matchloop.search.segments.members", { captureStackTrace: false }))
