import { describe, expect, test } from "vitest"
import { agency } from "./agency.js"

const last = async (maya: Awaited<ReturnType<typeof agency>>["maya"], id: string) =>
  (await maya.submissions.history(id)).at(-1)?.id ?? ""

describe("a correction", () => {
  test("takes back a whole acceptance: placement gone, opening, position, candidate and the closed-out others as before", async () => {
    const { maya, ready, position, submitted, offered } = await agency()
    const role = await position()
    const ada = await ready("Ada")
    const { submission } = await offered(ada, role.id)
    const other = await submitted(await ready("Bo"), role.id)
    const { placement } = await maya.submissions.accept(submission.id, { startsOn: "2026-02-01" })
    await maya.submissions.correct(await last(maya, submission.id), { reason: "wrong candidate clicked" })
    expect((await maya.submissions.get(submission.id)).kind).toBe("offered")
    expect((await maya.submissions.get(other.id)).kind).toBe("submitted")
    expect((await maya.positions.get(role.id)).kind).toBe("open")
    expect((await maya.candidates.get(ada)).kind).toBe("ready")
    await expect(maya.placements.get(placement.id)).rejects.toMatchObject({ _tag: "NotFound" })
    expect((await maya.placements.history(placement.id)).map(({ type }) => type)).toEqual([
      "PlacementMade",
      "EntryCorrected",
    ])
  })

  test("of an earlier move keeps the later ones: only the mistaken visit goes", async () => {
    const { maya, ready, position, submitted, inDays, days } = await agency()
    const { id } = await submitted(await ready("Ada"), (await position()).id)
    days(1)
    await maya.submissions.scheduleInterview(id, { at: inDays(1) })
    const interviewing = (await maya.submissions.history(id)).at(-1)
    days(1)
    await maya.submissions.reject(id, { reason: "no" })
    const window = { pipeline: "submission", from: inDays(-9), to: inDays(1) } as const
    const reached = async () =>
      (await maya.reports.funnel(window)).rows.find(({ kind }) => kind === "interviewing")?.reached
    expect(await reached()).toBe(1)
    const mistake = maya.submissions.correct(interviewing?.id ?? "", { reason: "that was somebody else's interview" })
    // The interview made by the same act was cancelled by the rejection: it has been built upon.
    await expect(mistake).rejects.toMatchObject({ _tag: "CorrectionRefused", because: "built upon" })
    await maya.submissions.correct(await last(maya, id), { reason: "not rejected" })
    await maya.submissions.correct(interviewing?.id ?? "", { reason: "that was somebody else's interview" })
    expect([(await maya.submissions.get(id)).kind, await reached()]).toEqual(["submitted", 0])
  })

  test("can itself be taken back, and is refused a second time", async () => {
    const { maya, ready, position, submitted } = await agency()
    const { id } = await submitted(await ready("Ada"), (await position()).id)
    await maya.submissions.reject(id, { reason: "no" })
    const rejection = await last(maya, id)
    await maya.submissions.correct(rejection, { reason: "not rejected" })
    await expect(maya.submissions.correct(rejection, { reason: "again" })).rejects.toMatchObject({
      because: "corrected",
    })
    await maya.submissions.correct(await last(maya, id), { reason: "it was, after all" })
    expect(await maya.submissions.get(id)).toMatchObject({ kind: "rejected", endReason: "no" })
  })

  test("does not take away what others refer to", async () => {
    const { maya, ready, position, submitted } = await agency()
    const ada = await ready("Ada")
    await submitted(ada, (await position()).id)
    const [created] = await maya.candidates.history(ada)
    await expect(maya.candidates.correct(created?.id ?? "", { reason: "mistake" })).rejects.toMatchObject({
      _tag: "CorrectionRefused",
    })
    const signed = (await maya.ledger.read({ limit: 1000 })).entries.find(({ type }) => type === "ConsentSigned")
    await expect(maya.ledger.correct(signed?.id ?? "", { reason: "mistake" })).rejects.toMatchObject({
      because: "built upon",
    })
  })

  test("of one imported row leaves the others", async () => {
    const { maya } = await agency()
    await maya.candidates.import([{ name: "Ada" }, { name: "Twin" }, { name: "Bo" }])
    const twin = (await maya.ledger.read()).entries.find(({ patch }) => patch?.name === "Twin")
    await maya.ledger.correct(twin?.id ?? "", { reason: "entered twice" })
    expect((await maya.candidates.list()).items.map(({ name }) => name)).toEqual(["Ada", "Bo"])
  })
})
