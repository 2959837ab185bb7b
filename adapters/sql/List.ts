import type { ListRequest } from "../../src/ports/Storage.js"
import { Binds, type Dialect } from "./Dialect.js"
import { condition } from "./Filter.js"
import { projection } from "./Rows.js"
import { columnOf, quote, type TableColumn, tableOf } from "./Table.js"

export interface Statement {
  readonly text: string
  readonly values: ReadonlyArray<unknown>
  /** The text is one of a few, so that it is worth preparing. */
  readonly constant: boolean
}

/** The statement of one page of a list. Throws for fields that the noun does not have. */
export const page = (dialect: Dialect, request: ListRequest): Statement => {
  const table = tableOf(request.noun)
  const binds = new Binds(dialect)
  const order = columnOf(table, request.order.field)
  if (order.column === "json") throw new RangeError(`${table.name} cannot be ordered by ${order.field}`)
  const conditions = [
    `t."workspace" = ${binds.one("text", request.workspace)}`,
    ...(request.filter === null ? [] : [condition(table, request, request.filter, binds)]),
    ...(request.after === null ? [] : [beyond(order, request.order.direction, request.after, binds)]),
  ]
  const { direction } = request.order
  const orders = [
    ...(order.name === "id" ? [] : [`t.${quote(order.name)} ${direction}${order.nullable ? " nulls last" : ""}`]),
    `t."id" ${direction}`,
  ]
  const text =
    `select ${projection(dialect, table)} from ${dialect.table(table.name)} t where ${conditions.join(" and ")}` +
    ` order by ${orders.join(", ")} limit ${binds.one("integer", request.limit)}`
  return { text, values: binds.values, constant: false }
}

/** The rows behind the last one of the page before. */
const beyond = (
  order: TableColumn,
  direction: "asc" | "desc",
  after: NonNullable<ListRequest["after"]>,
  binds: Binds,
): string => {
  const than = direction === "asc" ? ">" : "<"
  const field = `t.${quote(order.name)}`
  if (order.name === "id") return `t."id" ${than} ${binds.one("text", after.id)}`
  if (after.value === null) return `(${field} is null and t."id" ${than} ${binds.one("text", after.id)})`
  const keyset = `(${field}, t."id") ${than} (${binds.one(order.column, after.value)}, ${binds.one("text", after.id)})`
  return order.nullable ? `(${keyset} or ${field} is null)` : keyset
}
