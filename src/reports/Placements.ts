import * as Schema from "effect/Schema"
import type { Instant } from "../domain/Field.js"
import * as Credits from "./Credits.js"
import * as History from "./History.js"
import * as Journeys from "./Journeys.js"
import * as Kinds from "./Kinds.js"
import * as Report from "./Report.js"

/** Money of one currency, minor units. Currencies are never added up. */
export interface FeeSum {
  readonly currency: string
  /** Minor units. */
  readonly amount: number
}

export interface PlacementRow {
  /** The actor, or the client's id. */
  readonly key: string
  /** Placements accepted in the window in which the key has a part. */
  readonly placements: number
  /** The same by frozen credit: a half of a placement is 0.5. Sums to the team's placements. */
  readonly credited: number
  readonly backedOut: number
  readonly fellOff: number
  /** Credited fee by currency, before refunds, without those backed out. */
  readonly fees: ReadonlyArray<FeeSum>
  readonly ids?: { readonly [N in "placements" | "backedOut" | "fellOff"]: ReadonlyArray<string> }
}

export interface Placements {
  readonly report: "placements"
  readonly policy: {
    readonly counted: "accepted in window"
    readonly credit: "split frozen at acceptance"
    readonly fees: "without backed out, before refunds"
  }
  readonly by: "recruiter" | "client"
  readonly from: Instant
  readonly to: Instant
  readonly total: Omit<PlacementRow, "key">
  readonly rows: ReadonlyArray<PlacementRow>
}

interface Part {
  readonly key: string
  readonly subject: number
  readonly weight: number
  readonly fee: number
  readonly currency: string
  readonly kind: string
}

const feesOf = (parts: ReadonlyArray<Part>): ReadonlyArray<FeeSum> => {
  const sums = new Map<string, number>()
  for (const { currency, fee, kind } of parts) {
    if (kind !== "backedOut") sums.set(currency, (sums.get(currency) ?? 0) + fee)
  }
  return [...sums]
    .map(([currency, amount]) => ({ currency, amount }))
    .toSorted((a, b) => (a.currency < b.currency ? -1 : 1))
}

/** Placements by the recruiters credited with them, or by client. Somebody who has left the team stays in the count. */
export const placements = Report.define({
  name: "placements",
  input: Report.ordered(Schema.Struct({ by: Schema.Literal("recruiter", "client"), ...Report.windowed })),
  needs: (asked) => ({
    placement: {
      columns: ["clientId", "acceptedAt", "feeAmount", "feeCurrency", "credits", ...(asked.ids ? ["id" as const] : [])],
    },
  }),
  answer: (asked, history): Placements => {
    const { by } = asked
    const { from, to } = Report.windowOf(asked)
    const journeys = History.of(history, "placement")
    const kinds = Kinds.all("placement")
    const accepted = Journeys.number(journeys, "acceptedAt")
    const amount = Journeys.number(journeys, "feeAmount")
    const currency = Journeys.text(journeys, "feeCurrency")
    const client = Journeys.text(journeys, "clientId")
    const credits = Credits.of(journeys)
    const parts: Array<Part> = []
    for (let subject = 0; subject < journeys.size; subject++) {
      const at = accepted[subject] ?? 0
      if (at < from || at >= to) continue
      const here = {
        subject,
        currency: Journeys.at(currency, subject) ?? "",
        kind: kinds[journeys.kind[(journeys.first[subject + 1] ?? 0) - 1] ?? 0] ?? "",
      }
      if (by === "client")
        parts.push({
          ...here,
          key: Journeys.at(client, subject) ?? "",
          weight: Credits.whole,
          fee: amount[subject] ?? 0,
        })
      else for (const { actor, fee, weight } of credits(subject)) parts.push({ ...here, key: actor, weight, fee })
    }
    const summed = (own: ReadonlyArray<Part>): Omit<PlacementRow, "key"> => {
      const subjects = [...new Map(own.map((part) => [part.subject, part])).values()]
      const of = (kind: string) => subjects.filter((part) => part.kind === kind)
      const ids = (some: ReadonlyArray<Part>) =>
        Journeys.ids(
          journeys,
          some.map(({ subject }) => subject),
        )
      return {
        placements: subjects.length,
        credited: own.reduce((sum, { weight }) => sum + weight, 0) / Credits.whole,
        backedOut: of("backedOut").length,
        fellOff: of("fellOff").length,
        fees: feesOf(own),
        ...(asked.ids
          ? { ids: { placements: ids(subjects), backedOut: ids(of("backedOut")), fellOff: ids(of("fellOff")) } }
          : {}),
      }
    }
    const groups = new Map<string, Array<Part>>()
    for (const part of parts) groups.set(part.key, [...(groups.get(part.key) ?? []), part])
    return {
      report: "placements",
      policy: {
        counted: "accepted in window",
        credit: "split frozen at acceptance",
        fees: "without backed out, before refunds",
      },
      by,
      ...Report.echo(asked),
      total: summed(parts),
      rows: [...groups]
        .map(([key, own]) => ({ key, ...summed(own) }))
        .toSorted((a, b) => b.credited - a.credited || (a.key < b.key ? -1 : 1)),
    }
  },
})
