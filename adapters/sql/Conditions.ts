import type { Retrieval } from "../../src/search/Retrieval.js"

/** A condition on the row of a document, called `d`, that its terms do not tell. */
export type RowCondition = Extract<Retrieval, { readonly _tag: "number" | "run" | "within" }>

const operators = { lt: "<", lte: "<=", gt: ">", gte: ">=" } as const

/** What the two databases say differently of a row. */
export interface Sayings {
  readonly bind: (value: string | number) => string
  /** The number of that name, null where there is none. */
  readonly number: (name: string) => string
  readonly contains: (text: string, part: string) => string
  readonly parts: string
}

export const rowCondition = (condition: RowCondition, say: Sayings): string => {
  switch (condition._tag) {
    case "number": {
      const number = say.number(condition.name)
      return `coalesce(${number} ${operators[condition.is]} ${say.bind(condition.value)}, false)`
    }
    case "run":
      return (
        `(${say.contains('d."runs"', say.bind(condition.run))} or exists (select 1 from ${say.parts} p where` +
        ` p."workspace" = d."workspace" and p."noun" = d."noun" and p."id" = d."id"` +
        ` and ${say.contains('p."runs"', say.bind(condition.run))}))`
      )
    case "within": {
      const { chord, x, y, z } = condition.circle
      const square = (axis: string, at: number) => `(d."${axis}" - ${say.bind(at)}) * (d."${axis}" - ${say.bind(at)})`
      const box = (axis: string, at: number) =>
        `d."${axis}" between ${say.bind(at - chord)} and ${say.bind(at + chord)}`
      return (
        `(d."x" is not null and ${box("x", x)} and ${box("y", y)} and ${box("z", z)}` +
        ` and ${square("x", x)} + ${square("y", y)} + ${square("z", z)} <= ${say.bind(chord * chord)})`
      )
    }
  }
}

/** Whether terms alone tell it. */
export const isIndexed = (retrieval: Retrieval): boolean => {
  switch (retrieval._tag) {
    case "term":
    case "prefix":
      return true
    case "and":
    case "or":
      return retrieval.of.every(isIndexed)
    case "not":
      return isIndexed(retrieval.of)
    default:
      return false
  }
}

export interface Split {
  /** What terms alone tell; null where they tell nothing. */
  readonly indexed: Retrieval | null
  /** What must hold besides. */
  readonly rest: ReadonlyArray<Retrieval>
}

/** A look-up taken apart into what the index answers and what is asked of each row. */
export const split = (retrieval: Retrieval): Split => {
  if (isIndexed(retrieval)) return { indexed: retrieval, rest: [] }
  if (retrieval._tag !== "and") return { indexed: null, rest: [retrieval] }
  const indexed = retrieval.of.filter(isIndexed)
  return {
    indexed: indexed.length === 0 ? null : { _tag: "and", of: indexed },
    rest: retrieval.of.filter((one) => !isIndexed(one)),
  }
}

/** A look-up as a condition on rows; `terms` says how what is indexed becomes one. */
export const condition = (retrieval: Retrieval, say: Sayings, terms: (indexed: Retrieval) => string): string => {
  if (isIndexed(retrieval)) return terms(retrieval)
  switch (retrieval._tag) {
    case "and":
    case "or":
      return `(${retrieval.of.map((one) => condition(one, say, terms)).join(` ${retrieval._tag} `)})`
    case "not":
      return `not ${condition(retrieval.of, say, terms)}`
    case "number":
    case "run":
    case "within":
      return rowCondition(retrieval, say)
    default:
      return terms(retrieval)
  }
}
