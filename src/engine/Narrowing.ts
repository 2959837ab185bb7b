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
  /** How many were asked for. */
  readonly asked: number
  /** How many were not looked at, since there are too many. */
  readonly left: number
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
  /** How many of the asked skills anybody else may share; null where nobody else shares any. */
  readonly unseen: number | null
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
    asked: skills.length,
    left: skills.length - asked.length,
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
    const { asked, left, rarest } = ranked
    if (asked > 0 && rarest.length === 0) return { ids: [], unseen: left === 0 ? null : left }
    const counted = rarest.slice(0, Narrowing.mostCounted)
    const levels = Narrowing.levels(kinds, counted, rarest.slice(Narrowing.mostCounted))
    /** Those that are not counted: who was not met at a level may share all of them. */
    const others = rarest.length - counted.length + left
    const found = new Set<string>()
    for (const { lookUp, shared } of levels) {
      if (counted.length - shared > missing) return { ids: [...found], unseen: shared + others }
      // Those that share more may be among the hits again: the limit leaves room for them.
      for (const { id } of yield* look(storage, ranked, lookUp, limit + 1)) found.add(id)
      if (found.size > limit) return { ids: [...found].slice(0, limit), unseen: shared + others }
    }
    return { ids: [...found], unseen: left === 0 ? null : left }
  })
