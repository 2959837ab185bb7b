import type { Instant } from "../domain/Field.js"
import type { Placement } from "../domain/placement/Placement.js"

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
  readonly ids?: ReadonlyArray<string>
}

export interface Placements {
  readonly report: "placements"
  readonly policy: { readonly counted: "accepted in window"; readonly credit: "split frozen at acceptance" }
  readonly by: "recruiter" | "client"
  readonly from: Instant
  readonly to: Instant
  readonly total: Omit<PlacementRow, "key">
  readonly rows: ReadonlyArray<PlacementRow>
}

interface Part {
  readonly key: string
  readonly placement: Placement
  /** Ten-thousandths of a percent, so that sums stay exact. */
  readonly weight: number
  readonly fee: number
}

const whole = 1_000_000

const partsOf = (by: "recruiter" | "client", placement: Placement): ReadonlyArray<Part> =>
  by === "client"
    ? [{ key: placement.clientId, placement, weight: whole, fee: placement.feeAmount }]
    : placement.credits.map(({ actor, percent, amount }) => ({
        key: actor,
        placement,
        weight: Math.round(percent * 10_000),
        fee: amount,
      }))

const feesOf = (parts: ReadonlyArray<Part>): ReadonlyArray<FeeSum> => {
  const sums = new Map<string, number>()
  for (const { placement, fee } of parts) {
    if (placement.kind !== "backedOut") sums.set(placement.feeCurrency, (sums.get(placement.feeCurrency) ?? 0) + fee)
  }
  return [...sums]
    .map(([currency, amount]) => ({ currency, amount }))
    .toSorted((a, b) => (a.currency < b.currency ? -1 : 1))
}

const summed = (parts: ReadonlyArray<Part>, ids: boolean): Omit<PlacementRow, "key"> => {
  const placements = [...new Map(parts.map(({ placement }) => [placement.id, placement])).values()]
  const of = (kind: Placement["kind"]) => placements.filter((placement) => placement.kind === kind).length
  return {
    placements: placements.length,
    credited: parts.reduce((sum, { weight }) => sum + weight, 0) / whole,
    backedOut: of("backedOut"),
    fellOff: of("fellOff"),
    fees: feesOf(parts),
    ...(ids ? { ids: placements.map(({ id }) => id).toSorted() } : {}),
  }
}

/** Placements by the recruiters credited with them, or by client. Somebody who has left the team stays in the count. */
export const placements = (
  request: { readonly by: "recruiter" | "client"; readonly from: Instant; readonly to: Instant },
  facts: Iterable<Placement>,
  options: { readonly ids: boolean },
): Placements => {
  const { by, from, to } = request
  const counted = [...facts].filter(({ acceptedAt }) => acceptedAt >= from && acceptedAt < to)
  const parts = counted.flatMap((placement) => partsOf(by, placement))
  const rows = [...new Set(parts.map(({ key }) => key))]
    .map((key) => ({
      key,
      ...summed(
        parts.filter((part) => part.key === key),
        options.ids,
      ),
    }))
    .toSorted((a, b) => b.credited - a.credited || (a.key < b.key ? -1 : 1))
  return {
    report: "placements",
    policy: { counted: "accepted in window", credit: "split frozen at acceptance" },
    by,
    from,
    to,
    total: summed(parts, options.ids),
    rows,
  }
}
