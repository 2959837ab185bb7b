import * as Journeys from "./Journeys.js"
import * as Kinds from "./Kinds.js"
import * as Standing from "./Standing.js"

/** What became of an offer. */
export const answers = ["accepted", "declined", "expired", "rescinded"] as const
export type Answer = (typeof answers)[number]

/** The offer to a submission, by its last version that went out. */
export interface Answered {
  readonly offer: number
  /** Null while there is none. */
  readonly answer: Answer | null
  /** When it was answered, milliseconds since 1970; infinity while it is not. */
  readonly at: number
  /** When its first version went out. */
  readonly out: number
  /** Accepted, and taken back before the start. */
  readonly backedOut: boolean
  /** Its last version was superseded and none has gone out since. */
  readonly superseded: boolean
}

/** The offers by submission: versions count once, one that was accepted stays accepted. Reads `submissionId`, `revision`. */
export const of = (offers: Journeys.Journeys): ReadonlyArray<Answered> => {
  const kinds = Kinds.all("offer")
  const extended = Kinds.among("offer", ["extended"])
  const accepted = Kinds.among("offer", ["accepted"])
  const { codes, values } = Journeys.text(offers, "submissionId")
  const revision = Journeys.number(offers, "revision")
  const { entered, kind } = offers
  const last = new Int32Array(values.length).fill(-1)
  const out = new Float64Array(values.length).fill(Number.POSITIVE_INFINITY)
  for (let offer = 0; offer < offers.size; offer++) {
    const visit = Standing.reached(offers, offer, extended)
    const submission = codes[offer] ?? -1
    if (visit < 0 || submission < 0) continue
    out[submission] = Math.min(out[submission] ?? 0, entered[visit] ?? 0)
    const known = last[submission] ?? -1
    if (known < 0 || (revision[offer] ?? 0) > (revision[known] ?? 0)) last[submission] = offer
  }
  const all: Array<Answered> = []
  for (const [submission, offer] of last.entries()) {
    if (offer < 0) continue
    const yes = Standing.reached(offers, offer, accepted)
    const end = Standing.last(offers, offer)
    const standing = kinds[kind[end] ?? 0]
    const answer = yes >= 0 ? "accepted" : (answers.find((one) => one === standing) ?? null)
    all.push({
      offer,
      answer,
      at: answer === null ? Number.POSITIVE_INFINITY : (entered[yes >= 0 ? yes : end] ?? 0),
      out: out[submission] ?? 0,
      backedOut: yes >= 0 && standing === "rescinded",
      superseded: standing === "superseded",
    })
  }
  return all
}
