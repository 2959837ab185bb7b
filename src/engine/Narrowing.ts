import * as Effect from "effect/Effect"
import * as Narrowing from "../matching/Narrowing.js"
import type { SearchHit, Storage } from "../ports/Storage.js"
import type { StorageFailure } from "../ports/StorageError.js"
import type { Searchable } from "../search/Fields.js"
import type { Tier } from "../search/Retrieval.js"

export interface NarrowRequest {
  readonly workspace: string
  readonly noun: Searchable
  readonly kinds: ReadonlyArray<string>
  readonly skills: ReadonlyArray<Narrowing.Spelled>
  readonly limit: number
}

export interface Narrowed {
  /** Those that share most skills first, and of as many those that changed last. */
  readonly ids: ReadonlyArray<string>
  /** Nobody else shares any of the skills. */
  readonly complete: boolean
}

/** So many skills of one record are looked at, and of each so many hits are counted to tell the rare ones. */
const [mostSkills, mostHits] = [30, 200]

/** The ids of a noun that share most of the skills: all of the noun where no skills are asked for. */
export const narrow = (
  storage: Storage,
  { kinds, limit, noun, skills, workspace }: NarrowRequest,
): Effect.Effect<Narrowed, StorageFailure> =>
  Effect.gen(function* () {
    const base = Narrowing.ofKind(...kinds)
    const asked = skills.slice(0, mostSkills)
    const look = (tiers: ReadonlyArray<Tier>, most: number) =>
      storage.search({ workspace, noun, tiers, limit: most, after: null })
    const counted: Array<{ readonly skill: Narrowing.Spelled; readonly hits: ReadonlyArray<SearchHit> }> = []
    if (asked.length > Narrowing.mostCounted) {
      for (const skill of asked) {
        counted.push({ skill, hits: yield* look([{ score: 0, retrieval: Narrowing.having(skill) }], mostHits) })
      }
    }
    const rarest =
      asked.length > Narrowing.mostCounted
        ? counted.toSorted((a, b) => a.hits.length - b.hits.length).map(({ skill }) => skill)
        : asked
    const tiers = Narrowing.tiers(base, rarest.slice(0, Narrowing.mostCounted), rarest.slice(Narrowing.mostCounted))
    const found = yield* look(tiers, limit + 1)
    return {
      ids: found.slice(0, limit).map(({ id }) => id),
      complete: found.length <= limit && asked.length === skills.length,
    }
  })
