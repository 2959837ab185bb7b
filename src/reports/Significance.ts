/** The complementary error function, to about 15 digits: a series near 0, a continued fraction (Lentz) away from it. */
export const erfc = (x: number): number => {
  if (x < 0) return 2 - erfc(-x)
  if (x < 2.5) {
    let term = x
    let sum = x
    for (let n = 1; Math.abs(term) > 1e-17 * Math.abs(sum); n++) {
      term *= (2 * x * x) / (2 * n + 1)
      sum += term
    }
    return 1 - (2 / Math.sqrt(Math.PI)) * Math.exp(-x * x) * sum
  }
  if (x > 27) return 0
  let fraction = x
  let c = x
  let d = 0
  for (let n = 1; n <= 200; n++) {
    d = 1 / (x + (n / 2) * d)
    c = x + n / 2 / c
    const step = c * d
    fraction *= step
    if (Math.abs(step - 1) < 1e-16) break
  }
  return Math.exp(-x * x) / (Math.sqrt(Math.PI) * fraction)
}

/** The two-sided p-value of a standard normal deviate. */
export const twoSided = (z: number): number => Math.min(1, erfc(Math.abs(z) / Math.SQRT2))

/** A test of whether a difference is more than noise. */
export interface Test {
  readonly name:
    | "two-proportion z, pooled"
    | "Fisher's exact"
    | "Mann–Whitney U, exact"
    | "Mann–Whitney U, normal with tie and continuity correction"
  /** z, or U of the first sample; null for Fisher's, which has none. */
  readonly statistic: number | null
  /** Two-sided. */
  readonly p: number
}

/** Successes among trials. */
export interface Share {
  readonly count: number
  readonly of: number
}

/**
 * Fisher's exact test, two-sided: the probability, given the margins, of all tables that are no likelier than this one.
 * Weights run outwards from the likeliest table by their ratios, so that nothing overflows.
 */
const fisher = (a: Share, b: Share): number => {
  const successes = a.count + b.count
  const total = a.of + b.of
  const low = Math.max(0, successes - b.of)
  const high = Math.min(successes, a.of)
  const mode = Math.max(low, Math.min(high, Math.floor(((successes + 1) * (a.of + 1)) / (total + 2))))
  const weights = new Float64Array(high - low + 1)
  weights[mode - low] = 1
  const ratio = (k: number) => ((a.of - k) * (successes - k)) / ((k + 1) * (b.of - successes + k + 1))
  for (let k = mode; k < high; k++) weights[k + 1 - low] = (weights[k - low] ?? 0) * ratio(k)
  for (let k = mode; k > low; k--) weights[k - 1 - low] = (weights[k - low] ?? 0) / ratio(k - 1)
  const here = (weights[a.count - low] ?? 0) * (1 + 1e-7)
  let tail = 0
  let all = 0
  for (const weight of weights) {
    all += weight
    if (weight <= here) tail += weight
  }
  return Math.min(1, tail / all)
}

/**
 * Whether two shares differ: the pooled z-test, or Fisher's exact test where some expected count is below 5. Null where
 * one of them is a share of nothing.
 */
export const proportions = (a: Share, b: Share): Test | null => {
  if (a.of === 0 || b.of === 0) return null
  const pooled = (a.count + b.count) / (a.of + b.of)
  const least = Math.min(a.of, b.of) * Math.min(pooled, 1 - pooled)
  if (least < 5) return { name: "Fisher's exact", statistic: null, p: fisher(a, b) }
  const z = (a.count / a.of - b.count / b.of) / Math.sqrt(pooled * (1 - pooled) * (1 / a.of + 1 / b.of))
  return { name: "two-proportion z, pooled", statistic: z, p: twoSided(z) }
}

/** Up to this many in both samples the distribution of U is counted out. */
const countable = 20

/** In how many orders of two samples without ties U comes to each value. */
const orders = (n: number, m: number): Float64Array => {
  // ways[u] for i of the first sample below j of the second: the largest belongs to the one or to the other.
  let rows: ReadonlyArray<Float64Array> = Array.from({ length: m + 1 }, () => Float64Array.of(1))
  for (let i = 1; i <= n; i++) {
    const next: Array<Float64Array> = [Float64Array.of(1)]
    for (let j = 1; j <= m; j++) {
      const ways = new Float64Array(i * j + 1)
      const first = rows[j] ?? new Float64Array(0)
      const second = next[j - 1] ?? new Float64Array(0)
      for (let u = 0; u < first.length; u++) ways[u + j] = (ways[u + j] ?? 0) + (first[u] ?? 0)
      for (let u = 0; u < second.length; u++) ways[u] = (ways[u] ?? 0) + (second[u] ?? 0)
      next.push(ways)
    }
    rows = next
  }
  return rows[m] ?? Float64Array.of(1)
}

const exactly = (u: number, n: number, m: number): number => {
  const ways = orders(n, m)
  const most = Math.min(u, n * m - u)
  let tail = 0
  let all = 0
  for (const [value, count] of ways.entries()) {
    all += count
    if (value <= most) tail += count
  }
  return Math.min(1, (2 * tail) / all)
}

/**
 * Whether one of two samples (ascending) tends to lie above the other, by ranks: exact for small samples without ties,
 * else by the normal approximation with the variance corrected for ties. Null where a sample is empty.
 */
export const ranks = (a: ArrayLike<number>, b: ArrayLike<number>): Test | null => {
  const n = a.length
  const m = b.length
  if (n === 0 || m === 0) return null
  const total = n + m
  let rankSum = 0
  let ties = 0
  let [i, j, before] = [0, 0, 0]
  while (i < n || j < m) {
    const value = Math.min(a[i] ?? Number.POSITIVE_INFINITY, b[j] ?? Number.POSITIVE_INFINITY)
    const start = i
    while (i < n && a[i] === value) i++
    const mine = i - start
    let same = mine
    while (j < m && b[j] === value) {
      j++
      same++
    }
    rankSum += mine * (before + (same + 1) / 2)
    ties += same ** 3 - same
    before += same
  }
  const u = rankSum - (n * (n + 1)) / 2
  if (ties === 0 && n <= countable && m <= countable)
    return { name: "Mann–Whitney U, exact", statistic: u, p: exactly(u, n, m) }
  const variance = ((n * m) / 12) * (total + 1 - ties / (total * (total - 1)))
  const away = Math.max(0, Math.abs(u - (n * m) / 2) - 0.5)
  return {
    name: "Mann–Whitney U, normal with tie and continuity correction",
    statistic: u,
    // Where all values are the same, nothing differs.
    p: variance > 0 ? twoSided(away / Math.sqrt(variance)) : 1,
  }
}

/** Holm's correction: each p-value as it stands among all of them, in their order. Nulls are no tests. */
export const holm = (values: ReadonlyArray<number | null>): ReadonlyArray<number | null> => {
  const sorted = values
    .flatMap((p, index) => (p === null ? [] : [{ p, index }]))
    .toSorted((a, b) => a.p - b.p || a.index - b.index)
  const adjusted: Array<number | null> = values.map(() => null)
  let most = 0
  for (const [place, { index, p }] of sorted.entries()) {
    most = Math.max(most, Math.min(1, p * (sorted.length - place)))
    adjusted[index] = most
  }
  return adjusted
}
