import * as Schema from "effect/Schema"

/** What a match is judged by, in the order in which it is explained. */
export const terms = ["skills", "seniority", "location", "salary", "availability", "past"] as const
export type Term = (typeof terms)[number]

/** How much each term counts beside the others: whole numbers from 0 (not at all) to 1,000. */
export type Weights = { readonly [T in Term]: number }

export const defaults: Weights = { skills: 50, seniority: 10, location: 15, salary: 10, availability: 5, past: 10 }

const Weight = Schema.optional(Schema.Int.pipe(Schema.between(0, 1000)))

/** The weights that are other than the default. */
export const Changes = Schema.Struct({
  skills: Weight,
  seniority: Weight,
  location: Weight,
  salary: Weight,
  availability: Weight,
  past: Weight,
})
export type Changes = typeof Changes.Encoded

/** The default weights with changes, of which the later count. */
export const of = (...changes: ReadonlyArray<Changes | undefined>): Weights => ({
  skills: changes.findLast((one) => one?.skills !== undefined)?.skills ?? defaults.skills,
  seniority: changes.findLast((one) => one?.seniority !== undefined)?.seniority ?? defaults.seniority,
  location: changes.findLast((one) => one?.location !== undefined)?.location ?? defaults.location,
  salary: changes.findLast((one) => one?.salary !== undefined)?.salary ?? defaults.salary,
  availability: changes.findLast((one) => one?.availability !== undefined)?.availability ?? defaults.availability,
  past: changes.findLast((one) => one?.past !== undefined)?.past ?? defaults.past,
})
