import { type Asked, person } from "./People.js"

/** The words that somebody would index by hand, a column each. */
export const wordsOf = (n: number) => {
  const { email, id, location, name, phone, skills, source, tags } = person(n)
  const listed = (value: unknown) => (Array.isArray(value) ? value.join(" ") : String(value))
  return {
    id,
    stage: String(person(n).stage),
    name: String(name),
    skills: skills.join(" "),
    tags: listed(tags),
    rest: [email, phone, location, source].map(listed).join(" "),
  }
}

export const text = ({ all, any, not, stage }: Asked): string =>
  `${all} (${any[0]} OR ${any[1]}) NOT ${not} stage:${stage}`
