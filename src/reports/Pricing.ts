import * as Schema from "effect/Schema"
import * as Fee from "../domain/Fee.js"
import * as Money from "../domain/Money.js"
import * as Journeys from "./Journeys.js"
import * as Kinds from "./Kinds.js"
import * as Standing from "./Standing.js"

const terms = Schema.decodeUnknownSync(Schema.parseJson(Fee.Terms))
const range = Schema.decodeUnknownSync(Schema.parseJson(Money.Range))
export const money = Schema.decodeUnknownSync(Schema.parseJson(Money.Money))

/** The salaries of the offers that are out at an instant, by submission: the newest of each. */
export const offers = (journeys: Journeys.Journeys, at: number): ReadonlyMap<string, string> => {
  const extended = Kinds.code("offer", "extended")
  const submission = Journeys.text(journeys, "submissionId")
  const salary = Journeys.text(journeys, "salary")
  const since = new Map<string, number>()
  const out = new Map<string, string>()
  for (let offer = 0; offer < journeys.size; offer++) {
    const visit = Standing.before(journeys, offer, at + 1)
    if (visit < 0 || journeys.kind[visit] !== extended) continue
    const key = Journeys.at(submission, offer) ?? ""
    const entered = journeys.entered[visit] ?? 0
    const amount = Journeys.at(salary, offer)
    if (amount === null || (since.get(key) ?? Number.NEGATIVE_INFINITY) > entered) continue
    since.set(key, entered)
    out.set(key, amount)
  }
  return out
}

/**
 * The fee that position `i` would give: its own terms, else its client's; of a percentage of the offered salary, else of
 * the middle of the position's range (rounded down). Null where there are no terms, or a percentage of nothing known.
 */
export const of = (positions: Journeys.Journeys) => {
  const own = Journeys.text(positions, "fee")
  const client = Journeys.text(positions, "clientFee")
  const salary = Journeys.text(positions, "salary")
  const priced = (position: number, offered: string | undefined): Money.Money | null => {
    const agreed = Journeys.at(own, position) ?? Journeys.at(client, position)
    if (agreed === null) return null
    const fee = terms(agreed)
    if (fee.kind !== "percent") return Fee.owed(fee, { amount: 0, currency: fee.currency })
    if (offered !== undefined) return Fee.owed(fee, money(offered))
    const wanted = Journeys.at(salary, position)
    if (wanted === null) return null
    const { currency, max, min } = range(wanted)
    return Fee.owed(fee, { amount: min + Math.floor((max - min) / 2), currency })
  }
  const known = new Map<number, Money.Money | null>()
  return (position: number, offered: string | undefined): Money.Money | null => {
    if (offered !== undefined) return priced(position, offered)
    const before = known.get(position)
    if (before !== undefined) return before
    const fee = priced(position, undefined)
    known.set(position, fee)
    return fee
  }
}
