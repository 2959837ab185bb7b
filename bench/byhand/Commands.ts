import * as Id from "../../src/domain/Id.js"
import type { Ask, Row, Run, Script, Statement } from "./Script.js"
import { indexCandidate, indexPosition } from "./Search.js"
import * as Sql from "./Statements.js"

// The three commands as an application would have them without matchloop: the same reads, rules and writes, but each
// written out for its own case. Only changed columns are set.

interface Writing extends Run {
  readonly act: string
  ids: number
}

const writing = (run: Run): Writing => ({ ...run, act: Id.derive("act", run.seed, 0), ids: 1 })

const fresh = (run: Writing, prefix: string): string => Id.derive(prefix, run.seed, run.ids++)

const refuse = (why: string): never => {
  throw new Error(why)
}

const version = (row: Row): number => Number(row.version)

const changed = ({ actor, instant }: Run, row: Row): Row => ({
  ...row,
  version: version(row) + 1,
  updated_at: instant,
  updated_by: actor,
})

const entry = (
  run: Writing,
  id: string,
  type: string,
  noun: string,
  subject: Row,
  data: unknown,
  patch: object,
): Ask => {
  const { actor, at, instant, workspace } = run
  const by = subject.updated_by === actor ? {} : { updatedBy: actor }
  const full = { version: version(subject) + 1, updatedAt: at, ...by, ...patch }
  const shown = [JSON.stringify(data), JSON.stringify(full)]
  return [Sql.entry, workspace, id, run.act, type, noun, subject.id, full.version, instant, instant, actor, ...shown]
}

interface Moved {
  readonly noun: string
  readonly sql: Statement
  readonly type: string
  readonly kind: string
  /** The changed fields besides the usual, as the ledger says them, and as the statement binds them. */
  readonly patch: object
  readonly values: ReadonlyArray<unknown>
  readonly why?: { readonly reason: string; readonly party: string }
}

/** A record on to its next kind, with its ledger entry and its visits. */
function* move(run: Writing, row: Row, { kind, noun, patch, sql, type, values, why }: Moved): Script<Row> {
  const { actor, at, instant, workspace } = run
  const id = fresh(run, "entry")
  yield [sql, instant, actor, kind, kind, instant, ...values, workspace, row.id, row.version]
  const data = { from: { kind: row.kind, stage: row.stage }, to: { kind, stage: kind }, ...why }
  yield entry(run, id, type, noun, row, data, { kind, stage: kind, stageSince: at, ...patch })
  yield [Sql.leave, instant, kind, workspace, noun, row.id]
  const because = [why?.reason ?? null, why?.party ?? null]
  yield [Sql.enter, workspace, id, noun, row.id, kind, kind, instant, actor, ...because]
  return { ...changed(run, row), kind, stage: kind, stage_since: instant }
}

export function* updateCandidate(
  base: Run,
  id: string,
  input: { readonly location: string; readonly skills: ReadonlyArray<string> },
): Script<Row> {
  const run = writing(base)
  const { workspace } = run
  const [row = refuse("no candidate")] = yield [Sql.candidate, workspace, id]
  const skills = JSON.stringify(input.skills)
  yield [Sql.updateCandidate, run.instant, run.actor, input.location, skills, workspace, id, row.version]
  yield entry(run, fresh(run, "entry"), "CandidateUpdated", "candidate", row, {}, input)
  const after = { ...changed(run, row), location: input.location, skills }
  yield* indexCandidate(run, after)
  return after
}

export function* submit(base: Run, id: string): Script<Row> {
  const run = writing(base)
  const { at, instant, workspace } = run
  const [row = refuse("no submission")] = yield [Sql.submission, workspace, id]
  const [candidate = refuse("no candidate")] = yield [Sql.candidateRead, workspace, row.candidate_id]
  const consents = yield [Sql.consents, workspace, candidate.id]
  const [position = refuse("no position")] = yield [Sql.positionRead, workspace, row.position_id]
  yield [Sql.openingsRead, workspace, position.id]
  if (row.kind !== "shortlisted" && row.kind !== "submittedInternal") refuse("submitted before")
  if (position.kind !== "open") refuse("position not open")
  const consent =
    consents.find(
      ({ client_id, expires_at, granted_at, position_id, purpose }) =>
        purpose === "represent" &&
        Number(granted_at) <= Number(instant) &&
        (expires_at === null || Number(expires_at) > Number(instant)) &&
        (client_id === null || client_id === row.client_id) &&
        (position_id === null || position_id === row.position_id),
    ) ?? refuse("no consent")
  if (candidate.kind !== "ready" && candidate.kind !== "placed") refuse("candidate not ready")
  yield* move(run, row, {
    noun: "submission",
    sql: Sql.submit,
    type: "CandidateSubmitted",
    kind: "submitted",
    patch: { submittedAt: at, consentId: consent.id },
    values: [instant, consent.id],
  })
  return { ...row, kind: "submitted", version: version(row) + 1, submitted_at: at, consent_id: consent.id }
}

interface Terms {
  readonly percent: number
}
interface Salary {
  readonly amount: number
  readonly currency: string
}

export function* accept(base: Run, id: string, startsOn: string): Script<Row> {
  const run = writing(base)
  const { actor, at, instant, workspace } = run
  const [row = refuse("no submission")] = yield [Sql.submission, workspace, id]
  const [candidate = refuse("no candidate")] = yield [Sql.candidate, workspace, row.candidate_id]
  yield [Sql.consents, workspace, candidate.id]
  const [position = refuse("no position")] = yield [Sql.position, workspace, row.position_id]
  const openings = yield [Sql.openings, workspace, position.id]
  const [client = refuse("no client")] = yield [Sql.client, workspace, row.client_id]
  yield [Sql.interviews, workspace, id]
  const offers = yield [Sql.offers, workspace, id]
  const siblings = yield [Sql.siblings, workspace, position.id]
  const live = run.list(siblings.map((sibling) => sibling.id))
  yield [Sql.interviewsOf, workspace, live]
  yield [Sql.offersOf, workspace, live]
  const elsewhere = yield [Sql.elsewhere, workspace, candidate.id]
  const places = run.list(elsewhere.map((other) => other.id))
  yield [Sql.openingsById, workspace, run.list(elsewhere.map((other) => other.opening_id))]
  yield [Sql.interviewsOf, workspace, places]
  yield [Sql.offersOf, workspace, places]

  if (row.kind !== "offered") refuse("not offered")
  if (position.kind !== "open" && position.kind !== "covered") refuse("position not running")
  const offer = offers.find(({ kind }) => kind === "extended") ?? refuse("no offer")
  const opening =
    openings.find(({ kind, submission_id }) => kind === "reserved" && submission_id === id) ?? refuse("position filled")
  const salary = run.json(offer.salary) as Salary
  const terms = run.json(position.fee ?? client.fee) as Terms
  const fee = Math.round((salary.amount * terms.percent) / 100)
  const credits = [{ actor: row.owner, role: "recruiter", percent: 100, amount: fee }]
  const guaranteeDays = Number(position.guarantee_days)
  const guaranteeEndsOn = new Date(Date.parse(startsOn) + guaranteeDays * 86_400_000).toISOString().slice(0, 10)

  const placementId = fresh(run, "place")
  const made = {
    id: placementId,
    createdAt: at,
    createdBy: actor,
    kind: "pendingStart",
    stage: "pendingStart",
    stageSince: at,
    submissionId: id,
    candidateId: candidate.id,
    positionId: position.id,
    clientId: client.id,
    openingId: opening.id,
    offerId: offer.id,
    cycle: Number(opening.cycle),
    acceptedAt: at,
    startsOn,
    salary,
    feeTerms: terms,
    feeAmount: fee,
    feeCurrency: salary.currency,
    credits,
    guaranteeDays,
    guaranteeEndsOn,
    remedy: position.remedy,
    replacesPlacementId: null,
    startedAt: null,
    endedAt: null,
    endReason: null,
    endParty: null,
    refundAmount: 0,
  }
  yield [
    Sql.placement,
    ...[workspace, placementId, 1, instant, actor, instant, actor, "pendingStart", "pendingStart", instant, id],
    ...[candidate.id, position.id, client.id, opening.id, offer.id, opening.cycle, instant, startsOn],
    ...[JSON.stringify(salary), JSON.stringify(terms), fee, salary.currency, JSON.stringify(credits), guaranteeDays],
    ...[guaranteeEndsOn, position.remedy, null, null, null, null, null, 0],
  ]
  const placed = fresh(run, "entry")
  const to = { to: { kind: "pendingStart", stage: "pendingStart" } }
  yield entry(run, placed, "PlacementMade", "placement", { id: placementId, version: 0 }, to, made)
  yield [
    Sql.enter,
    workspace,
    placed,
    "placement",
    placementId,
    "pendingStart",
    "pendingStart",
    instant,
    actor,
    null,
    null,
  ]
  yield* move(run, row, {
    noun: "submission",
    sql: Sql.acceptSubmission,
    type: "OfferAcceptedByCandidate",
    kind: "accepted",
    patch: { placementId },
    values: [placementId],
  })
  yield* move(run, offer, {
    noun: "offer",
    sql: Sql.acceptOffer,
    type: "OfferAccepted",
    kind: "accepted",
    patch: { resolvedAt: at },
    values: [instant],
  })
  yield* move(run, opening, {
    noun: "opening",
    sql: Sql.fillOpening,
    type: "OpeningFilled",
    kind: "filled",
    patch: { placementId, filledAt: at },
    values: [placementId, instant],
  })
  const isPlaced = yield* move(run, candidate, {
    noun: "candidate",
    sql: Sql.placeCandidate,
    type: "CandidatePlaced",
    kind: "placed",
    patch: candidate.ready_until === null ? {} : { readyUntil: null },
    values: [null],
  })
  yield* indexCandidate(run, isPlaced)
  if (openings.some(({ id, kind }) => id !== opening.id && (kind === "open" || kind === "reserved"))) return made
  const isFilled = yield* move(run, position, {
    noun: "position",
    sql: Sql.fillPosition,
    type: "PositionFilled",
    kind: "filled",
    patch: { closedAt: at },
    values: [instant],
  })
  yield* indexPosition(run, { ...isFilled, closed_at: instant })
  for (const sibling of siblings) {
    if (sibling.id === id || sibling.kind === "accepted") continue
    const { kind, stage } = sibling
    yield* move(run, sibling, {
      noun: "submission",
      sql: Sql.closeOut,
      type: "SubmissionClosedOut",
      kind: "closedOut",
      patch: { endedAt: at, endReason: "position filled", endParty: "system", leftKind: kind, leftStage: stage },
      values: [instant, "position filled", "system", kind, stage],
      why: { reason: "position filled", party: "system" },
    })
  }
  return made
}
