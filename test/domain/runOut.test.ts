import { memory } from "matchloop/memory"
import { type Client, createMatchloop } from "matchloop"
import { expect, test } from "vitest"

const day = 86_400_000
const salary = { amount: 10_000_000, currency: "EUR" }

interface Told {
  readonly maya: Client
  readonly submissionId: string
  readonly draftId: string
}

/** What may become of a submission whose offer ran out two days before. */
const acts: { readonly [name: string]: (told: Told) => Promise<unknown> } = {
  withdraw: ({ maya, submissionId }) => maya.submissions.withdraw(submissionId, { reason: "never answered" }),
  decline: ({ maya, submissionId }) => maya.submissions.decline(submissionId, { reason: "too late" }),
  reject: ({ maya, submissionId }) => maya.submissions.reject(submissionId, { reason: "never answered" }),
  rescind: ({ maya, submissionId }) => maya.submissions.rescind(submissionId, { reason: "never answered" }),
  "offer again": ({ maya, submissionId }) => maya.submissions.offer(submissionId, { salary }),
  "extend a draft": ({ maya, draftId }) => maya.offers.extend(draftId),
}

/** The offers and the openings after an act, and where they stood when; with somebody looking before it, or nobody. */
const after = async (act: (told: Told) => Promise<unknown>, looked: boolean) => {
  let time = Date.UTC(2026, 0, 5)
  const crm = await createMatchloop({ storage: memory(), now: () => time })
  const maya = crm.as("maya")
  const { id: candidateId } = await maya.candidates.create({ name: "Ada" })
  await maya.candidates.screen(candidateId, { outcome: "passed" })
  await maya.candidates.signConsent(candidateId, { document: { name: "consent.pdf", bytes: new Uint8Array([1]) } })
  const { id: clientId } = await maya.clients.create({ name: "Acme" })
  const { id: positionId } = await maya.positions.open({ clientId, title: "Developer" })
  const { id: submissionId } = await maya.submissions.shortlist({ candidateId, positionId })
  await maya.submissions.submit(submissionId)
  await maya.submissions.offer(submissionId, { salary, expiresAt: new Date(time + 3 * day) })
  const { id: draftId } = await maya.offers.draft({ submissionId, salary })
  time += 5 * day
  if (looked) await maya.reports.snapshot({ pipeline: "offer" })
  await act({ maya, submissionId, draftId })
  time += day
  const ended = new Map<string, string>()
  const window = { from: "2026-01-01", to: "2026-02-01", floor: 1 }
  for (const pipeline of ["offer", "opening", "submission"] as const) {
    for (let ago = 7; ago >= 0; ago--)
      for (const knowledge of ["now", "then"] as const) {
        const asOf = new Date(time - ago * day + 1)
        const { rows } = await maya.reports.snapshot({ pipeline, asOf, knowledge })
        const standing = rows.flatMap(({ count, stage }) => (count === 0 ? [] : [`${count} ${stage}`]))
        ended.set(`${pipeline} ${ago} days ago, as known ${knowledge}`, standing.join())
      }
    ended.set(`${pipeline} times`, JSON.stringify((await maya.reports.timeInStage({ pipeline, ...window })).rows))
  }
  const { asOf: _, ...acceptance } = await maya.reports.offerAcceptance(window)
  await crm.close()
  return { acceptance, ended }
}

test.each(Object.entries(acts))(
  "%s: an offer that ran out before did so whether anybody had looked or not",
  async (name, act) => {
    const unseen = await after(act, false)
    expect(unseen).toEqual(await after(act, true))
    if (!name.includes("offer") && !name.includes("draft"))
      expect(unseen.acceptance).toMatchObject({ expired: 1, declined: 0 })
  },
)

test("an offer that ran out holds no opening from others, whether anybody had looked or not", async () => {
  let time = Date.UTC(2026, 0, 5)
  await using crm = await createMatchloop({ storage: memory(), now: () => time })
  const maya = crm.as("maya")
  const { id: clientId } = await maya.clients.create({ name: "Acme" })
  const { id: positionId } = await maya.positions.open({ clientId, title: "Developer" })
  const submitted = async (name: string) => {
    const { id: candidateId } = await maya.candidates.create({ name })
    await maya.candidates.screen(candidateId, { outcome: "passed" })
    await maya.candidates.signConsent(candidateId, { document: { name: "consent.pdf", bytes: new Uint8Array([1]) } })
    const { id } = await maya.submissions.shortlist({ candidateId, positionId })
    await maya.submissions.submit(id)
    return id
  }
  const [first, second, third] = [await submitted("Ada"), await submitted("Bo"), await submitted("Cy")]
  const expiresAt = () => new Date(time + 3 * day)
  await maya.submissions.offer(first, { salary, expiresAt: expiresAt() })
  await expect(maya.submissions.offer(second, { salary })).rejects.toMatchObject({ _tag: "OpeningsReserved" })
  time += 5 * day
  await maya.submissions.offer(second, { salary, expiresAt: expiresAt() })
  expect((await maya.offers.list({ where: { submissionId: first } })).items).toMatchObject([{ kind: "expired" }])
  time += 5 * day
  const { id: draftId } = await maya.offers.draft({ submissionId: third, salary })
  const explained = await maya.submissions.explain(third)
  expect(explained.find(({ command }) => command === "offer")).toMatchObject({ allowed: true })
  await maya.offers.extend(draftId)
  expect(await maya.submissions.accept(second, {}).then(String, ({ _tag }) => _tag)).toBe("TransitionRefused")
})
