import * as Condition from "./Condition.js"
import * as Customs from "./Customs.js"
import type { Searchable } from "./Fields.js"
import { lex, type Token } from "./Lex.js"
import * as Normalise from "./Normalise.js"
import * as Query from "./Query.js"

/** What was understood otherwise than it may have been meant. Offsets are UTF-16 units of the text. */
export interface Warning {
  readonly is:
    | "unknownField"
    | "badValue"
    | "danglingOperator"
    | "unbalancedParenthesis"
    | "unclosedQuote"
    | "noWord"
    | "tooDeep"
    | "tooLong"
  readonly start: number
  readonly end: number
  readonly text: string
}

export interface Parsed {
  readonly query: Query.Query
  readonly warnings: ReadonlyArray<Warning>
}

const shown = 100
const mostWarnings = 100
/** Parentheses in parentheses: each may hold alternatives, conjunctions and negations. */
const deepest = 40

class Reader {
  readonly tokens: ReadonlyArray<Token>
  readonly nouns: ReadonlyArray<Searchable>
  readonly customs: Customs.Customs
  readonly warnings: Array<Warning> = []
  at = 0
  depth = 0
  leaves = 0
  /** Opening parentheses that were not entered. */
  skipped = 0

  constructor(tokens: ReadonlyArray<Token>, nouns: ReadonlyArray<Searchable>, customs: Customs.Customs) {
    this.tokens = tokens
    this.nouns = nouns
    this.customs = customs
  }

  warn(is: Warning["is"], { end, start, text }: Token): void {
    if (this.warnings.length < mostWarnings) this.warnings.push({ is, start, end, text: text.slice(0, shown) })
  }

  keyword(): "AND" | "OR" | "NOT" | null {
    const token = this.tokens[this.at]
    if (token?.is === "minus") return "NOT"
    if (token?.is !== "chunk") return null
    return token.text === "AND" || token.text === "OR" || token.text === "NOT" ? token.text : null
  }

  /** Alternatives up to a closing parenthesis or the end; null where there is nothing. */
  any(): Query.Query | null {
    const found: Array<Query.Query> = []
    for (;;) {
      const all = this.all()
      if (all !== null) found.push(all)
      const token = this.tokens[this.at]
      if (token === undefined || this.keyword() !== "OR") break
      this.at++
      if (all === null) this.warn("danglingOperator", token)
      else if (this.isEnd()) this.warn("danglingOperator", token)
    }
    return found.length === 0 ? null : Query.or(...found)
  }

  isEnd(): boolean {
    const token = this.tokens[this.at]
    return token === undefined || (token.is === "close" && this.depth > 0 && this.skipped === 0)
  }

  /** What must all hold, up to `OR`, a closing parenthesis or the end. */
  all(): Query.Query | null {
    const found: Array<Query.Query> = []
    for (;;) {
      const token = this.tokens[this.at]
      if (token === undefined || this.isEnd() || this.keyword() === "OR") break
      if (this.keyword() === "AND") {
        this.at++
        const next = this.keyword()
        if (found.length === 0 || this.isEnd() || next === "AND" || next === "OR") this.warn("danglingOperator", token)
        continue
      }
      const one = this.one()
      if (one !== null) found.push(one)
    }
    return found.length === 0 ? null : Query.and(...found)
  }

  /** One condition, which any number of `NOT` may stand before. */
  one(): Query.Query | null {
    let negations = 0
    const first = this.tokens[this.at]
    while (this.keyword() === "NOT") {
      negations++
      this.at++
    }
    const inner = this.isEnd() || this.keyword() !== null ? null : this.single()
    if (inner === null) {
      if (negations > 0 && first !== undefined) this.warn("danglingOperator", first)
      return null
    }
    return negations % 2 === 0 ? inner : Query.not(inner)
  }

  single(): Query.Query | null {
    const token = this.tokens[this.at]
    if (token === undefined) return null
    this.at++
    switch (token.is) {
      case "close":
        if (this.skipped > 0) this.skipped--
        else this.warn("unbalancedParenthesis", token)
        return null
      case "open":
        return this.parenthesis(token)
      case "quoted":
        if (token.open) this.warn("unclosedQuote", token)
        return this.words(token, token.text, false)
      case "field":
        return this.field(token)
      default:
        return token.text === "*" ? this.leaf(token, Query.everything) : this.words(token, token.text, true)
    }
  }

  /** What stands in parentheses; where they nest too deep they are read as if they were not there. */
  parenthesis(opening: Token): Query.Query | null {
    if (this.depth >= deepest) {
      this.skipped++
      this.warn("tooDeep", opening)
      return null
    }
    this.depth++
    const inner = this.any()
    this.depth--
    if (this.tokens[this.at] === undefined) this.warn("unbalancedParenthesis", opening)
    else this.at++
    return inner
  }

  field(token: Token): Query.Query | null {
    const { field, text } = token
    if (field === null) return null
    if (token.open) this.warn("unclosedQuote", token)
    const read = Condition.read(this.nouns, { ...field, value: text }, this.customs)
    if (typeof read !== "string") return this.leaf(token, read)
    this.warn(read, token)
    const words = Normalise.spellings(`${field.name} ${text}`).slice(0, 50)
    return words.length === 0 ? null : this.leaf(token, Query.and(...words.map((word) => Query.inRow([word]))))
  }

  /** A word, its beginning where a star follows, or a phrase. */
  words(token: Token, text: string, star: boolean): Query.Query | null {
    const words = Normalise.spellings(text)
    if (words.length === 0) {
      this.warn("noWord", token)
      return null
    }
    if (words.length > 50) this.warn("tooLong", token)
    const some = words.slice(0, 50)
    const isPrefix = star && text.endsWith("*") && words.length <= 50
    const last = some.at(-1) ?? ""
    const before = some.slice(0, isPrefix ? -1 : undefined)
    const exact = Query.inRow(before)
    return this.leaf(token, isPrefix ? Query.and(exact, { _tag: "prefix", word: last }) : exact)
  }

  leaf(token: Token, query: Query.Query): Query.Query | null {
    this.leaves += query._tag === "and" ? Math.max(1, query.of.length) : 1
    if (this.leaves <= Query.most) return query
    this.warn("tooLong", token)
    return null
  }
}

/**
 * Reads the language of searches. It understands something of every text: what it cannot take for an operator or a
 * condition are words to look for, and a warning says so. Takes time linear in the text's length. Fields of the
 * agency's own are read by their types where these are given.
 *
 * @example
 * import { createMatchloop } from "matchloop"
 * import { memory } from "matchloop/memory"
 *
 * const crm = await createMatchloop({ storage: memory() })
 * const maya = crm.as("maya")
 * await maya.candidates.create({ name: "Ada Park", skills: ["TypeScript 5y", "SQL"], location: "Denver" })
 * const { hits } = await maya.search.candidates("sql AND (remote OR city:denver) NOT source:dice skill:typescript>=3y")
 * console.log(hits[0]?.record.name)
 * await crm.close()
 */
export const parse = (
  text: string,
  nouns: ReadonlyArray<Searchable>,
  customs: Customs.Customs = Customs.none,
): Parsed => {
  const reader = new Reader(lex(text), nouns, customs)
  const found: Array<Query.Query> = []
  while (reader.at < reader.tokens.length) {
    const one = reader.any()
    if (one !== null) found.push(one)
  }
  return { query: Query.and(...found), warnings: reader.warnings }
}
