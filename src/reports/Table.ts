/**
 * What a column's cells are: `share` from 0 to 1, `money` in minor units of the column's currency, `duration` in
 * milliseconds, `date` a day and `instant` a UTC timestamp as text, `count` any other number.
 */
export type ColumnType = "text" | "count" | "share" | "money" | "duration" | "date" | "instant"

export interface Column {
  /** Names the column in JSON and never changes. */
  readonly key: string
  readonly title: string
  readonly type: ColumnType
  /** An ISO 4217 code; of money only. */
  readonly currency?: string
}

/** Null where there is nothing to say: an unknown number, a rate that is withheld. */
export type Cell = string | number | null

export type Row = ReadonlyArray<Cell>

/** Rows under typed columns, in an order that holds from one run to the next. */
export interface Table {
  readonly title: string
  readonly columns: ReadonlyArray<Column>
  /** Each with one cell a column. */
  readonly rows: ReadonlyArray<Row>
}

/** A column and where its cell comes from. */
export interface Of<R> extends Column {
  readonly of: (row: R) => Cell
}

/** A table from the rows of a report. */
export const of = <R>(title: string, rows: ReadonlyArray<R>, columns: ReadonlyArray<Of<R>>): Table => ({
  title,
  columns: columns.map(({ of: _, ...column }) => column),
  rows: rows.map((row) => columns.map((column) => column.of(row))),
})

/** The table as plain JSON: one object a row, its numbers as numbers, with the columns that explain them. */
export const json = (
  table: Table,
): {
  readonly title: string
  readonly columns: ReadonlyArray<Column>
  readonly rows: ReadonlyArray<{ readonly [key: string]: Cell }>
} => ({
  title: table.title,
  columns: table.columns,
  rows: table.rows.map((row) => Object.fromEntries(table.columns.map(({ key }, index) => [key, row[index] ?? null]))),
})
