import type { Retrieval } from "../../src/search/Retrieval.js"

/**
 * The places of what matches, from the last to the first. Every call must ask for a place at most as high as the call
 * before.
 */
export interface Cursor {
  /** The highest matching place up to this one, -1 where there is none. */
  readonly seek: (most: number) => number
}

/** A cursor, or a test where walking over everything would be the only way. */
export interface Node {
  readonly cursor: Cursor | null
  readonly has: (place: number) => boolean
}

/** The places of a term, rising. */
export const posting = (places: ReadonlyArray<number>): Cursor => {
  let at = places.length - 1
  return {
    seek: (most) => {
      if (at < 0) return -1
      if ((places[at] ?? -1) <= most) return places[at] ?? -1
      let step = 1
      let high = at
      while (high - step >= 0 && (places[high - step] ?? -1) > most) {
        high -= step
        step *= 2
      }
      let low = Math.max(-1, high - step)
      while (high - low > 1) {
        const middle = (low + high) >> 1
        if ((places[middle] ?? -1) > most) high = middle
        else low = middle
      }
      at = low
      return at < 0 ? -1 : (places[at] ?? -1)
    },
  }
}

export const walking = (cursor: Cursor): Node => ({ cursor, has: (place) => cursor.seek(place) === place })

export const testing = (has: (place: number) => boolean): Node => ({ cursor: null, has })

/** What each of the cursors gives and each of the tests passes. */
export const all = (nodes: ReadonlyArray<Node>): Node => {
  const cursors = nodes.flatMap(({ cursor }) => cursor ?? [])
  const tests = nodes.filter(({ cursor }) => cursor === null)
  const [first, ...others] = cursors
  if (first === undefined) return testing((place) => nodes.every(({ has }) => has(place)))
  /** What was found last: its cursors are as far as that, and may be asked for nothing above. */
  let last = Number.POSITIVE_INFINITY
  const found = (most: number): number => {
    let place = first.seek(most)
    search: while (place >= 0) {
      for (const other of others) {
        const next = other.seek(place)
        if (next !== place) {
          place = next < 0 ? -1 : first.seek(next)
          continue search
        }
      }
      if (tests.every(({ has }) => has(place))) return place
      place = first.seek(place - 1)
    }
    return -1
  }
  return walking({
    seek: (most) => {
      if (last > most) last = found(most)
      return last
    },
  })
}

/** What any of them has. */
export const any = (nodes: ReadonlyArray<Node>): Node => {
  if (nodes.some(({ cursor }) => cursor === null)) return testing((place) => nodes.some(({ has }) => has(place)))
  const cursors = nodes.flatMap(({ cursor }) => cursor ?? [])
  return walking({
    seek: (most) => {
      let highest = -1
      for (const cursor of cursors) {
        const place = cursor.seek(most)
        if (place > highest) highest = place
        if (place === most) break
      }
      return highest
    },
  })
}

/** What an index answers of a leaf. */
export type Leaf = Exclude<Retrieval, { readonly _tag: "and" | "or" | "not" }>

export const build = (retrieval: Retrieval, leaf: (leaf: Leaf) => Node): Node => {
  switch (retrieval._tag) {
    case "and":
      return all(retrieval.of.map((one) => build(one, leaf)))
    case "or":
      return any(retrieval.of.map((one) => build(one, leaf)))
    case "not": {
      const inner = build(retrieval.of, leaf)
      return testing((place) => !inner.has(place))
    }
    default:
      return leaf(retrieval)
  }
}
