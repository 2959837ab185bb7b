import * as fc from "fast-check"
import { describe, expect, test } from "vitest"
import { byPoints, type Circumstances, match, most } from "../../src/matching/Match.js"
import type * as Past from "../../src/matching/Past.js"
import { profileOf, type Reading, roleOf } from "../../src/matching/Profile.js"
import { make } from "../../src/matching/Spelling.js"
import * as Weights from "../../src/matching/Weights.js"
import * as Cities from "../../src/search/Cities.js"

const reading: Reading = { spelling: make([["TypeScript", "TS"]]), locate: Cities.locate }

const nobody = {
  skills: [],
  employment: [],
  location: null,
  willingToRelocate: null,
  preferences: null,
  salaryExpectation: null,
  availableFrom: null,
} satisfies Parameters<typeof profileOf>[0]
type Somebody = Partial<Parameters<typeof profileOf>[0]>

const anything = {
  id: "pos_1",
  clientId: "client_1",
  skills: [],
  title: "Developer",
  location: null,
  salary: null,
} as const satisfies Parameters<typeof roleOf>[0]
type Wanted = Partial<Parameters<typeof roleOf>[0]>

const circumstances: Circumstances = { today: "2026-11-23", commuteKm: 100, attempts: [] }

const matched = (
  somebody: Somebody,
  wanted: Wanted,
  more: Partial<Circumstances> = {},
  weights: Weights.Weights = Weights.defaults,
) =>
  match(
    profileOf({ ...nobody, ...somebody }, reading),
    roleOf({ ...anything, ...wanted }, reading),
    { ...circumstances, ...more },
    weights,
  )

const scoreOf = (
  term: Weights.Term,
  somebody: Somebody,
  wanted: Wanted,
  more: Partial<Circumstances> = {},
): number | null => matched(somebody, wanted, more).terms.find((one) => one.term === term)?.score ?? null

const job = (title: string, current = false) => ({
  title,
  employer: null,
  location: null,
  start: null,
  end: null,
  current,
})
const eur = (amount: number) => ({ amount, currency: "EUR" })

describe("a term scores", () => {
  test.each([
    [[], ["sql"], 0],
    [["SQL"], [], null],
    [["SQL"], ["sql"], 1],
    [["ts"], ["TypeScript"], 1],
    [["TS 5y"], ["typescript 5y"], 1],
    [["TypeScript"], ["TypeScript 5y"], 0.7],
    [["TypeScript 2y"], ["TypeScript 4y"], 0.75],
    [["TypeScript 9y"], ["TypeScript 4y"], 1],
    [["SQL 3/5"], ["SQL 4/5"], 0.875],
    [["SQL 2y 4/5"], ["SQL 4y 4/5"], 0.875],
    [["SQL 1y", "sql 4y"], ["SQL 4y"], 1],
    [["SQL"], ["SQL", "Rust"], 0.5],
    [["SQL 2y"], ["SQL", "SQL 4y"], 0.75],
    [["java"], ["javascript"], 0],
    [["C++"], ["c#"], 0],
  ])("skills %j against %j: %s", (skills, wanted, score) => {
    expect(scoreOf("skills", { skills }, { skills: wanted })).toBe(score)
  })

  test.each([
    ["Senior Developer", "Senior Data Engineer", 1],
    ["Junior Developer", "Senior Developer", 0.3],
    ["Lead Developer", "Sr. Developer", 0.7],
    ["Intern", "CTO", 0],
    ["Developer", "Senior Developer", null],
    ["Senior Developer", "Developer", null],
  ])("seniority of %j for %j: %s", (title, wanted, score) => {
    expect(scoreOf("seniority", { employment: [job("Intern"), job(title, true)] }, { title: wanted })).toBe(score)
  })

  test.each([
    [{ location: "Berlin" }, "Berlin", 1, "samePlace"],
    [{ location: "berlin " }, "BERLIN", 1, "samePlace"],
    [{ location: "Bonn" }, "Cologne", 1, "near"],
    [{ location: "Berlin", willingToRelocate: false }, "Munich", 0, "far"],
    [{ location: "Berlin", willingToRelocate: true }, "Munich", 0.7, "relocates"],
    [{ location: "Berlin" }, "Munich", 0.2, "far"],
    [{ location: "Berlin" }, "Remote", 1, "remote"],
    [{ preferences: { workplaces: ["onsite"], engagements: [], note: null } }, "Remote, EU", 0.5, "notRemote"],
    [
      { location: "Berlin", preferences: { workplaces: ["remote"], engagements: [], note: null } },
      "Berlin",
      0.2,
      "notRemote",
    ],
    [{ location: "Nowhere" }, "Elsewhere", null, "unknown"],
    [{ location: null }, "Berlin", null, "unknown"],
    [{ location: "Berlin" }, null, null, "unknown"],
  ] as const)("location %j for %j: %s", (somebody, location, score, how) => {
    const { terms } = matched(somebody, { location })
    expect(terms.find(({ term }) => term === "location")).toMatchObject({ score, because: { how } })
  })

  test.each([
    [eur(90), { min: 100, max: 200, currency: "EUR" }, 1],
    [eur(200), { min: 100, max: 200, currency: "EUR" }, 1],
    [eur(225), { min: 100, max: 200, currency: "EUR" }, 0.5],
    [eur(250), { min: 100, max: 200, currency: "EUR" }, 0],
    [eur(9_000_000_000_000_000), { min: 0, max: 0, currency: "EUR" }, 0],
    [eur(100), { min: 100, max: 200, currency: "USD" }, null],
    [null, { min: 100, max: 200, currency: "USD" }, null],
    [eur(100), null, null],
  ])("salary %j in %j: %s", (salaryExpectation, salary, score) => {
    expect(scoreOf("salary", { salaryExpectation }, { salary })).toBe(score)
  })

  test.each([
    ["2020-01-01", 1],
    ["2026-12-07", 1],
    ["2027-02-28", 0.5],
    ["2027-06-01", 0],
    [null, null],
  ])("availability from %j: %s", (availableFrom, score) => {
    expect(scoreOf("availability", { availableFrom }, {})).toBe(score)
  })
})

describe("the past", () => {
  const attempt = (outcome: Past.Outcome, more: Partial<Past.Attempt> = {}): Past.Attempt => ({
    submissionId: "sub_1",
    positionId: "pos_2",
    clientId: "client_1",
    outcome,
    at: "2026-01-01T00:00:00.000Z",
    ...more,
  })

  test("is unknown with another client only", () => {
    expect(scoreOf("past", {}, {}, { attempts: [attempt("placed", { clientId: "client_2" })] })).toBeNull()
  })

  test("counts the last attempt with the client, and before it the last on the position", () => {
    const fellOff = attempt("fellOff")
    const later = attempt("placed", { submissionId: "sub_2", at: "2026-02-01T00:00:00.000Z" })
    const here = attempt("withdrawn", { submissionId: "sub_3", positionId: "pos_1", at: "2025-02-01T00:00:00.000Z" })
    expect(scoreOf("past", {}, {}, { attempts: [fellOff] })).toBe(0)
    expect(scoreOf("past", {}, {}, { attempts: [later, fellOff] })).toBe(1)
    expect(scoreOf("past", {}, {}, { attempts: [later, fellOff, here] })).toBe(0.4)
    const rejected = attempt("rejectedByClient")
    expect(scoreOf("past", {}, {}, { attempts: [rejected] })).toBe(0.2)
    expect(scoreOf("past", {}, {}, { attempts: [{ ...rejected, positionId: "pos_1" }] })).toBe(0)
  })
})

const skill = fc
  .tuple(
    fc.constantFrom("SQL", "TS", "typescript", "Rust", "C++"),
    fc.constantFrom("", " 1y", " 4y", " 2/5", " 5/5", " 3y 3/5"),
  )
  .map(([name, rest]) => name + rest)
const place = fc.constantFrom(null, "Berlin", "Munich", "Bonn", "Cologne", "Remote", "Nowhere")
const somebody: fc.Arbitrary<Somebody> = fc.record({
  skills: fc.array(skill, { maxLength: 5 }),
  employment: fc.array(
    fc.constantFrom("Senior Developer", "Head of Sales", "Baker").map((one) => job(one)),
    {
      maxLength: 2,
    },
  ),
  location: place,
  willingToRelocate: fc.constantFrom(null, true, false),
  preferences: fc.option(
    fc.record({
      workplaces: fc.subarray(["onsite", "hybrid", "remote"] as const),
      engagements: fc.constant([]),
      note: fc.constant(null),
    }),
    { nil: null },
  ),
  salaryExpectation: fc.option(fc.integer({ min: 0, max: 300 }).map(eur), { nil: null }),
  availableFrom: fc.constantFrom(null, "2026-11-01", "2027-02-01"),
})
const wanted: fc.Arbitrary<Wanted> = fc.record({
  skills: fc.array(skill, { maxLength: 5 }),
  title: fc.constantFrom("Senior Developer", "Developer"),
  location: place,
  salary: fc.option(fc.constant({ min: 100, max: 200, currency: "EUR" }), { nil: null }),
})
const weights: fc.Arbitrary<Weights.Weights> = fc.record({
  skills: fc.nat(1000),
  seniority: fc.nat(1000),
  location: fc.nat(1000),
  salary: fc.nat(1000),
  availability: fc.nat(1000),
  past: fc.nat(1000),
})

describe("a match", () => {
  test("is the sum of its terms' points, whole and from 0 to 1,000, and what is not known has none", () => {
    let between = 0
    fc.assert(
      fc.property(somebody, wanted, weights, (one, other, counting) => {
        const { known, points, terms } = matched(one, other, {}, counting)
        const whole = terms.reduce((sum, { weight }) => sum + weight, 0)
        const told = terms.reduce((sum, { score, weight }) => (score === null ? sum : sum + weight), 0)
        expect(known).toBe(whole === 0 ? 0 : Math.floor((1000 * told) / whole))
        expect(terms.reduce((sum, term) => sum + term.points, 0)).toBe(points)
        expect(terms.map(({ term }) => term)).toEqual(Weights.terms)
        expect(points).toBeGreaterThanOrEqual(0)
        expect(points).toBeLessThanOrEqual(1000)
        for (const term of terms) if (term.score === null || term.weight === 0) expect(term.points).toBe(0)
        if (points > 0 && points < 1000) between++
      }),
      { seed: 7, numRuns: 500 },
    )
    expect(between).toBeGreaterThan(200)
  })

  test("never falls when the candidate learns a skill", () => {
    let rose = 0
    fc.assert(
      fc.property(somebody, wanted, weights, skill, (one, other, counting, learned) => {
        const before = matched(one, other, {}, counting).points
        const after = matched({ ...one, skills: [...(one.skills ?? []), learned] }, other, {}, counting).points
        expect(after).toBeGreaterThanOrEqual(before)
        if (after > before) rose++
      }),
      { seed: 7, numRuns: 500 },
    )
    expect(rose).toBeGreaterThan(50)
  })

  test("has no more points than the most that is possible with so many shared skills, and sometimes as many", () => {
    let reached = 0
    const past = fc.constantFrom<ReadonlyArray<Past.Attempt>>(
      [],
      [
        {
          submissionId: "sub_1",
          positionId: "pos_2",
          clientId: "client_1",
          outcome: "placed",
          at: "2026-01-01T00:00:00.000Z",
        },
      ],
    )
    fc.assert(
      fc.property(somebody, wanted, weights, past, fc.nat(2), (one, other, counting, attempts, more) => {
        const role = roleOf({ ...anything, ...other }, reading)
        const { points, terms } = matched(one, other, { attempts }, counting)
        const [skills] = terms
        const shared = skills?.term === "skills" ? skills.because.shared : 0
        expect(points).toBeLessThanOrEqual(most(role, Math.min(shared + more, role.skills.length), counting))
        if (shared < role.skills.length && points === most(role, shared, counting)) reached++
      }),
      { seed: 7, numRuns: 1000 },
    )
    expect(reached).toBeGreaterThan(2)
  })

  test("does not depend on the order of skills", () => {
    fc.assert(
      fc.property(somebody, wanted, (one, other) => {
        const turned = { ...one, skills: [...(one.skills ?? [])].reverse() }
        expect(matched(turned, { ...other, skills: [...(other.skills ?? [])].reverse() }).points).toBe(
          matched(one, other).points,
        )
      }),
      { seed: 7, numRuns: 300 },
    )
  })

  test("ranks in one order, whatever order it is given", () => {
    const ranked = fc
      .array(fc.tuple(fc.nat(3), fc.nat(1), fc.nat(50)), { maxLength: 20 })
      .map((all) => all.map(([points, known, n]) => ({ points, known, record: { id: `cand_${n}` } })))
    fc.assert(
      fc.property(ranked, (all) => {
        expect(all.toReversed().sort(byPoints)).toEqual(all.toSorted(byPoints))
      }),
      { seed: 7, numRuns: 200 },
    )
    const tied = ["b", "c", "a", "d"].map((id) => ({
      points: id === "c" ? 2 : 1,
      known: id === "d" ? 500 : 0,
      record: { id },
    }))
    expect(tied.sort(byPoints).map(({ record }) => record.id)).toEqual(["c", "d", "a", "b"])
  })

  test("sees nothing of a candidate but what it lists: everything else can change and no score does", () => {
    const record = (one: Somebody, other: object) =>
      profileOf({ ...nobody, ...one, ...other } as Parameters<typeof profileOf>[0], reading)
    const fields = fc.record({
      name: fc.string(),
      email: fc.option(fc.string()),
      phone: fc.option(fc.string()),
      links: fc.array(fc.string()),
      tags: fc.array(fc.string()),
      source: fc.option(fc.string()),
      owner: fc.option(fc.string()),
      education: fc.array(
        fc.record({ institution: fc.string(), degree: fc.string(), field: fc.string(), start: fc.constant("1961") }),
      ),
      languages: fc.array(fc.record({ language: fc.constant("de"), level: fc.constantFrom("native", "A1") })),
      customFields: fc.record({
        age: fc.nat(99),
        birthDate: fc.constant("1961-05-01"),
        photo: fc.string(),
        gender: fc.constantFrom("f", "m", "x"),
        ethnicity: fc.string(),
        disability: fc.boolean(),
        veteran: fc.boolean(),
      }),
      screenedAt: fc.option(fc.constant("2026-01-01T00:00:00.000Z")),
      createdAt: fc.constant("2026-01-01T00:00:00.000Z"),
    })
    fc.assert(
      fc.property(somebody, fields, (one, other) => {
        expect(record(one, other)).toEqual(record(one, {}))
      }),
      { seed: 7, numRuns: 200 },
    )
    const years = (start: string, end: string | null): Somebody => ({
      employment: [{ ...job("Senior Developer"), employer: "A", location: "B", start, end }],
    })
    expect(record(years("1979", "1999"), {})).toEqual(record(years("2024", null), {}))
    const profile: { readonly [F in keyof ReturnType<typeof profileOf>]: true } = {
      skills: true,
      rank: true,
      whereabouts: true,
      willingToRelocate: true,
      workplaces: true,
      salaryExpectation: true,
      availableFrom: true,
    }
    expect(Object.keys(record({}, {})).sort()).toEqual(Object.keys(profile).sort())
  })
})
