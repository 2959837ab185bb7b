import * as Effect from "effect/Effect"
import * as Narrowing from "../matching/Narrowing.js"
import type { Storage } from "../ports/Storage.js"
import type { StorageFailure } from "../ports/StorageError.js"
import type { Searchable } from "../search/Fields.js"
import * as Retrieval from "../search/Retrieval.js"

/** The skills that a search shares out, the rarest first, as the index tells. */
export interface Ranked {
  readonly workspace: string
  readonly noun: Searchable
  /** Those that anybody has. */
  readonly rarest: ReadonlyArray<Narrowing.Spelled>
  /** None was asked for. */
  readonly isOpen: boolean
  /** None was left out. */
  readonly isWhole: boolean
}

export interface NarrowRequest {
  readonly kinds: ReadonlyArray<string>
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

const look = (
  storage: Storage,
  { noun, workspace }: Pick<Ranked, "noun" | "workspace">,
  retrieval: Retrieval.Retrieval,
  limit: number,
) => storage.search({ workspace, noun, tiers: Retrieval.unscored(retrieval), limit, after: null })

/** Finds out which of the skills are rare, where there are too many to count all of them. */
export const rank = (
  storage: Storage,
  skills: ReadonlyArray<Narrowing.Spelled>,
  of: Pick<Ranked, "noun" | "workspace">,
): Effect.Effect<Ranked, StorageFailure> => {
  const asked = skills.slice(0, mostSkills)
  const ranked = (rarest: ReadonlyArray<Narrowing.Spelled>): Ranked => ({
    ...of,
    rarest,
    isOpen: asked.length === 0,
    isWhole: asked.length === skills.length,
  })
  if (asked.length <= Narrowing.mostCounted) return Effect.succeed(ranked(asked))
  const counted = Effect.forEach(
    asked,
    (skill) =>
      Effect.map(look(storage, of, Narrowing.having(skill), mostHits), ({ length: count }) => ({ skill, count })),
    { concurrency },
  )
  return Effect.map(counted, (all) =>
    ranked(
      all
        .filter(({ count }) => count > 0)
        .toSorted((a, b) => a.count - b.count)
        .map(({ skill }) => skill),
    ),
  )
}

/** The ids of a noun that share most of the skills: all of the noun where no skills are asked for. */
export const narrow = (
  storage: Storage,
  ranked: Ranked,
  { kinds, limit, missing = Number.POSITIVE_INFINITY }: NarrowRequest,
): Effect.Effect<Narrowed, StorageFailure> =>
  Effect.gen(function* () {
    const { isOpen, isWhole, rarest } = ranked
    if (!isOpen && rarest.length === 0) return { ids: [], complete: isWhole }
    const counted = rarest.slice(0, Narrowing.mostCounted)
    const levels = Narrowing.levels(Narrowing.ofKind(...kinds), counted, rarest.slice(Narrowing.mostCounted))
    const found = new Set<string>()
    for (const { lookUp, shared } of levels) {
      if (found.size > limit || counted.length - shared > missing) break
      // Those that share more may be among the hits again: the limit leaves room for them.
      for (const { id } of yield* look(storage, ranked, lookUp, limit + 1)) found.add(id)
    }
    return { ids: [...found].slice(0, limit), complete: found.size <= limit && isWhole }
  })
