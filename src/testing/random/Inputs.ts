import * as fc from "fast-check"
import { days, hours } from "../Clock.js"

export const none = fc.constant({})
export const words = fc.constantFrom("Ada", "Zoë", "Björk 🦊", "İpek", "Ольга", "李 雷")
export const reason = fc.constantFrom("too expensive", "no answer", "changed their mind", "wrong skills")
export const reasoned = fc.record({ reason })
export const party = fc.constantFrom("recruiter" as const, "client" as const, "candidate" as const)
export const place = fc.nat({ max: 9 })
export const salary = fc.record({
  amount: fc.integer({ min: 3_000_000, max: 20_000_001 }),
  currency: fc.constantFrom("USD", "EUR"),
})

/** An end some time after now: milliseconds, or none. */
export const lasting = fc.oneof(
  { weight: 5, arbitrary: fc.constant(null) },
  { weight: 3, arbitrary: fc.integer({ min: 20 * days, max: 120 * days }) },
  { weight: 1, arbitrary: fc.integer({ min: hours, max: 20 * days }) },
)

export const fee = fc.oneof(
  fc.constant(null),
  fc.record({ kind: fc.constant("percent" as const), percent: fc.constantFrom(20, 33.3333, 0, 100) }),
  fc.record({
    kind: fc.constant("flat" as const),
    amount: fc.integer({ min: 0, max: 999_999 }),
    currency: fc.constant("EUR"),
  }),
  fc.constant({
    kind: "retainer" as const,
    currency: "USD",
    parts: [
      { name: "signing", amount: 100_001 },
      { name: "placement", amount: 200_002 },
    ] as const,
  }),
)

export const splits = fc.constantFrom(
  [],
  [{ actor: "maya", role: "owner", percent: 100 }],
  [
    { actor: "maya", role: "sourcer", percent: 33.3333 },
    { actor: "noor", role: "owner", percent: 66.6667 },
  ],
)
