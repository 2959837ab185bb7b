import * as Draft from "../Draft.js"
import type { Of, Opening } from "./Opening.js"

/** Whether the submission has the opening reserved. */
export const heldBy = (opening: Opening, submissionId: string): opening is Of<"reserved"> =>
  opening.kind === "reserved" && opening.submissionId === submissionId

export const reserved = (openings: ReadonlyArray<Opening>): ReadonlyArray<Of<"reserved">> =>
  openings.filter((opening): opening is Of<"reserved"> => opening.kind === "reserved")

/** A free opening: the preferred one if it is free, else the one with the lowest number. */
export const pick = (openings: ReadonlyArray<Opening>, preferred: string | null = null): Of<"open"> | undefined => {
  const free = openings.filter((opening): opening is Of<"open"> => opening.kind === "open")
  return (
    free.find((opening) => opening.id === preferred) ??
    free.reduce<Of<"open"> | undefined>(
      (low, opening) => (low === undefined || opening.number < low.number ? opening : low),
      undefined,
    )
  )
}

/** The next lap of a free opening through the matchmaking loop. */
export const nextLap = (draft: Draft.Draft, opening: Of<"open">): Opening =>
  Draft.update(draft, "opening", opening, "OpeningCycleStarted", { cycle: opening.cycle + 1 })
