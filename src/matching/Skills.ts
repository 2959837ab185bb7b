import type { Skill } from "../domain/Searched.js"
import type { Scored } from "./Scored.js"

/** One skill that the position asks for, and what the candidate has of it. */
export interface Wanted {
  readonly skill: string
  readonly years: number | null
  readonly level: number | null
  /** Null where the candidate does not have it. */
  readonly has: { readonly years: number | null; readonly level: number | null } | null
  /** 0 to 1. */
  readonly score: number
}

export interface Because {
  readonly wanted: ReadonlyArray<Wanted>
  readonly shared: number
}

/** Of a skill that is there, when its years or level are asked for and not known. */
const unsaid = 700

/** Half for having it, the other half as far as the years or the level reach. */
const reached = (asked: number | null, has: number | null): number =>
  asked === null || asked === 0 ? 1000 : has === null ? unsaid : 500 + Math.floor((500 * Math.min(has, asked)) / asked)

const one = (wanted: Skill, has: Skill): number => {
  const parts = [
    wanted.years === null ? [] : reached(wanted.years, has.years),
    wanted.level === null ? [] : reached(wanted.level, has.level),
  ].flat()
  return parts.length === 0 ? 1000 : Math.floor(parts.reduce((sum, part) => sum + part, 0) / parts.length)
}

/** How many of the position's skills the candidate has, and how well; each counts the same. */
export const score = (candidate: ReadonlyArray<Skill>, position: ReadonlyArray<Skill>): Scored<Because> => {
  const byName = new Map<string, Array<Skill>>()
  for (const skill of candidate) {
    const same = byName.get(skill.name)
    if (same === undefined) byName.set(skill.name, [skill])
    else same.push(skill)
  }
  const rated = position.map((wanted) => {
    const { level, name: skill, years } = wanted
    const best = (byName.get(skill) ?? [])
      .map((has) => ({ has, thousandths: one(wanted, has) }))
      .reduce<{ readonly has: Skill; readonly thousandths: number } | null>(
        (most, next) => (most === null || next.thousandths > most.thousandths ? next : most),
        null,
      )
    const has = best === null ? null : { years: best.has.years, level: best.has.level }
    return {
      thousandths: best?.thousandths ?? 0,
      wanted: { skill, years, level, has, score: (best?.thousandths ?? 0) / 1000 },
    }
  })
  const sum = rated.reduce((total, { thousandths }) => total + thousandths, 0)
  const wanted = rated.map((each) => each.wanted)
  return {
    thousandths: rated.length === 0 ? null : Math.floor(sum / rated.length),
    because: { wanted, shared: wanted.filter(({ has }) => has !== null).length },
  }
}
