import type { Locate } from "./Document.js"
import { isText, type Query, type Text } from "./Query.js"
import * as Labels from "./Labels.js"
import * as Indexing from "./Indexing.js"
import * as Retrieval from "./Retrieval.js"
import type { Place } from "../domain/Searched.js"
import { isWithin } from "./Place.js"
import * as Terms from "./Terms.js"

/** A document with its parts, as the definition of a search sees it. */
export interface Indexed {
  readonly id: string
  readonly terms: ReadonlySet<string>
  /** The runs of each part. */
  readonly runs: ReadonlyArray<string>
  readonly numbers: { readonly [field: string]: number }
  readonly place: Place | null
}

/** A record that matched. `score` is 0 where the query has no full text. */
export interface Found {
  readonly id: string
  readonly score: number
}

/** A record as it is indexed with the parts about it. */
export const indexed = (id: string, own: Indexing.Own, parts: ReadonlyMap<string, Terms.Terms>): Indexed => ({
  id,
  terms: new Set([
    ...own.terms.terms,
    ...Indexing.fitting([...parts].map(([part, terms]) => ({ part, ...terms }))).flatMap(({ terms }) => [...terms]),
  ]),
  runs: [own.terms, ...parts.values()].map(({ runs }) => runs),
  numbers: own.numbers,
  place: own.place,
})

/** Whether a document fulfils a look-up. */
export const fulfils = (document: Indexed, retrieval: Retrieval.Retrieval): boolean => {
  switch (retrieval._tag) {
    case "term":
      return document.terms.has(retrieval.term)
    case "prefix":
      return [...document.terms].some((term) => term.startsWith(retrieval.term))
    case "run":
      return document.runs.some((runs) => runs.includes(retrieval.run))
    case "number": {
      const { is, name, value } = retrieval
      const own = Object.hasOwn(document.numbers, name) ? document.numbers[name] : undefined
      return own !== undefined && Indexing.compare[is](own, value)
    }
    case "within":
      return document.place !== null && isWithin(document.place, retrieval.circle)
    case "and":
      return retrieval.of.every((one) => fulfils(document, one))
    case "or":
      return retrieval.of.some((one) => fulfils(document, one))
    case "not":
      return !fulfils(document, retrieval.of)
  }
}

/**
 * The score of a document for a query: null where it does not match, else 0 to 5. A text scores the level of the best
 * place where it stands, `and` the least of its texts, `or` the most of what matched; filters have no score. Beside what
 * scores surely, a filter is as good as the best place for a word: in `sql (remote OR city:denver)` it is `sql` that tells
 * how well somebody from Denver fits.
 */
export const score = (
  document: Indexed,
  query: Query,
  locate: Locate,
  labels: Labels.Labels = Labels.none,
): number | null => {
  if (!fulfils(document, Retrieval.matching(query, locate, labels))) return null
  return scoreOf(document, query, locate, labels)
}

const scoreOf = (document: Indexed, query: Query, locate: Locate, labels: Labels.Labels): number => {
  if (isText(query)) return levelOf(document, query, labels)
  if (query._tag === "and") {
    if (!Retrieval.mayScoreNothing(query)) return filtered(document, query, locate, labels)
    const scored = query.of.filter(Retrieval.scores).map((one) => scoreOf(document, one, locate, labels))
    return scored.length === 0 ? 0 : Math.min(...scored)
  }
  return query._tag === "or" ? Math.max(0, ...query.of.map((one) => score(document, one, locate, labels) ?? 0)) : 0
}

const levelOf = (document: Indexed, query: Text, labels: Labels.Labels): number =>
  Terms.levels.find((level) => fulfils(document, Retrieval.textAt(query, level, labels))) ?? 0

/** The score of what matches, where a filter has the highest. */
const filtered = (document: Indexed, query: Query, locate: Locate, labels: Labels.Labels): number => {
  if (!fulfils(document, Retrieval.matching(query, locate, labels))) return 0
  if (isText(query)) return levelOf(document, query, labels)
  if (query._tag !== "and" && query._tag !== "or") return 5
  const all = query.of.map((one) => filtered(document, one, locate, labels))
  return query._tag === "and" ? Math.min(5, ...all) : Math.max(0, ...all)
}

/** The definition of a search: the documents, given from the one indexed last to the first, by score. */
export const search = (
  documents: ReadonlyArray<Indexed>,
  query: Query,
  locate: Locate,
  labels: Labels.Labels = Labels.none,
): ReadonlyArray<Found> => {
  const found = documents.flatMap((document) => {
    const own = score(document, query, locate, labels)
    return own === null ? [] : [{ id: document.id, score: own }]
  })
  return found.sort((a, b) => b.score - a.score)
}
