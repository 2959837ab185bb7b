/** Round numbers for a scale that holds zero and the values, four or five of them; `round` is what steps are round in. */
export const of = (low: number, high: number, round: number): ReadonlyArray<number> => {
  const [bottom, top] = [Math.min(0, low) / round, Math.max(0, high) / round]
  const range = top - bottom
  if (!(range > 0) || !Number.isFinite(range)) return [0]
  const rough = range / 4
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = ([1, 2, 2.5, 5, 10].find((factor) => factor * power >= rough * 0.999) ?? 10) * power
  const first = Math.floor(bottom / step + 1e-9)
  const last = Math.ceil(top / step - 1e-9)
  return Array.from({ length: last - first + 1 }, (_, index) => (first + index) * step * round)
}
