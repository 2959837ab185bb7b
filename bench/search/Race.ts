import { spread, type Timing } from "../Measure.js"
import type { Asked } from "./People.js"

export type Find = (asked: Asked) => Promise<ReadonlyArray<string>>

export interface Raced {
  readonly timing: Timing
  /** Microseconds that 95 of 100 queries stay below. */
  readonly p95: { readonly ours: number; readonly theirs: number }
}

const timed = async (find: Find, asked: Asked) => {
  const start = process.hrtime.bigint()
  const ids = await find(asked)
  return { micros: Number(process.hrtime.bigint() - start) / 1000, ids: ids.join() }
}

const p95 = (values: ReadonlyArray<number>): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length * 0.95)] ?? Number.NaN

/** Asks both for each query by turns, first one and then the other first, and compares what they find. */
export const race = async (queries: ReadonlyArray<Asked>, ours: Find, theirs: Find, same = true): Promise<Raced> => {
  const times = { ours: [] as Array<number>, theirs: [] as Array<number>, ratio: [] as Array<number> }
  for (const asked of queries.slice(0, 50)) {
    await ours(asked)
    await theirs(asked)
  }
  for (const [n, asked] of queries.entries()) {
    const before = n % 2 === 0 ? await timed(ours, asked) : undefined
    const their = await timed(theirs, asked)
    const our = before ?? (await timed(ours, asked))
    if (same && our.ids !== their.ids) throw new Error(`${JSON.stringify(asked)}: ${our.ids} is not ${their.ids}`)
    times.ours.push(our.micros)
    times.theirs.push(their.micros)
    times.ratio.push(our.micros / their.micros)
  }
  return {
    timing: { ours: spread(times.ours), theirs: spread(times.theirs), ratio: spread(times.ratio) },
    p95: { ours: p95(times.ours), theirs: p95(times.theirs) },
  }
}

export const told = ({ p95 }: Raced): string =>
  `95 of 100 within ${(p95.ours / 1000).toFixed(1)} ms, by hand ${(p95.theirs / 1000).toFixed(1)} ms`
