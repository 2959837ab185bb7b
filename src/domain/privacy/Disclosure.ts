/** The fewest people whom a count may be about. */
export const leastFloor = 5

/** How many gave an answer. */
export interface Answered {
  readonly answer: string
  readonly count: number
}

/** Counts that give nobody away. */
export interface Disclosed {
  /** The most frequent first. */
  readonly answers: ReadonlyArray<Answered>
  /** How many gave an answer that is not named here: none, or at least as many as the floor. */
  readonly folded: number
  /** How many answered at all; null where they are fewer than the floor. */
  readonly total: number | null
}

const byCount = (a: Answered, b: Answered): number =>
  a.count === b.count ? (a.answer < b.answer ? -1 : 1) : b.count - a.count

const sum = (answers: ReadonlyArray<Answered>): number => answers.reduce((all, { count }) => all + count, 0)

/**
 * Names the answers that at least as many gave as the floor. The others are folded into one count without their names,
 * since a name alone tells that somebody gave it. Where that count is below the floor, the rarest of the named answers
 * are folded as well, until the rest of the total says nothing of a few; and so is an answer that everybody gave.
 */
export const disclose = (counts: ReadonlyMap<string, number>, floor: number): Disclosed => {
  const all = [...counts].map(([answer, count]) => ({ answer, count })).toSorted(byCount)
  const total = sum(all)
  if (total < floor) return { answers: [], folded: 0, total: null }
  const isSafe = (named: number): boolean => {
    const rest = sum(all.slice(named))
    return rest === 0 ? named !== 1 : rest >= floor
  }
  let named = all.filter(({ count }) => count >= floor).length
  while (named > 0 && !isSafe(named)) named--
  return { answers: all.slice(0, named), folded: sum(all.slice(named)), total }
}
