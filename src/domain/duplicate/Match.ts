import * as Name from "./Name.js"
import type { Folded } from "./Person.js"
import * as Policy from "./Policy.js"

/** What one term says of a pair. */
export interface Term {
  readonly term: "email" | "phone" | "link" | "name" | "location"
  /** 0 to 1. */
  readonly similarity: number
  readonly points: number
}

/** Whether two records are one person, and why. */
export interface Match {
  readonly score: number
  readonly verdict: Policy.Verdict
  readonly terms: ReadonlyArray<Term>
}

const contacts = [
  ["email", "e:"],
  ["phone", "p:"],
  ["link", "l:"],
] as const

const named = (a: Folded, b: Folded, { alike, points }: Policy.Policy): ReadonlyArray<Term> => {
  const similarity = Name.similarity(a.name, b.name)
  if (similarity === null) return []
  const near = alike < 1 ? (similarity - alike) / (1 - alike) : 1
  const gained = similarity < alike ? points.otherName : Math.round(points.name * (0.4 + 0.6 * near))
  return [{ term: "name", similarity, points: gained }]
}

/** Whether one says of a place what the other does, less perhaps: `Austin` of `Austin, TX`, and not `TX`, nor `Austin, MN`. */
const isWithin = (a: string, b: string): boolean => {
  const [own, said] = [a.split(" "), b.split(" ")]
  const first = said.find((word) => !/\d/.test(word))
  return own.every((word) => said.includes(word)) && (first === undefined || own.includes(first))
}

const placed = ({ location: a }: Folded, { location: b }: Folded, { points }: Policy.Policy): ReadonlyArray<Term> => {
  if (a === "" || b === "") return []
  const near = isWithin(a, b) || isWithin(b, a)
  return [{ term: "location", similarity: near ? 1 : 0, points: near ? points.location : 0 }]
}

/** Compares two people term by term; a term that one of them says nothing of, or that only differs, adds nothing. */
export const match = (a: Folded, b: Folded, policy: Policy.Policy): Match => {
  const { points } = policy
  const shared = a.contacts.filter((key) => b.contacts.includes(key))
  const terms: ReadonlyArray<Term> = [
    ...contacts.flatMap(([term, prefix]): ReadonlyArray<Term> => {
      const has = ({ contacts }: Folded) => contacts.some((key) => key.startsWith(prefix))
      if (!has(a) || !has(b)) return []
      const equal = shared.some((key) => key.startsWith(prefix))
      return [{ term, similarity: equal ? 1 : 0, points: equal ? points[term] : 0 }]
    }),
    ...named(a, b, policy),
    ...placed(a, b, policy),
  ]
  const score = terms.reduce((sum, term) => sum + term.points, 0)
  return { score, verdict: Policy.verdict(policy, score), terms }
}
