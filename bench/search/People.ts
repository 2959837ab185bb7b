import type { Row } from "../../src/ports/Storage.js"
import { type Chance, chance, one } from "./Chance.js"
import * as Words from "./Words.js"

/** Of twenty people, how many stand where. */
const stages = [
  ...Array<string>(10).fill("new"),
  ...Array<string>(2).fill("screening"),
  ...Array<string>(3).fill("screened"),
  "ready",
  ...Array<string>(4).fill("inactive"),
]

/** A skill: the usual ones are much more so. */
export const skill = (random: Chance): string =>
  Words.skills[Math.floor(Words.skills.length * random() ** 2.2)] ?? "sql"

/** When everything was written. */
export const at = "2026-11-23T12:00:00.000Z"

/** What was written down about somebody after a call: prose in which skills are named, their own or not. */
const noteOf = (random: Chance): string => {
  const from = Math.floor(random() * Words.prose.length)
  const length = 12 + Math.floor(random() * 20)
  const words = Array.from({ length }, (_, n) => Words.prose[(from + n) % Words.prose.length] ?? "")
  const named = 1 + Math.floor(random() * 4)
  for (let n = 0; n < named; n++) words[Math.floor(random() * length)] = skill(random)
  return words.join(" ")
}

export interface Person {
  readonly record: Row & { readonly id: string; readonly name: string; readonly stage: string }
  readonly skills: ReadonlyArray<string>
  readonly tags: ReadonlyArray<string>
  /** What else is found by its words. */
  readonly rest: ReadonlyArray<string>
  /** Two of five have one. */
  readonly note: string | null
}

/**
 * The n-th of a row of people. Words for skills stand everywhere: in names (Ruby Swift), in skills, in tags, in notes and
 * in links, so that what a search finds first depends on where.
 */
export const person = (n: number): Person => {
  const random = chance(n + 1)
  const first = one(random() < 0.03 ? Words.namesakes.first : Words.firstNames, random)
  const last = one(random() < 0.03 ? Words.namesakes.last : Words.lastNames, random)
  const name = `${first} ${last}`
  const kind = one(stages, random)
  const chosen = new Set<string>()
  const count = 3 + Math.floor(random() * 6)
  while (chosen.size < count) chosen.add(random() < 0.01 ? one(Words.rare, random) : skill(random))
  const skills = [...chosen]
  const tags = [
    ...(random() < 0.2 ? [one(Words.tags, random)] : []),
    ...(random() < 0.1 ? [`${skill(random)} expert`] : []),
  ]
  const links = random() < 0.1 ? [`https://example.com/${skill(random)}/${n}`] : []
  const email = `${first}.${last}.${n}@example.com`.toLowerCase()
  const phone = `+43 1 ${n}`
  const location = one(Words.cities, random)
  const source = one(Words.sources, random)
  const record = {
    id: `cand_${String(n).padStart(9, "0")}`,
    version: 1,
    createdAt: at,
    createdBy: "maya",
    updatedAt: at,
    updatedBy: "maya",
    kind,
    stage: kind,
    stageSince: at,
    name,
    email,
    phone,
    location,
    willingToRelocate: random() < 0.3,
    skills,
    tags,
    links,
    salaryExpectation: { amount: 4_000_000 + Math.floor(random() * 900) * 10_000, currency: "EUR" },
    availableFrom: null,
    employment: [],
    education: [],
    languages: [],
    preferences: null,
    source,
    owner: one(["maya", "theo"], random),
    customFields: {},
    screenedAt: kind === "screened" || kind === "ready" ? at : null,
    readyUntil: null,
    leftStage: kind === "inactive" ? "new" : null,
    reason: null,
  }
  const note = random() < 0.4 ? noteOf(random) : null
  return { record, skills, tags, rest: [email, phone, location, source, ...links], note }
}
