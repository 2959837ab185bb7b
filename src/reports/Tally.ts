/** A value for each name. */
export const each = <const N extends string, A>(
  names: ReadonlyArray<N>,
  of: (name: N) => A,
): { readonly [K in N]: A } => Object.fromEntries(names.map((name) => [name, of(name)])) as { [K in N]: A }

/** Counts by name and row. */
export const of = <N extends string>(names: ReadonlyArray<N>, rows: number) => {
  const columns: { readonly [K in N]: Int32Array } = each(names, () => new Int32Array(rows))
  return {
    add: (name: N, row: number): void => {
      const column = columns[name]
      column[row] = (column[row] ?? 0) + 1
    },
    of: (name: N, row: number): number => columns[name][row] ?? 0,
  }
}

/** Values by row, to be read row by row once all are there. */
export const values = (rows: number) => {
  const starts = new Int32Array(rows + 1)
  const rowOf: Array<number> = []
  const all: Array<number> = []
  return {
    add: (row: number, value: number): void => {
      starts[row + 1] = (starts[row + 1] ?? 0) + 1
      rowOf.push(row)
      all.push(value)
    },
    /** The values of each row, in the order in which they came. */
    grouped: (): ((row: number) => Float64Array) => {
      for (let row = 0; row < rows; row++) starts[row + 1] = (starts[row + 1] ?? 0) + (starts[row] ?? 0)
      const next = starts.slice()
      const sorted = new Float64Array(all.length)
      for (let index = 0; index < all.length; index++) {
        const row = rowOf[index] ?? 0
        const place = next[row] ?? 0
        sorted[place] = all[index] ?? 0
        next[row] = place + 1
      }
      return (row) => sorted.subarray(starts[row] ?? 0, starts[row + 1] ?? 0)
    },
  }
}
