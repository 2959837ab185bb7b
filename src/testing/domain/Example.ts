import { describe, expect, test } from "vitest"
import { clock, days } from "../Clock.js"
import { broken } from "../Invariants.js"
import { everything } from "../Everything.js"
import type { Fixture } from "../Fixture.js"

const bytes = new TextEncoder().encode("signed")

/** The first page of the documentation, as it stands there, and the loop around it. */
export const example = (fixture: Fixture) =>
  describe("the whole loop", () => {
    const begin = async () => {
      const time = clock()
      const workspace = fixture.workspace()
      const crm = await fixture.opened().crm({ now: time.now })
      const here = crm.workspace(workspace)
      return { time, crm, here, workspace, maya: here.as("maya") }
    }

    test("runs the example of the documentation", async () => {
      const { maya, time, workspace } = await begin()
      const at = time.now() + 3 * days
      const expiresAt = new Date(time.now() + 90 * days)

      const ada = await maya.candidates.create({
        name: "Ada Park",
        email: "ada@example.com",
        skills: ["sql"],
        source: "linkedin",
      })
      await maya.candidates.screen(ada.id, { outcome: "passed", takeaways: "Wants remote. 95k." })
      await maya.candidates.signConsent(ada.id, { document: { name: "consent.pdf", bytes }, expiresAt })

      const acme = await maya.clients.create({ name: "Acme" })
      const lena = await maya.clients.addContact(acme.id, { name: "Lena Ruiz", email: "lena@acme.test" })
      const role = await maya.positions.open({
        clientId: acme.id,
        title: "Senior Software Developer",
        openings: 3,
        contactIds: [lena.id],
        skills: ["sql"],
        salary: { min: 9_000_000, max: 11_000_000, currency: "USD" },
        fee: { kind: "percent", percent: 20 },
      })

      const first = await maya.submissions.shortlist({ candidateId: ada.id, positionId: role.id })
      await maya.submissions.submit(first.id)
      await maya.submissions.scheduleInterview(first.id, { at, round: 1 })
      await maya.submissions.offer(first.id, { salary: { amount: 10_000_000, currency: "USD" } })
      const { placement } = await maya.submissions.accept(first.id, { startsOn: "2027-01-04" })

      expect(placement).toMatchObject({
        kind: "pendingStart",
        feeAmount: 2_000_000,
        feeCurrency: "USD",
        startsOn: "2027-01-04",
      })
      expect(await maya.candidates.get(ada.id)).toMatchObject({ kind: "placed", version: 4 })
      expect(await maya.positions.get(role.id)).toMatchObject({ kind: "open", contactIds: [lena.id] })
      const funnel = await maya.reports.funnel({
        pipeline: "submission",
        from: time.now() - days,
        to: time.now() + days,
      })
      expect(funnel.rows.map(({ kind, reached }) => `${kind} ${reached}`)).toEqual([
        "shortlisted 1",
        "submittedInternal 1",
        "submitted 1",
        "interviewing 1",
        "offered 1",
        "accepted 1",
        "placed 0",
      ])
      expect(broken(await everything(fixture.opened(), workspace))).toEqual([])
    })

    test("goes from sourcing to the placement, its fall-off, and its free replacement", async () => {
      const { maya, time, workspace } = await begin()
      const candidate = async (name: string) => {
        const { id } = await maya.candidates.create({ name })
        await maya.candidates.screen(id, { outcome: "passed" })
        await maya.candidates.signConsent(id, { document: { name: "consent.pdf", bytes } })
        return id
      }
      const [ada, eve, zoe] = [await candidate("Ada"), await candidate("Eve"), await candidate("Zoë")]
      const { id: clientId } = await maya.clients.create({ name: "Acme" })
      const deal = await maya.opportunities.create({ clientId, title: "Team" })
      await maya.opportunities.win(deal.id)
      const fee = { kind: "flat", amount: 1_000_001, currency: "EUR" } as const
      const { id: positionId } = await maya.positions.open({ clientId, opportunityId: deal.id, title: "Dev", fee })
      const offered = async (candidateId: string) => {
        const { id } = await maya.submissions.shortlist({ candidateId, positionId })
        await maya.submissions.submit(id)
        return id
      }
      const [first, second, third] = [await offered(ada), await offered(eve), await offered(zoe)]
      const salary = { amount: 9_000_000, currency: "EUR" }

      await maya.submissions.scheduleInterview(first, { at: time.now() + days })
      await maya.submissions.offer(first, { salary })
      await expect(maya.submissions.offer(second, { salary })).rejects.toMatchObject({
        _tag: "OpeningsReserved",
        submissionIds: [first],
      })
      await maya.submissions.decline(first, { reason: "counter-offer", note: "Stays where she is." })
      const { items: notes } = await maya.notes.list({ about: ada })
      expect(notes.map(({ body }) => body)).toEqual(["Stays where she is."])

      await maya.submissions.offer(second, { salary })
      const { placement, position, closedOut } = await maya.submissions.accept(second, { startsOn: "2026-12-01" })
      expect(position.kind).toBe("filled")
      expect(closedOut).toMatchObject([{ id: third, endParty: "system", endReason: "position filled" }])
      await maya.placements.start(placement.id)
      time.advance(30 * days)
      const fell = await maya.placements.fallOff(placement.id, { reason: "left", party: "candidate" })
      expect(fell.opening).toMatchObject({ kind: "open", cycle: 3, replacesPlacementId: placement.id })
      expect(fell.position?.kind).toBe("open")

      await maya.submissions.restore(third)
      await maya.submissions.offer(third, { salary })
      const again = await maya.submissions.accept(third, { startsOn: "2027-02-01" })
      expect(again.placement).toMatchObject({ feeAmount: 0, replacesPlacementId: placement.id, cycle: 3 })
      expect(again.position.kind).toBe("filled")
      expect(broken(await everything(fixture.opened(), workspace))).toEqual([])
    })

    test("takes a mistake back everywhere", async () => {
      const { maya, time, workspace } = await begin()
      const { id } = await maya.candidates.create({ name: "Ada" })
      await maya.candidates.screen(id, { outcome: "passed" })
      await maya.candidates.markDoNotUse(id, { reason: "wrong person" })
      const [, , mistake] = await maya.candidates.history(id)
      await maya.ledger.correct(mistake?.id ?? "", { reason: "meant somebody else" })
      expect(await maya.candidates.get(id)).toMatchObject({ kind: "screened", reason: null, version: 4 })
      const report = await maya.reports.funnel({ pipeline: "candidate", from: 0, to: time.now() + 1, ids: true })
      expect(report.open).toMatchObject({ count: 1, of: 1 })
      expect(await maya.candidates.history(id)).toHaveLength(4)
      expect(broken(await everything(fixture.opened(), workspace))).toEqual([])
    })
  })
