import type { SearchRequest } from "../../src/ports/Storage.js"
import * as Encode from "../../src/search/Encode.js"
import { everything, type Retrieval } from "../../src/search/Retrieval.js"
import { condition, type Sayings, split } from "../sql/Conditions.js"
import type { Dialect } from "../sql/Dialect.js"
import type { Found, Statement } from "../sql/List.js"
import type { Page } from "../sql/Searching.js"
import { tables } from "./SearchSchema.js"

/** A look-up in the index's language. Every term is quoted, and holds letters and digits only. */
const expression = (retrieval: Retrieval, prefix: string): string => {
  const term = (of: string) => `"${prefix}${Encode.encode(of)}"`
  const all = term(everything._tag === "term" ? everything.term : "")
  switch (retrieval._tag) {
    case "term":
      return term(retrieval.term)
    case "prefix":
      return `${term(retrieval.term)}*`
    case "or":
      return retrieval.of.length === 0
        ? `(${all} NOT ${all})`
        : `(${retrieval.of.map((one) => expression(one, prefix)).join(" OR ")})`
    case "and": {
      const wanted = retrieval.of.flatMap((one) => (one._tag === "not" ? [] : [expression(one, prefix)]))
      const unwanted = retrieval.of.flatMap((one) => (one._tag === "not" ? [expression(one.of, prefix)] : []))
      const positive = wanted.length === 0 ? all : `(${wanted.join(" AND ")})`
      return unwanted.length === 0 ? positive : `(${positive} NOT (${unwanted.join(" OR ")}))`
    }
    case "not":
      return `(${all} NOT ${expression(retrieval.of, prefix)})`
    default:
      throw new RangeError(`${retrieval._tag} is not indexed`)
  }
}

/** So many terms at once are asked whether they are anywhere. */
export const mostAsked = 200

/** The statement that tells of terms whether they are anywhere, in the columns 0, 1 and so on. */
export const presence = (
  dialect: Dialect,
  { noun, workspace }: Pick<SearchRequest, "noun" | "workspace">,
  asked: ReadonlyArray<string>,
): Statement => {
  const { terms } = tables(dialect)
  const prefix = Encode.prefix(workspace, noun)
  const values = asked.map((term) => `"${prefix}${Encode.encode(term)}"`)
  const tests = values.map((_, n) => `exists (select 1 from ${terms} where ${terms} match ?) as "${n}"`)
  return { text: `select ${tests.join(", ")}`, values, constant: false }
}

/** What a look-up finds: documents in the order of the index. */
export const finding =
  (dialect: Dialect): Found =>
  ({ noun, workspace }, retrieval, values) => {
    const { documents, parts, terms } = tables(dialect)
    const prefix = Encode.prefix(workspace, noun)
    const bind = (value: string | number) => {
      values.push(value)
      return "?"
    }
    const say: Sayings = {
      bind,
      number: (name) =>
        /^[\w. ]+$/.test(name)
          ? `json_extract(d."numbers", ${bind(`$."${name}"`)})`
          : `(select value from json_each(d."numbers") where key = ${bind(name)})`,
      contains: (text, part) => `instr(${text}, ${part}) > 0`,
      parts,
    }
    const { indexed, rest } = split(retrieval)
    const inTerms = (one: Retrieval) =>
      `d."seq" in (select rowid from ${terms} where ${terms} match ${bind(expression(one, prefix))})`
    return {
      from: `${terms} cross join ${documents} d on d."seq" = ${terms}.rowid`,
      conditions: [
        `${terms} match ${bind(expression(indexed ?? everything, prefix))}`,
        `d."workspace" = ${bind(workspace)}`,
        `d."noun" = ${bind(noun)}`,
        ...rest.map((one) => condition(one, say, inTerms)),
      ],
    }
  }

/** The statement that finds the hits of one look-up, those indexed last first. */
export const statement = (
  dialect: Dialect,
  request: Pick<SearchRequest, "noun" | "workspace">,
  retrieval: Retrieval,
  { before, limit }: Page,
): Statement => {
  const { terms } = tables(dialect)
  const values: Array<unknown> = []
  const { conditions, from } = finding(dialect)(request, retrieval, values)
  const all = before === null ? conditions : [...conditions, `${terms}.rowid < ?`]
  return {
    text:
      `select d."id" as "id", d."seq" as "place" from ${from}` +
      ` where ${all.join(" and ")} order by ${terms}.rowid desc limit ?`,
    values: [...values, ...(before === null ? [] : [before]), limit],
    constant: false,
  }
}
