import * as Effect from "effect/Effect"
import type { SearchHit, SearchRequest } from "../../src/ports/Storage.js"
import type { StorageFailure } from "../../src/ports/StorageError.js"
import type { Retrieval } from "../../src/search/Retrieval.js"

/** The hits of one look-up: ids and places. */
export type LookUp = (
  retrieval: Retrieval,
  page: { readonly before: number | null; readonly limit: number },
) => Effect.Effect<ReadonlyArray<readonly [id: string, place: number]>, StorageFailure>

/** Score by score from the highest down, until the page is full: what scores less is not looked at. */
export const search = (
  { after, limit, tiers }: SearchRequest,
  lookUp: LookUp,
): Effect.Effect<ReadonlyArray<SearchHit>, StorageFailure> =>
  Effect.gen(function* () {
    const hits: Array<SearchHit> = []
    for (const { retrieval, score } of tiers) {
      if (hits.length >= limit) break
      if (after !== null && score > after.score) continue
      const before = after !== null && score === after.score ? after.place : null
      const found = yield* lookUp(retrieval, { before, limit: limit - hits.length })
      for (const [id, place] of found) hits.push({ id, score, place })
    }
    return hits
  })
