import type { ChangeSet } from "../../src/domain/ChangeSet.js"
import type { SearchRequest } from "../../src/ports/Storage.js"
import * as Encode from "../../src/search/Encode.js"
import * as Indexing from "../../src/search/Indexing.js"
import type { Retrieval } from "../../src/search/Retrieval.js"
import { condition, type Sayings } from "../sql/Conditions.js"
import type { Dialect } from "../sql/Dialect.js"
import type { Found, Statement } from "../sql/List.js"
import { documentRow, kept } from "../sql/SearchRow.js"
import { tables } from "./SearchSchema.js"

/** A look-up in the language of the server's queries. Every term is quoted, and holds letters and digits only. */
const expression = (retrieval: Retrieval, prefix: string): string => {
  const term = (of: string) => `'${prefix}${Encode.encode(of)}'`
  switch (retrieval._tag) {
    case "term":
      return term(retrieval.term)
    case "prefix":
      return `${term(retrieval.term)}:*`
    case "or":
    case "and":
      if (retrieval.of.length === 0) return retrieval._tag === "or" ? `(${term("0")} & !${term("0")})` : term("0")
      return `(${retrieval.of.map((one) => expression(one, prefix)).join(retrieval._tag === "or" ? " | " : " & ")})`
    case "not":
      return `!${expression(retrieval.of, prefix)}`
    default:
      throw new RangeError(`${retrieval._tag} is not indexed`)
  }
}

const binding = (values: Array<unknown>) => {
  const bound = (type: string) => (value: string | number) => `$${values.push(value)}::${type}`
  const bind = (value: string | number) =>
    bound(typeof value === "string" ? "text" : Number.isSafeInteger(value) ? "bigint" : "float8")(value)
  return { bind, query: bound("tsquery") }
}

/** What a look-up finds. */
export const finding =
  (dialect: Dialect): Found =>
  ({ noun, workspace }, retrieval, values) => {
    const { documents, parts } = tables(dialect)
    const prefix = Encode.prefix(workspace, noun)
    const { bind, query } = binding(values)
    const say: Sayings = {
      bind,
      number: (name) => `(d."numbers" ->> ${bind(name)})::float8`,
      contains: (text, part) => `strpos(${text}, ${part}) > 0`,
      parts,
    }
    const inTerms = (one: Retrieval) => `d."terms" @@ ${query(expression(one, prefix))}`
    // A test each: the index skips from one to the next, where it would weigh every entry of one that says all of it.
    const all = retrieval._tag === "and" && retrieval.of.length > 0 ? retrieval.of : [retrieval]
    return {
      from: `${documents} d`,
      conditions: [
        `d."workspace" = ${bind(workspace)}`,
        `d."noun" = ${bind(noun)}`,
        ...all.map((one) => condition(one, say, inTerms)),
      ],
    }
  }

/** The statement that finds the hits of one look-up, those indexed last first. */
export const statement = (
  dialect: Dialect,
  request: Pick<SearchRequest, "noun" | "workspace">,
  retrieval: Retrieval,
  { before, limit }: { readonly before: number | null; readonly limit: number },
): Statement => {
  const values: Array<unknown> = []
  const { bind } = binding(values)
  const { conditions, from } = finding(dialect)(request, retrieval, values)
  const all = before === null ? conditions : [...conditions, `d."seq" < ${bind(before)}`]
  return {
    text:
      `select d."id", d."seq" from ${from} where ${all.join(" and ")}` + ` order by d."seq" desc limit ${bind(limit)}`,
    values,
    constant: false,
  }
}

/** What the server's function takes; undefined where there is nothing to index. */
export const indexing = (changes: ChangeSet): object | undefined => {
  const { workspace } = changes
  const { fresh, touched } = Indexing.of(changes)
  if (fresh.length + touched.length === 0) return undefined
  return {
    ...(fresh.length === 0 ? {} : { fresh: fresh.map(({ id, noun, own }) => documentRow(workspace, noun, id, own())) }),
    touched: touched.map(({ id, noun, own, parts }) => ({
      noun,
      id,
      ...(own === undefined ? {} : { own: own === null ? null : documentRow(workspace, noun, id, own) }),
      parts: parts.map(({ part, terms }) =>
        terms === null ? { part } : { part, terms: kept(workspace, noun, terms), runs: terms.runs, size: terms.size },
      ),
    })),
  }
}
