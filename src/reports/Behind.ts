import * as Journeys from "./Journeys.js"

/** Gathers which subjects stand behind the numbers of rows, for reports that are asked for ids. */
export const gather = <N extends string>() => {
  const found = new Map<string, { readonly journeys: Journeys.Journeys; readonly subjects: Array<number> }>()
  return {
    add: (row: number, name: N, journeys: Journeys.Journeys, subject: number): void => {
      const known = found.get(`${row} ${name}`)
      if (known === undefined) found.set(`${row} ${name}`, { journeys, subjects: [subject] })
      else known.subjects.push(subject)
    },
    /** The ids behind a number of a row, each once, in order. */
    of: (row: number, name: N): ReadonlyArray<string> => {
      const known = found.get(`${row} ${name}`)
      return known === undefined ? [] : Journeys.ids(known.journeys, new Set(known.subjects))
    },
  }
}
