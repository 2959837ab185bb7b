import type { Submission } from "matchloop"
import type { Desk } from "./desk.js"
import { offers } from "./offers.js"
import { correctRejection } from "./mistakes.js"
import { byCandidate, byClient, feedback } from "./words.js"

const running: ReadonlySet<string> = new Set(["submitted", "interviewing", "offered"])

/** The submission, unless it has ended meanwhile or its position pauses; some forget to look. */
const stillOn = async (desk: Desk, recruiter: string, id: string): Promise<Submission | null> => {
  const submission = await desk.as(recruiter).submissions.get(id)
  if (!running.has(submission.kind)) return desk.random.chance(0.06) ? submission : null
  return submission
}

/** In so many days, if nothing has ended it by then; while the position pauses, later. */
const onward = (desk: Desk, recruiter: string, id: string, days: number, task: () => Promise<void>): void =>
  desk.later(days, async () => {
    const submission = await stillOn(desk, recruiter, id)
    if (submission === null) return
    const { kind } = await desk.as(recruiter).positions.get(submission.positionId)
    if (kind === "onHold" && desk.random.chance(0.9)) return onward(desk, recruiter, id, 7, task)
    await task()
  })

const reject = async (desk: Desk, recruiter: string, id: string): Promise<void> => {
  const { random } = desk
  const as = desk.as(recruiter)
  const ended = await desk.attempt(
    random.chance(0.82)
      ? as.submissions.reject(id, { party: "client", reason: random.pick(byClient) })
      : as.submissions.withdraw(id, { reason: random.pick(byCandidate) }),
  )
  if (ended === null) return
  const then = random.weighted({ nothing: 88, mistake: 6, regret: 6 })
  if (then === "mistake") {
    desk.later(0, async () => {
      if (await correctRejection(desk, recruiter, id)) answer(desk, recruiter, id)
    })
  } else if (then === "regret") {
    desk.later(random.between(5, 20), async () => {
      const back = await desk.attempt(as.submissions.restore(id, { reason: "thought again" }))
      if (back !== null) answer(desk, recruiter, id)
    })
  }
}

/** The client thinks about what lies before it. */
const answer = (desk: Desk, recruiter: string, id: string): void => {
  const { random } = desk
  onward(desk, recruiter, id, random.between(2, 9), async () => {
    const says = random.weighted({ interview: 56, no: 40, offer: 4 })
    if (says === "no") await reject(desk, recruiter, id)
    else if (says === "offer") await offers(desk, recruiter, id)
    else await interview(desk, recruiter, id, 1)
  })
}

/** A candidate is with the client. */
export const submitted = answer

const interview = async (desk: Desk, recruiter: string, id: string, round: number): Promise<void> => {
  const { random } = desk
  const as = desk.as(recruiter)
  const ahead = random.between(2, 8)
  const slot = {
    at: desk.now() + ahead * 86_400_000,
    place: random.pick(["on site", "video call"]),
    timeZone: "Europe/Berlin",
  }
  if (random.chance(0.8)) {
    const made = await desk.attempt(as.submissions.scheduleInterview(id, { ...slot, round }))
    if (made !== null) meet(desk, recruiter, id, made.interview, ahead)
    return
  }
  const asked = await desk.attempt(as.submissions.requestInterview(id, { round }))
  if (asked === null) return
  onward(desk, recruiter, id, 2, async () => {
    const at = desk.now() + ahead * 86_400_000
    const fixed = await desk.attempt(as.interviews.schedule(asked.interview.id, { ...slot, at }))
    if (fixed !== null) meet(desk, recruiter, id, fixed, ahead)
  })
}

/** The day of the interview, and what comes before and after it. */
const meet = (
  desk: Desk,
  recruiter: string,
  id: string,
  { id: interviewId, round }: { readonly id: string; readonly round: number },
  ahead: number,
): void => {
  const { random } = desk
  const as = desk.as(recruiter)
  const again = async (days: number) => {
    const at = desk.now() + days * 86_400_000
    const moved = await desk.attempt(as.interviews.reschedule(interviewId, { at }))
    if (moved !== null) meet(desk, recruiter, id, { id: interviewId, round }, days)
  }
  if (random.chance(0.14)) {
    onward(desk, recruiter, id, Math.max(1, ahead - 2), () => again(random.between(3, 8)))
    return
  }
  onward(desk, recruiter, id, ahead, async () => {
    if (random.chance(0.05)) {
      const missed = await desk.attempt(as.interviews.noShow(interviewId, { reason: "did not come" }))
      if (missed === null) return
      if (random.chance(0.6)) return again(4)
      await reject(desk, recruiter, id)
      const { candidateId } = await as.submissions.get(id)
      if (random.chance(0.5)) await desk.attempt(as.candidates.markDoNotUse(candidateId, { reason: "no word, twice" }))
      return
    }
    const done = await desk.attempt(as.interviews.complete(interviewId, { feedback: random.pick(feedback) }))
    if (done === null) return
    onward(desk, recruiter, id, random.between(1, 5), async () => {
      if (random.chance(0.36)) await reject(desk, recruiter, id)
      else if (round < 3 && random.chance(round === 1 ? 0.7 : 0.4)) await interview(desk, recruiter, id, round + 1)
      else await offers(desk, recruiter, id)
    })
  })
}
