import type { Source, Step } from "../../src/ports/Storage.js"
import type { Dialect } from "./Dialect.js"
import { projection } from "./Rows.js"
import { among, columnOf, quote, type TableColumn, tableOf } from "./Table.js"

/**
 * The text of one look-up of a plan, without an order. The workspace is its first bind; `test` says how a column is
 * compared with its source.
 */
export const lookup = (dialect: Dialect, step: Step, test: (column: TableColumn, source: Source) => string): string => {
  const table = tableOf(step.noun)
  const conditions = Object.entries(step.by).map(([field, source]) => {
    const column = columnOf(table, field)
    return `t.${quote(column.name)} ${test(column, source)}`
  })
  return (
    `select ${projection(dialect, table)} from ${dialect.table(table.name)} t` +
    ` where ${[`t."workspace" = ${dialect.bind(1, "text")}`, ...conditions].join(" and ")}` +
    (step.kinds === undefined ? "" : ` and ${among(dialect.aside('t."kind"'), step.kinds)}`)
  )
}
