import * as Quantile from "./Quantile.js"

/** How values lie, in their own unit; null where there are none. */
export interface Distribution {
  readonly n: number
  readonly median: number | null
  readonly p75: number | null
  readonly p90: number | null
  readonly mean: number | null
}

/** How values lie, whatever their order. */
export const of = (values: ArrayLike<number>): Distribution => {
  const ascending = Float64Array.from(values).sort()
  return {
    n: ascending.length,
    median: Quantile.of(ascending, 0.5),
    p75: Quantile.of(ascending, 0.75),
    p90: Quantile.of(ascending, 0.9),
    mean: Quantile.mean(ascending),
  }
}
