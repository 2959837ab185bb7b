import * as Agency from "./Agency.js"
import * as Course from "./Course.js"
import * as Random from "./Random.js"

/** A submission before it is written out. */
export interface Drafted {
  readonly start: number
  readonly seed: number
  readonly position: number
  readonly candidate: number
  readonly attempt: number
  /** The opening that it fills, -1 for none, and on which lap. */
  readonly opening: number
  readonly cycle: number
  readonly outcome: "loses" | "stays" | "backsOut" | "fallsOff"
  /** When it fell off. */
  readonly fell: number
}

export interface Position {
  readonly created: number
  readonly opened: number
  readonly client: number
  readonly held: { readonly from: number; readonly to: number } | null
  readonly openings: ReadonlyArray<number>
}

export interface Sheet {
  /** When each candidate was entered, in order. */
  readonly candidates: Float64Array
  readonly positions: ReadonlyArray<Position>
  /** In order of their start. */
  readonly submissions: ReadonlyArray<Drafted>
  readonly openings: number
}

const { begin, day, end } = Agency

/** When somebody was entered: some of them were known before. */
const known = (random: Random.Random): number => begin - 180 * day + random.below(end - begin + 180 * day)

/** Draws up everybody who meets whom, in memory. */
export const draw = (agency: Agency.Agency): Sheet => {
  const random = Random.of(Agency.seed)
  const candidates = Float64Array.from({ length: agency.candidates }, () => known(random)).sort()
  const knownBy = (at: number): number => {
    let low = 0
    let high = candidates.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((candidates[middle] ?? 0) <= at) low = middle + 1
      else high = middle
    }
    return low
  }
  const recent = Math.ceil(agency.candidates / 5)
  const positions: Array<Position> = []
  const submissions: Array<Drafted> = []
  let openings = 0
  const created = Float64Array.from({ length: agency.positions }, () => begin + random.below(end - begin - day)).sort()
  for (const [position, at] of created.entries()) {
    const opened = Math.min(end - 1, at + random.wait(day / 2))
    const held = random.chance(0.15) ? { from: opened + day, to: opened + (5 + random.below(30)) * day } : null
    const own = Array.from(
      { length: 1 + Math.floor(6 * random.next() * random.next() + random.next() * 3) },
      () => openings++,
    )
    positions.push({ created: at, opened, client: random.below(agency.clients), held, openings: own })
    const taken = new Set<number>()
    const from = Math.min(end - 2, held === null ? opened + 1 : held.to)
    const begins = (mean: number) => {
      const start = from + random.wait(mean)
      return start < end ? start : from + random.below(end - from)
    }
    const person = (start: number): number => {
      const count = knownBy(start)
      for (;;) {
        const near = random.chance(0.8) ? Math.min(count, recent) : count
        const candidate = count - 1 - random.below(near)
        if (taken.has(candidate)) continue
        taken.add(candidate)
        return candidate
      }
    }
    const win = (opening: number, start: number, cycle: number): void => {
      const dice = random.next()
      const outcome = dice < 0.02 ? "backsOut" : dice < 0.07 ? "fallsOff" : "stays"
      const seed = random.below(2 ** 32)
      const course = Course.of(seed, start, true, outcome === "backsOut")
      const fell = outcome === "fallsOff" ? Course.cameTo(course, "placed") + (3 + random.below(80)) * day : Number.NaN
      const candidate = person(start)
      submissions.push({ start, seed, position, candidate, attempt: 1, opening, cycle, outcome, fell })
      const free = outcome === "backsOut" ? Course.cameTo(course, "withdrawn") : fell
      if (free + 20 * day < end && random.chance(0.7)) win(opening, free + random.wait(5 * day), cycle + 1)
    }
    for (const opening of own) if (random.chance(0.85)) win(opening, begins(20 * day), 1)
    const losers = Math.round((agency.submissions / agency.positions) * (0.5 + random.next())) - own.length
    for (let n = 0; n < losers; n++) {
      const last = submissions.at(-1)
      if (n > 0 && last !== undefined && random.chance(0.03)) {
        const { kinds, times } = Course.of(last.seed, last.start, false, false)
        const over = times.at(-1) ?? end
        const again = over + random.wait(20 * day)
        if (/rejected|withdrawn|closedOut/.test(kinds.at(-1) ?? "") && again < end) {
          submissions.push({ ...last, start: again, seed: random.below(2 ** 32), attempt: last.attempt + 1 })
          continue
        }
      }
      const start = begins(25 * day)
      const drafted = { start, seed: random.below(2 ** 32), position, candidate: person(start), attempt: 1 }
      submissions.push({ ...drafted, opening: -1, cycle: 1, outcome: "loses", fell: Number.NaN })
    }
  }
  submissions.sort((a, b) => a.start - b.start)
  return { candidates, positions, submissions, openings }
}
