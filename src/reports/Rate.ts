/** A share with the counts behind it. `rate` is null where there is nothing to divide by, or too little to mean it. */
export interface Rate {
  readonly count: number
  readonly of: number
  readonly rate: number | null
  /** Why there is no rate. */
  readonly withheld: "zero" | "few" | null
}

/** Below this many a rate carries its counts only. */
export const floor = 5

export const of = (count: number, total: number, least: number = floor): Rate => ({
  count,
  of: total,
  rate: total === 0 || total < least ? null : count / total,
  withheld: total === 0 ? "zero" : total < least ? "few" : null,
})
