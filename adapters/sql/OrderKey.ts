import type { Order, Value } from "../../src/domain/Order.js"
import type { Binds } from "./Dialect.js"
import { pathOrThrow } from "./Filter.js"
import { columnOf, quote, type Table } from "./Table.js"

/** What rows of a table called `t` are ordered by. */
export interface OrderKey {
  readonly expression: string
  readonly nullable: boolean
  /** A value to compare it with. */
  readonly bind: (value: Exclude<Value, null>) => string
}

/** The expression of an order's key. Throws for a field that the table does not have, or that has no order. */
export const orderKey = (table: Table, order: Order, binds: Binds): OrderKey => {
  const { column, name, nullable } = columnOf(table, order.field)
  const field = `t.${quote(name)}`
  if (!("at" in order)) {
    if (column === "json") throw new RangeError(`${table.name} cannot be ordered by ${order.field}`)
    return { expression: field, nullable, bind: (value) => binds.one(column, value) }
  }
  if (column !== "json") throw new RangeError(`field ${order.field} of ${table.name} is no object`)
  const { dialect } = binds
  const inside = (path: ReadonlyArray<string>, of: "string" | "number" | "boolean") =>
    dialect.insideAs(field, pathOrThrow(path), of)
  if ("places" in order) {
    const place = dialect.placeIn(inside(order.at, "string"), binds.list("text", order.places))
    return { expression: place, nullable: true, bind: (value) => binds.inside("number", value) }
  }
  const { at, beside, of } = order
  const bind = (value: Exclude<Value, null>) => binds.inside(of, value)
  if (beside === undefined) return { expression: inside(at, of), nullable: true, bind }
  const same = `${inside(beside.at, "string")} = ${binds.inside("string", beside.value)}`
  return { expression: `case when ${same} then ${inside(at, of)} end`, nullable: true, bind }
}
