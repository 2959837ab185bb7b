import { describe, expect, test } from "vitest"
import { agency } from "./agency.js"

describe("a candidate placed on one position while live on another", () => {
  const twice = async (whenPlaced: "withdraw" | "warn" | "leave") => {
    const here = await agency({ settings: { whenPlaced } })
    const ada = await here.ready("Ada")
    const [first, second] = [await here.position(), await here.position()]
    const other = await here.offered(ada, second.id)
    const result = await here.accepted(ada, first.id)
    return { here, ada, second, result, other: await here.maya.submissions.get(other.submission.id) }
  }

  test("is withdrawn there by the system, where the policy says so; the offer goes and its opening is free", async () => {
    const { here, result, other, second } = await twice("withdraw")
    expect(other).toMatchObject({
      kind: "withdrawn",
      endParty: "system",
      endReason: "placed elsewhere",
      leftKind: "offered",
    })
    expect(result.withdrawn.map(({ id }) => id)).toEqual([other.id])
    expect((await here.maya.positions.openings.list({ where: { positionId: second.id } })).items[0]?.kind).toBe("open")
  })

  test("stays there with a warning, or without", async () => {
    const warned = await twice("warn")
    expect(warned.other.kind).toBe("offered")
    expect(warned.result.warnings).toMatchObject([{ _tag: "LiveElsewhere", submissionIds: [warned.other.id] }])
    expect((await twice("leave")).result.warnings).toEqual([])
  })
})

describe("an ended submission", () => {
  test.each([
    ["keep", true],
    ["detach", false],
  ] as const)(
    "under %s is attached to candidate and position: %s; restoring attaches it again",
    async (endedSubmissions, attached) => {
      const { maya, ready, position, submitted } = await agency({ settings: { endedSubmissions } })
      const { id } = await submitted(await ready("Ada"), (await position()).id)
      expect((await maya.submissions.reject(id, { reason: "too junior" })).attached).toBe(attached)
      expect((await maya.submissions.restore(id)).attached).toBe(true)
    },
  )

  test("leaves its reason as a note that candidate and position both show, and who said it", async () => {
    const { maya, ready, position, submitted } = await agency()
    const ada = await ready("Ada")
    const role = await position()
    const { id } = await submitted(ada, role.id)
    expect(await maya.submissions.reject(id, { reason: "too junior" })).toMatchObject({
      endParty: "client",
      endReason: "too junior",
    })
    for (const about of [ada, role.id, id]) {
      const notes = (await maya.notes.list({ about, where: { action: "end" } })).items
      expect(notes.map(({ body, createdBy }) => [body, createdBy])).toEqual([["too junior", "maya"]])
    }
  })
})

describe("offers and openings", () => {
  test("one opening holds one offer; the second is refused with who has it", async () => {
    const { ready, position, offered, submitted, maya, salary } = await agency()
    const role = await position()
    const first = await offered(await ready("Ada"), role.id)
    const second = await submitted(await ready("Bo"), role.id)
    await expect(maya.submissions.offer(second.id, { salary })).rejects.toMatchObject({
      _tag: "OpeningsReserved",
      submissionIds: [first.submission.id],
    })
  })

  test("with offers beyond openings the first to accept gets it, and the other is closed out", async () => {
    const { ready, position, offered, maya } = await agency({ settings: { offersBeyondOpenings: true } })
    const role = await position()
    const first = await offered(await ready("Ada"), role.id)
    const second = await offered(await ready("Bo"), role.id)
    const { position: won, closedOut } = await maya.submissions.accept(second.submission.id, { startsOn: "2026-02-01" })
    expect(won.kind).toBe("filled")
    expect(closedOut).toMatchObject([
      { id: first.submission.id, kind: "closedOut", endParty: "system", endReason: "position filled" },
    ])
    await expect(maya.submissions.accept(first.submission.id, { startsOn: "2026-02-01" })).rejects.toMatchObject({
      _tag: "TransitionRefused",
    })
    expect((await maya.offers.get(first.offer.id)).kind).toBe("rescinded")
  })

  test("an offer that runs out frees its opening with nobody doing anything", async () => {
    const { ready, position, submitted, maya, salary, inDays, days, offered } = await agency()
    const role = await position()
    const { id } = await submitted(await ready("Ada"), role.id)
    const { offer } = await maya.submissions.offer(id, { salary, expiresAt: inDays(3) })
    days(4)
    expect((await maya.offers.get(offer.id)).kind).toBe("expired")
    expect((await maya.positions.openings.list()).items[0]?.kind).toBe("open")
    await expect(maya.submissions.accept(id, { startsOn: "2026-02-01" })).rejects.toMatchObject({
      _tag: "TransitionRefused",
    })
    expect((await offered(await ready("Bo"), role.id)).opening?.kind).toBe("reserved")
    const expired = (await maya.offers.history(offer.id)).at(-1)
    expect(expired).toMatchObject({ type: "OfferExpired", actor: "system", at: inDays(-1).toISOString() })
  })

  test("a new offer to the same candidate supersedes the one that is out and keeps the opening", async () => {
    const { ready, position, offered, maya } = await agency()
    const first = await offered(await ready("Ada"), (await position()).id)
    const second = await maya.submissions.offer(first.submission.id, {
      salary: { amount: 11_000_000, currency: "EUR" },
    })
    expect(second.offer).toMatchObject({ revision: 2, kind: "extended", openingId: first.opening?.id })
    expect((await maya.offers.get(first.offer.id)).kind).toBe("superseded")
  })
})

describe("consent", () => {
  test("that runs out ends readiness with nobody moving a card, on the record, in lists and in reports", async () => {
    const { ready, inDays, days, maya, position } = await agency()
    const ada = await ready("Ada", inDays(30))
    const role = await position()
    days(31)
    expect(await maya.candidates.get(ada)).toMatchObject({ kind: "screened", stageSince: inDays(-1).toISOString() })
    const submission = await maya.submissions.shortlist({ candidateId: ada, positionId: role.id })
    await expect(maya.submissions.submit(submission.id)).rejects.toMatchObject({
      _tag: "ConsentRequired",
      candidateId: ada,
    })
    expect((await maya.candidates.list({ where: { kind: "ready" } })).items).toEqual([])
    const { rows } = await maya.reports.snapshot({ pipeline: "candidate", at: inDays(-0.5) })
    expect(rows.find(({ kind }) => kind === "screened")?.count).toBe(1)
    expect(
      (await maya.reports.snapshot({ pipeline: "candidate", at: inDays(-2) })).rows.find(({ kind }) => kind === "ready")
        ?.count,
    ).toBe(1)
  })

  test("for one client covers that client only", async () => {
    const { maya, position } = await agency()
    const [here, there] = [await position(), await position()]
    const { id } = await maya.candidates.create({ name: "Ada" })
    await maya.candidates.screen(id, { outcome: "passed" })
    await maya.candidates.signConsent(id, {
      clientId: here.clientId,
      document: { name: "c.pdf", bytes: new Uint8Array() },
    })
    const [inside, outside] = await Promise.all(
      [here, there].map((role) => maya.submissions.shortlist({ candidateId: id, positionId: role.id })),
    )
    expect((await maya.submissions.submit(inside?.id ?? "")).kind).toBe("submitted")
    await expect(maya.submissions.submit(outside?.id ?? "")).rejects.toMatchObject({
      _tag: "ConsentRequired",
      consents: [{ because: "covers another client" }],
    })
  })

  test("taken back names the live submissions that went out under it", async () => {
    const { ready, position, submitted, maya } = await agency()
    const ada = await ready("Ada")
    const { id } = await submitted(ada, (await position()).id)
    const { affected, candidate } = await maya.candidates.revokeConsent(ada, { reason: "changed her mind" })
    expect([affected.map((one) => one.id), candidate.kind]).toEqual([[id], "screened"])
  })
})

test("attempts are counted, and refused past what the agency allows", async () => {
  const { ready, position, submitted, maya } = await agency({ settings: { attemptsAllowed: 2 } })
  const ada = await ready("Ada")
  const role = await position()
  for (const attempt of [1, 2]) {
    const submission = await submitted(ada, role.id)
    expect(submission).toMatchObject({ attempt, cycle: attempt })
    await maya.submissions.reject(submission.id, { reason: "no" })
  }
  await expect(maya.submissions.shortlist({ candidateId: ada, positionId: role.id })).rejects.toMatchObject({
    _tag: "AttemptRefused",
    attempts: 2,
    allowed: 2,
  })
  expect((await maya.positions.openings.list()).items[0]?.cycle).toBe(3)
})
