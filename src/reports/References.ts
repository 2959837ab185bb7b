import * as Journeys from "./Journeys.js"

/** Finds the place of a text in an ascending list; -1 where it is not in it. Quick where it asks in about their order. */
const finder = (size: number, at: (place: number) => string) => {
  let hint = 0
  return (wanted: string): number => {
    let low = 0
    let high = size
    // Gallops from where the last one was, then halves.
    if (hint < size && at(hint) <= wanted) {
      low = hint
      for (let step = 1; low + step < size; step *= 2) {
        if (at(low + step) > wanted) {
          high = low + step
          break
        }
        low += step
      }
    } else {
      high = Math.min(hint, size)
      for (let step = 1; high - step >= 0; step *= 2) {
        if (at(high - step) <= wanted) {
          low = high - step
          break
        }
        high -= step
      }
    }
    while (high - low > 1) {
      const middle = (low + high) >> 1
      if (at(middle) <= wanted) low = middle
      else high = middle
    }
    hint = low
    return low < size && at(low) === wanted ? low : -1
  }
}

/** Of each subject, the place among `targets` of the one that its column names; -1 where it is not among them. */
export const to = (journeys: Journeys.Journeys, column: string, targets: Journeys.Journeys): Int32Array => {
  const { codes, values } = Journeys.text(journeys, column)
  const ids = Journeys.text(targets, "id")
  const { ordered, size } = targets
  const id = (target: number): string => ids.values[ids.codes[target] ?? -1] ?? ""
  const among = finder(ordered, id)
  const over = finder(size - ordered, (place) => id(ordered + place))
  const find = (wanted: string): number => {
    const place = among(wanted)
    if (place >= 0 || ordered === size) return place
    const laid = over(wanted)
    return laid < 0 ? -1 : ordered + laid
  }
  const places = Int32Array.from(values, find)
  return codes.map((code) => places[code] ?? -1)
}
