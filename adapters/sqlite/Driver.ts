import type { Connection } from "@effect/sql/SqlConnection"
import { SqlError } from "@effect/sql/SqlError"
import * as Effect from "effect/Effect"
import type { StoredRow } from "../sql/Dialect.js"
import { isDirect, type Outcome, sqlError } from "./Direct.js"

export interface Write {
  readonly text: string
  /** What is bound; made right before it is, where there are many, so that it need not be held until then. */
  readonly values: ReadonlyArray<unknown> | (() => ReadonlyArray<unknown>)
  /** What is wrong if no row is changed or found: a record moved, or what must be there is not. Null where it may. */
  readonly unless: { readonly stale: boolean; readonly what: string } | null
}

/**
 * Begins an insert of many rows. What fails is taken back by whoever opened the transaction; to take back the statement
 * alone, SQLite would copy every page that it touches, and have the index of searches written out before.
 */
export const insertInto = "insert or fail into"

/** Ends every text, to tell it from the same text before. */
let salt = ""
let salts = 0

const salted = (text: string): string => (salt === "" ? text : text + salt)

/**
 * Runs statements again, once, where one could not be prepared. The client keeps the outcome of preparing a text, a
 * failure too: one that was tried before its table was there would go on failing. Another text is prepared anew.
 */
export const freshly = <A, E>(statements: Effect.Effect<A, E | SqlError>): Effect.Effect<A, E | SqlError> =>
  Effect.catchAll(statements, (error) => {
    if (!(error instanceof SqlError && error.message.startsWith("Failed to prepare"))) return Effect.fail(error)
    salt = ` -- ${++salts}`
    return statements
  })

/** The rows of a query. */
export const rows = (
  connection: Connection,
  text: string,
  values: ReadonlyArray<unknown>,
): Effect.Effect<ReadonlyArray<StoredRow>, SqlError> => connection.execute(salted(text), values, undefined)

/** One statement that gives no rows. */
export const run = (connection: Connection, text: string): Effect.Effect<void, SqlError> =>
  Effect.asVoid(connection.executeRaw(salted(text), []))

/** The rows in an outcome; a statement that gives none has none. */
const rowsOf = (outcome: Outcome): ReadonlyArray<StoredRow> => ("changes" in outcome ? [] : outcome)

const isNothing = (outcome: Outcome): boolean => ("changes" in outcome ? outcome.changes : outcome.length) === 0

/**
 * Asks for rows as long as there is something to ask. `next` gives a query or undefined at the end, `answer` is given
 * its rows.
 */
export const askAll = (
  connection: Connection,
  next: () => { readonly text: string; readonly binds: ReadonlyArray<unknown> } | undefined,
  answer: (rows: ReadonlyArray<StoredRow>) => void,
): Effect.Effect<void, SqlError> => {
  if (isDirect(connection))
    return Effect.try({
      try: () => {
        for (let asked = next(); asked !== undefined; asked = next())
          answer(rowsOf(connection.directly(asked.text, asked.binds)))
      },
      catch: sqlError,
    })
  let asked: ReturnType<typeof next>
  // A bare loop: this is the hot path, and every operator around a statement costs as much as the statement.
  return Effect.whileLoop({
    while: () => {
      asked = next()
      return asked !== undefined
    },
    body: () => rows(connection, asked?.text ?? "", asked?.binds ?? []),
    step: answer,
  })
}

/** A value that does not fit its column fails the statement, as the database would fail it. */
const made = (values: () => ReadonlyArray<unknown>): Effect.Effect<ReadonlyArray<unknown>, SqlError> =>
  Effect.try({ try: values, catch: (cause) => new SqlError({ cause, message: "Failed to encode the values" }) })

/** Writes in order, up to the first that changes or finds nothing but must; gives what is wrong with that one, or null. */
export const runAll = (
  connection: Connection,
  writes: ReadonlyArray<Write>,
): Effect.Effect<Write["unless"], SqlError> => {
  if (isDirect(connection))
    return Effect.try({
      try: () => {
        for (const { text, unless, values } of writes) {
          const outcome = connection.directly(text, typeof values === "function" ? values() : values)
          if (unless !== null && isNothing(outcome)) return unless
        }
        return null
      },
      catch: sqlError,
    })
  return Effect.suspend(() => {
    let next = 0
    let wrong: Write["unless"] = null
    const rest = Effect.whileLoop({
      while: () => next < writes.length && wrong === null,
      body: () => {
        const { text = "", values = [] } = writes[next] ?? {}
        return typeof values === "function"
          ? Effect.flatMap(made(values), (bound) => connection.executeRaw(salted(text), bound))
          : connection.executeRaw(salted(text), values)
      },
      step: (result) => {
        if (isNothing(result as Outcome)) wrong = writes[next]?.unless ?? null
        next++
      },
    })
    return Effect.map(freshly(rest), () => wrong)
  })
}

/** The bytes of the one row, if there is one. */
export const bytes = (found: ReadonlyArray<unknown>): Uint8Array | null => {
  const [row] = found as ReadonlyArray<{ readonly bytes: Uint8Array }>
  return row === undefined ? null : new Uint8Array(row.bytes)
}
