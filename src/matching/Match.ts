import type { PlainDate } from "../domain/Field.js"
import { apportion } from "../domain/Money.js"
import * as Availability from "./Availability.js"
import * as Location from "./Location.js"
import * as Past from "./Past.js"
import type { Profile, Role } from "./Profile.js"
import * as Salary from "./Salary.js"
import type { Scored } from "./Scored.js"
import * as Seniority from "./Seniority.js"
import * as Skills from "./Skills.js"
import { type Term, terms, type Weights } from "./Weights.js"

/** Why each term says what it says. */
export interface Because {
  readonly skills: Skills.Because
  readonly seniority: Seniority.Because
  readonly location: Location.Because
  readonly salary: Salary.Because
  readonly availability: Availability.Because
  readonly past: Past.Because
}

/** One term of a match. */
export type Explained = {
  [T in Term]: {
    readonly term: T
    readonly weight: number
    /** 0 to 1 in thousandths; null where too little is known, and then it does not count. */
    readonly score: number | null
    /** Its part of the match's points. */
    readonly points: number
    readonly because: Because[T]
  }
}[Term]

export interface Match {
  /** 0 to 1,000: the mean of the terms that are known, by weight, rounded half up. */
  readonly points: number
  /** 0 to 1,000: how much of the weight the known terms have, rounded down. */
  readonly known: number
  /** Every term, known or not; their points add up to the match's. */
  readonly terms: ReadonlyArray<Explained>
}

/** What a match looks at beside the two. */
export interface Circumstances {
  readonly today: PlainDate
  /** The farthest that anybody travels daily, in kilometres. */
  readonly commuteKm: number
  readonly attempts: ReadonlyArray<Past.Attempt>
}

/** Rounded half up; 0 where nothing is known. */
const mean = (parts: ReadonlyArray<number>, known: number): number => {
  const sum = parts.reduce((total, part) => total + part, 0)
  return known === 0 ? 0 : Math.floor((2 * sum + known) / (2 * known))
}

/** How well a candidate and a position fit, term by term. Whole numbers throughout: the same wherever it is computed. */
export const match = (
  profile: Profile,
  role: Role,
  { attempts, commuteKm, today }: Circumstances,
  weights: Weights,
): Match => {
  const scored: { readonly [T in Term]: Scored<Because[T]> } = {
    skills: Skills.score(profile.skills, role.skills),
    seniority: Seniority.score(profile.rank, role.rank),
    location: Location.score(profile, role.whereabouts, commuteKm),
    salary: Salary.score(profile.salaryExpectation, role.salary),
    availability: Availability.score(profile.availableFrom, today),
    past: Past.score(attempts, role),
  }
  const parts = terms.map((term) => weights[term] * (scored[term].thousandths ?? 0))
  const known = terms.reduce((sum, term) => (scored[term].thousandths === null ? sum : sum + weights[term]), 0)
  const points = mean(parts, known)
  const shares = apportion(points, parts)
  const explained = <T extends Term>(term: T) => ({
    term,
    weight: weights[term],
    score: scored[term].thousandths === null ? null : scored[term].thousandths / 1000,
    points: shares[terms.indexOf(term)] ?? 0,
    because: scored[term].because,
  })
  const whole = terms.reduce((sum, term) => sum + weights[term], 0)
  return {
    points,
    known: whole === 0 ? 0 : Math.floor((1000 * known) / whole),
    terms: [
      explained("skills"),
      explained("seniority"),
      explained("location"),
      explained("salary"),
      explained("availability"),
      explained("past"),
    ],
  }
}

/**
 * The most points that anybody can have at the position who shares so many of its skills: all else that the position
 * tells enough of is known, and as good as it can be.
 */
export const most = (role: Role, shared: number, weights: Weights): number => {
  const best: { readonly [T in Term]: number | null } = {
    skills: role.skills.length === 0 ? null : Math.floor((1000 * shared) / role.skills.length),
    seniority: role.rank === null ? null : 1000,
    location: role.whereabouts.isRemote || role.whereabouts.name !== "" ? 1000 : null,
    salary: role.salary === null ? null : 1000,
    availability: 1000,
    past: 1000,
  }
  const known = terms.filter((term) => best[term] !== null)
  return mean(
    known.map((term) => weights[term] * (best[term] ?? 0)),
    known.reduce((sum, term) => sum + weights[term], 0),
  )
}

type Ranked = Pick<Match, "points" | "known"> & { readonly record: { readonly id: string } }

/** The better match first, of two that are as good the one of which more is known, and then the smaller id. */
export const byPoints = (a: Ranked, b: Ranked): number =>
  b.points - a.points || b.known - a.known || (a.record.id < b.record.id ? -1 : a.record.id > b.record.id ? 1 : 0)
