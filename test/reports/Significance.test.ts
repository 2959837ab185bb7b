import * as fc from "fast-check"
import { describe, expect, test } from "vitest"
import * as Significance from "../../src/reports/Significance.js"

describe("the complementary error function", () => {
  // Values from Abramowitz and Stegun, table 7.1, and from tables of erfc for larger arguments.
  test.each([
    [0, 1],
    [0.5, 0.4795001221869535],
    [1, 0.15729920705028513],
    [2, 0.004677734981047266],
    [2.5, 0.000406952017444959],
    [3, 0.000022090496998585441],
    [5, 1.5374597944280349e-12],
    [10, 2.088487583762545e-45],
    [-1, 1.8427007929497148],
  ])("of %d", (x, value) => {
    expect(Math.abs(Significance.erfc(x) / value - 1)).toBeLessThan(1e-12)
  })

  test("falls, and both sides add up to 2", () => {
    fc.assert(
      fc.property(fc.double({ min: -6, max: 6, noNaN: true }), (x) => {
        expect(Significance.erfc(x) + Significance.erfc(-x)).toBeCloseTo(2, 12)
        expect(Significance.erfc(x)).toBeGreaterThanOrEqual(Significance.erfc(x + 0.01))
      }),
    )
  })

  test("gives the normal quantiles of every statistics book", () => {
    expect(Significance.twoSided(1.959963984540054)).toBeCloseTo(0.05, 12)
    expect(Significance.twoSided(-2.5758293035489004)).toBeCloseTo(0.01, 12)
    expect(Significance.twoSided(0)).toBe(1)
  })
})

describe("two shares", () => {
  test("are compared by the pooled z where every expected count is 5 or more", () => {
    // 45 of 100 against 30 of 100: pooled 0.375, z = 0.15 / sqrt(0.375 · 0.625 · 0.02) = 2.19089.
    const result = Significance.proportions({ count: 45, of: 100 }, { count: 30, of: 100 })
    expect(result?.name).toBe("two-proportion z, pooled")
    expect(result?.statistic).toBeCloseTo(2.190890230020664, 12)
    expect(result?.p).toBeCloseTo(0.0284597, 6)
  })

  test("are compared exactly where one is below 5", () => {
    // Fisher's tea: 3 of 4 against 1 of 4: (1 + 16 + 16 + 1) / 70.
    const tea = Significance.proportions({ count: 3, of: 4 }, { count: 1, of: 4 })
    expect(tea).toEqual({ name: "Fisher's exact", statistic: null, p: expect.closeTo(34 / 70, 12) })
    // 1 of 11 against 9 of 12: of C(23, 10) = 1 144 066 tables, 66 + 2 420 below and 660 + 11 above are no likelier.
    expect(Significance.proportions({ count: 1, of: 11 }, { count: 9, of: 12 })?.p).toBeCloseTo(3157 / 1_144_066, 12)
    // 0 of 5 against 5 of 5: 2 of the 252 tables.
    expect(Significance.proportions({ count: 0, of: 5 }, { count: 5, of: 5 })?.p).toBeCloseTo(2 / 252, 12)
  })

  test("of nothing are not compared, all of both differ in nothing", () => {
    expect(Significance.proportions({ count: 0, of: 0 }, { count: 1, of: 2 })).toBeNull()
    expect(Significance.proportions({ count: 7, of: 7 }, { count: 900, of: 900 })?.p).toBe(1)
    expect(Significance.proportions({ count: 0, of: 7 }, { count: 0, of: 1_000_000 })?.p).toBe(1)
  })

  test("compare the same either way round, by a p from 0 to 1, however large", () => {
    const share = fc
      .tuple(fc.integer({ min: 1, max: 3000 }), fc.double({ min: 0, max: 1, noNaN: true }))
      .map(([of, part]) => ({ of, count: Math.round(of * part) }))
    fc.assert(
      fc.property(share, share, (a, b) => {
        const there = Significance.proportions(a, b)?.p ?? Number.NaN
        expect(there).toBeGreaterThanOrEqual(0)
        expect(there).toBeLessThanOrEqual(1)
        expect(Significance.proportions(b, a)?.p).toBeCloseTo(there, 9)
      }),
    )
  })
})

describe("two samples", () => {
  const p = (a: ReadonlyArray<number>, b: ReadonlyArray<number>) => Significance.ranks(a, b)

  test("are compared by counting where they are small and without ties", () => {
    // The tables of critical values: of 5 and 5, U = 2 is the last below 0.05; 4 of 252 orders are as low, doubled 8.
    expect(p([1, 2, 3, 4, 7], [5, 6, 8, 9, 10])).toEqual({
      name: "Mann–Whitney U, exact",
      statistic: 2,
      p: expect.closeTo(8 / 252, 12),
    })
    // U = 3 is not: 7 orders, doubled 14.
    expect(p([1, 2, 3, 5, 7], [4, 6, 8, 9, 10])?.p).toBeCloseTo(14 / 252, 12)
    // 3 and 3 wholly apart: 1 of 20 orders, doubled.
    expect(p([1, 2, 3], [4, 5, 6])?.p).toBeCloseTo(0.1, 12)
  })

  test("have the published critical values", () => {
    // Two-sided 0.05 of n = m = 4: 0; 6: 5; 8: 13; 10: 23; 15: 64; 20: 127 (the standard table).
    const withU = (n: number, u: number): number => {
      // The first sample lies below all of the second but for `u` exchanges.
      const order: Array<"a" | "b"> = []
      let left = u
      const ups = Array.from({ length: n }, () => 0)
      for (let i = n - 1; i >= 0 && left > 0; i--) {
        ups[i] = Math.min(left, n)
        left -= ups[i] ?? 0
      }
      let b = 0
      for (let i = 0; i < n; i++) {
        while (b < (ups[i] ?? 0)) {
          order.push("b")
          b++
        }
        order.push("a")
      }
      while (b++ < n) order.push("b")
      const of = (which: "a" | "b") => order.flatMap((one, rank) => (one === which ? [rank] : []))
      const result = Significance.ranks(of("a"), of("b"))
      expect(result?.statistic).toBe(u)
      return result?.p ?? Number.NaN
    }
    for (const [n, critical] of [
      [4, 0],
      [6, 5],
      [8, 13],
      [10, 23],
      [15, 64],
      [20, 127],
    ] as const) {
      expect(withU(n, critical), `${n} at ${critical}`).toBeLessThanOrEqual(0.05)
      expect(withU(n, critical + 1), `${n} above ${critical}`).toBeGreaterThan(0.05)
    }
  })

  test("are corrected for ties", () => {
    // Ranks of the first: 1, 2.5, 4.5, 4.5, so U = 12.5 − 10. Three ties of two, 6 each: variance 16/12 · (9 − 18/56)
    // = 11.571, z = (5.5 − 0.5) / 3.4017 = 1.4699.
    const result = p([1, 2, 3, 3], [2, 4, 5, 5])
    expect(result?.name).toBe("Mann–Whitney U, normal with tie and continuity correction")
    expect(result?.statistic).toBe(2.5)
    expect(result?.p).toBeCloseTo(Significance.twoSided(5 / Math.sqrt(11.5714285714)), 9)
    expect(result?.p).toBeCloseTo(0.1416, 4)
    expect(p([5, 5, 5], [5, 5])?.p).toBe(1)
    expect(p([], [1])).toBeNull()
  })

  test("come close to the count by the normal approximation", () => {
    const sample = fc.uniqueArray(fc.integer({ min: 0, max: 10_000 }), { minLength: 24, maxLength: 24 })
    fc.assert(
      fc.property(sample, (values) => {
        const half = (from: number) => values.slice(from, from + 12).toSorted((a, b) => a - b)
        const exact = p(half(0), half(12))?.p ?? 0
        // The same values with one tie far away force the approximation.
        const tied = p([...half(0), 20_000], [...half(12), 20_000])?.p ?? 0
        expect(Math.abs(exact - tied)).toBeLessThan(0.12)
      }),
    )
  })
})

test("Holm's correction steps down, never below the one before, over the tests that there are", () => {
  // 0.01·4, 0.02·3, 0.03·2 (not below 0.06), 0.5·1.
  expect(Significance.holm([0.02, null, 0.01, 0.5, 0.03])).toEqual([0.06, null, 0.04, 0.5, 0.06])
  expect(Significance.holm([0.9, 0.8])).toEqual([1, 1])
  expect(Significance.holm([])).toEqual([])
})
