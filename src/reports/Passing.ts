import * as Stages from "../domain/Stages.js"
import type * as Journeys from "./Journeys.js"
import * as Kinds from "./Kinds.js"
import type * as Report from "./Report.js"

/** Those that left one stage for the last time in a window. */
export interface Passing {
  /** Went on: to a later kind, or a later stage of the same one. */
  readonly on: Array<number>
  /** Went back, or to an end that somebody decided. */
  readonly off: Array<number>
  /** Their position was gone, or another version took their place: nobody decided. */
  readonly undecided: Array<number>
  /** How long all of them had been there altogether, milliseconds. */
  readonly millis: Array<number>
}

export interface Place {
  readonly stage: string
  readonly kind: string
  /** By window, in the order asked. */
  readonly windows: ReadonlyArray<Passing>
}

/** Ends by which nobody judged the subject. */
const neutral: ReadonlySet<string> = new Set(["submission closedOut", "offer superseded"])

/** Who left each stage that is not an end, and where to, in one pass for several windows. */
export const of = (
  journeys: Journeys.Journeys,
  stages: Stages.Stages,
  windows: ReadonlyArray<Report.Window>,
): ReadonlyArray<Place> => {
  const { entered, first, kind, pipeline, stage } = journeys
  const kinds = Kinds.all(pipeline)
  const live = Kinds.inPhase(pipeline, "live")
  const ended = Kinds.inPhase(pipeline, "ended")
  const ranks = Kinds.ranks(pipeline)
  const unjudged = Uint8Array.from(kinds, (name) => (neutral.has(`${pipeline} ${name}`) ? 1 : 0))
  const board = Stages.all(stages, pipeline).map(({ name }) => name)
  const boardOf = Int32Array.from(stage.values, (name) => board.indexOf(name))
  const width = kinds.length
  const places: ReadonlyArray<Place> = stage.values.flatMap((name) =>
    kinds.map((one) => ({
      stage: name,
      kind: one,
      windows: windows.map(() => ({ on: [], off: [], undecided: [], millis: [] })),
    })),
  )
  const sums = new Float64Array(places.length)
  const lasts = new Int32Array(places.length).fill(-1)
  const touched: Array<number> = []
  for (let subject = 0; subject < journeys.size; subject++) {
    const end = first[subject + 1] ?? 0
    for (let visit = first[subject] ?? 0; visit < end; visit++) {
      const code = kind[visit] ?? 0
      if (live[code] !== 1) continue
      const place = (stage.codes[visit] ?? 0) * width + code
      if (lasts[place] === -1) touched.push(place)
      lasts[place] = visit
      // A subject that is still there has not left for the last time.
      sums[place] =
        (sums[place] ?? 0) + (visit + 1 < end ? (entered[visit + 1] ?? 0) : Number.NaN) - (entered[visit] ?? 0)
    }
    for (const place of touched) {
      const visit = lasts[place] ?? 0
      const left = visit + 1 < end ? (entered[visit + 1] ?? 0) : Number.NaN
      for (const [index, { from, to }] of windows.entries()) {
        if (!(left >= from && left < to)) continue
        const here = places[place]?.windows[index]
        if (here === undefined) continue
        const before = kind[visit] ?? 0
        const next = kind[visit + 1] ?? 0
        const onward =
          ended[next] !== 1 &&
          (next === before
            ? (boardOf[stage.codes[visit + 1] ?? 0] ?? 0) > (boardOf[stage.codes[visit] ?? 0] ?? 0)
            : (ranks[next] ?? 0) > (ranks[before] ?? 0))
        const list = unjudged[next] === 1 ? here.undecided : onward ? here.on : here.off
        list.push(subject)
        here.millis.push(sums[place] ?? 0)
      }
      lasts[place] = -1
      sums[place] = 0
    }
    touched.length = 0
  }
  return places
    .filter((place) => place.windows.some(({ millis }) => millis.length > 0))
    .toSorted(
      (a, b) =>
        kinds.indexOf(a.kind) - kinds.indexOf(b.kind) ||
        board.indexOf(a.stage) - board.indexOf(b.stage) ||
        (a.stage < b.stage ? -1 : 1),
    )
}
