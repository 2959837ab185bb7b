import type { SearchHit, SearchRequest } from "../../src/ports/Storage.js"
import * as Indexing from "../../src/search/Indexing.js"
import { isWithin } from "../../src/search/Place.js"
import type { Retrieval } from "../../src/search/Retrieval.js"
import * as Terms from "../../src/search/Terms.js"
import * as Cursor from "./Cursor.js"

interface Document {
  place: number
  own: Indexing.Own | null
  readonly parts: Map<string, Terms.Terms>
}

const everything = { _tag: "term", term: Terms.everything } as const

/** An inverted index of one noun's records. Places only rise, so that each list of them is in order by itself. */
export class Inverted {
  readonly #documents = new Map<string, Document>()
  /** Who stands at a place; nobody where it was given up. */
  readonly #ids = new Map<number, string>()
  #places = new Map<string, Array<number>>()
  #sorted: Array<string> = []
  readonly #unsorted = new Set<string>()
  #next = 0
  #givenUp = 0

  add(id: string, own: Indexing.Own): void {
    this.touch({ id, own, parts: [] })
  }

  touch({ id, own, parts }: Pick<Indexing.Touched, "id" | "own" | "parts">): void {
    const known = this.#documents.get(id)
    const document: Document = known ?? { place: -1, own: null, parts: new Map() }
    if (known === undefined) this.#documents.set(id, document)
    if (own !== undefined) document.own = own
    for (const { part, terms } of parts) {
      if (terms === null) document.parts.delete(part)
      else document.parts.set(part, terms)
    }
    if (document.place >= 0) {
      this.#ids.delete(document.place)
      this.#givenUp++
      document.place = -1
    }
    if (document.own !== null) {
      document.place = this.#next++
      this.#put(id, document, document.own)
    } else if (document.parts.size === 0) this.#documents.delete(id)
    if (this.#givenUp > this.#ids.size + 1000) this.#compact()
  }

  #put(id: string, document: Document, own: Indexing.Own): void {
    this.#ids.set(document.place, id)
    const parts = [...document.parts].map(([part, terms]) => ({ part, size: terms.size, terms: terms.terms }))
    const terms = parts.length === 0 ? own.terms.terms : new Set(own.terms.terms)
    if (parts.length > 0 && terms instanceof Set)
      for (const { terms: more } of Indexing.fitting(parts)) for (const term of more) terms.add(term)
    for (const term of terms) {
      const places = this.#places.get(term)
      if (places !== undefined) places.push(document.place)
      else {
        this.#places.set(term, [document.place])
        this.#unsorted.add(term)
      }
    }
  }

  /** Forgets the places that were given up. */
  #compact(): void {
    const living = [...this.#documents].filter(([, { place }]) => place >= 0).sort(([, a], [, b]) => a.place - b.place)
    this.#places = new Map()
    this.#sorted = []
    this.#unsorted.clear()
    this.#givenUp = 0
    for (const [id, document] of living) if (document.own !== null) this.#put(id, document, document.own)
  }

  /** The terms that begin so. */
  #beginning(prefix: string): ReadonlyArray<string> {
    if (this.#unsorted.size > 0) {
      this.#sorted = [...this.#sorted, ...this.#unsorted].sort()
      this.#unsorted.clear()
    }
    let low = 0
    let high = this.#sorted.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.#sorted[middle] ?? "") < prefix) low = middle + 1
      else high = middle
    }
    let end = low
    while (this.#sorted[end]?.startsWith(prefix)) end++
    return this.#sorted.slice(low, end)
  }

  #leaf = (leaf: Cursor.Leaf): Cursor.Node => {
    const at = (place: number): Document | undefined => this.#documents.get(this.#ids.get(place) ?? "")
    switch (leaf._tag) {
      case "term":
        return Cursor.walking(Cursor.posting(this.#places.get(leaf.term) ?? []))
      case "prefix":
        return Cursor.any(
          this.#beginning(leaf.term).map((term) => Cursor.walking(Cursor.posting(this.#places.get(term) ?? []))),
        )
      case "run":
        return Cursor.testing((place) => {
          const document = at(place)
          return (
            document !== undefined &&
            [document.own?.terms, ...document.parts.values()].some((terms) => terms?.runs.includes(leaf.run))
          )
        })
      case "number":
        return Cursor.testing((place) => {
          const numbers = at(place)?.own?.numbers ?? {}
          const value = Object.hasOwn(numbers, leaf.name) ? numbers[leaf.name] : undefined
          return value !== undefined && Indexing.compare[leaf.is](value, leaf.value)
        })
      case "within":
        return Cursor.testing((place) => {
          const where = at(place)?.own?.place ?? null
          return where !== null && isWithin(where, leaf.circle)
        })
    }
  }

  /** Everybody whom a look-up finds, in no order. */
  matching(retrieval: Retrieval): ReadonlyArray<string> {
    const { cursor } = this.#walk(retrieval)
    const found: Array<string> = []
    for (let place = cursor.seek(this.#next); place >= 0; place = cursor.seek(place - 1)) {
      const id = this.#ids.get(place)
      if (id !== undefined) found.push(id)
    }
    return found
  }

  #walk(retrieval: Retrieval): { readonly cursor: Cursor.Cursor } {
    const found = Cursor.build(retrieval, this.#leaf)
    const cursor = found.cursor ?? Cursor.all([this.#leaf(everything), found]).cursor
    return { cursor: cursor ?? Cursor.posting([]) }
  }

  search({ after, limit, tiers }: Pick<SearchRequest, "after" | "limit" | "tiers">): ReadonlyArray<SearchHit> {
    const hits = new Map<number, SearchHit>()
    for (const { atLeast, retrieval, score } of tiers) {
      if (hits.size >= limit) break
      if (after !== null && score > after.score) continue
      // Of a first page all that scores more is known already.
      const { cursor } = this.#walk(after === null ? atLeast : retrieval)
      let place = after !== null && score === after.score ? after.place - 1 : this.#next
      while (hits.size < limit) {
        place = cursor.seek(place)
        if (place < 0) break
        const id = this.#ids.get(place)
        if (id !== undefined && !hits.has(place)) hits.set(place, { id, score, place })
        place--
      }
    }
    return [...hits.values()]
  }
}
