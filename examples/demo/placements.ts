import type { Placement } from "matchloop"
import { GuaranteeRefused } from "matchloop"
import type { Desk } from "./desk.js"

type Client = ReturnType<Desk["as"]>

const early = [
  "the work was not what was promised",
  "did not pass the probation",
  "went back to the old employer",
] as const

/** It ends: inside the guarantee or after it, which the recruiter does not always have in mind. */
const end = async (desk: Desk, as: Client, { id, guaranteeEndsOn }: Placement): Promise<void> => {
  const { random } = desk
  const how = { reason: random.pick(early), party: random.pick(["client", "candidate"] as const) }
  const inside = new Date(desk.now()).toISOString().slice(0, 10) <= guaranteeEndsOn
  const fallOff = random.chance(0.25) ? !inside : inside
  try {
    await desk.must(fallOff ? as.placements.fallOff(id, how) : as.placements.terminate(id, how))
  } catch (error) {
    if (!(error instanceof GuaranteeRefused)) throw error
    desk.tally.refusals.set(error._tag, (desk.tally.refusals.get(error._tag) ?? 0) + 1)
    await desk.must(as.placements[error.use](id, how))
  }
}

/** From the signature to the day it ends, for those that do. */
export const placed = (desk: Desk, recruiter: string, placement: Placement): void => {
  const { random } = desk
  const as = desk.as(recruiter)
  const { id, startsOn } = placement
  if (random.chance(0.09)) {
    desk.later(random.between(2, 15), async () => {
      const party = random.chance(0.8) ? ("candidate" as const) : ("client" as const)
      await desk.attempt(as.placements.backOut(id, { party, reason: "accepted a counter-offer" }))
    })
    return
  }
  desk.on(startsOn, async () => {
    const started = await desk.attempt(as.placements.start(id))
    if (started === null) return
    const course = random.weighted({ stays: 62, leavesEarly: 19, leavesLater: 13, completes: 6 })
    if (course === "stays") return
    const { guaranteeDays } = started.placement
    const days =
      course === "leavesEarly"
        ? random.between(5, Math.max(6, guaranteeDays - 5))
        : guaranteeDays + random.between(5, 60)
    desk.later(days, async () => {
      if (course === "completes") await desk.attempt(as.placements.complete(id))
      else await end(desk, as, started.placement)
    })
  })
}
