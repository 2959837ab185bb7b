import * as Journeys from "./Journeys.js"

/** Gathers which subjects stand behind the numbers of rows, for reports that are asked for ids. */
export const gather = <N extends string>() => {
  const found = new Map<string, Map<Journeys.Journeys, Array<number>>>()
  return {
    add: (row: number, name: N, journeys: Journeys.Journeys, subject: number): void => {
      const key = `${row} ${name}`
      const known = found.get(key) ?? new Map<Journeys.Journeys, Array<number>>()
      found.set(key, known)
      const subjects = known.get(journeys)
      if (subjects === undefined) known.set(journeys, [subject])
      else subjects.push(subject)
    },
    /** The ids behind a number of a row, each as often as it counts, in order. */
    of: (row: number, name: N): ReadonlyArray<string> =>
      [...(found.get(`${row} ${name}`) ?? [])]
        .flatMap(([journeys, subjects]) => Journeys.ids(journeys, subjects))
        .toSorted(),
  }
}
