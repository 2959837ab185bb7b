import { SqlError } from "@effect/sql/SqlError"
import * as Effect from "effect/Effect"
import type { SearchRequest, Storage } from "../../src/ports/Storage.js"
import type { StorageFailure } from "../../src/ports/StorageError.js"
import * as Encode from "../../src/search/Encode.js"
import * as Retrieval from "../../src/search/Retrieval.js"
import type { Dialect, StoredRow } from "../sql/Dialect.js"
import type { Statement } from "../sql/List.js"
import * as Searching from "../sql/Searching.js"
import * as Search from "./Search.js"

type Query = (text: string, values: ReadonlyArray<unknown>) => Effect.Effect<ReadonlyArray<StoredRow>, SqlError>
type Alone = <A>(query: Effect.Effect<A, SqlError>) => Effect.Effect<A, StorageFailure>

/** So many terms are remembered as being in the index. */
const mostKnown = 50_000

export interface Searcher {
  readonly search: Storage["search"]
  /** Forgets the terms that were met: some may be of whoever was erased. */
  readonly forget: () => void
}

/**
 * Searches: asks first which of the terms are anywhere, and then score by score. Every term of a look-up is sought in
 * each segment of the index, found or not, and most words stand on one or two levels only.
 */
export const searcher = (dialect: Dialect, alone: Alone, query: Query): Searcher => {
  /** Terms that were there. One that is no more makes a look-up longer and nothing else. */
  const known = new Set<string>()

  const ask = (statement: () => Statement): Effect.Effect<ReadonlyArray<StoredRow>, SqlError> =>
    Effect.flatMap(
      Effect.try({ try: statement, catch: (cause) => new SqlError({ cause, message: "Failed to build a statement" }) }),
      ({ text, values }) => query(text, values),
    )

  /** The terms of a search that are nowhere. */
  const absentOf = (request: SearchRequest): Effect.Effect<ReadonlySet<string>, SqlError> => {
    const prefix = Encode.prefix(request.workspace, request.noun)
    const terms = new Set<string>()
    for (const { retrieval } of request.tiers) Retrieval.termsOf(retrieval, terms)
    const asked = [...terms].filter((term) => !known.has(prefix + term)).slice(0, Search.mostAsked)
    if (terms.size < 2 || asked.length === 0) return Effect.succeed(new Set())
    return Effect.map(
      ask(() => Search.presence(dialect, request, asked)),
      ([row]) => {
        const absent = new Set(asked.filter((_, n) => row?.[n] === 0))
        if (known.size > mostKnown) known.clear()
        for (const term of asked) if (!absent.has(term)) known.add(prefix + term)
        return absent
      },
    )
  }

  const search: Storage["search"] = (request) =>
    alone(
      Effect.flatMap(absentOf(request), (absent) => {
        const left = (retrieval: Retrieval.Retrieval) => Retrieval.without(retrieval, (term) => absent.has(term))
        const tiers = request.tiers.flatMap(({ atLeast, retrieval, score }) => {
          const exactly = left(retrieval)
          return Retrieval.isNothing(exactly) ? [] : [{ score, retrieval: exactly, atLeast: left(atLeast) }]
        })
        return Searching.search({ ...request, tiers }, (retrieval, page) =>
          Effect.map(
            ask(() => Search.statement(dialect, request, retrieval, page)),
            (found) => found.map(({ id, place }) => [String(id), Number(place)] as const),
          ),
        )
      }),
    )

  return { search, forget: () => known.clear() }
}
