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

    test("whoever is ruled out for want of a consent is told of each what a submission would be told", async () => {
      time = begin
      const maya = agency().as("maya")
      const { id } = await maya.candidates.create({ name: "Ada Park", skills: ["sql"] })
      const [acme, globex] = [
        await maya.clients.create({ name: "Acme" }),
        await maya.clients.create({ name: "Globex" }),
      ]
      const role = { title: "Developer", skills: ["sql"] }
      const here = await maya.positions.open({ ...role, clientId: acme.id })
      const beside = await maya.positions.open({ ...role, clientId: acme.id })
      const there = await maya.positions.open({ ...role, clientId: globex.id })
      const submission = await maya.submissions.shortlist({ candidateId: id, positionId: here.id })
      await maya.candidates.screen(id, { outcome: "passed" })
      const sign = async (more: object) =>
        (await maya.candidates.signConsent(id, { document: form, ...more })).consent.id
      const asked = await maya.candidates.requestConsent(id, {})
      const denied = await maya.candidates.requestConsent(id, {})
      await maya.candidates.denyConsent(id, { consentId: denied.id })
      const revoked = await sign({})
      await maya.candidates.revokeConsent(id, { consentId: revoked, reason: "changed their mind" })
      const ended = await sign({ expiresAt: new Date(begin + 7 * day) })
      const process = await sign({ purpose: "process" })
      const client = await sign({ clientId: globex.id })
      const position = await sign({ positionId: beside.id })
      const refused = async () => {
        const error: unknown = await maya.submissions.submit(submission.id).catch((one: unknown) => one)
        if (!(error instanceof ConsentRequired)) throw error
        return error.consents
      }
      const ruledOut = async (): Promise<ReadonlyArray<unknown>> => {
        const found = [
          (await maya.positions.suggest(here.id)).ruledOut.items.find(({ record }) => record.id === id),
          (await maya.candidates.suggest(id)).ruledOut.items.find(({ record }) => record.id === here.id),
        ]
        return found.map((one) => one?.reasons.find(({ _tag }) => _tag === "consent"))
      }
      expect(await ruledOut()).toEqual([undefined, undefined])
      time += 8 * day
      await maya.settle()
      const told = await refused()
      expect(told).toEqual([
        { id: asked.id, kind: "requested", because: "is requested" },
        { id: denied.id, kind: "denied", because: "is denied" },
        { id: revoked, kind: "revoked", because: "is revoked" },
        { id: ended, kind: "expired", because: "expired 2026-01-12T00:00:00.000Z" },
        { id: process, kind: "granted", because: "is for process" },
        { id: client, kind: "granted", because: "covers another client" },
        { id: position, kind: "granted", because: "covers another position" },
      ])
      const reason = { _tag: "consent", consents: told }
      expect(await ruledOut()).toEqual([reason, reason])
      // Where they do cover, nothing is said of the others.
      for (const other of [beside, there])
        expect((await maya.positions.suggest(other.id)).suggestions.map(({ record }) => record.id)).toEqual([id])
      const nobody = await maya.candidates.create({ name: "Bo Lee", skills: ["sql"] })
      await maya.candidates.screen(nobody.id, { outcome: "passed" })
      expect(
        (await maya.positions.suggest(here.id)).ruledOut.items.find(({ record }) => record.id === nobody.id),
      ).toMatchObject({ reasons: [{ _tag: "consent", consents: [] }] })
    })
  },
  { now: () => time },
)
