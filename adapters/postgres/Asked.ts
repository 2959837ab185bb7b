import type { ListRequest } from "../../src/ports/Storage.js"
import * as Encode from "../../src/search/Encode.js"
import { everything, type Retrieval } from "../../src/search/Retrieval.js"
import { condition, isIndexed, type Sayings } from "../sql/Conditions.js"
import type { Dialect } from "../sql/Dialect.js"
import type { Found } from "../sql/List.js"
import { tables } from "./SearchSchema.js"
import * as Slots from "./Slots.js"

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

/** Whether the index lists what fulfils it; what only excludes would have it list everything. */
const isListed = (retrieval: Retrieval): boolean => {
  switch (retrieval._tag) {
    case "term":
    case "prefix":
      return true
    case "and":
      return retrieval.of.length === 0 || (isIndexed(retrieval) && retrieval.of.some(isListed))
    case "or":
      return isIndexed(retrieval) && retrieval.of.every(isListed)
    default:
      return false
  }
}

/** A look-up as conditions on documents `d` and the queries of their slot in `s`. */
export interface Asked {
  readonly documents: string
  /** Whose documents they are. */
  readonly owned: ReadonlyArray<string>
  readonly conditions: ReadonlyArray<string>
  /** That `s` tells of the slot of `d`: so does whatever has a term of it, which one of the conditions asks for. */
  readonly inSlot: string
  /** Whether terms have a say in it at all. */
  readonly isSlotted: boolean
  /** Whether the text is one of a few: conditions on terms alone differ in how many they are. */
  readonly isUsual: boolean
  /** The slots with their queries. */
  readonly slots: string
  /** The same of runs that a statement gives, each with the number below which it is asked about. */
  readonly runs: (from: string) => string
}

export const asked = (
  dialect: Dialect,
  { noun, workspace }: Pick<ListRequest, "noun" | "workspace">,
  retrieval: Retrieval,
  values: Array<unknown>,
): Asked => {
  const { documents, parts } = tables(dialect)
  const prefix = Slots.unmarked + Encode.prefix(workspace, noun)
  const bind = (value: string | number) => {
    const type = typeof value === "string" ? "text" : Number.isSafeInteger(value) ? "bigint" : "float8"
    return `$${values.push(value)}::${type}`
  }
  const queries: Array<string> = []
  const inTerms = (one: Retrieval) => `d."terms" @@ s."q${queries.push(bind(expression(one, prefix))) - 1}"`
  const say: Sayings = {
    bind,
    number: (name) => `(d."numbers" ->> ${bind(name)})::float8`,
    contains: (text, part) => `strpos(${text}, ${part}) > 0`,
    parts,
  }
  const owned = [`d."workspace" = ${bind(workspace)}`, `d."noun" = ${bind(noun)}`]
  // A test each: the index skips from one to the next, where it would weigh every entry of one that says all of it.
  const all = retrieval._tag === "and" && retrieval.of.length > 0 ? retrieval.of : [retrieval]
  const told = all.map((one) => condition(one, say, inTerms))
  const isSlotted = queries.length > 0
  const conditions = !isSlotted || all.some(isListed) ? told : [inTerms(everything), ...told]
  const of = (slot: string) => queries.map((text, n) => `${Slots.query(text, slot)} as "q${n}"`).join(", ")
  return {
    documents,
    owned,
    conditions,
    inSlot: `${Slots.slot(Slots.run('d."seq"'))} = s."slot"`,
    isSlotted,
    isUsual: conditions.length === queries.length && queries.length <= 8,
    // Without the offset the planner would make the queries anew for each document.
    slots: `select k."slot", ${of('k."slot"')} from generate_series(0, ${Slots.slots - 1}) k("slot") offset 0`,
    runs: (from) => `select k."run", k."last", ${of(Slots.slot('k."run"'))} from (${from}) k offset 0`,
  }
}

/** What a look-up finds. */
export const finding =
  (dialect: Dialect): Found =>
  (request, retrieval, values) => {
    const { conditions, documents, isSlotted, owned, slots } = asked(dialect, request, retrieval, values)
    return isSlotted
      ? { from: `(${slots}) s cross join ${documents} d`, conditions: [...owned, ...conditions] }
      : { from: `${documents} d`, conditions: [...owned, ...conditions] }
  }
