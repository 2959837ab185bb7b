import * as Effect from "effect/Effect"
import * as Narrowing from "../matching/Narrowing.js"
import type { Storage } from "../ports/Storage.js"
import type { StorageFailure } from "../ports/StorageError.js"
import type { Searchable } from "../search/Fields.js"
import * as Retrieval from "../search/Retrieval.js"

export interface NarrowRequest {
  readonly workspace: string
  readonly noun: Searchable
  readonly kinds: ReadonlyArray<string>
  readonly skills: ReadonlyArray<Narrowing.Spelled>
  readonly limit: number
  /** How many of the asked skills may be missing; any number of them where absent, as long as one is shared. */
  readonly missing?: number
}

export interface Narrowed {
  /** Those that share most skills first, and of as many those that changed last. */
  readonly ids: ReadonlyArray<string>
  /** Nobody else shares any of the skills. */
  readonly complete: boolean
}

/** So many skills of one record are looked at, and of each so many hits are counted to tell the rare ones. */
const [mostSkills, mostHits] = [30, 200]

/** How many look-ups run at once, where a storage can. */
const concurrency = 4

/** The ids of a noun that share most of the skills: all of the noun where no skills are asked for. */
export const narrow = (
  storage: Storage,
  { kinds, limit, missing = Number.POSITIVE_INFINITY, noun, skills, workspace }: NarrowRequest,
): Effect.Effect<Narrowed, StorageFailure> =>
  Effect.gen(function* () {
    const look = (all: ReadonlyArray<Retrieval.Retrieval>, most: number) =>
      Effect.forEach(
        all,
        (retrieval) =>
          storage.search({ workspace, noun, tiers: Retrieval.unscored(retrieval), limit: most, after: null }),
        { concurrency },
      )
    const asked = skills.slice(0, mostSkills)
    const isMany = asked.length > Narrowing.mostCounted
    const hits = isMany ? yield* look(asked.map(Narrowing.having), mostHits) : []
    const rarest = asked
      .map((skill, index) => ({ skill, count: isMany ? (hits[index]?.length ?? 0) : mostHits }))
      .filter(({ count }) => count > 0)
      .toSorted((a, b) => a.count - b.count)
      .map(({ skill }) => skill)
    if (asked.length > 0 && rarest.length === 0) return { ids: [], complete: asked.length === skills.length }
    const counted = rarest.slice(0, Narrowing.mostCounted)
    const levels = Narrowing.levels(Narrowing.ofKind(...kinds), counted, rarest.slice(Narrowing.mostCounted))
    const found = new Set<string>()
    for (const { lookUp, shared } of levels) {
      if (found.size > limit || counted.length - shared > missing) break
      // Those that share more may be among the hits again: the limit leaves room for them.
      const [again = []] = yield* look([lookUp], limit + 1)
      for (const { id } of again) found.add(id)
    }
    return { ids: [...found].slice(0, limit), complete: found.size <= limit && asked.length === skills.length }
  })
