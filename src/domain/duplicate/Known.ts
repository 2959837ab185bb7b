import { type Match, match } from "./Match.js"
import { type Folded, keys } from "./Person.js"
import type { Policy } from "./Policy.js"

/** Somebody who is on file, and how well another fits. */
export interface Near extends Match {
  readonly id: string
}

/** A candidate who is on file, and how well another fits. */
export interface Duplicate extends Match {
  readonly candidateId: string
}

/** People on file by the keys that they are found by. */
export interface Known {
  readonly add: (id: string, person: Folded) => void
  /** Those on file who are or may be the person, the best match first. */
  readonly find: (person: Folded) => ReadonlyArray<Near>
}

const better = (a: Near, b: Near): number => b.score - a.score || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)

/** `byName` says whether a like name alone is reason enough to compare two people. */
export const make = (policy: Policy, byName = true): Known => {
  const keysOf = (person: Folded) => (byName ? keys(person) : person.contacts)
  const people = new Map<string, Folded>()
  const byKey = new Map<string, Set<string>>()
  return {
    add: (id, person) => {
      people.set(id, person)
      for (const key of keysOf(person)) {
        const ids = byKey.get(key)
        if (ids === undefined) byKey.set(key, new Set([id]))
        else ids.add(id)
      }
    },
    find: (person) => {
      const near = new Set(keysOf(person).flatMap((key) => [...(byKey.get(key) ?? [])]))
      return [...near]
        .flatMap((id) => {
          const other = people.get(id)
          const found = other === undefined ? undefined : match(person, other, policy)
          return found === undefined || found.verdict === "different" ? [] : [{ id, ...found }]
        })
        .sort(better)
    },
  }
}
