import * as fc from "fast-check"
import { describe, expect, test } from "vitest"
import * as Id from "../../src/domain/Id.js"
import * as Money from "../../src/domain/Money.js"
import * as IdSource from "../../src/ports/IdSource.js"
import * as Quantile from "../../src/reports/Quantile.js"
import * as Rate from "../../src/reports/Rate.js"

const amount = fc.integer({ min: 0, max: 9_000_000_000_000_000 })
const percent = fc.integer({ min: 0, max: 1_000_000 }).map((n) => n / 10_000)

describe("money", () => {
  test("is apportioned to the unit, nobody more than one away from the exact part", () => {
    fc.assert(
      fc.property(amount, fc.array(percent, { minLength: 1, maxLength: 9 }), (whole, weights) => {
        const parts = Money.apportion(whole, weights)
        const total = weights.reduce((sum, weight) => sum + BigInt(Math.round(weight * 10_000)), 0n)
        expect(parts.reduce((sum, part) => sum + BigInt(part), 0n)).toBe(total === 0n ? 0n : BigInt(whole))
        parts.forEach((part, n) => {
          const exact = BigInt(whole) * BigInt(Math.round((weights[n] ?? 0) * 10_000))
          const off = BigInt(part) * total - exact
          if (total > 0n) expect(off < total && off > -total).toBe(true)
        })
      }),
    )
  })

  test("is shared half up, exactly, at any size", () => {
    expect([Money.share(1, 50), Money.share(1, 49.9999), Money.share(3, 50), Money.share(100, 33.3333)]).toEqual([
      1, 0, 2, 33,
    ])
    expect(Money.share(9_000_000_000_000_000, 100)).toBe(9_000_000_000_000_000)
    fc.assert(fc.property(amount, (whole) => Money.share(whole, 0) === 0 && Money.share(whole, 100) === whole))
  })
})

const alphabet = "0123456789abcdefghjkmnpqrstvwxyz"
const bitsOf = (id: string) =>
  [...id.slice(-26)].reduce((bits, digit) => bits * 32n + BigInt(alphabet.indexOf(digit)), 0n)

describe("ids", () => {
  test("are UUIDv7 of their time, and sort by it", () => {
    const time = fc.integer({ min: 0, max: 2 ** 47 })
    const word = fc.integer({ min: 0, max: 2 ** 27 - 1 })
    fc.assert(
      fc.property(time, word, word, fc.nat(32 ** 5), (at, high, low, n) => {
        const id = Id.derive("cand", Id.seed(at, high, low), n)
        const bits = bitsOf(id)
        expect(Id.isId(id)).toBe(true)
        expect(bits >> 128n).toBe(0n)
        expect(Number(bits >> 80n)).toBe(at)
        expect((bits >> 76n) & 15n).toBe(7n)
        expect((bits >> 62n) & 3n).toBe(2n)
        expect(Id.derive("cand", Id.seed(at + 1, 0, 0), 0) > id).toBe(true)
      }),
    )
  })

  test.each([
    ["random", IdSource.random],
    ["counting", IdSource.counting()],
  ])("of one millisecond ascend (%s)", (_name, source) => {
    const seeds = Array.from({ length: 5000 }, () => source.seed(1_795_000_000_000))
    expect(seeds.toSorted()).toEqual(seeds)
    expect(new Set(seeds).size).toBe(seeds.length)
  })
})

test("ids ascend on a clock that is set back a little, and begin anew on one that is set back far", () => {
  const at = 1_796_000_000_000
  const seeds = [0, 1, 0, -400, 2].map((by) => IdSource.random.seed(at + by))
  expect(seeds.toSorted()).toEqual(seeds)
  expect(IdSource.random.seed(at - 3_600_000) < (seeds[0] ?? "")).toBe(true)
})

describe("figures", () => {
  test("of nothing are null, never zero", () => {
    expect(Quantile.of([], 0.5)).toBeNull()
    expect(Quantile.mean([])).toBeNull()
    expect(Rate.of(0, 0)).toEqual({ count: 0, of: 0, rate: null, withheld: "zero" })
    expect(Rate.of(2, 4)).toEqual({ count: 2, of: 4, rate: null, withheld: "few" })
    expect(Rate.of(2, 5)).toEqual({ count: 2, of: 5, rate: 0.4, withheld: null })
  })

  test("between neighbours are interpolated", () => {
    expect([0, 0.25, 0.5, 0.9, 1].map((p) => Quantile.of([10, 20, 30, 50], p))).toEqual([10, 17.5, 25, 44, 50])
    expect(Quantile.of([7], 0.9)).toBe(7)
  })
})
