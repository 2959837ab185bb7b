/** Chance that comes out the same every time for the same seed. */
export interface Random {
  readonly chance: (probability: number) => boolean
  /** A whole number from `low` to `high`, both included. */
  readonly between: (low: number, high: number) => number
  readonly pick: <A>(choices: readonly [A, ...ReadonlyArray<A>]) => A
  /** One of the keys, as likely as its weight says. */
  readonly weighted: <K extends string>(weights: { readonly [Key in K]: number }) => K
  readonly shuffled: <A>(list: ReadonlyArray<A>) => ReadonlyArray<A>
}

/** The mulberry32 generator. */
const generator = (seed: number) => {
  let state = seed
  return (): number => {
    state = (state + 0x6d2b79f5) | 0
    const a = Math.imul(state ^ (state >>> 15), 1 | state)
    const b = (a + Math.imul(a ^ (a >>> 7), 61 | a)) ^ a
    return ((b ^ (b >>> 14)) >>> 0) / 2 ** 32
  }
}

export const random = (seed: number): Random => {
  const next = generator(seed)
  const between = (low: number, high: number) => low + Math.floor(next() * (high - low + 1))
  return {
    chance: (probability) => next() < probability,
    between,
    pick: (choices) => choices[between(0, choices.length - 1)] ?? choices[0],
    weighted: <K extends string>(weights: { readonly [Key in K]: number }): K => {
      const keys = Object.keys(weights) as [K, ...Array<K>]
      let left = next() * keys.reduce((sum, key) => sum + weights[key], 0)
      for (const key of keys) {
        left -= weights[key]
        if (left < 0) return key
      }
      return keys[0]
    },
    shuffled: (list) =>
      list
        .map((value) => ({ value, rank: next() }))
        .sort((a, b) => a.rank - b.rank)
        .map(({ value }) => value),
  }
}
