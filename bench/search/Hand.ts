import type { Person } from "./People.js"

/** The words that somebody would index by hand, a column for each level, the best first. */
export const columns = ["name", "skills", "tags", "notes", "rest"] as const

export type Words = { readonly [C in (typeof columns)[number]]: string } & {
  readonly id: string
  readonly stage: string
}

export const wordsOf = ({ note, record, rest, skills, tags }: Person): Words => ({
  id: record.id,
  stage: record.stage,
  name: record.name,
  skills: skills.join(" "),
  tags: tags.join(" "),
  notes: note ?? "",
  rest: rest.join(" "),
})
