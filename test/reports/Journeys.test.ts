import * as fc from "fast-check"
import { expect, test } from "vitest"
import * as Journeys from "../../src/reports/Journeys.js"

const stages = ["shortlisted", "submitted", "Onsite", "Phone"]

/** A subject with the visits at these stages, and texts that others may have as well. */
const subject = (n: number, [name, places]: readonly [string, ReadonlyArray<string>]): Journeys.Subject => {
  const id = `sub_${String(n).padStart(4, "0")}`
  const visits = places.map((stage, index) => ({
    id: `entry_${n}_${index}` as const,
    pipeline: "submission" as const,
    subjectId: id,
    kind: index % 2 === 0 ? "shortlisted" : "submitted",
    stage,
    enteredAt: new Date(n * 1000 + index).toISOString(),
    leftAt: null,
    leftFor: null,
    actor: name,
    reason: null,
    party: null,
  }))
  return { id, visits, facts: { id, owner: name === "" ? null : name, attempt: n % 7 === 0 ? null : n } }
}

const columns = [
  { name: "id", shape: "text" },
  { name: "owner", shape: "text" },
  { name: "attempt", shape: "number" },
] as const

const of = (subjects: ReadonlyArray<Journeys.Subject>) => Journeys.of("submission", columns, ["actor"], subjects)

/** What is in the columns, subject by subject. */
const told = (journeys: Journeys.Journeys) =>
  Array.from({ length: journeys.size }, (_, i) => ({
    id: Journeys.at(Journeys.text(journeys, "id"), i),
    owner: Journeys.at(Journeys.text(journeys, "owner"), i),
    attempt: Journeys.number(journeys, "attempt")[i],
    visits: Array.from(journeys.entered.subarray(journeys.first[i], journeys.first[i + 1]), (entered, visit) => {
      const at = (journeys.first[i] ?? 0) + visit
      const actor = Journeys.at(Journeys.saying(journeys, "actor"), at)
      return { entered, kind: journeys.kind[at], stage: Journeys.at(journeys.stage, at), actor }
    }),
  }))

const story = fc.tuple(
  fc.constantFrom("", "maya", "eve", ...Array.from({ length: 40 }, (_, n) => `recruiter ${n}`)),
  fc.array(fc.constantFrom(...stages), { minLength: 1, maxLength: 4 }),
)
const many = fc.array(story, { minLength: 30, maxLength: 60 })
const few = fc.array(story, { minLength: 1, maxLength: 3 })

test("a few subjects laid over many say what both say, and each text has one code", () => {
  fc.assert(
    fc.property(many, few, (under, over) => {
      const [a, b] = [of(under.map((one, n) => subject(n, one))), of(over.map((one, n) => subject(1000 + n, one)))]
      for (const all of [Journeys.lay(a, b), Journeys.concat("submission", [b, a])]) {
        expect(told(all)).toEqual(all.ordered === a.size ? [...told(a), ...told(b)] : [...told(b), ...told(a)])
        for (const { codes, values } of [...Object.values(all.texts), ...Object.values(all.said), all.stage]) {
          expect(new Set(values).size).toBe(values.length)
          expect(codes.every((code) => code >= -1 && code < values.length)).toBe(true)
        }
      }
    }),
    { numRuns: 200, seed: 2026 },
  )
})

test("some of the subjects say what they said among all", () => {
  fc.assert(
    fc.property(many, fc.nat(), (all, step) => {
      const whole = of(all.map((one, n) => subject(n, one)))
      const chosen = Int32Array.from(all.keys()).filter((n) => n % (1 + (step % 5)) === 0)
      expect(told(Journeys.select(whole, chosen))).toEqual(told(whole).filter((_, n) => chosen.includes(n)))
    }),
    { numRuns: 100, seed: 2026 },
  )
})
