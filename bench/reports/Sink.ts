import type { Table } from "../../adapters/sql/Table.js"

/** A value as the databases take it: instants in milliseconds since 1970, JSON as text. */
export type Value = string | number | boolean | null

export interface Values {
  readonly [field: string]: Value
}

/** Takes rows, in any order of tables. */
export interface Sink {
  readonly write: (table: Table, row: Values) => void
  readonly done: () => void
}

/** Writes the same into several. */
export const all = (sinks: ReadonlyArray<Sink>): Sink => ({
  write: (table, row) => {
    for (const sink of sinks) sink.write(table, row)
  },
  done: () => {
    for (const sink of sinks) sink.done()
  },
})
