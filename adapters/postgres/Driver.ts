import type { Connection } from "@effect/sql/SqlConnection"
import type { SqlError } from "@effect/sql/SqlError"
import * as Effect from "effect/Effect"

/** A statement to prepare under a name, or to parse each time. */
export interface Sql {
  readonly text: string
  readonly name: string | null
}

/** The part of a `pg` client that we touch. */
export interface PgConnection {
  readonly end: (done: () => void) => void
  readonly on: (event: string, listener: (message: Notification) => void) => void
  readonly off: (event: string, listener: (message: Notification) => void) => void
}

export interface Notification {
  readonly channel?: string
  readonly payload?: string
}

/** The client behind a reserved connection; undefined for a connection of another driver. */
export const clientOf = (connection: Connection): PgConnection | undefined =>
  "pg" in connection ? (connection as { readonly pg: PgConnection | undefined }).pg : undefined

interface Answer {
  readonly rows: ReadonlyArray<ReadonlyArray<unknown>>
  /** What the server says that it did. */
  readonly command: string
}

const ask = (
  connection: Connection,
  { name, text }: Sql,
  values: ReadonlyArray<unknown>,
): Effect.Effect<Answer, SqlError> =>
  Effect.suspend(() => {
    // `pg` takes a config in the place of the text. A fresh one each time: some versions write into it.
    const config = { text, rowMode: "array", ...(name === null ? {} : { name }) } as unknown as string
    return Effect.map(connection.executeRaw(config, values), (result) => result as Answer)
  })

/** Runs a statement on a reserved connection; rows are arrays. */
export const execute = (
  connection: Connection,
  sql: Sql,
  values: ReadonlyArray<unknown>,
): Effect.Effect<ReadonlyArray<ReadonlyArray<unknown>>, SqlError> =>
  Effect.map(ask(connection, sql, values), ({ rows }) => rows)

/** Commits; false where the server took the transaction back, which it says by no error: a statement of it had failed. */
export const commit = (connection: Connection): Effect.Effect<boolean, SqlError> =>
  Effect.map(ask(connection, { text: "commit", name: null }, []), ({ command }) => command !== "ROLLBACK")

/** Runs statements without binds, any number in one text. */
export const script = (connection: Connection, text: string): Effect.Effect<void, SqlError> =>
  Effect.asVoid(connection.executeUnprepared(text, [], undefined))

/** Ends a connection, so that the pool does not lend it again; whatever waits on it fails as lost. */
export const end = (connection: Connection): void => clientOf(connection)?.end(() => undefined)

/** The bytes in the one row, if there is one. */
export const bytes = (found: ReadonlyArray<ReadonlyArray<unknown>>): Uint8Array | null => {
  const row = found[0]
  return row === undefined ? null : new Uint8Array(row[0] as Uint8Array)
}
