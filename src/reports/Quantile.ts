/** The p-quantile of ascending values, interpolated linearly between neighbours (Hyndman and Fan's type 7); null of none. */
export const of = (ascending: ReadonlyArray<number>, p: number): number | null => {
  const rank = (ascending.length - 1) * p
  const low = ascending[Math.floor(rank)]
  const high = ascending[Math.ceil(rank)]
  return low === undefined || high === undefined ? null : low + (high - low) * (rank - Math.floor(rank))
}

export const mean = (values: ReadonlyArray<number>): number | null =>
  values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length
