/** The median of some measurements, and where the middle 80 % of them lie. */
export interface Spread {
  readonly median: number
  readonly low: number
  readonly high: number
}

/** One side of a race. */
export interface Contestant {
  /** What one run does: times are divided by it. */
  readonly operations: number
  readonly run: (round: number) => void | Promise<void>
}

export interface Race {
  readonly ours: Contestant
  readonly theirs: Contestant
  readonly rounds: number
  /** Rounds that are run first and not counted. */
  readonly warmUp: number
}

/** Microseconds an operation; `ratio` is ours over theirs, taken round by round. */
export interface Timing {
  readonly ours: Spread
  readonly theirs: Spread
  readonly ratio: Spread
}

export const spread = (values: ReadonlyArray<number>): Spread => {
  const sorted = [...values].sort((a, b) => a - b)
  const at = (part: number) => sorted[Math.round((sorted.length - 1) * part)] ?? Number.NaN
  return { median: at(0.5), low: at(0.1), high: at(0.9) }
}

const micros = async ({ operations, run }: Contestant, round: number): Promise<number> => {
  const start = process.hrtime.bigint()
  await run(round)
  return Number(process.hrtime.bigint() - start) / 1000 / operations
}

/** Lets both run by turns, each first in every other round, so that a busy machine slows both alike. */
export const race = async ({ ours, rounds, theirs, warmUp }: Race): Promise<Timing> => {
  const times: { readonly [side in keyof Timing]: Array<number> } = { ours: [], theirs: [], ratio: [] }
  for (let round = 0; round < warmUp + rounds; round++) {
    const before = round % 2 === 0 ? await micros(ours, round) : undefined
    const their = await micros(theirs, round)
    const our = before ?? (await micros(ours, round))
    if (round < warmUp) continue
    times.ours.push(our)
    times.theirs.push(their)
    times.ratio.push(our / their)
  }
  return { ours: spread(times.ours), theirs: spread(times.theirs), ratio: spread(times.ratio) }
}
