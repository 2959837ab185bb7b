import * as Effect from "effect/Effect"
import type { Storage } from "../../src/ports/Storage.js"
import type { StorageFailure } from "../../src/ports/StorageError.js"
import * as Retrieval from "../../src/search/Retrieval.js"
import type { Dialect, StoredRow } from "../sql/Dialect.js"
import { built } from "../sql/Reading.js"
import { search } from "../sql/Searching.js"
import * as Search from "./Search.js"

type Query = (text: string, values: ReadonlyArray<unknown>) => Effect.Effect<ReadonlyArray<StoredRow>, StorageFailure>

/** Searches: asks first which of the terms are anywhere, and then score by score. */
export const searcher =
  (dialect: Dialect, query: Query): Storage["search"] =>
  (request) => {
    const asked = new Set<string>()
    for (const { retrieval } of request.tiers) Retrieval.termsOf(retrieval, asked)
    asked.delete("0")
    const ask = (statement: () => ReturnType<typeof Search.statement>) =>
      Effect.flatMap(built("search", statement), ({ text, values }) => query(text, values))
    const absent =
      asked.size < 2
        ? Effect.succeed(new Set<string>())
        : Effect.map(
            ask(() => Search.presence(dialect, request, asked)),
            ([row]) => Search.absentIn(row, asked),
          )
    return Effect.flatMap(absent, (nowhere) => {
      const tiers = request.tiers.flatMap(({ retrieval, score }) => {
        const left = Retrieval.without(retrieval, (term) => nowhere.has(term))
        return left._tag === "or" && left.of.length === 0 ? [] : [{ score, retrieval: left }]
      })
      return search({ ...request, tiers }, (retrieval, page) =>
        Effect.map(
          ask(() => Search.statement(dialect, request, retrieval, page)),
          (found) => found.map(({ id, place }) => [String(id), Number(place)] as const),
        ),
      )
    })
  }
