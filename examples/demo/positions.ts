import type { Candidate, Position } from "matchloop"
import type { Desk } from "./desk.js"
import { recruiters, sales } from "./desk.js"
import { askConsent } from "./people.js"
import { submitted } from "./submissions.js"

const enough = 5

/** Candidates with one of the skills, the ready ones first. */
const fitting = async (desk: Desk, position: Position, recruiter: string): Promise<ReadonlyArray<Candidate>> => {
  const as = desk.as(recruiter)
  const found = new Map<string, Candidate>()
  for (const skill of position.skills) {
    const where = { kind: ["ready", "screened"], skills: { contains: skill } }
    for (const candidate of (await as.candidates.list({ where, limit: 200 })).items) found.set(candidate.id, candidate)
  }
  const mixed = desk.random.shuffled([...found.values()])
  const ready = mixed.filter(({ kind }) => kind === "ready")
  return [...ready, ...mixed.filter(({ kind }) => kind !== "ready")]
}

const submit = async (desk: Desk, recruiter: string, candidateId: string, submissionId: string): Promise<void> => {
  const as = desk.as(recruiter)
  const { random } = desk
  if (random.chance(0.3)) {
    if ((await desk.attempt(as.submissions.submitInternal(submissionId))) === null) return
    if (random.chance(0.12)) {
      await desk.attempt(
        as.submissions.reject(submissionId, { party: "recruiter", reason: "stronger ones on the list" }),
      )
      return
    }
  }
  desk.later(random.between(0, 3), async () => {
    const sent = await desk.attempt(as.submissions.submit(submissionId))
    if (sent !== null) return submitted(desk, recruiter, submissionId)
    const { kind } = await as.candidates.get(candidateId)
    if (kind !== "screened") return
    await askConsent(desk, recruiter, candidateId, async () => {
      const again = await desk.attempt(as.submissions.submit(submissionId))
      if (again !== null) submitted(desk, recruiter, submissionId)
    })
  })
}

/** Looks for people until enough of them are with the client. */
const source = async (desk: Desk, position: Position): Promise<void> => {
  const { random } = desk
  const recruiter = random.chance(0.8) ? (position.owner ?? sales) : random.pick(recruiters)
  const as = desk.as(recruiter)
  const { items: before } = await as.submissions.list({ where: { positionId: position.id }, limit: 1000 })
  const live = before.filter(({ endedAt, kind }) => endedAt === null && kind !== "placed").length
  if (live >= enough) {
    if (random.chance(0.25)) await cover(desk, position)
    return
  }
  const tried = new Map(before.map(({ candidateId, endedAt, endParty }) => [candidateId, { endedAt, endParty }]))
  const old = new Date(desk.now() - 60 * 86_400_000).toISOString()
  const candidates = (await fitting(desk, position, recruiter)).filter(({ id }) => {
    const last = tried.get(id)
    if (last === undefined) return true
    if (last.endedAt === null) return random.chance(0.05)
    return last.endedAt < old && last.endParty !== "candidate" && random.chance(0.5)
  })
  for (const { id } of candidates.slice(0, Math.min(3, enough - live))) {
    const made = await desk.attempt(as.submissions.shortlist({ candidateId: id, positionId: position.id }))
    if (made !== null) await submit(desk, recruiter, id, made.id)
  }
}

const cover = async (desk: Desk, { id }: Position): Promise<void> => {
  const covered = await desk.attempt(desk.as(sales).positions.cover(id))
  if (covered === null) return
  desk.later(desk.random.between(10, 25), async () => {
    await desk.attempt(desk.as(sales).positions.uncover(id))
  })
}

const pause = async (desk: Desk, { id }: Position): Promise<void> => {
  const as = desk.as(sales)
  await desk.attempt(as.positions.hold(id, { reason: "budget under review" }))
  desk.later(desk.random.between(10, 30), async () => {
    await desk.attempt(as.positions.resume(id))
  })
}

/** What clients do to positions. */
const fate = async (desk: Desk, position: Position): Promise<void> => {
  const { id } = position
  const as = desk.as(sales)
  const what = desk.random.weighted({ nothing: 930, hold: 26, more: 8, fewer: 10, lost: 12, cancelled: 8, closed: 6 })
  if (what === "hold") await pause(desk, position)
  if (what === "more") await desk.attempt(as.positions.addOpenings(id, { openings: 1 }))
  if (what === "lost") await desk.attempt(as.positions.lose(id, { reason: "filled by another agency" }))
  if (what === "cancelled") await desk.attempt(as.positions.cancel(id, { reason: "hiring freeze" }))
  if (what === "closed") {
    const closed = await desk.attempt(as.positions.close(id, { reason: "nobody at that salary" }))
    if (closed !== null && desk.random.chance(0.7)) {
      desk.later(30, async () => {
        await desk.attempt(as.positions.reopen(id, { reason: "the client raised the salary" }))
      })
    }
  }
  if (what === "fewer") {
    const { items } = await as.positions.openings.list({ where: { positionId: id, kind: "open" } })
    const last = items.at(-1)
    if (last !== undefined)
      await desk.attempt(as.positions.cancelOpening(id, { openingId: last.id, reason: "one head less" }))
  }
}

/** Works on a position week by week, for as long as the year lasts: one that was filled may open again. */
export const work = (desk: Desk, id: string): void => {
  desk.later(desk.random.between(1, 5), async () => {
    const position = await desk.as(sales).positions.get(id)
    if (position.kind === "open") await source(desk, position)
    if (position.kind === "open" || position.kind === "covered") await fate(desk, position)
    desk.later(desk.random.between(2, 5), async () => work(desk, id))
  })
}
