import { describe, expect, test } from "vitest"
import { agency } from "./agency.js"

const started = async (more: object, settings = {}) => {
  const here = await agency({ settings })
  const role = await here.position(1, { fee: { kind: "percent", percent: 20 }, guaranteeDays: 100, ...more })
  const { placement } = await here.accepted(await here.ready("Ada"), role.id, "2026-01-10")
  await here.maya.placements.start(placement.id)
  return { ...here, role, placement }
}

const left = { reason: "left", party: "candidate" } as const

describe("a fall-off inside the guarantee", () => {
  test("starts the opening's next lap and opens the position again; the replacement is free", async () => {
    const { maya, placement, role, accepted, ready } = await started({ remedy: "replace" })
    const fallen = await maya.placements.fallOff(placement.id, { ...left, on: "2026-03-01" })
    expect(fallen).toMatchObject({
      placement: { kind: "fellOff", refundAmount: 0 },
      opening: { kind: "open", cycle: 2, replacesPlacementId: placement.id },
      position: { kind: "open" },
      candidate: { kind: "ready" },
    })
    const again = await accepted(await ready("Bo"), role.id)
    expect(again.placement).toMatchObject({ feeAmount: 0, cycle: 2, replacesPlacementId: placement.id })
  })

  test("gives the whole fee back, or the days that were left of it; the next placement earns anew", async () => {
    const whole = await started({ remedy: "refund" })
    expect(whole.placement.feeAmount).toBe(2_000_000)
    const full = await whole.maya.placements.fallOff(whole.placement.id, { ...left, on: "2026-01-20" })
    expect(full.placement.refundAmount).toBe(2_000_000)
    const part = await started({ remedy: "refund" }, { refund: "prorated" })
    // The guarantee runs 100 days from 10 January, to 20 April: 90 are left on 20 January.
    const prorated = await part.maya.placements.fallOff(part.placement.id, { ...left, on: "2026-01-20" })
    expect(prorated.placement.refundAmount).toBe(1_800_000)
    expect((await part.accepted(await part.ready("Bo"), part.role.id)).placement.feeAmount).toBe(2_000_000)
  })

  test("after the guarantee is a termination: the opening stays filled", async () => {
    const { maya, placement, role } = await started({})
    await expect(maya.placements.fallOff(placement.id, { ...left, on: "2026-04-21" })).rejects.toMatchObject({
      _tag: "GuaranteeRefused",
      use: "terminate",
      guaranteeEndsOn: "2026-04-20",
    })
    expect((await maya.placements.terminate(placement.id, { ...left, on: "2026-04-21" })).placement.kind).toBe(
      "terminated",
    )
    expect((await maya.positions.get(role.id)).kind).toBe("filled")
  })

  test("on a position that was closed since leaves no opening behind, until the position is reopened", async () => {
    const here = await agency()
    const role = await here.position(2)
    const { placement } = await here.accepted(await here.ready("Ada"), role.id, "2026-01-10")
    await here.maya.placements.start(placement.id)
    await here.maya.positions.close(role.id)
    const { opening } = await here.maya.placements.fallOff(placement.id, { ...left, on: "2026-02-01" })
    expect(opening).toMatchObject({ kind: "cancelled", cycle: 2, replacesPlacementId: placement.id })
    await here.maya.positions.reopen(role.id, { reason: "they want a replacement" })
    expect((await here.accepted(await here.ready("Bo"), role.id)).placement.replacesPlacementId).toBe(placement.id)
  })
})

test("backing out before the start ends the submission by party and frees opening, position and candidate", async () => {
  const { maya, accepted, ready, position } = await agency()
  const role = await position()
  const { placement, submission } = await accepted(await ready("Ada"), role.id)
  const result = await maya.placements.backOut(placement.id, { reason: "budget cut", party: "client" })
  expect(result).toMatchObject({
    placement: { kind: "backedOut" },
    submission: { kind: "rescinded", leftKind: "accepted" },
    opening: { kind: "open", cycle: 2 },
    position: { kind: "open" },
    candidate: { kind: "ready" },
  })
  expect(await maya.submissions.restore(submission.id)).toMatchObject({ kind: "accepted", placementId: placement.id })
  expect((await maya.placements.get(placement.id)).kind).toBe("pendingStart")
  expect((await maya.positions.get(role.id)).kind).toBe("filled")
})

describe("the fee", () => {
  const feeOf = async (fee: object, splits?: ReadonlyArray<{ actor: string; role: string; percent: number }>) => {
    const here = await agency()
    const role = await here.position(1, { fee })
    const { submission } = await here.offered(await here.ready("Ada"), role.id)
    const { placement } = await here.maya.submissions.accept(submission.id, {
      startsOn: "2026-02-01",
      ...(splits === undefined ? {} : { splits }),
    })
    return placement
  }

  test("is a percent of the first-year salary, a flat sum, or the parts of a retainer", async () => {
    expect(await feeOf({ kind: "percent", percent: 22.5 })).toMatchObject({ feeAmount: 2_250_000, feeCurrency: "EUR" })
    expect(await feeOf({ kind: "flat", amount: 1_500_000, currency: "GBP" })).toMatchObject({
      feeAmount: 1_500_000,
      feeCurrency: "GBP",
    })
    const parts = [
      { name: "signing", amount: 500_000 },
      { name: "placement", amount: 700_000 },
    ]
    expect((await feeOf({ kind: "retainer", currency: "EUR", parts })).feeAmount).toBe(1_200_000)
  })

  test("is credited by frozen splits that add up to the unit", async () => {
    const thirds = ["maya", "tom", "aiko"].map((actor, n) => ({
      actor,
      role: "recruiter",
      percent: n === 0 ? 33.34 : 33.33,
    }))
    const { credits } = await feeOf({ kind: "flat", amount: 100, currency: "EUR" }, thirds)
    expect(credits.map(({ amount }) => amount)).toEqual([34, 33, 33])
    await expect(feeOf({ kind: "flat", amount: 100, currency: "EUR" }, thirds.slice(1))).rejects.toMatchObject({
      _tag: "InvalidInput",
      field: "splits",
    })
  })
})
