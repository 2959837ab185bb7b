import * as Either from "effect/Either"
import * as Basis from "../Basis.js"
import * as Draft from "../Draft.js"
import type { Fact } from "../Fact.js"
import type { Instant } from "../Field.js"
import type { RecordOf } from "../Nouns.js"
import * as Noun from "../Noun.js"
import { Placement } from "../placement/Placement.js"
import type { Opening } from "../position/Opening.js"
import { OpeningLifecycle, type Command as Step } from "../position/OpeningLifecycle.js"
import type { Position } from "../position/Position.js"
import { PositionLifecycle } from "../position/PositionLifecycle.js"
import { PositionFilled, PositionNotOpen, type Refusal } from "../Refusal.js"
import * as Filling from "../submission/Filling.js"
import { isLive, type Submission } from "../submission/Submission.js"
import * as Adopt from "./Adopt.js"
import type { Around } from "./Exported.js"

/** The tag of clients and positions that came here with a person; whoever takes it off makes them the agency's own. */
export const mark = "imported"

/** A position that is here already, with all that has to agree with it. */
export interface Place extends Filling.Siblings {
  readonly position: Position
  readonly openings: ReadonlyArray<Opening>
}

/** What the person needs of an opening: to fill it, to have it reserved, or that it is there. */
export type Need =
  | { readonly as: "filled"; readonly placement: RecordOf<"placement"> }
  | { readonly as: "reserved"; readonly submissionId: Submission["id"] }
  | { readonly as: "named" }

export type Seat = Around["openings"][number] & { readonly need: Need }

/** A position of the person's, with what they need of it. */
export interface Job {
  readonly position: Around["positions"][number]
  readonly seats: ReadonlyArray<Seat>
  /** Whether a submission is live on it that is not accepted yet: the position must run. */
  readonly waiting: boolean
  /** When the person's records first name it, and when they last do. */
  readonly since: Instant
  readonly until: Instant
}

const standing: ReadonlyArray<string> = Noun.kindsIn(Placement, "live", "won").concat("terminated")

export const needOf = (
  { id, reservedFor }: Around["openings"][number],
  placements: ReadonlyArray<RecordOf<"placement">>,
  submissions: ReadonlyArray<Submission>,
): Need => {
  const placement = placements.find(({ kind, openingId }) => openingId === id && standing.includes(kind))
  if (placement !== undefined) return { as: "filled", placement }
  const offered = submissions.find((one) => one.id === reservedFor && one.kind === "offered")
  return offered === undefined ? { as: "named" } : { as: "reserved", submissionId: offered.id }
}

export const isWaiting = (submission: Submission): boolean => isLive(submission) && submission.kind !== "accepted"

const openingStub = (draft: Draft.Draft, seat: Seat, job: Job, free: boolean): Opening => {
  const { cycle, id, need, number, positionId } = seat
  const bare = { submissionId: null, placementId: null, replacesPlacementId: null, filledAt: null, closedAt: null }
  const fields = { positionId, number, cycle, openedAt: job.since, ...bare, reason: null }
  const made: Adopt.Chapter = { type: "OpeningImported", at: job.since, kind: "open", fields }
  const then = ((): ReadonlyArray<Adopt.Chapter> => {
    if (need.as === "filled") {
      const { acceptedAt: at, id: placementId, submissionId } = need.placement
      return [{ type: "OpeningFilled", at, kind: "filled", fields: { submissionId, placementId, filledAt: at } }]
    }
    if (need.as === "reserved") {
      const fields = { submissionId: need.submissionId }
      return [{ type: "OpeningReserved", at: job.until, kind: "reserved", fields }]
    }
    return free
      ? []
      : [{ type: "OpeningCancelled", at: job.until, kind: "cancelled", fields: { closedAt: job.until, reason: mark } }]
  })()
  return Adopt.stub(draft, "opening", id, [made, ...then]) as unknown as Opening
}

const isLeft = ({ kind }: Opening) => kind === "open" || kind === "reserved"

type Numbered = ReadonlyArray<{ readonly number: number }>

const nextNumber = (taken: Numbered): number => Math.max(0, ...taken.map((one) => one.number)) + 1

/** One more opening, where somebody is live on a position of which none is left. */
const another = (draft: Draft.Draft, job: Job, taken: Numbered): Opening => {
  const number = nextNumber(taken)
  const id = Draft.freshId(draft, "opening")
  const seat: Seat = { id, positionId: job.position.id, number, cycle: 1, reservedFor: null, need: { as: "named" } }
  return openingStub(draft, seat, job, true)
}

/** A position that is not here: as much of it as the person's records need to agree with it. */
export const positionStub = (draft: Draft.Draft, job: Job): void => {
  const { position, seats, since, until, waiting } = job
  const { guaranteeDays, remedy } = draft.context.settings
  const unknown = { opportunityId: null, description: null, location: null, salary: null, fee: null, owner: null }
  const lists = { contactIds: [], skills: [], splits: [], tags: [mark], customFields: {} }
  const open = { openedAt: since, closedAt: null, leftStage: null, reason: null }
  const fields = { clientId: position.clientId, title: position.title, ...unknown, ...lists, guaranteeDays, remedy }
  const openings = seats.map((seat) => openingStub(draft, seat, job, waiting))
  const left = openings.some(isLeft) || (waiting && isLeft(another(draft, job, seats)))
  const filled = openings.some(({ kind }) => kind === "filled")
  const made: Adopt.Chapter = { type: "PositionImported", at: since, kind: "open", fields: { ...fields, ...open } }
  const type = filled ? "PositionFilled" : "PositionClosed"
  const end: Adopt.Chapter = { type, at: until, kind: filled ? "filled" : "closed", fields: { closedAt: until } }
  Adopt.stub(draft, "position", position.id, left ? [made] : [made, end])
}

const move = (draft: Draft.Draft, opening: Opening, step: Step, type: Fact): Either.Either<Opening, Refusal> =>
  Either.flatMap(OpeningLifecycle.take(opening, step), (next) =>
    Draft.move(draft, "opening", opening, next, { type, consequence: true }),
  )

/** An opening that is here, taken for the person. */
const occupy = (draft: Draft.Draft, opening: Opening, need: Need, stub: boolean): Either.Either<Opening, Refusal> =>
  Either.gen(function* () {
    if (need.as === "named") return opening
    const reopens = stub && opening.kind === "cancelled"
    const reopen = { _tag: "reopen", nextCycle: false, replaces: null } as const
    const free = reopens ? yield* move(draft, opening, reopen, "OpeningReopened") : opening
    if (free.kind !== "open") return yield* Either.left(new PositionFilled({ positionId: opening.positionId }))
    if (need.as === "reserved")
      return yield* move(draft, free, { _tag: "reserve", submissionId: need.submissionId }, "OpeningReserved")
    const { acceptedAt: at, id: placementId, submissionId } = need.placement
    return yield* move(draft, free, { _tag: "fill", submissionId, placementId, at }, "OpeningFilled")
  })

/** An opening that was made up and has the number of one that now comes in gives way to it. */
const renumbered = (draft: Draft.Draft, seat: Seat, openings: ReadonlyMap<string, Opening>, seats: Numbered) => {
  const here = [...openings.values()]
  const made = here.find(({ number }) => number === seat.number)
  return made === undefined
    ? openings
    : new Map(openings).set(
        made.id,
        Draft.update(draft, "opening", made, "OpeningImported", { number: nextNumber([...here, ...seats]) }),
      )
}

/** An opening for those who wait on a stub of which none is left: one that was closed as nobody's, or one more. */
const room = (
  draft: Draft.Draft,
  job: Job,
  place: Place,
  openings: ReadonlyMap<string, Opening>,
): Either.Either<Opening, Refusal> => {
  const closed = place.openings.find(({ id }) => {
    const now = openings.get(id)
    return now?.kind === "cancelled" && now.reason === mark
  })
  return closed === undefined
    ? Either.right(another(draft, job, [...openings.values()]))
    : move(draft, closed, { _tag: "reopen", nextCycle: false, replaces: null }, "OpeningReopened")
}

/**
 * The openings of a position that is the agency's own by those that the person's records name: free ones for whom they
 * hold, any for the others; of each, the one of the same number where it is such. Two may have to be one here.
 */
export const seated = (
  { openings, position }: Place,
  seats: ReadonlyArray<Seat>,
): Either.Either<ReadonlyMap<string, string>, Refusal> =>
  Either.gen(function* () {
    const byNumber = openings.toSorted((a, b) => a.number - b.number)
    const names = new Map<string, string>()
    const taken = new Set(seats.flatMap(({ id }) => (openings.some((one) => one.id === id) ? [id] : [])))
    for (const { id, need, number } of seats) {
      if (taken.has(id) || position.tags.includes(mark)) continue
      const fit = byNumber.filter((one) => need.as === "named" || (one.kind === "open" && !taken.has(one.id)))
      const found = fit.find((one) => one.number === number) ?? fit[0]
      if (found === undefined) return yield* Either.left(new PositionFilled({ positionId: position.id }))
      if (need.as !== "named") taken.add(found.id)
      names.set(id, found.id)
    }
    return names
  })

/**
 * Brings a position that is here to agree with the person's records. A stub has the openings alone that those who came
 * name, so that its last one closes nobody out: whoever waits there came in so, and there it is not over.
 */
export const settle = (draft: Draft.Draft, job: Job, place: Place): Either.Either<void, Refusal> =>
  Either.gen(function* () {
    const { position } = place
    Basis.rest(draft, "position", position)
    const stub = position.tags.includes(mark)
    let openings: ReadonlyMap<string, Opening> = new Map(place.openings.map((opening) => [opening.id, opening]))
    for (const seat of job.seats) {
      const here = openings.get(seat.id)
      const others = here === undefined ? renumbered(draft, seat, openings, job.seats) : openings
      const seated =
        here === undefined ? openingStub(draft, seat, job, job.waiting) : yield* occupy(draft, here, seat.need, stub)
      openings = new Map(others).set(seat.id, seated)
    }
    if (stub && (job.waiting || place.siblings.some(isWaiting)) && ![...openings.values()].some(isLeft)) {
      const more = yield* room(draft, job, place, openings)
      openings = new Map(openings).set(more.id, more)
    }
    const now = [...openings.values()]
    const runs = position.kind === "open" || position.kind === "covered" || position.kind === "onHold"
    if (runs) {
      if (job.waiting && !now.some(isLeft)) yield* Either.left<Refusal>(new PositionFilled({ positionId: position.id }))
      yield* Filling.afterFill(draft, position, now, place)
      return
    }
    if (!now.some(isLeft)) return
    if (!stub) {
      if (job.waiting)
        yield* Either.left<Refusal>(new PositionNotOpen({ positionId: position.id, kind: position.kind }))
      return
    }
    const next = yield* PositionLifecycle.step(position, { _tag: "reopen", at: draft.context.at }, { openings: now })
    yield* Draft.move(draft, "position", position, next, { type: "PositionReopened", consequence: true })
  })
