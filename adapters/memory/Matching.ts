import type { Link } from "../../src/domain/ChangeSet.js"
import { inside } from "../../src/domain/Order.js"
import type { Filter, Row } from "../../src/ports/Storage.js"
import { compare } from "../../src/domain/Compare.js"

/** Whether a row passes a filter. A field without a value passes only `null`. */
export const matches = (row: Row, filter: Filter, links: (id: string) => ReadonlyArray<Link>): boolean => {
  if ("and" in filter) return filter.and.every((part) => matches(row, part, links))
  if ("or" in filter) return filter.or.some((part) => matches(row, part, links))
  if ("about" in filter) {
    const { about } = filter
    return links(String(row.id)).some(({ subjectId }) =>
      typeof about === "string" ? subjectId === about : about.includes(subjectId),
    )
  }
  const field = row[filter.field] ?? null
  const isInside = "at" in filter && filter.at !== undefined
  const value = isInside ? inside(field, filter.at) : field
  if (filter.is === "null") return value === null
  if (filter.is === "notNull") return value !== null
  if (value === null) return false
  const isComparable =
    !isInside || !("value" in filter) || filter.is === "contains" || typeof value === typeof filter.value
  if (!isComparable) return false
  switch (filter.is) {
    case "contains":
      return Array.isArray(value) && value.includes(filter.value)
    case "in":
      return filter.value.some((wanted) => wanted === value)
    case "eq":
      return value === filter.value
    case "ne":
      return value !== filter.value
    case "lt":
      return compare(value, filter.value) < 0
    case "lte":
      return compare(value, filter.value) <= 0
    case "gt":
      return compare(value, filter.value) > 0
    case "gte":
      return compare(value, filter.value) >= 0
  }
}
