import * as Effect from "effect/Effect"
import type { SearchHit, SearchRequest } from "../../src/ports/Storage.js"
import type { Retrieval } from "../../src/search/Retrieval.js"

/** So many of the hits of a look-up, those indexed last first; those indexed before some place where one is given. */
export interface Page {
  readonly before: number | null
  readonly limit: number
}

/** The hits of one look-up: ids and places. */
export type LookUp<E> = (
  retrieval: Retrieval,
  page: Page,
) => Effect.Effect<ReadonlyArray<readonly [id: string, place: number]>, E>

/**
 * Score by score from the highest down, until the page is full: what scores less is not looked at.
 *
 * Of a first page everything better is known when a score is looked up, and is less than a page; so the look-up need
 * not say that it wants none of it.
 */
export const search = <E>(
  { after, limit, tiers }: SearchRequest,
  lookUp: LookUp<E>,
): Effect.Effect<ReadonlyArray<SearchHit>, E> =>
  Effect.gen(function* () {
    const hits = new Map<string, SearchHit>()
    for (const { atLeast, retrieval, score } of tiers) {
      if (hits.size >= limit) break
      if (after !== null && score > after.score) continue
      const before = after !== null && score === after.score ? after.place : null
      const found = yield* after === null
        ? lookUp(atLeast, { before, limit })
        : lookUp(retrieval, { before, limit: limit - hits.size })
      for (const [id, place] of found) if (hits.size < limit && !hits.has(id)) hits.set(id, { id, score, place })
    }
    return [...hits.values()]
  })
