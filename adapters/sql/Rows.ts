import type { Dialect, StoredRow } from "./Dialect.js"
import { quote, type Table } from "./Table.js"

/** The select list that gives the rows of a table, called `t`, under their field names. */
export const projection = (dialect: Dialect, table: Table): string =>
  table.columns
    .map(({ column, field, name }) => `${dialect.read(column, `t.${quote(name)}`)} as ${quote(field)}`)
    .join(", ")

/** Decodes rows in place: they come fresh from the driver, and copying them would double the cost of a list. */
export const decoder = (
  dialect: Dialect,
  table: Table,
): ((rows: ReadonlyArray<StoredRow>) => ReadonlyArray<StoredRow>) => {
  const decoders = table.columns.flatMap(({ column, field }) => {
    const decode = dialect.decode[column]
    return decode === undefined ? [] : [{ field, decode }]
  })
  return (rows) => {
    for (const row of rows)
      for (const { decode, field } of decoders) {
        const stored = row[field]
        if (stored !== null && stored !== undefined) row[field] = decode(stored)
      }
    return rows
  }
}

/** A function of a table, computed once for each. */
export const perTable = <A>(compute: (table: Table) => A): ((table: Table) => A) => {
  const known = new WeakMap<Table, A>()
  return (table) => {
    const found = known.get(table)
    if (found !== undefined) return found
    const computed = compute(table)
    known.set(table, computed)
    return computed
  }
}
