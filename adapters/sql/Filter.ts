import type { Filter } from "../../src/ports/Storage.js"
import type { Binds } from "./Dialect.js"
import { columnOf, quote, type Table } from "./Table.js"
import { Links } from "./tables/Links.js"

const operators = { eq: "=", ne: "<>", lt: "<", lte: "<=", gt: ">", gte: ">=" } as const

type Inside = Extract<Filter, { readonly at?: ReadonlyArray<string> }>

/** The path itself. Throws for a name that is more than letters, digits, underscores, so that none reaches SQL unchecked. */
export const pathOrThrow = (path: ReadonlyArray<string>): ReadonlyArray<string> => {
  if (path.length === 0 || !path.every((name) => /^\w+$/.test(name))) throw new RangeError("leads into no object")
  return path
}

/** The condition on what stands inside of an object. */
const inside = (object: string, into: ReadonlyArray<string>, filter: Inside, binds: Binds): string => {
  const path = pathOrThrow(into)
  switch (filter.is) {
    case "null":
      return `${binds.dialect.inside(object, path)} is null`
    case "notNull":
      return `${binds.dialect.inside(object, path)} is not null`
    case "contains":
      return binds.element(`(${binds.dialect.inside(object, path)})`, filter.value)
    default: {
      const { is, value } = filter
      const type = typeof value === "string" ? "string" : typeof value === "number" ? "number" : "boolean"
      return `${binds.dialect.insideAs(object, path, type)} ${operators[is]} ${binds.inside(type, value)}`
    }
  }
}

/** The condition of a filter over a table called `t`. Throws for a field that the table does not have. */
export const condition = (
  table: Table,
  { noun, workspace }: { readonly workspace: string; readonly noun: string },
  filter: Filter,
  binds: Binds,
): string => {
  const all = (filters: ReadonlyArray<Filter>, joint: string, none: string): string =>
    filters.length === 0
      ? none
      : `(${filters.map((part) => condition(table, { noun, workspace }, part, binds)).join(joint)})`
  if ("and" in filter) return all(filter.and, " and ", "1 = 1")
  if ("or" in filter) return all(filter.or, " or ", "1 = 0")
  if ("about" in filter) {
    const links = binds.dialect.table(Links.name)
    const { about } = filter
    // A list of its own: SQLite would go through all rows of the table for `exists`.
    return (
      `t."id" in (select l."id" from ${links} l where l."workspace" = ${binds.one("text", workspace)}` +
      ` and l."noun" = ${binds.one("text", noun)}` +
      ` and l."subject_id" ${typeof about === "string" ? `= ${binds.one("text", about)}` : binds.many("text", about)})`
    )
  }
  const { column, name } = columnOf(table, filter.field)
  const quoted = `t.${quote(name)}`
  if ("at" in filter && filter.at !== undefined) {
    if (column !== "json") throw new RangeError(`field ${filter.field} of ${table.name} is no object`)
    return inside(quoted, filter.at, filter, binds)
  }
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
