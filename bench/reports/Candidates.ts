import * as Agency from "./Agency.js"
import type { Random } from "./Random.js"
import { type Made, made, type Stop, type Writer } from "./Writing.js"

const { day } = Agency
const skills = ["sql", "typescript", "java", "python", "sales", "design", "devops", "finance"]

/** Writes the people: most are screened and ready within days, some left long ago. */
export const write = (writer: Writer, entered: Float64Array, random: Random): ReadonlyArray<Made> =>
  Array.from(entered, (start, place): Made => {
    const owner = random.pick(Agency.recruiters)
    const stops: Array<Stop> = []
    let at = start
    const stand = (kind: string, days: number, reason: string | null = null) => {
      stops.push({ kind, at, actor: random.chance(0.8) ? owner : random.pick(Agency.recruiters), reason })
      at += random.wait(days * day)
    }
    stand("new", 2)
    if (random.chance(0.85)) {
      if (random.chance(0.3)) stand("screening", 1)
      stand("screened", 2)
      if (random.chance(0.85)) {
        stand("ready", 500)
        if (random.chance(0.05)) {
          stand("screened", 10)
          stand("ready", 400)
        }
      }
      if (random.chance(0.25)) stand("inactive", 1, "no longer looking")
    } else if (random.chance(0.5)) stand("inactive", 1, "unreachable")
    const one = made("cand", start, random)
    const come = stops.filter(({ at: when }) => when < Agency.end)
    const last = come.at(-1)
    writer.subject("candidate", one, stops, {
      name: `Candidate ${place}`,
      email: `candidate${place}@example.com`,
      location: "Lisbon",
      skills: JSON.stringify([random.pick(skills), random.pick(skills)]),
      tags: random.chance(0.1) ? '["senior"]' : "[]",
      source: random.chance(0.05) ? null : random.pick(Agency.sources),
      owner,
      customFields: "{}",
      screenedAt: come.find(({ kind }) => kind === "screened")?.at ?? null,
      leftStage: last?.kind === "inactive" ? (come.at(-2)?.kind ?? null) : null,
      reason: last?.reason ?? null,
    })
    return one
  })
