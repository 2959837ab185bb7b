/** When two records count as one person. Points are added up term by term. */
export interface Policy {
  /** The country of numbers without a country's code, ISO 3166-1 alpha-2; null where there is none. */
  readonly country: string | null
  readonly points: {
    readonly email: number
    readonly phone: number
    readonly link: number
    /** For equal names; less for those that are only alike. */
    readonly name: number
    /** For names that are not alike. */
    readonly otherName: number
    readonly location: number
  }
  /** Similarity from which names are alike, 0 to 1. */
  readonly alike: number
  /** Points from which a pair is the same person, and from which it may be. */
  readonly same: number
  readonly likely: number
}

export const defaults: Policy = {
  country: null,
  points: { email: 60, phone: 50, link: 60, name: 25, otherName: -30, location: 10 },
  alike: 0.8,
  same: 70,
  likely: 30,
}

/** What of the policy an agency sets itself. */
export interface Given extends Partial<Omit<Policy, "points">> {
  readonly points?: Partial<Policy["points"]>
}

/** The policy with what an agency sets itself. */
export const of = (given: Given = {}): Policy => ({
  ...defaults,
  ...given,
  points: { ...defaults.points, ...given.points },
})

export type Verdict = "same" | "likely" | "different"

export const verdict = ({ same, likely }: Policy, score: number): Verdict =>
  score >= same ? "same" : score >= likely ? "likely" : "different"

/** Whether name and place alone can make two records one person: if not, only the other terms need looking up. */
export const namesSuffice = ({ points: { name, location }, same }: Policy): boolean => name + location >= same
