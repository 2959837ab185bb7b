import * as Either from "effect/Either"
import type { Candidate } from "../candidate/Candidate.js"
import type { Consent } from "../candidate/Consent.js"
import { Lifecycle } from "../candidate/Lifecycle.js"
import * as Readying from "../candidate/Readying.js"
import { sets } from "../ChangeSet.js"
import * as Basis from "../Basis.js"
import * as Draft from "../Draft.js"
import * as Plan from "../Plan.js"
import type { Opening } from "../position/Opening.js"
import { OpeningLifecycle } from "../position/OpeningLifecycle.js"
import type { Position } from "../position/Position.js"
import { PositionLifecycle } from "../position/PositionLifecycle.js"
import type { Refusal } from "../Refusal.js"
import type { Placement } from "./Placement.js"

/** The kinds of placements that hold their candidate. */
export const running = ["pendingStart", "started"] as const

/** What a placement leaves behind when it comes to nothing. */
export const plan = Plan.plan({
  candidate: Plan.follow("candidate", "placement", "candidateId"),
  consents: Plan.having("consent", "candidateId", "candidate", ["granted"]),
  others: Plan.having("placement", "candidateId", "candidate", running),
  position: Plan.follow("position", "placement", "positionId"),
  openings: Plan.having("opening", "positionId", "position"),
})

interface Left {
  readonly candidate: ReadonlyArray<Candidate>
  readonly consents: ReadonlyArray<Consent>
  readonly others: ReadonlyArray<Placement>
  readonly position: ReadonlyArray<Position>
  readonly openings: ReadonlyArray<Opening>
}

export interface Vacated {
  readonly candidate: Candidate | null
  readonly opening: Opening | null
  readonly position: Position | null
}

/** The candidate is free again, unless another placement still holds. */
export const release = (
  draft: Draft.Draft,
  placement: Placement,
  left: Left,
): Either.Either<Candidate | null, Refusal> => {
  const candidate = left.candidate[0]
  if (candidate?.kind !== "placed") return Either.right(candidate ?? null)
  Basis.whole(draft, sets.placementsOfCandidate, candidate.id, running, left.others)
  if (left.others.some(({ id }) => id !== placement.id)) return Either.right(candidate)
  const readiness = Readying.readiness(draft, candidate, left.consents)
  return Either.flatMap(
    Lifecycle.send<"placed", "release">(candidate, { _tag: "release", readiness }, undefined),
    (next) => Draft.move(draft, "candidate", candidate, next, { type: "CandidateReleased", consequence: true }),
  )
}

/**
 * The opening starts its next lap, and a position that was won by it is open again. Where the remedy is to replace,
 * the next placement on the opening owes no fee. On a position that has ended otherwise the opening is cancelled, until
 * the position is reopened.
 */
export const vacate = (
  draft: Draft.Draft,
  placement: Placement,
  left: Left,
  replaces: Placement["id"] | null,
): Either.Either<Vacated, Refusal> =>
  Either.gen(function* () {
    const candidate = yield* release(draft, placement, left)
    const opening = left.openings.find(({ id }) => id === placement.openingId)
    const position = left.position[0]
    if (opening?.kind !== "filled" || position === undefined) {
      return { candidate, opening: opening ?? null, position: position ?? null }
    }
    Basis.rest(draft, "position", position)
    const next = yield* OpeningLifecycle.send<"filled", "reopen">(
      opening,
      { _tag: "reopen", nextCycle: true, replaces },
      undefined,
    )
    const reopened = yield* Draft.move(draft, "opening", opening, next, {
      type: "OpeningReopened",
      consequence: true,
      data: { reason: placement.kind === "pendingStart" ? "backed out" : "fell off" },
    })
    if (position.kind === "lost" || position.kind === "cancelled" || position.kind === "closed") {
      const { at } = draft.context
      const gone = yield* OpeningLifecycle.take(reopened, { _tag: "cancel", at, reason: `position ${position.kind}` })
      const cancelled = yield* Draft.move(draft, "opening", reopened, gone, {
        type: "OpeningCancelled",
        consequence: true,
      })
      return { candidate, opening: cancelled, position }
    }
    if (position.kind !== "filled") return { candidate, opening: reopened, position }
    const openings = left.openings.map((other) => (other.id === reopened.id ? reopened : other))
    const open = yield* PositionLifecycle.send<"filled", "reopen">(
      position,
      { _tag: "reopen", at: draft.context.at },
      { openings },
    )
    return {
      candidate,
      opening: reopened,
      position: yield* Draft.move(draft, "position", position, open, { type: "PositionReopened", consequence: true }),
    }
  })
