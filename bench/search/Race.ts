import { spread, type Timing } from "../Measure.js"
import type { Asked } from "./Asked.js"

/** So many people are shown; whether there are more is told. */
export const page = 20

/** The ids of a page, and one more where there are more. */
export type Find = (asked: Asked) => Promise<ReadonlyArray<string>>

export interface Rival {
  readonly against: string
  readonly find: Find
  /** It must find the same people in the same order. */
  readonly same: boolean
}

export interface Raced {
  readonly against: string
  readonly timing: Timing
  readonly note: string
}

/** Microseconds of the clock, and of this process's processor time, which a busy machine stretches less. */
interface Time {
  readonly clock: number
  readonly processor: number
}

const timed = async (find: Find, asked: Asked) => {
  const used = process.cpuUsage()
  const start = process.hrtime.bigint()
  const ids = await find(asked)
  const clock = Number(process.hrtime.bigint() - start) / 1000
  const { system, user } = process.cpuUsage(used)
  return { time: { clock, processor: user + system }, ids: ids.slice(0, page).join() }
}

export const p95 = (values: ReadonlyArray<number>): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length * 0.95)] ?? Number.NaN

const millis = (micros: number): string => (micros / 1000).toFixed(1)

export const told95 = (times: ReadonlyArray<Time>): string =>
  `${millis(p95(times.map(({ clock }) => clock)))} ms (${millis(p95(times.map(({ processor }) => processor)))} ms of this processor)`

/**
 * Asks all sides for each query by turns, each first as often as the others, and compares what they find. A ratio is ours
 * over theirs, query by query.
 */
export const race = async (
  queries: ReadonlyArray<Asked>,
  ours: Find,
  rivals: ReadonlyArray<Rival>,
): Promise<ReadonlyArray<Raced>> => {
  const sides = [ours, ...rivals.map(({ find }) => find)]
  const times = sides.map(() => [] as Array<Time>)
  for (const asked of queries.slice(0, 15)) for (const find of sides) await find(asked)
  for (const [n, asked] of queries.entries()) {
    const found: Array<string> = []
    for (let turn = 0; turn < sides.length; turn++) {
      const side = (n + turn) % sides.length
      const find = sides[side]
      if (find === undefined) continue
      const { ids, time } = await timed(find, asked)
      times[side]?.push(time)
      found[side] = ids
    }
    rivals.forEach(({ against, same }, rival) => {
      const [our, their] = [found[0], found[rival + 1]]
      if (same && our !== their)
        throw new Error(`${against} differs for ${JSON.stringify(asked)}: ${our} is not ${their}`)
    })
  }
  const [our = []] = times
  return rivals.map(({ against }, rival) => {
    const their = times[rival + 1] ?? []
    const ratios = our.map(({ clock }, n) => clock / (their[n]?.clock ?? Number.NaN))
    const medians = (["usual", "any", "rare"] as const).map((words) => {
      const { median } = spread(ratios.filter((_, n) => queries[n]?.words === words))
      return `${median.toFixed(2)} of ${words} words`
    })
    return {
      against,
      timing: {
        ours: spread(our.map(({ clock }) => clock)),
        theirs: spread(their.map(({ clock }) => clock)),
        ratio: spread(ratios),
      },
      note: `95 of 100 within ${told95(our)}, theirs ${told95(their)}; ratios ${medians.join(", ")}`,
    }
  })
}
