import type { Desk } from "./desk.js"
import { recruiters, sales } from "./desk.js"
import type { Account, NewPosition } from "./orders.js"
import { work } from "./positions.js"
import { lostDeals } from "./words.js"

/** Who works on a position, who shares the credit, and what a fall-off costs. */
const staffed = ({ random }: Desk, position: NewPosition) => {
  const owner = random.pick(recruiters)
  const second = random.pick(recruiters.filter((name) => name !== owner) as [string, ...Array<string>])
  const splits = random.chance(0.45)
    ? [
        { actor: owner, role: "recruiter", percent: 60 },
        { actor: second, role: "sourcer", percent: 25 },
        { actor: sales, role: "account", percent: 15 },
      ]
    : []
  const remedy = random.chance(0.4) ? ("refund" as const) : ("replace" as const)
  return { ...position, owner, splits, remedy }
}

const open = async (desk: Desk, wanted: NewPosition, opportunityId: string | null): Promise<void> => {
  const as = desk.as(sales)
  const position = { ...staffed(desk, wanted), opportunityId }
  if (desk.random.chance(0.75)) {
    const opened = await desk.must(as.positions.open(position))
    work(desk, opened.id)
    return
  }
  const draft = await desk.must(as.positions.draft(position))
  desk.later(desk.random.between(2, 10), async () => {
    if ((await desk.attempt(as.positions.open(draft.id))) !== null) work(desk, draft.id)
  })
}

/** Takes a deal from the first call to the signature, or loses it on the way. */
const pursue = async (desk: Desk, account: Account, wanted: ReadonlyArray<NewPosition>): Promise<void> => {
  const { random } = desk
  const as = desk.as(sales)
  const [first] = wanted
  const title = first === undefined ? `Framework agreement with ${account.name}` : `${first.title} and more`
  const deal = await desk.must(as.opportunities.create({ clientId: account.clientId, title, owner: sales }))
  const stages = ["Qualification", "Proposal", "Negotiation"]
  const next = async (): Promise<void> => {
    const stage = stages.shift()
    if (stage !== undefined && (first !== undefined || random.chance(0.6))) {
      await desk.must(as.opportunities.move(deal.id, { stage }))
      desk.later(random.between(4, 14), next)
    } else if (first === undefined) {
      const reason = random.pick(lostDeals)
      await desk.must(
        random.chance(0.7) ? as.opportunities.lose(deal.id, { reason }) : as.opportunities.cancel(deal.id, { reason }),
      )
    } else {
      await desk.must(as.opportunities.win(deal.id))
      for (const position of wanted) await open(desk, position, deal.id)
    }
  }
  desk.later(random.between(3, 10), next)
}

/** A client who does not pay is off limits until it does. */
const quarrel = async (desk: Desk, { clientId }: Account): Promise<void> => {
  const as = desk.as(sales)
  await desk.must(as.clients.markDoNotWork(clientId, { reason: "three invoices unpaid" }))
  await desk.must(as.notes.write({ body: "Spoke to their accounting.", action: "call", about: [clientId] }))
  desk.later(30, async () => {
    await desk.must(as.clients.reinstate(clientId))
  })
}

/** Spreads the accounts' wishes over the year: some are on the desk on the first day, most are still to be won. */
export const business = async (desk: Desk, accounts: ReadonlyArray<Account>): Promise<void> => {
  const { random } = desk
  const standing: Array<NewPosition> = []
  for (const account of accounts) {
    const [first, ...rest] = account.wants
    if (first !== undefined && random.chance(0.5)) standing.push(staffed(desk, first))
    else if (first !== undefined) rest.unshift(first)
    const deal = rest.splice(0, random.between(1, 2))
    if (deal.length > 0) desk.later(random.between(0, 200), () => pursue(desk, account, deal))
    for (const wanted of rest) desk.later(random.between(30, 310), () => open(desk, wanted, null))
    if (random.chance(0.4)) desk.later(random.between(10, 300), () => pursue(desk, account, []))
  }
  const [late] = accounts.filter(({ wants }) => wants.length > 3)
  if (late !== undefined) desk.later(150, () => quarrel(desk, late))
  await desk.must(
    desk.as(sales).positions.import(standing, { onProgress: ({ landed }) => landed.map(({ id }) => work(desk, id)) }),
  )
}
