import { ConsentRequired } from "matchloop"
import { expect, test } from "vitest"
import { everywhere } from "../support/everywhere.js"

const begin = Date.UTC(2026, 0, 5)
const day = 86_400_000
let time = begin

everywhere(
  (agency) => {
    const form = { name: "consent.pdf", bytes: new Uint8Array([37, 80, 68, 70]) }
    const refusal = (error: unknown) => {
      if (!(error instanceof ConsentRequired)) throw error
      return error.consents.map(({ because, kind }) => [kind, because])
    }

    test("whoever is refused for want of a consent is told why each on file does not do", async () => {
      time = begin
      const maya = agency().as("maya")
      const { id } = await maya.candidates.create({ name: "Ada Park", skills: ["sql"] })
      const { id: clientId } = await maya.clients.create({ name: "Acme" })
      const { id: positionId } = await maya.positions.open({ clientId, title: "Developer", skills: ["sql"] })
      const submission = await maya.submissions.shortlist({ candidateId: id, positionId })
      await maya.candidates.screen(id, { outcome: "passed" })
      const asked = await maya.candidates.requestConsent(id, {})
      await maya.candidates.denyConsent(id, { consentId: asked.id })
      await maya.candidates.signConsent(id, { document: form, expiresAt: new Date(begin + 7 * day) })
      const { consent: kept } = await maya.candidates.signConsent(id, { document: form })
      await maya.candidates.revokeConsent(id, { consentId: kept.id, reason: "changed their mind" })
      expect(
        (await maya.search.candidates("readyUntil<2026-01-13 kind:ready")).hits.map(({ record }) => record.id),
      ).toEqual([id])
      time += 8 * day
      const said = [
        ["denied", "is denied"],
        ["expired", "expired 2026-01-12T00:00:00.000Z"],
        ["revoked", "is revoked"],
      ]
      // Whether anybody wrote the end of it down meanwhile or not.
      const before = await maya.submissions.submit(submission.id).catch(refusal)
      expect(before).toEqual(expect.arrayContaining([["granted", "expired 2026-01-12T00:00:00.000Z"]]))
      await maya.settle()
      expect(await maya.submissions.submit(submission.id).catch(refusal)).toEqual(expect.arrayContaining(said))
      const explained = (await maya.submissions.explain(submission.id)).find(({ command }) => command === "submit")
      expect(explained?.refusals.flatMap((one) => (one instanceof ConsentRequired ? refusal(one) : []))).toEqual(
        expect.arrayContaining(said),
      )
      expect((await maya.search.candidates("consent:live")).hits).toEqual([])
      const { ruledOut } = await maya.positions.suggest(positionId)
      expect(ruledOut.items.map(({ record, reasons }) => [record.name, reasons.map(({ _tag }) => _tag)])).toEqual([
        ["Ada Park", ["consent", "live"]],
      ])
    })
  },
  { now: () => time },
)
