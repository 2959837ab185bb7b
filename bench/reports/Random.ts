/** Numbers that come out the same for the same seed. */
export interface Random {
  /** From 0 up to 1, without it. */
  readonly next: () => number
  /** A whole number from 0 up to `below`, without it. */
  readonly below: (below: number) => number
  readonly chance: (probability: number) => boolean
  readonly pick: <A>(from: ReadonlyArray<A>) => A
  /** Mostly near the mean and at times far above, as waiting times are. */
  readonly wait: (mean: number) => number
}

export const of = (seed: number): Random => {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (limit: number) => Math.floor(next() * limit)
  return {
    next,
    below,
    chance: (probability) => next() < probability,
    pick: (from) => {
      const found = from[below(from.length)]
      if (found === undefined) throw new RangeError("there is nothing to pick from")
      return found
    },
    wait: (mean) => 1 - Math.round(mean * Math.log(1 - next())),
  }
}
