import type { Config, Crm } from "matchloop"

/**
 * An autumn of a third agency, told by hand, in London; it gives back the part of a fee that the guarantee had left.
 * Every instant below is UTC. Pia and Quin were added, screened and consented on 1 September at 8:00.
 *
 * position          opened         fee
 * Welder at Ems     1 Sep 09:00    flat 9,000.00 GBP, guarantee 60 days, refund
 *
 * submission  submitted           then
 * pia         2 Sep 09:00, maya   offered 3 Sep 09:00, to be answered by 8 Sep 09:00; never was; withdrawn 9 Sep 09:00
 * quin        3 Sep 09:00, noah   offered 9 Sep 10:00, accepted 10 Sep 10:00: maya 60 %, noah 40 %; starts 14 Sep, so
 *                                 that the guarantee ends on 13 November; falls off 24 Oct 10:00, 20 days before that
 *
 * Now is 1 December, 12:00.
 */
export const autumn = async (create: (config: Config) => Promise<Crm>) => {
  let time = 0
  const crm = await create({ now: () => time, settings: { refund: "prorated" } })
  const maya = crm.as("maya")
  const noah = crm.as("noah")
  const names = new Map<string, string>()
  const at = (instant: string): void => {
    time = Date.parse(`2026-${instant}:00.000Z`)
  }
  const gbp = (amount: number) => ({ amount, currency: "GBP" })
  const person = async (name: string) => {
    const { id } = await maya.candidates.create({ name })
    await maya.candidates.screen(id, { outcome: "passed" })
    await maya.candidates.signConsent(id, { document: { name: "consent.pdf", bytes: new Uint8Array([1]) } })
    return id
  }

  at("09-01T08:00")
  const pia = await person("Pia")
  const quin = await person("Quin")
  const ems = await maya.clients.create({ name: "Ems" })
  at("09-01T09:00")
  const welder = await maya.positions.open({
    clientId: ems.id,
    title: "Welder",
    openings: 1,
    owner: "maya",
    fee: { kind: "flat", ...gbp(900_000) },
    guaranteeDays: 60,
    remedy: "refund",
  })
  const piaSent = await maya.submissions.shortlist({ candidateId: pia, positionId: welder.id })
  const quinSent = await noah.submissions.shortlist({ candidateId: quin, positionId: welder.id })
  names.set(piaSent.id, "pia").set(quinSent.id, "quin")
  at("09-02T09:00")
  await maya.submissions.submit(piaSent.id)
  at("09-03T09:00")
  await noah.submissions.submit(quinSent.id)
  const { offer: unanswered } = await maya.submissions.offer(piaSent.id, {
    salary: gbp(4_000_000),
    expiresAt: "2026-09-08T09:00:00Z",
  })
  at("09-09T09:00")
  await maya.submissions.withdraw(piaSent.id, { reason: "never answered" })
  at("09-09T10:00")
  const { offer: answered } = await noah.submissions.offer(quinSent.id, { salary: gbp(4_200_000) })
  names.set(unanswered.id, "pia's offer").set(answered.id, "quin's offer")
  at("09-10T10:00")
  const splits = [
    { actor: "maya", role: "closing", percent: 60 },
    { actor: "noah", role: "sourcing", percent: 40 },
  ]
  const { placement } = await noah.submissions.accept(quinSent.id, { startsOn: "2026-09-14", splits })
  names.set(placement.id, "quin's placement")
  at("09-14T08:00")
  await noah.placements.start(placement.id, {})
  at("10-24T10:00")
  await noah.placements.fallOff(placement.id, { reason: "left", party: "candidate" })
  at("12-01T12:00")
  return { crm, maya, names }
}

/** September to November in London, whose clocks go back on 25 October. */
export const season = { from: "2026-09-01", to: "2026-12-01", timeZone: "Europe/London", floor: 1 } as const
