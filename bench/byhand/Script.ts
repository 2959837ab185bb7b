import type { DocumentRow } from "../../adapters/sql/SearchRow.js"

/** One statement, where it can be the same text for both databases: `?` a bind, `{in}` one of the values of a list. */
export interface Statement {
  readonly text: string
  /** Tells it from the others. */
  readonly index: number
}

export type Row = { readonly [column: string]: unknown }

export type Ask = readonly [statement: Statement, ...values: ReadonlyArray<unknown>]

/** A command as somebody would write it by hand: it asks for statements and is given their rows. */
export type Script<A> = Generator<Ask, A, ReadonlyArray<Row>>

/** What differs between the databases, and what one command runs with. */
export interface Run {
  readonly workspace: string
  readonly actor: string
  /** The instant as text, and as the database takes it. */
  readonly at: string
  readonly instant: unknown
  readonly seed: string
  readonly json: (stored: unknown) => unknown
  /** The statements that bring the index of searches up to date on a record. */
  readonly index: (workspace: string, row: DocumentRow) => ReadonlyArray<Ask>
  readonly list: (values: ReadonlyArray<unknown>) => unknown
}
