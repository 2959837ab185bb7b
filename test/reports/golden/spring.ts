import type { Client, Config, Crm } from "matchloop"

/**
 * Ten weeks of another agency, told by hand, in New York: on 8 March at 2:00 the clocks go forward there. Every instant
 * below is UTC. Everybody was added, screened and consented on 5 January at 9:00.
 *
 * position              opened         fee
 * Engineer at Core      5 Jan 10:00    retainer, 3,000.00 and 7,000.00 USD; on hold 12 to 19 January, 10:00;
 *                                      guarantee 30 days, replacement
 * Packer at Dyne        5 Jan 10:00    flat 5,000.00 EUR, guarantee 30 days
 * Analyst at Dyne       2 Mar 10:00    flat 4,000.00 EUR
 *
 * submission  to         submitted             then (10:00 where nothing else is said)
 * hal         Engineer   7 Jan, maya           to be interviewed since the 9th, held on the 12th at 15:00, which was
 *                                              written down on the 19th; offered on the 20th, again and better on the
 *                                              22nd, accepted on the 26th: maya 70 %, noah 30 %; starts 2 Feb, falls off 12 Feb
 * jon         Engineer   8 Jan, maya           rejected on the 14th by the client
 * lee         Packer     9 Jan, noah           offered on the 15th, accepted 2 Feb: noah 100 %; starts 16 Feb. The
 *                                              submission is maya's since 20 February: noah has left
 * mia         Packer     9 Jan, noah           offered on the 12th, rescinded on the 13th
 * ida         Engineer   16 Feb, maya          offered 20 Feb, accepted 23 Feb: replaces hal, for free; starts 2 Mar
 * jon again   Analyst    8 Mar 06:30, maya     offered 9 Mar
 * kim         Analyst    8 Mar 07:30, maya     to be interviewed since 9 Mar. In New York kim was sent two hours after jon
 *                                              by the clock, and one in truth
 */
export const spring = async (create: (config: Config) => Promise<Crm>) => {
  let time = 0
  const crm = await create({ now: () => time })
  const maya = crm.as("maya")
  const noah = crm.as("noah")
  const names = new Map<string, string>()
  const at = (instant: string): void => {
    time = Date.parse(`2026-${instant}:00.000Z`)
  }
  const usd = (amount: number) => ({ amount, currency: "USD" })

  const person = async (name: string) => {
    const { id } = await maya.candidates.create({ name })
    await maya.candidates.screen(id, { outcome: "passed" })
    await maya.candidates.signConsent(id, { document: { name: "consent.pdf", bytes: new Uint8Array([1]) } })
    return id
  }
  const shortlist = async (by: Client, name: string, candidateId: string, positionId: string) => {
    const { id } = await by.submissions.shortlist({ candidateId, positionId })
    names.set(id, name)
    return id
  }
  const alone = (actor: string) => [{ actor, role: "all", percent: 100 }]

  at("01-05T09:00")
  const hal = await person("Hal")
  const ida = await person("Ida")
  const jon = await person("Jon")
  const kim = await person("Kim")
  const lee = await person("Lee")
  const mia = await person("Mia")
  const core = await maya.clients.create({ name: "Core" })
  const dyne = await maya.clients.create({ name: "Dyne" })
  names.set(core.id, "Core").set(dyne.id, "Dyne")
  at("01-05T10:00")
  const engineer = await maya.positions.open({
    clientId: core.id,
    title: "Engineer",
    openings: 1,
    owner: "maya",
    tags: ["vip"],
    fee: {
      kind: "retainer",
      currency: "USD",
      parts: [
        { name: "signing", amount: 300_000 },
        { name: "placement", amount: 700_000 },
      ],
    },
    guaranteeDays: 30,
    remedy: "replace",
  })
  const flat = (amount: number) => ({ kind: "flat", amount, currency: "EUR" }) as const
  const packer = await noah.positions.open({
    clientId: dyne.id,
    title: "Packer",
    openings: 1,
    owner: "noah",
    fee: flat(500_000),
    guaranteeDays: 30,
  })
  at("01-06T10:00")
  const halSent = await shortlist(maya, "hal", hal, engineer.id)
  const jonSent = await shortlist(maya, "jon", jon, engineer.id)
  const leeSent = await shortlist(noah, "lee", lee, packer.id)
  const miaSent = await shortlist(noah, "mia", mia, packer.id)
  at("01-07T10:00")
  await maya.submissions.submit(halSent)
  at("01-08T10:00")
  await maya.submissions.submit(jonSent)
  at("01-09T10:00")
  await noah.submissions.submit(leeSent)
  await noah.submissions.submit(miaSent)
  const { interview } = await maya.submissions.scheduleInterview(halSent, { at: "2026-01-12T15:00:00Z" })
  at("01-12T10:00")
  await maya.positions.hold(engineer.id, { reason: "budget round" })
  await noah.submissions.offer(miaSent, { salary: usd(5_000_000) })
  at("01-13T10:00")
  await noah.submissions.rescind(miaSent, { reason: "budget cut" })
  at("01-14T10:00")
  await maya.submissions.reject(jonSent, { party: "client", reason: "salary" })
  at("01-15T10:00")
  await noah.submissions.offer(leeSent, { salary: usd(5_000_000) })
  at("01-19T10:00")
  await maya.positions.resume(engineer.id)
  await maya.interviews.complete(interview.id, {}, { at: "2026-01-12T15:00:00Z" })
  at("01-20T10:00")
  await maya.submissions.offer(halSent, { salary: usd(10_000_000) })
  at("01-22T10:00")
  await maya.submissions.offer(halSent, { salary: usd(11_000_000) })
  at("01-26T10:00")
  const splits = [
    { actor: "maya", role: "closing", percent: 70 },
    { actor: "noah", role: "sourcing", percent: 30 },
  ]
  const first = await maya.submissions.accept(halSent, { startsOn: "2026-02-02", splits })
  names.set(first.placement.id, "hal's placement")
  at("02-02T10:00")
  await maya.placements.start(first.placement.id, {})
  const second = await noah.submissions.accept(leeSent, { startsOn: "2026-02-16", splits: alone("noah") })
  names.set(second.placement.id, "lee's placement")
  at("02-12T10:00")
  await maya.placements.fallOff(first.placement.id, { reason: "left", party: "candidate" })
  at("02-16T10:00")
  await noah.placements.start(second.placement.id, {})
  const idaSent = await shortlist(maya, "ida", ida, engineer.id)
  await maya.submissions.submit(idaSent)
  at("02-20T10:00")
  await maya.submissions.update(leeSent, { owner: "maya" })
  await maya.submissions.offer(idaSent, { salary: usd(10_000_000) })
  at("02-23T10:00")
  const third = await maya.submissions.accept(idaSent, { startsOn: "2026-03-02", splits: alone("maya") })
  names.set(third.placement.id, "ida's placement")
  at("03-02T10:00")
  await maya.placements.start(third.placement.id, {})
  const analyst = await maya.positions.open({
    clientId: dyne.id,
    title: "Analyst",
    openings: 1,
    owner: "maya",
    fee: flat(400_000),
  })
  names.set(analyst.id, "Analyst")
  const jonAgain = await shortlist(maya, "jon again", jon, analyst.id)
  const kimSent = await shortlist(maya, "kim", kim, analyst.id)
  at("03-08T06:30")
  await maya.submissions.submit(jonAgain)
  at("03-08T07:30")
  await maya.submissions.submit(kimSent)
  at("03-09T10:00")
  await maya.submissions.offer(jonAgain, { salary: usd(6_000_000) })
  await maya.submissions.scheduleInterview(kimSent, { at: "2026-03-25T14:00:00Z" })
  at("03-20T10:00")
  return { crm, maya, names }
}

/** From the week of 4 January to that of 8 March in New York, weeks from Sunday. */
export const weeks = {
  from: "2026-01-04",
  to: "2026-03-15",
  timeZone: "America/New_York",
  weekStart: "sunday",
  floor: 1,
} as const
