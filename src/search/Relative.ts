import * as Fields from "./Fields.js"
import type { Comparison, Query } from "./Query.js"
import { dayOf } from "./Today.js"

/**
 * Whether what a field is compared with is a day. Of one of the agency's own nobody may know whether it holds days, but
 * that texts that compare by size are some.
 */
export const comparesDays = ({ as, custom }: Fields.SearchField, is: Comparison): boolean =>
  as === "date" || as === "instant" || custom?.type === "date" || (as === "custom" && is !== "eq")

/** The query as it is meant at an instant (milliseconds since 1970): with days in place of those told from today. */
export const at = (query: Query, now: number): Query => {
  switch (query._tag) {
    case "and":
    case "or":
      return { ...query, of: query.of.map((one) => at(one, now)) }
    case "not":
      return { ...query, of: at(query.of, now) }
    case "field": {
      const field = Fields.find(Fields.searchable, query.field)
      if (typeof query.value !== "string" || field === undefined || !comparesDays(field, query.is)) return query
      return { ...query, value: dayOf(query.value, now) ?? query.value }
    }
    default:
      return query
  }
}
