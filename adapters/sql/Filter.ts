import type { Filter } from "../../src/ports/Storage.js"
import type { Binds } from "./Dialect.js"
import { columnOf, quote, type Table } from "./Table.js"
import { Links } from "./tables/Links.js"

const operators = { eq: "=", ne: "<>", lt: "<", lte: "<=", gt: ">", gte: ">=" } as const

/** The condition of a filter over a table called `t`. Throws for a field that the table does not have. */
export const condition = (table: Table, noun: string, filter: Filter, binds: Binds): string => {
  const all = (filters: ReadonlyArray<Filter>, joint: string, none: string): string =>
    filters.length === 0 ? none : `(${filters.map((part) => condition(table, noun, part, binds)).join(joint)})`
  if ("and" in filter) return all(filter.and, " and ", "1 = 1")
  if ("or" in filter) return all(filter.or, " or ", "1 = 0")
  if ("about" in filter) {
    const links = binds.dialect.table(Links.name)
    if (typeof filter.about !== "string")
      return (
        `t."id" in (select l."id" from ${links} l where l."workspace" = t."workspace"` +
        ` and l."noun" = ${binds.one("text", noun)} and l."subject_id" ${binds.many("text", filter.about)})`
      )
    return (
      `exists (select 1 from ${links} l where l."workspace" = t."workspace" and l."id" = t."id"` +
      ` and l."noun" = ${binds.one("text", noun)} and l."subject_id" = ${binds.one("text", filter.about)})`
    )
  }
  const { column, name } = columnOf(table, filter.field)
  const quoted = `t.${quote(name)}`
  switch (filter.is) {
    case "null":
      return `${quoted} is null`
    case "notNull":
      return `${quoted} is not null`
    case "in":
      return `${quoted} ${binds.many(column, filter.value)}`
    case "contains":
      if (column !== "json") throw new RangeError(`field ${filter.field} of ${table.name} is not a list`)
      return binds.element(quoted, filter.value)
    default:
      return `${quoted} ${operators[filter.is]} ${binds.one(column, filter.value)}`
  }
}
