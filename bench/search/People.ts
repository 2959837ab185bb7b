import type { ChangeSet } from "../../src/domain/ChangeSet.js"
import type { Row } from "../../src/ports/Storage.js"
import * as Indexed from "../../src/search/Indexed.js"

const firstNames =
  "Ada Bo Eve Ines Jonas Kofi Lena Maya Noor Omar Priya Quinn Rosa Sven Tara Uma Viktor Wen Yara Zoe".split(" ")
const lastNames =
  "Park Ruiz Novak Weber Silva Okafor Tanaka Haas Moreau Costa Lind Kaya Mehta Braun Rossi Walsh Petrov Nguyen".split(
    " ",
  )
const cities =
  "Lisbon Porto Denver Boulder Berlin Vienna Linz Madrid Paris Dublin Oslo Warsaw Prague Rome Turin Leeds".split(" ")
const sources = ["job board", "referral", "linkedin", "careers page", "import"]
const tags = ["vip", "remote first", "silver medalist", "relocating"]
const stages = ["new", "new", "new", "screening", "screened", "ready", "ready", "inactive"]

/** Skills from the most usual to the rarest. */
export const skills = (
  "sql python java javascript typescript react excel aws docker git linux html css kubernetes azure postgres mysql php " +
  "spring django flask angular vue terraform ansible jenkins scala kotlin swift golang rust ruby rails perl hadoop spark " +
  "kafka redis mongodb oracle sap salesforce tableau looker snowflake airflow pandas numpy pytorch tensorflow figma sketch " +
  "photoshop illustrator blender autocad solidworks matlab fortran cobol haskell erlang elixir clojure ocaml prolog"
).split(" ")

/** Numbers from 0 to 1, the same ones every time. */
export const chance = (seed: number): (() => number) => {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

const one = <A>(list: ReadonlyArray<A>, random: () => number): A => {
  const found = list[Math.floor(random() * list.length)]
  if (found === undefined) throw new RangeError("the list is empty")
  return found
}

/** A skill: the usual ones are much more so. */
const skill = (random: () => number): string => skills[Math.floor(skills.length * random() ** 2.2)] ?? "sql"

const at = "2026-11-23T12:00:00.000Z"

/** The n-th candidate of a row of people, as it is kept. */
export const person = (n: number): Row & { readonly id: string; readonly skills: ReadonlyArray<string> } => {
  const random = chance(n + 1)
  const name = `${one(firstNames, random)} ${one(lastNames, random)}`
  const kind = one(stages, random)
  const chosen = new Set<string>()
  const count = 3 + Math.floor(random() * 6)
  while (chosen.size < count) chosen.add(skill(random))
  return {
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
    email: `${name.toLowerCase().replace(" ", ".")}.${n}@example.com`,
    phone: `+43 1 ${n}`,
    location: one(cities, random),
    willingToRelocate: random() < 0.3,
    skills: [...chosen],
    tags: random() < 0.2 ? [one(tags, random)] : [],
    links: [],
    salaryExpectation: { amount: 4_000_000 + Math.floor(random() * 900) * 10_000, currency: "EUR" },
    availableFrom: null,
    employment: [],
    education: [],
    languages: [],
    preferences: null,
    source: one(sources, random),
    owner: one(["maya", "theo"], random),
    customFields: {},
    screenedAt: kind === "screened" || kind === "ready" ? at : null,
    readyUntil: null,
    leftStage: kind === "inactive" ? "new" : null,
    reason: null,
  }
}

const empty = { entries: [], visitsClosed: [], visitsOpened: [], visitsRewritten: [], linksAdded: [], linksRemoved: [] }

/** A commit of some of the people with what searches find of them, and nothing else. */
export const commitOf = (workspace: string, from: number, to: number): ChangeSet => {
  const records = Array.from({ length: to - from }, (_, n) => {
    const record = person(from + n)
    return { noun: "candidate" as const, id: record.id, expects: 0, record }
  })
  const changes = {
    ...empty,
    workspace,
    recordedAt: at,
    records,
    keysDropped: [],
    keysAdded: [],
    aliasesAdded: [],
    aliasesRemoved: [],
    blobs: [],
    erasure: null,
    searched: [],
    idempotency: null,
  }
  return { ...changes, searched: Indexed.of(changes, { locate: () => null, textOf: () => "" }) }
}

export interface Asked {
  readonly all: string
  readonly any: readonly [string, string]
  readonly not: string
  readonly stage: string
}

/** Three-term queries with a filter: usual words and rare ones. */
export const asked = (count: number): ReadonlyArray<Asked> => {
  const random = chance(7)
  return Array.from({ length: count }, () => {
    const four = new Set<string>()
    while (four.size < 4) four.add(skill(random))
    const [all = "", first = "", second = "", not = ""] = four
    return { all, any: [first, second], not, stage: one(["ready", "new", "screened"], random) }
  })
}
