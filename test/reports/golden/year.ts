import type { Client, Config, Crm } from "matchloop"

/**
 * A small agency's 2025, told by hand. Berlin is its time zone; every instant below is UTC.
 *
 * candidate  source    added         screened  consent
 * Ada        linkedin  6 Jan 09:00   7 Jan     8 Jan
 * Ben        linkedin  6 Jan 09:00   7 Jan     9 Jan
 * Cleo       referral  6 Jan 09:00   8 Jan     10 Jan
 * Dan        –         7 Jan 09:00   8 Jan     10 Jan
 * Ada P.     dice      3 Feb 09:00   –         –        the same person as Ada: merged into her on 3 March
 * Fay        referral  3 Feb 09:00   5 Feb     6 Feb    erased on 1 December
 * Gus        linkedin  29 Mar 23:30  –         –        in Berlin it is 30 March, 00:30, the day the clocks go forward
 *
 * position                       openings  opened        fee
 * Developer at Acme (maya)       2         3 Feb 10:00   20 %, guarantee 90 days, refund in full
 * Baker at Bolt (omar)           1         10 Feb 10:00  flat 5,000.00 EUR; on hold 20 February to 2 March; lost 30 April
 * Clerk at Bolt (omar)           1         5 May 10:00   flat 5,000.00 EUR; cancelled 1 June
 *
 * submission    shortlisted  submitted      then
 * ada           4 Feb        5 Feb maya     interviewed (written down on 11 February, held on the 10th), offered 12 Feb,
 *                                           accepted 17 Feb: 100,000.00 EUR, fee 20,000.00, maya 60 % and omar 40 %;
 *                                           starts 3 Mar, falls off 2 Apr: refund
 * ben           4 Feb        6 Feb omar     interviewed 11 Feb, rejected 13 Feb by the client, restored 14 Feb, offered
 *                                           19 Feb, accepted 24 Feb: 80,000.00 EUR, fee 16,000.00, omar 100 %; starts 10 Mar
 * cleo          10 Feb       12 Feb maya    closed out 24 Feb: the Developer was filled
 * cleo again    4 Apr        7 Apr maya     offered 14 Apr without an interview, declined 16 Apr
 * dan           8 Apr        9 Apr omar     offered 25 Apr, accepted 2 May: 90,000.00 EUR, fee 18,000.00, maya 100 %;
 *                                           backs out 20 May
 * fay           11 Feb       12 Feb omar    to the Baker; closed out 30 Apr with it
 * dan as baker  12 Feb       13 Feb omar    taken back as a mistake on the 14th, and that taken back on the 15th;
 *                                           rejected 18 Feb by the client
 */
export const year = async (create: (config: Config) => Promise<Crm>) => {
  let time = 0
  const crm = await create({ now: () => time, settings: { refund: "full" } })
  const maya = crm.as("maya")
  const omar = crm.as("omar")
  const names = new Map<string, string>()
  const at = (instant: string): void => {
    time = Date.parse(`2025-${instant}:00.000Z`)
  }
  const salary = (amount: number) => ({ amount, currency: "EUR" })

  const person = async (name: string, source: string | null) => {
    const { id } = await maya.candidates.create({ name, source })
    names.set(id, name)
    return id
  }
  const screen = (by: Client, id: string) => by.candidates.screen(id, { outcome: "passed" })
  const sign = (id: string) =>
    maya.candidates.signConsent(id, { document: { name: "consent.pdf", bytes: new Uint8Array([1]) } })
  const shortlist = async (by: Client, name: string, candidateId: string, positionId: string) => {
    const { id } = await by.submissions.shortlist({ candidateId, positionId })
    names.set(id, name)
    return id
  }

  at("01-06T09:00")
  const ada = await person("Ada", "linkedin")
  const ben = await person("Ben", "linkedin")
  const cleo = await person("Cleo", "referral")
  at("01-07T09:00")
  const dan = await person("Dan", null)
  await screen(maya, ada)
  await screen(maya, ben)
  at("01-08T09:00")
  await sign(ada)
  await screen(omar, cleo)
  await screen(omar, dan)
  at("01-09T09:00")
  await sign(ben)
  at("01-10T09:00")
  await sign(cleo)
  await sign(dan)

  at("02-03T09:00")
  const double = await person("Ada P.", "dice")
  const fay = await person("Fay", "referral")
  const acme = await maya.clients.create({ name: "Acme" })
  const bolt = await omar.clients.create({ name: "Bolt" })
  names.set(acme.id, "Acme").set(bolt.id, "Bolt")
  at("02-03T10:00")
  const developer = await maya.positions.open({
    clientId: acme.id,
    title: "Developer",
    openings: 2,
    owner: "maya",
    fee: { kind: "percent", percent: 20 },
    guaranteeDays: 90,
    remedy: "refund",
  })
  names.set(developer.id, "Developer")
  at("02-04T09:00")
  const adaSubmission = await shortlist(maya, "ada", ada, developer.id)
  const benSubmission = await shortlist(omar, "ben", ben, developer.id)
  at("02-05T09:00")
  await screen(maya, fay)
  await maya.submissions.submit(adaSubmission)
  at("02-06T09:00")
  await sign(fay)
  await omar.submissions.submit(benSubmission)
  at("02-07T09:00")
  const adaInterview = await maya.submissions.scheduleInterview(adaSubmission, { at: "2025-02-10T13:00:00Z", round: 1 })
  at("02-10T09:00")
  const cleoSubmission = await shortlist(maya, "cleo", cleo, developer.id)
  at("02-10T10:00")
  const flat = { kind: "flat", ...salary(500_000) } as const
  const baker = await omar.positions.open({ clientId: bolt.id, title: "Baker", openings: 1, owner: "omar", fee: flat })
  names.set(baker.id, "Baker")
  at("02-11T09:00")
  await maya.interviews.complete(adaInterview.interview.id, {}, { at: "2025-02-10T14:00:00Z" })
  const benInterview = await omar.submissions.scheduleInterview(benSubmission, { at: "2025-02-11T10:00:00Z", round: 1 })
  const faySubmission = await shortlist(omar, "fay", fay, baker.id)
  at("02-11T11:00")
  await omar.interviews.complete(benInterview.interview.id, {})
  at("02-12T09:00")
  await maya.submissions.offer(adaSubmission, { salary: salary(10_000_000), startsOn: "2025-03-03" })
  await maya.submissions.submit(cleoSubmission)
  await omar.submissions.submit(faySubmission)
  const bakerDan = await shortlist(omar, "dan as baker", dan, baker.id)
  at("02-13T09:00")
  await omar.submissions.reject(benSubmission, { party: "client", reason: "too junior" })
  await omar.submissions.submit(bakerDan)
  at("02-14T09:00")
  await omar.submissions.restore(benSubmission)
  await maya.ledger.correct((await maya.submissions.history(bakerDan)).at(-1)?.id ?? "", {
    reason: "he was never sent",
  })
  at("02-15T09:00")
  await maya.ledger.correct((await maya.submissions.history(bakerDan)).at(-1)?.id ?? "", { reason: "he was" })
  at("02-17T09:00")
  const splits = [
    { actor: "maya", role: "sourcing", percent: 60 },
    { actor: "omar", role: "closing", percent: 40 },
  ]
  const adaPlaced = await maya.submissions.accept(adaSubmission, { startsOn: "2025-03-03", splits })
  names.set(adaPlaced.placement.id, "ada's placement")
  at("02-18T09:00")
  await omar.submissions.reject(bakerDan, { party: "client", reason: "salary" })
  at("02-19T09:00")
  await omar.submissions.offer(benSubmission, { salary: salary(8_000_000), startsOn: "2025-03-10" })
  at("02-20T09:00")
  await omar.positions.hold(baker.id, { reason: "summer menu" })
  at("02-24T09:00")
  const alone = (actor: string) => [{ actor, role: "all", percent: 100 }]
  const benPlaced = await omar.submissions.accept(benSubmission, { startsOn: "2025-03-10", splits: alone("omar") })
  names.set(benPlaced.placement.id, "ben's placement")
  at("03-02T09:00")
  await omar.positions.resume(baker.id)
  at("03-03T09:00")
  await maya.candidates.merge(double, { into: ada })
  await maya.placements.start(adaPlaced.placement.id, {})
  at("03-10T09:00")
  await omar.placements.start(benPlaced.placement.id, {})
  at("03-29T23:30")
  await person("Gus", "linkedin")

  at("04-02T09:00")
  await maya.placements.fallOff(adaPlaced.placement.id, { reason: "left for another job", party: "candidate" })
  at("04-04T09:00")
  const cleoAgain = await shortlist(maya, "cleo again", cleo, developer.id)
  at("04-07T09:00")
  await maya.submissions.submit(cleoAgain)
  at("04-08T09:00")
  const danSubmission = await shortlist(omar, "dan", dan, developer.id)
  at("04-09T09:00")
  await omar.submissions.submit(danSubmission)
  at("04-14T09:00")
  await maya.submissions.offer(cleoAgain, { salary: salary(7_000_000) })
  at("04-16T09:00")
  await maya.submissions.decline(cleoAgain, { reason: "too far" })
  at("04-25T09:00")
  await maya.submissions.offer(danSubmission, { salary: salary(9_000_000), startsOn: "2025-06-02" })
  at("04-30T09:00")
  await omar.positions.lose(baker.id, { reason: "filled internally" })
  at("05-02T09:00")
  const danPlaced = await maya.submissions.accept(danSubmission, { startsOn: "2025-06-02", splits: alone("maya") })
  names.set(danPlaced.placement.id, "dan's placement")
  at("05-05T10:00")
  const clerk = await omar.positions.open({ clientId: bolt.id, title: "Clerk", openings: 1, owner: "omar", fee: flat })
  names.set(clerk.id, "Clerk")
  at("05-20T09:00")
  await maya.placements.backOut(danPlaced.placement.id, { reason: "counter-offer", party: "candidate" })
  at("06-01T10:00")
  await omar.positions.cancel(clerk.id, { reason: "budget cut" })
  at("12-01T09:00")
  await maya.candidates.erase(fay, { reason: "asked to be forgotten" })
  at("12-31T09:00")
  return { crm, maya, names, erased: fay }
}

/** The whole of 2025 in Berlin. */
export const whole = { from: "2025-01-01", to: "2026-01-01", timeZone: "Europe/Berlin", floor: 1 } as const
