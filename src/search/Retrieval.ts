import type { Level } from "../domain/Searched.js"
import * as Labels from "./Labels.js"
import * as Languages from "./Languages.js"
import { isText, type Measure, type Query, type Text } from "./Query.js"
import * as Normalise from "./Normalise.js"
import * as Document from "./Document.js"
import * as Fields from "./Fields.js"
import { type Circle, circle } from "./Place.js"
import * as Terms from "./Terms.js"

/** What a storage looks up: terms of its index, and conditions on what it keeps beside them. */
export type Retrieval =
  | { readonly _tag: "term"; readonly term: string }
  /** Terms that begin so. */
  | { readonly _tag: "prefix"; readonly term: string }
  /** It stands in the `runs` of one part of the document. */
  | { readonly _tag: "run"; readonly run: string }
  | {
      readonly _tag: "number"
      readonly name: string
      readonly is: "lt" | "lte" | "gt" | "gte"
      readonly value: number
    }
  | { readonly _tag: "within"; readonly circle: Circle }
  | { readonly _tag: "and"; readonly of: ReadonlyArray<Retrieval> }
  | { readonly _tag: "or"; readonly of: ReadonlyArray<Retrieval> }
  | { readonly _tag: "not"; readonly of: Retrieval }

/** All documents of one score; the scores of a search go down. */
export interface Tier {
  readonly score: number
  /** Finds those of this score and no others. */
  readonly retrieval: Retrieval
  /** Finds them too, and maybe some that score more: shorter, for whoever knows all of those already. */
  readonly atLeast: Retrieval
}

export const everything: Retrieval = { _tag: "term", term: Terms.everything }
export const nothing: Retrieval = { _tag: "or", of: [] }

const join = (tag: "and" | "or", all: ReadonlyArray<Retrieval>): Retrieval => {
  const of = all.flatMap((one) => (one._tag === tag ? one.of : [one]))
  if (tag === "and" && of.some((one) => one._tag === "or" && one.of.length === 0)) return nothing
  const [only] = of
  return only !== undefined && of.length === 1 ? only : { _tag: tag, of }
}

export const and = (...all: ReadonlyArray<Retrieval>): Retrieval => join("and", all)
export const or = (...all: ReadonlyArray<Retrieval>): Retrieval => join("or", all)
export const not = (of: Retrieval): Retrieval => ({ _tag: "not", of })

const term = (of: string): Retrieval => ({ _tag: "term", term: of })

const pairs = (level: Level, words: ReadonlyArray<string>): ReadonlyArray<Retrieval> =>
  words.slice(1).map((next, before) => term(Terms.pair(level, words[before] ?? "", next)))

/** What has the text at exactly this level, and maybe at others; the lowest is that of chosen options, too. */
export const textAt = (query: Text, level: Level, labels: Labels.Labels): Retrieval =>
  level === 1
    ? or(inWords(query, level), ...numberOf(query).map(term), ...labels(query).map(term))
    : inWords(query, level)

/** A phone number, however it was grouped and with its country's code or without. */
const numberOf = (query: Text): ReadonlyArray<string> => {
  const digits = query._tag === "term" ? query.word : query._tag === "phrase" ? query.words.join("") : ""
  return dialled(/^\d+$/.test(digits) ? digits : "")
}

const dialled = (number: string): ReadonlyArray<string> => {
  const last = Document.lastDigits(number)
  return last === null ? [] : [Terms.value("phone", last)]
}

const inWords = (query: Text, level: Level): Retrieval => {
  switch (query._tag) {
    case "term":
      return term(Terms.word(level, query.word))
    case "prefix":
      return { _tag: "prefix", term: Terms.word(level, query.word) }
    case "phrase":
      return and(
        ...(Terms.hasPairs(level) ? pairs(level, query.words) : query.words.map((one) => term(Terms.word(level, one)))),
        ...(Terms.hasRun(level, query.words.length)
          ? [{ _tag: "run", run: Terms.run(level, query.words) } as const]
          : []),
      )
  }
}

const atLeast = (query: Text, least: number, labels: Labels.Labels): Retrieval =>
  or(...Terms.levels.filter((level) => level >= least).map((level) => textAt(query, level, labels)))

const inEach = (field: string, words: ReadonlyArray<string>): Retrieval =>
  and(...words.map((word) => term(Terms.inField(field, word))))

const fieldCondition = (query: Extract<Query, { readonly _tag: "field" }>): Retrieval => {
  const field = Fields.find(Fields.searchable, query.field)
  if (field === undefined) return nothing
  const name = Fields.indexName(field)
  const compare = (is: "lt" | "lte" | "gt" | "gte", value: number, of = name): Retrieval => ({
    _tag: "number",
    name: of,
    is,
    value,
  })
  /** Values from `first` to `last`, which the text or number stood for, as whole numbers. */
  const range = (first: number, last: number, low: string, high: string): Retrieval => {
    switch (query.is) {
      case "eq":
        return and(compare("lte", last, low), compare("gte", first, high))
      case "lt":
        return compare("lt", first, low)
      case "lte":
        return compare("lte", last, low)
      case "gt":
        return compare("gt", last, high)
      case "gte":
        return compare("gte", first, high)
    }
  }
  const given = query.value
  switch (field.as) {
    case "words":
    case "parts": {
      const said = Normalise.spellings(String(given))
      const words = field.name === "languages" ? said.map(Languages.indexed) : said
      if (query.is !== "eq" || words.length === 0) return nothing
      const number = field.name === "phone" ? dialled(String(given)).map(term) : []
      return or(inEach(field.name, words), ...number)
    }
    case "skills":
    case "whole":
      return query.is === "eq" ? term(Terms.value(field.name, Normalise.whole(String(given)))) : nothing
    case "custom": {
      if (typeof given === "number") {
        const key = query.currency === undefined ? name : Fields.amountName(name, query.currency)
        return range(given, given, key, key)
      }
      if (query.is === "eq") {
        const whole = term(Terms.value(field.name, Normalise.whole(given)))
        const words = Normalise.spellings(given)
        return words.length === 0 ? whole : or(whole, inEach(field.name, words))
      }
      const day = Document.dayNumber(given)
      return Number.isNaN(day) ? nothing : range(day, day, Fields.dayName(name), Fields.dayName(name))
    }
    case "money": {
      const key = query.currency === undefined ? name : `${name} ${query.currency}`
      return typeof given === "number" ? range(given, given, key, `${key} to`) : nothing
    }
    case "number":
      return typeof given === "number" ? range(given, given, name, name) : nothing
    case "date": {
      const day = typeof given === "string" ? Document.dayNumber(given.slice(0, 10)) : Number.NaN
      return Number.isNaN(day) ? nothing : range(day, day, name, name)
    }
    case "instant": {
      if (typeof given !== "string") return nothing
      const isDay = given.length === 10
      const first = Date.parse(isDay ? `${given}T00:00:00.000Z` : given)
      const last = isDay ? first + Document.dayMillis - 1 : first
      return Number.isNaN(first) ? nothing : range(first, last, name, name)
    }
  }
}

const measured = (skill: string, { is, of, value }: Measure): Retrieval => {
  const least = (n: number): Retrieval => (n > 60 ? nothing : term(Terms.measured(of, skill, Math.max(0, n))))
  const known = least(0)
  switch (is) {
    case "gte":
      return least(value)
    case "gt":
      return least(value + 1)
    case "lt":
      return and(known, not(least(value)))
    case "lte":
      return and(known, not(least(value + 1)))
    case "eq":
      return and(least(value), not(least(value + 1)))
  }
}

/** What matches a condition that is no full text. */
const condition = (
  query: Exclude<Query, Text | { readonly _tag: "and" | "or" | "not" }>,
  locate: Document.Locate,
): Retrieval => {
  switch (query._tag) {
    case "field":
      return fieldCondition(query)
    case "tag":
      return term(Terms.value("tags", Normalise.whole(query.tag)))
    case "consent":
      return term(Terms.value("consent", Document.consentState(query.consent) ?? Normalise.whole(query.consent)))
    case "skill": {
      const skill = Normalise.whole(query.skill)
      return query.measure === undefined ? term(Terms.value("skills", skill)) : measured(skill, query.measure)
    }
    case "near": {
      const centre = locate(query.place)
      if (centre !== null) return { _tag: "within", circle: circle(centre, query.km) }
      const words = Normalise.spellings(query.place)
      return words.length === 0 ? nothing : and(...words.map((word) => term(Terms.inField("location", word))))
    }
  }
}

/** What matches at all. */
export const matching = (query: Query, locate: Document.Locate, labels: Labels.Labels = Labels.none): Retrieval => {
  if (isText(query)) return atLeast(query, 1, labels)
  switch (query._tag) {
    case "and":
      return query.of.length === 0 ? everything : and(...query.of.map((one) => matching(one, locate, labels)))
    case "or":
      return or(...query.of.map((one) => matching(one, locate, labels)))
    case "not":
      return not(matching(query.of, locate, labels))
    default:
      return condition(query, locate)
  }
}

/** Whether the query has full text that scores; what stands under a `not` does not. */
export const scores = (query: Query): boolean =>
  isText(query) || ((query._tag === "and" || query._tag === "or") && query.of.some(scores))

/** What scores at least so much, where a filter is as good as the best place for a word. */
const filtering = (query: Query, least: number, locate: Document.Locate, labels: Labels.Labels): Retrieval => {
  if (isText(query)) return atLeast(query, least, labels)
  if (query._tag === "and") return and(...query.of.map((one) => filtering(one, least, locate, labels)))
  if (query._tag === "or") return or(...query.of.map((one) => filtering(one, least, locate, labels)))
  return matching(query, locate, labels)
}

/** What scores at least so much: all of `and`, any of `or` that scores at all. */
const scoring = (query: Query, least: number, locate: Document.Locate, labels: Labels.Labels): Retrieval => {
  if (isText(query)) return atLeast(query, least, labels)
  if (query._tag === "and" && !mayScoreNothing(query)) return filtering(query, least, locate, labels)
  if (query._tag === "and")
    return and(
      ...query.of.map((one) => (scores(one) ? scoring(one, least, locate, labels) : matching(one, locate, labels))),
    )
  if (query._tag === "or") return or(...query.of.filter(scores).map((one) => scoring(one, least, locate, labels)))
  return matching(query, locate, labels)
}

const textsOf = (query: Query): ReadonlyArray<Text> =>
  isText(query) ? [query] : query._tag === "and" || query._tag === "or" ? query.of.flatMap(textsOf) : []

/** Whether all that scores may be absent from a match, whose score is then 0. */
export const mayScoreNothing = (query: Query): boolean =>
  query._tag === "or"
    ? query.of.some((one) => !scores(one) || mayScoreNothing(one))
    : query._tag === "and" && query.of.every((one) => !scores(one) || mayScoreNothing(one))

/**
 * The query as one look-up for each score that it can give, the highest first; no document is in two of them.
 *
 * What has exactly some score has a word of exactly that level, which tells an index early where there is nothing.
 */
export const tiers = (
  query: Query,
  locate: Document.Locate,
  labels: Labels.Labels = Labels.none,
): ReadonlyArray<Tier> => {
  const all = matching(query, locate, labels)
  if (!scores(query)) return unscored(all)
  const texts = textsOf(query)
  const single = texts.length === 1
  const scored = Terms.levels.map((level): Tier => {
    const here = or(...texts.map((text) => textAt(text, level, labels)))
    const better = level === 5 ? [] : [not(scoring(query, level + 1, locate, labels))]
    const atLeast = single ? only(query, level, locate, labels) : scoring(query, level, locate, labels)
    return { score: level, retrieval: and(...(single ? [] : [here]), atLeast, ...better), atLeast }
  })
  return mayScoreNothing(query)
    ? [...scored, { score: 0, retrieval: and(all, not(scoring(query, 1, locate, labels))), atLeast: all }]
    : scored
}

/** A look-up of what all has the score 0. */
export const unscored = (retrieval: Retrieval): ReadonlyArray<Tier> => [{ score: 0, retrieval, atLeast: retrieval }]

/** A query of one text, at exactly this level of it. */
const only = (query: Query, level: Level, locate: Document.Locate, labels: Labels.Labels): Retrieval => {
  if (isText(query)) return textAt(query, level, labels)
  if (query._tag === "and")
    return and(
      ...query.of.map((one) => (scores(one) ? only(one, level, locate, labels) : matching(one, locate, labels))),
    )
  if (query._tag === "or") return or(...query.of.filter(scores).map((one) => only(one, level, locate, labels)))
  return matching(query, locate, labels)
}

/** The single terms that a look-up asks for, once each. */
export const termsOf = (retrieval: Retrieval, found: Set<string> = new Set()): ReadonlySet<string> => {
  if (retrieval._tag === "term") found.add(retrieval.term)
  else if (retrieval._tag === "not") termsOf(retrieval.of, found)
  else if (retrieval._tag === "and" || retrieval._tag === "or") for (const one of retrieval.of) termsOf(one, found)
  return found
}

export const isNothing = (retrieval: Retrieval): boolean => retrieval._tag === "or" && retrieval.of.length === 0

/** The same look-up where some terms are known to be nowhere: `nothing`, if it can find none. */
export const without = (retrieval: Retrieval, absent: (term: string) => boolean): Retrieval => {
  switch (retrieval._tag) {
    case "term":
      return absent(retrieval.term) ? nothing : retrieval
    case "or":
      return or(...retrieval.of.map((one) => without(one, absent)).filter((one) => !isNothing(one)))
    case "and": {
      const all = retrieval.of.map((one) => without(one, absent))
      // What is not nothing is everything.
      const telling = all.filter((one) => !(one._tag === "not" && isNothing(one.of)))
      return telling.length === 0 && all.length > 0 ? everything : distinct(and(...telling))
    }
    case "not":
      return not(without(retrieval.of, absent))
    default:
      return retrieval
  }
}

/** An `and` without what it says twice, or says of one of its own alternatives. */
const distinct = (retrieval: Retrieval): Retrieval => {
  if (retrieval._tag !== "and") return retrieval
  const texts = retrieval.of.map((one) => JSON.stringify(one))
  const said = new Set(texts)
  const kept = retrieval.of.filter(
    (one, at) =>
      texts.indexOf(texts[at] ?? "") === at &&
      !(one._tag === "or" && one.of.some((alternative) => said.has(JSON.stringify(alternative)))),
  )
  return and(...kept)
}
