import type { Candidate } from "../domain/candidate/Candidate.js"
import type { PlainDate } from "../domain/Field.js"
import type { Money, Range } from "../domain/Money.js"
import type { Position } from "../domain/position/Position.js"
import type { Skill } from "../domain/Searched.js"
import { type Locate, skillOf } from "../search/Document.js"
import * as Location from "./Location.js"
import * as Seniority from "./Seniority.js"
import type { Spelling } from "./Spelling.js"

/** How texts are understood. */
export interface Reading {
  readonly spelling: Spelling
  readonly locate: Locate
}

/** All that matching ever sees of a candidate. What is not here can change no score. */
export interface Profile extends Location.Wish {
  readonly skills: ReadonlyArray<Skill>
  readonly rank: Seniority.Rank | null
  readonly salaryExpectation: Money | null
  readonly availableFrom: PlainDate | null
}

/** All that matching ever sees of a position. */
export interface Role {
  readonly id: string
  readonly clientId: string
  readonly skills: ReadonlyArray<Skill>
  readonly rank: Seniority.Rank | null
  readonly whereabouts: Location.Whereabouts
  readonly salary: Range | null
}

const skillsOf = (texts: ReadonlyArray<string>, { canonical }: Spelling): ReadonlyArray<Skill> =>
  texts.map((text) => {
    const { level, name, years } = skillOf(text)
    return { name: canonical(name), years, level }
  })

/** A position that names a skill twice asks for it once, for the most that it says. */
const once = (skills: ReadonlyArray<Skill>): ReadonlyArray<Skill> => {
  const byName = new Map<string, Skill>()
  const most = (a: number | null, b: number | null) => (a === null ? b : b === null ? a : Math.max(a, b))
  for (const { level, name, years } of skills) {
    const known = byName.get(name)
    if (name === "") continue
    byName.set(name, { name, years: most(years, known?.years ?? null), level: most(level, known?.level ?? null) })
  }
  return [...byName.values()]
}

/** The fields of a candidate that are looked at, and of employment only the newest title. */
type Seen = Pick<
  Candidate,
  "skills" | "employment" | "location" | "willingToRelocate" | "preferences" | "salaryExpectation" | "availableFrom"
>

export const profileOf = (candidate: Seen, { locate, spelling }: Reading): Profile => ({
  skills: skillsOf(candidate.skills, spelling),
  rank: Seniority.rankOf(
    (candidate.employment.find(({ current }) => current) ?? candidate.employment[0])?.title ?? null,
  ),
  whereabouts: Location.whereabouts(candidate.location, locate),
  willingToRelocate: candidate.willingToRelocate,
  workplaces: candidate.preferences?.workplaces ?? [],
  salaryExpectation: candidate.salaryExpectation,
  availableFrom: candidate.availableFrom,
})

export const roleOf = (
  position: Pick<Position, "id" | "clientId" | "skills" | "title" | "location" | "salary">,
  { locate, spelling }: Reading,
): Role => ({
  id: position.id,
  clientId: position.clientId,
  skills: once(skillsOf(position.skills, spelling)),
  rank: Seniority.rankOf(position.title),
  whereabouts: Location.whereabouts(position.location, locate),
  salary: position.salary,
})
