import * as Effect from "effect/Effect"
import * as Either from "effect/Either"
import { type Asked, mostFrozen } from "../../domain/search/Asked.js"
import { isFields } from "../../domain/Input.js"
import { CorruptRecord, InvalidInput, type TooManyFound } from "../../domain/Refusal.js"
import type { StorageFailure } from "../../ports/StorageError.js"
import { type Searchable, searchable } from "../../search/Fields.js"
import { parse, type Warning } from "../../search/Parse.js"
import { print } from "../../search/Print.js"
import type { Query } from "../../search/Query.js"
import { customsOf } from "../Customs.js"
import type { Engine } from "../Engine.js"
import { resolve } from "../Searching.js"
import { Session } from "../Session.js"
import * as Everywhere from "./Everywhere.js"

/** An input whose query may be a tree, too. */
export type WithTree<E> = E extends { readonly query?: unknown }
  ? Omit<E, "query"> & { [K in "query" as undefined extends E["query"] ? never : K]: string | Query } & {
      [K in "query" as undefined extends E["query"] ? K : never]?: string | Query
    }
  : never

const on = (subject: string | null) => (wrong: InvalidInput) =>
  subject === null
    ? wrong
    : new InvalidInput({ command: wrong.command, subject, field: wrong.field, issues: wrong.issues })

/** The input with a tree as the text that says the same, and the tree; anything else as it is. */
export const textual = (
  raw: unknown,
  command: string,
  subject: string | null,
): Either.Either<{ readonly input: unknown; readonly tree: Query | null }, InvalidInput> =>
  isFields(raw) && isFields(raw.query)
    ? Either.mapBoth(resolve(raw.query, searchable, command), {
        onLeft: on(subject),
        onRight: ({ query }) => ({ input: { ...raw, query: print(query) }, tree: query }),
      })
    : Either.right({ input: raw, tree: null })

/** Looks a query up for a command: what it says, and what it finds where that is to be frozen. */
export const ask = (
  engine: Engine,
  command: string,
  request: {
    readonly query: unknown
    readonly text: string
    readonly nouns: ReadonlyArray<Searchable>
    readonly freeze: boolean
    readonly subject: string | null
    readonly version: number | null
  },
): Effect.Effect<Asked, InvalidInput | TooManyFound | StorageFailure, Session> =>
  Effect.gen(function* () {
    const { nouns, subject, text, version } = request
    const { workspace } = yield* Session
    const customs = yield* customsOf(engine, workspace, request.query)
    const { query } = yield* Either.mapLeft(resolve(request.query, nouns, command, customs), on(subject))
    const ids = request.freeze ? yield* Everywhere.ids(engine, query, nouns, mostFrozen) : null
    return { query: JSON.parse(JSON.stringify(query)), text, ids, version }
  })

/** The query of a stored record. */
export const stored = (
  noun: "savedSearch" | "segment",
  record: { readonly id: string; readonly query: unknown; readonly nouns: ReadonlyArray<Searchable> },
): Either.Either<Query, CorruptRecord> =>
  Either.mapBoth(resolve(record.query, record.nouns, "search.run"), {
    onLeft: ({ issues }) => new CorruptRecord({ noun, id: record.id, issues }),
    onRight: ({ query }) => query,
  })

/** What of a kept query's text was understood otherwise than it may have been meant. */
export const warningsOf = (
  engine: Engine,
  workspace: string,
  { nouns, text }: { readonly nouns: ReadonlyArray<Searchable>; readonly text: string },
): Effect.Effect<ReadonlyArray<Warning>, StorageFailure> =>
  Effect.map(customsOf(engine, workspace, text), (customs) => parse(text, nouns, customs).warnings)
