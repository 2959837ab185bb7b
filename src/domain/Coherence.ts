import * as Noun from "./Noun.js"
import type { Placement } from "./placement/Placement.js"
import { Placement as Placements } from "./placement/Placement.js"
import type { Opening } from "./position/Opening.js"
import type { Position } from "./position/Position.js"
import { isLive, type Submission } from "./submission/Submission.js"

/** A position with everything that has to agree with it. */
export interface Order {
  readonly position: Position
  readonly openings: ReadonlyArray<Opening>
  readonly submissions: ReadonlyArray<Submission>
  readonly placements: ReadonlyArray<Placement>
}

const running: ReadonlyArray<Position["kind"]> = ["open", "covered", "onHold"]
const ended: ReadonlyArray<Position["kind"]> = ["filled", "lost", "cancelled", "closed"]

/** The placements that fill their opening. */
const standing = Noun.kindsIn(Placements, "live", "won").concat("terminated")

/**
 * The records of a position that contradict each other, by id: a running position without an opening left, an ended one
 * with one, somebody live on an ended one, an opening held by nobody or a placement that fills none. Commands cannot
 * bring this about, each being decided on all of them; a correction takes back one command among many.
 */
export const contradictions = ({ position, openings, submissions, placements }: Order): ReadonlyArray<string> => {
  const left = openings.filter(({ kind }) => kind === "open" || kind === "reserved")
  const waiting = submissions.filter((submission) => isLive(submission) && submission.kind !== "accepted")
  const fills = (placement: Placement, opening: Opening) =>
    opening.placementId === placement.id && placement.openingId === opening.id && standing.includes(placement.kind)
  return [
    ...(running.includes(position.kind) && left.length === 0 ? [position.id] : []),
    ...(ended.includes(position.kind) ? left.map(({ id }) => id) : []),
    ...(ended.includes(position.kind) ? waiting.map(({ id }) => id) : []),
    ...openings.flatMap((opening) =>
      (opening.kind === "reserved" &&
        !waiting.some(({ id, kind }) => id === opening.submissionId && kind === "offered")) ||
      (opening.kind === "filled" && !placements.some((placement) => fills(placement, opening)))
        ? [opening.id]
        : [],
    ),
    ...placements.flatMap((placement) =>
      standing.includes(placement.kind) &&
      !openings.some((opening) => opening.kind === "filled" && fills(placement, opening))
        ? [placement.id]
        : [],
    ),
  ]
}
