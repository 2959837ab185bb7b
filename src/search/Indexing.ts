import type { ChangeSet } from "../domain/ChangeSet.js"
import type { Document, Place, Searched } from "../domain/Searched.js"
import { isSearchable, type Searchable } from "./Fields.js"
import * as Terms from "./Terms.js"

/** What an index keeps of a record itself. */
export interface Own {
  readonly terms: Terms.Terms
  readonly numbers: { readonly [field: string]: number }
  readonly place: Place | null
}

export interface Part {
  readonly part: string
  /** Null where it is gone. */
  readonly terms: Terms.Terms | null
}

/** What of a record is indexed anew. */
export interface Touched {
  readonly noun: Searchable
  readonly id: string
  /** The record itself: null where it is gone, undefined where it stays as it is. */
  readonly own: Own | null | undefined
  readonly parts: ReadonlyArray<Part>
}

export interface Fresh {
  readonly noun: Searchable
  readonly id: string
  /** Made when it is asked for: of a thousand records at once, it would be most of what is held in memory. */
  readonly own: () => Own
}

/** What a commit changes of the index. Records are found in this order as those that were written last. */
export interface Changes {
  /** New records without any parts. */
  readonly fresh: ReadonlyArray<Fresh>
  readonly touched: ReadonlyArray<Touched>
}

const ownOf = (document: Document, common?: Terms.Common): Own => ({
  terms: Terms.of(document, common),
  numbers: document.numbers,
  place: document.place,
})

export const of = ({ records, searched }: Pick<ChangeSet, "records" | "searched">): Changes => {
  if (searched.length === 0) return { fresh: [], touched: [] }
  const created = new Set(records.flatMap(({ expects, id }) => (expects === 0 ? [id] : [])))
  const groups = new Map<string, Array<Searched>>()
  for (const one of searched) {
    const group = groups.get(one.id)
    if (group === undefined) groups.set(one.id, [one])
    else group.push(one)
  }
  const fresh: Array<Fresh> = []
  const common: Terms.Common = new Map()
  const touched: Array<Touched> = []
  for (const [id, group] of groups) {
    const noun = group[0]?.noun ?? ""
    if (!isSearchable(noun)) continue
    const self = group.findLast(({ part }) => part === id)
    const others = new Map(group.flatMap((one) => (one.part === id ? [] : [[one.part, one.document] as const])))
    const document = self?.document
    if (created.has(id) && others.size === 0 && document !== undefined && document !== null)
      fresh.push({ noun, id, own: () => ownOf(document, common) })
    else {
      const own = document === undefined || document === null ? document : ownOf(document)
      const parts = [...others].map(([part, document]) => ({
        part,
        terms: document === null ? null : Terms.of(document),
      }))
      touched.push({ noun, id, own, parts })
    }
  }
  // In one order, so that two commits that touch the same records never wait for each other in a circle.
  return { fresh, touched: touched.sort((a, b) => (a.id < b.id ? -1 : 1)) }
}

/** The parts whose terms are indexed: the newest ids, as many as there is room for. */
export const fitting = <A extends { readonly part: string; readonly size: number }>(
  parts: ReadonlyArray<A>,
): ReadonlyArray<A> => {
  let total = 0
  return [...parts]
    .sort((a, b) => (a.part < b.part ? 1 : -1))
    .filter(({ size }) => {
      total += size
      return total <= Terms.roomForParts
    })
}

/** How a number compares with another. */
export const compare = {
  lt: (a: number, b: number): boolean => a < b,
  lte: (a: number, b: number): boolean => a <= b,
  gt: (a: number, b: number): boolean => a > b,
  gte: (a: number, b: number): boolean => a >= b,
}
