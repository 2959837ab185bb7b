import { describe, expect, test } from "vitest"
import { agency } from "./agency.js"

describe("an agency's own stages", () => {
  const pipelines = {
    submission: [
      { name: "Phone interview", kind: "interviewing" },
      { name: "Onsite", kind: "interviewing" },
    ],
  }

  test("lie under kinds: moving between them is a visit each and no other kind", async () => {
    const { maya, ready, position, submitted, inDays, days } = await agency({ pipelines })
    const { id } = await submitted(await ready("Ada"), (await position()).id)
    const { submission } = await maya.submissions.scheduleInterview(id, { at: inDays(1) })
    expect(submission).toMatchObject({ kind: "interviewing", stage: "Phone interview" })
    days(2)
    expect(await maya.submissions.move(id, { stage: "Onsite" })).toMatchObject({
      kind: "interviewing",
      stage: "Onsite",
    })
    const { rows } = await maya.reports.timeInStage({ pipeline: "submission", from: inDays(-10), to: inDays(1) })
    expect(rows.map(({ stage, completed, open }) => [stage, completed, open])).toEqual([
      ["shortlisted", 1, 0],
      ["submitted", 1, 0],
      ["Onsite", 0, 1],
      ["Phone interview", 1, 0],
    ])
    await expect(maya.submissions.move(id, { stage: "submitted" })).rejects.toMatchObject({
      _tag: "InvalidInput",
      field: "stage",
    })
  })

  test("are where a restore goes back to: the very stage, not the first of its kind", async () => {
    const { maya, ready, position, submitted, inDays } = await agency({ pipelines })
    const { id } = await submitted(await ready("Ada"), (await position()).id)
    await maya.submissions.scheduleInterview(id, { at: inDays(1), stage: "Onsite" })
    await maya.submissions.withdraw(id, { reason: "other offer" })
    expect(await maya.submissions.restore(id)).toMatchObject({ kind: "interviewing", stage: "Onsite" })
  })
})

describe("a host's business development", () => {
  const pipelines = {
    opportunity: [
      { name: "Cold call", kind: "open", probability: 5, next: ["Meeting"] },
      { name: "Meeting", kind: "open", probability: 40, next: ["Cold call", "Terms"] },
      { name: "Terms", kind: "open", probability: 75 },
    ],
  }

  test("replaces ours altogether, with its order, its probabilities and its own graph", async () => {
    const { maya } = await agency({ pipelines })
    const acme = await maya.clients.create({ name: "Acme" })
    const deal = await maya.opportunities.create({ clientId: acme.id, title: "Three developers" })
    expect(deal).toMatchObject({ kind: "open", stage: "Cold call", probability: 5 })
    await expect(maya.opportunities.move(deal.id, { stage: "Terms" })).rejects.toMatchObject({
      _tag: "InvalidInput",
      field: "stage",
    })
    await expect(maya.opportunities.move(deal.id, { stage: "Prospecting" })).rejects.toMatchObject({
      _tag: "InvalidInput",
    })
    expect(await maya.opportunities.move(deal.id, { stage: "Meeting" })).toMatchObject({ probability: 40 })
    expect(await maya.opportunities.lose(deal.id, { reason: "a competitor" })).toMatchObject({
      kind: "lost",
      leftStage: "Meeting",
      probability: 0,
    })
    expect(await maya.opportunities.reopen(deal.id, { reason: "they called" })).toMatchObject({
      stage: "Meeting",
      probability: 40,
    })
  })
})
