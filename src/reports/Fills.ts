/** How likely a candidate fills an opening, and one that pays. */
export interface Fill {
  readonly fills: number
  readonly pays: number
}

/**
 * Who fills the openings of a position, exactly, for candidates who succeed independently of each other: taken in
 * order, each fills an opening if it succeeds and fewer than `openings` before it did. The first `free` fills pay
 * nothing. All `fills` together are the expected value of min(openings, successes), so never more than the openings.
 */
export const of = (probabilities: ReadonlyArray<number>, openings: number, free = 0): ReadonlyArray<Fill> => {
  // Of each number of openings filled so far, how likely it is; the last for all of them.
  const filled = new Float64Array(openings + 1)
  filled[0] = 1
  return probabilities.map((probability) => {
    let left = 0
    let paying = 0
    for (let count = openings - 1; count >= 0; count--) {
      const here = filled[count] ?? 0
      left += here
      if (count >= free) paying += here
      filled[count + 1] = (filled[count + 1] ?? 0) + here * probability
      filled[count] = here * (1 - probability)
    }
    return { fills: probability * left, pays: probability * paying }
  })
}
