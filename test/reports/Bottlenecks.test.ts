import { expect, test } from "vitest"
import { bottlenecks } from "../../src/reports/Bottlenecks.js"
import { ask, day, type Stood, subject } from "./history.js"

const asked = { pipeline: "submission", from: "2026-02-01", to: "2026-03-01", floor: 1 } as const

/** Some that are submitted on the first of a month and leave for something after some days. */
const batch = (month: string, days: ReadonlyArray<number>, next: (n: number) => string) =>
  days.map((after, n) =>
    subject(`sub_${month}_${String(n).padStart(3, "0")}`, [
      ["submitted", `2026-${month}-01`],
      [next(n), new Date(Date.UTC(2026, Number(month) - 1, 1) + after * day).toISOString()],
    ]),
  )

/** January: 45 of 100 went on, after 2 days each. February: 30 of 100, after 4. */
const written = {
  submission: [
    ...batch("01", Array<number>(100).fill(2), (n) => (n < 45 ? "interviewing" : "rejected")),
    ...batch("02", Array<number>(100).fill(4), (n) => (n < 30 ? "interviewing" : "rejected")),
    // Nobody decided on these: their position went away.
    ...batch("02", [3, 3], () => "closedOut").map((_, n) =>
      subject(`sub_gone${n}`, [
        ["submitted", "2026-02-01"],
        ["closedOut", "2026-02-04"],
      ]),
    ),
    // Still there, and left after the window.
    subject("sub_open", [["submitted", "2026-02-10"]]),
    subject("sub_later", [
      ["submitted", "2026-02-10"],
      ["interviewing", "2026-03-02"],
    ]),
  ],
}

test("compares each stage with its own window before, and says whether the change is more than noise", () => {
  const { earlier, policy, rows } = ask(bottlenecks, asked, written)
  // February has 28 days.
  expect(earlier).toEqual({ from: "2026-01-04T00:00:00.000Z", to: "2026-02-01T00:00:00.000Z" })
  expect(policy).toMatchObject({ correction: "Holm", level: 0.05 })
  expect(rows[0]?.left.earlier).toBe(0)
  const january = { from: "2026-01-01", to: "2026-02-01" }
  const [row, ...rest] = ask(bottlenecks, { ...asked, earlier: january }, written).rows
  expect(rest).toEqual([])
  expect(row).toMatchObject({
    stage: "submitted",
    left: { earlier: 100, now: 102 },
    undecided: { earlier: 0, now: 2 },
    conversion: { earlier: { count: 45, of: 100 }, now: { count: 30, of: 100 }, change: expect.closeTo(-0.15, 12) },
    medianMillis: { earlier: 2 * day, now: 4 * day, change: 2 * day },
  })
  // z = −2.19089, p = 0.02846; of two tests the larger p stands as it is.
  expect(row?.conversion.test).toMatchObject({
    name: "two-proportion z, pooled",
    p: expect.closeTo(0.0284597, 6),
    significant: true,
  })
  expect(row?.conversion.test?.adjusted).toBeCloseTo(0.0284597, 6)
  expect(row?.medianMillis.test?.name).toBe("Mann–Whitney U, normal with tie and continuity correction")
  expect(row?.medianMillis.test?.significant).toBe(true)
})

test("corrects across every test of the result: what one test would call real, several do not", () => {
  // A second stage of which the same holds: four tests, the two larger p of which are 0.0285.
  const twice = written.submission.map((_, n) => {
    const after = n < 100 ? "01" : "02"
    return subject(`sub_i${n}`, [
      ["interviewing", `2026-${after}-01`],
      [n < 45 || (n >= 100 && n < 130) ? "offered" : "rejected", `2026-${after}-03`],
    ])
  })
  const { rows } = ask(
    bottlenecks,
    { ...asked, earlier: { from: "2026-01-01", to: "2026-02-01" } },
    { submission: [...written.submission, ...twice.slice(0, 200)] },
  )
  expect(rows.map(({ stage }) => stage)).toEqual(["submitted", "interviewing"])
  const p = 0.0284597
  // Ordered: the times of `submitted`, then both conversions at p (times 3 and 2), then the times of `interviewing`, all the same.
  expect(rows[0]?.conversion.test?.adjusted).toBeCloseTo(3 * p, 5)
  expect(rows[0]?.conversion.test?.significant).toBe(false)
  expect(rows[1]?.conversion.test?.adjusted).toBeCloseTo(3 * p, 5)
  expect(rows[1]?.medianMillis.test?.p).toBe(1)
})

test("takes Fisher's exact test where there is little, and none where there is nothing", () => {
  const few = {
    submission: [
      ...batch("01", [1, 2, 3, 4], (n) => (n < 3 ? "interviewing" : "rejected")),
      ...batch("02", [5, 6, 7, 8], (n) => (n < 1 ? "interviewing" : "rejected")),
    ],
  }
  const earlier = { from: "2026-01-01", to: "2026-02-01" }
  const row = ask(bottlenecks, { ...asked, earlier, ids: true }, few).rows[0]
  expect(row?.conversion.test).toMatchObject({ name: "Fisher's exact", p: expect.closeTo(34 / 70, 12) })
  // Wholly apart, 4 and 4: 2 of 70 orders; doubled by Holm, being the smaller of two.
  expect(row?.medianMillis.test).toMatchObject({
    name: "Mann–Whitney U, exact",
    p: expect.closeTo(2 / 70, 12),
    adjusted: expect.closeTo(4 / 70, 12),
    significant: false,
  })
  expect(row?.ids?.on).toEqual(["sub_02_000"])
  expect(row?.ids?.earlier.off).toEqual(["sub_01_003"])
  const alone = ask(bottlenecks, asked, { submission: batch("02", [1, 2], () => "interviewing") }).rows[0]
  expect(alone).toMatchObject({
    conversion: { change: null, test: null },
    medianMillis: { earlier: null, change: null, test: null },
  })
})

test("counts a stay by its last leaving, the whole of it, and stages of one kind by the board's order", () => {
  const stood: ReadonlyArray<Stood> = [
    ["submitted", "2026-01-01"],
    ["rejected", "2026-01-11"],
    ["submitted", "2026-02-01"],
    ["interviewing", "2026-02-06"],
  ]
  const { rows } = ask(
    bottlenecks,
    { ...asked, earlier: { from: "2026-01-01", to: "2026-02-01" } },
    { submission: [subject("sub_a", stood)] },
  )
  // Restored: the rejection is not its last word, 10 and 5 days are one stay.
  expect(rows[0]).toMatchObject({
    left: { earlier: 0, now: 1 },
    conversion: { now: { count: 1, of: 1 } },
    medianMillis: { now: 15 * day },
  })
})
