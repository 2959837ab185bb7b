/** The p-quantile of ascending values, interpolated linearly between neighbours (Hyndman and Fan's type 7); null of none. */
export const of = (ascending: ArrayLike<number>, p: number): number | null => {
  const rank = (ascending.length - 1) * p
  const low = ascending[Math.floor(rank)]
  const high = ascending[Math.ceil(rank)]
  return low === undefined || high === undefined ? null : low + (high - low) * (rank - Math.floor(rank))
}

/** The arithmetic mean of values in a stated order; null of none. */
export const mean = (values: ArrayLike<number>): number | null => {
  let sum = 0
  for (let i = 0; i < values.length; i++) sum += values[i] ?? 0
  return values.length === 0 ? null : sum / values.length
}
