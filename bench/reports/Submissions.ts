import * as Money from "../../src/domain/Money.js"
import * as Agency from "./Agency.js"
import * as Course from "./Course.js"
import type { Lap } from "./Positions.js"
import type * as Random from "./Random.js"
import type { Drafted } from "./Sheet.js"
import { type Made, made, type Stop, type Writer } from "./Writing.js"

const { day, end } = Agency

/** Whom a submission brings together. */
export interface Around {
  readonly candidate: Made
  readonly position: Made
  readonly client: Made
  readonly opening: Made | undefined
  readonly lap: Lap | undefined
}

const ends = new Set(["rejected", "withdrawn", "declined", "rescinded", "closedOut"])
const date = (at: number): string => new Date(at).toISOString().slice(0, 10)
const parties: { readonly [kind: string]: string } = { rejected: "client", rescinded: "client", closedOut: "recruiter" }

const credits = (random: Random.Random, owner: string, fee: number): string => {
  const other = random.pick(Agency.recruiters)
  const percents = random.chance(0.6) || other === owner ? [100] : random.chance(0.5) ? [50, 50] : [70, 30]
  const amounts = Money.apportion(fee, percents)
  return JSON.stringify(
    percents.map((percent, n) => ({
      actor: n === 0 ? owner : other,
      role: n === 0 ? "owner" : "sourcer",
      percent,
      amount: amounts[n] ?? 0,
    })),
  )
}

const interviews = (
  writer: Writer,
  submissionId: string,
  { kinds, times }: Course.Course,
  actor: string,
  random: Random.Random,
) => {
  let round = 0
  for (const [visit, kind] of kinds.entries()) {
    if (kind !== "interviewing") continue
    const at = times[visit] ?? 0
    const meets = at + (1 + random.below(4)) * day
    const last = random.chance(0.05) ? "noShow" : "completed"
    writer.subject(
      "interview",
      made("interview", at, random),
      [
        { kind: "scheduled", at, actor },
        { kind: last, at: meets, actor },
      ],
      { submissionId, round: ++round, revision: 1, at: meets },
    )
  }
}

const offers = (
  writer: Writer,
  submissionId: string,
  course: Course.Course,
  salary: string,
  actor: string,
  random: Random.Random,
) => {
  const at = Course.cameTo(course, "offered")
  if (Number.isNaN(at)) return ""
  const place = course.kinds.indexOf("offered") + 1
  const [next, then] = [course.kinds[place], course.times[place] ?? Number.POSITIVE_INFINITY]
  const kind = next === "accepted" || next === "declined" || next === "rescinded" ? next : "expired"
  const again = Math.min(at + day, (at + then) / 2)
  const revised = random.chance(0.05) && then < end
  let last = made("offer", at, random)
  const write = (from: number, to: string, over: number, revision: number) => {
    const resolved = over < end
    writer.subject(
      "offer",
      last,
      [
        { kind: "extended", at: from, actor },
        { kind: to, at: over, actor },
      ],
      { submissionId, revision, salary, extendedAt: from, expiresAt: null, resolvedAt: resolved ? over : null },
    )
  }
  if (revised) {
    write(at, "superseded", Math.floor(again), 1)
    last = made("offer", Math.floor(again), random)
    write(Math.floor(again), kind, then, 2)
  } else write(at, kind, then, 1)
  return last.id
}

/** Writes a submission with its interviews, offers and placement, and what it does to its opening. */
export const write = (writer: Writer, drafted: Drafted, around: Around, random: Random.Random): void => {
  const { attempt, cycle, fell, outcome, seed, start } = drafted
  const course = Course.of(seed, start, outcome !== "loses", outcome === "backsOut")
  const one = made("sub", start, random)
  const place = made("place", start, random)
  const owner = random.pick(Agency.recruiters)
  const stops = course.kinds.map(
    (kind, visit): Stop => ({
      kind,
      at: course.times[visit] ?? 0,
      actor: random.chance(0.9) ? owner : random.pick(Agency.recruiters),
      reason: ends.has(kind) ? "another profile was wanted" : null,
      party: ends.has(kind) ? (parties[kind] ?? "candidate") : null,
    }),
  )
  const last = course.kinds.at(-1) ?? ""
  const left = ends.has(last) ? (course.kinds.at(-2) ?? null) : null
  const accepted = Course.cameTo(course, "accepted")
  const submitted = Course.cameTo(course, "submitted")
  const offered = Course.cameTo(course, "offered")
  const currency = random.chance(0.7) ? "EUR" : "USD"
  const amount = 4_000_000 + random.below(8_000_000)
  const salary = JSON.stringify({ amount, currency })
  const offerId = offers(writer, one.id, course, salary, owner, random)
  const placed = !Number.isNaN(accepted)
  writer.subject("submission", one, stops, {
    candidateId: around.candidate.id,
    positionId: around.position.id,
    clientId: around.client.id,
    openingId: Number.isNaN(offered) ? null : (around.opening?.id ?? null),
    attempt,
    cycle,
    owner,
    source: random.chance(0.1) ? null : random.pick(Agency.sources),
    submittedAt: Number.isNaN(submitted) ? null : submitted,
    consentId: Number.isNaN(submitted) ? null : around.candidate.id.replace("cand_", "consent_"),
    placementId: placed ? place.id : null,
    endedAt: left === null ? null : (course.times.at(-1) ?? null),
    endReason: left === null ? null : "another profile was wanted",
    endParty: left === null ? null : (parties[last] ?? "candidate"),
    leftKind: left,
    leftStage: left,
    attached: true,
  })
  interviews(writer, one.id, course, owner, random)
  const { lap, opening } = around
  if (opening === undefined || lap === undefined) return
  const actor = owner
  if (!Number.isNaN(offered)) {
    lap.stops.push({ kind: "reserved", at: offered, actor })
    lap.submissionId = one.id
  }
  if (!placed) return
  lap.stops.push({ kind: "filled", at: accepted, actor })
  lap.placementId = place.id
  const begun = Course.cameTo(course, "placed")
  const free = outcome === "backsOut" ? Course.cameTo(course, "withdrawn") : fell
  if (free < end)
    lap.stops.push({ kind: "open", at: free, actor, reason: outcome === "backsOut" ? "backed out" : "fell off" })
  const starts = Number.isNaN(begun) ? accepted + 30 * day : begun
  const over = outcome === "backsOut" || outcome === "fallsOff"
  const fate = over
    ? { kind: outcome === "backsOut" ? "backedOut" : "fellOff", at: free }
    : { kind: "completed", at: begun + 400 * day }
  const come: ReadonlyArray<Stop> = [
    { kind: "pendingStart", at: accepted, actor },
    ...(Number.isNaN(begun) ? [] : [{ kind: "started", at: begun, actor }]),
    ...(Number.isNaN(fate.at)
      ? []
      : [{ ...fate, actor, ...(over ? { reason: "another job", party: "candidate" } : {}) }]),
  ]
  const fee = Money.share(amount, 20)
  const ended = fate.at < end
  writer.subject("placement", { ...place, id: place.id }, come, {
    submissionId: one.id,
    candidateId: around.candidate.id,
    positionId: around.position.id,
    clientId: around.client.id,
    openingId: opening.id,
    offerId,
    cycle,
    acceptedAt: accepted,
    startsOn: date(starts),
    salary,
    feeTerms: '{"kind":"percent","percent":20}',
    feeAmount: fee,
    feeCurrency: currency,
    credits: credits(random, owner, fee),
    guaranteeDays: 90,
    guaranteeEndsOn: date(starts + 90 * day),
    remedy: "refund",
    startedAt: Number.isNaN(begun) ? null : begun,
    endedAt: ended ? fate.at : null,
    endReason: ended && over ? "another job" : null,
    endParty: ended && over ? "candidate" : null,
    refundAmount: ended && outcome === "fallsOff" ? Math.floor(fee / 2) : 0,
  })
}
