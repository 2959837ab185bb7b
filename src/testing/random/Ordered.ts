import * as fc from "fast-check"
import type { Json } from "../../domain/Ledger.js"
import type { Inside, Order } from "../../domain/Order.js"
import type { Row } from "../../ports/Storage.js"

const texts = fc.constantFrom("b", "B", "", "\u{10000}", "\uffff", "é", "z", "2026-12-01", "2026-11-30")
const numbers = fc.oneof(
  fc.integer({ min: -3, max: 3 }),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.constantFrom(0.1, 2 ** 60, 2 ** 60 + 4096, -0, 1e21, 1e300, 5e-324),
)
const keys = ["junior", "senior", "lead", "gone"]
const amounts = fc.record({ amount: fc.integer({ min: 0, max: 4 }), currency: fc.constantFrom("EUR", "USD") })

const value: fc.Arbitrary<Json> = fc.oneof(
  texts,
  numbers,
  fc.boolean(),
  fc.constant(null),
  fc.constantFrom(...keys),
  fc.constant(["senior"]),
  amounts.map((money): Json => ({ ...money })),
)

const names = ["rate", "level", "budget"]

/** What a row says that it may be ordered by. */
export const values: fc.Arbitrary<Row> = fc.record({
  source: fc.option(texts),
  willingToRelocate: fc.option(fc.boolean()),
  availableFrom: fc.option(fc.constantFrom("2026-12-31", "2027-01-04")),
  salaryExpectation: fc.option(amounts.map((money): Json => ({ ...money }))),
  customFields: fc.dictionary(fc.constantFrom(...names), value).map((fields): Json => ({ ...fields })),
})

const direction = fc.constantFrom<Order["direction"]>("asc", "desc")
const name = fc.constantFrom(...names)
const currency = fc.constantFrom("EUR", "USD", "JPY")

/** Orders by every sort of key. */
export const orders: fc.Arbitrary<Order> = fc.oneof(
  fc.record({
    field: fc.constantFrom("id", "source", "willingToRelocate", "availableFrom", "version"),
    direction,
  }),
  fc
    .tuple(name, fc.constantFrom<Inside>("string", "number", "boolean"), direction)
    .map(([name, of, direction]): Order => ({ field: "customFields", at: [name], of, direction })),
  fc
    .tuple(name, fc.shuffledSubarray(keys), direction)
    .map(([name, places, direction]): Order => ({ field: "customFields", at: [name], places, direction })),
  fc.tuple(fc.option(name), currency, direction).map(([name, value, direction]): Order => {
    const inside = name === null ? [] : [name]
    const beside = { at: [...inside, "currency"], value }
    const field = name === null ? "salaryExpectation" : "customFields"
    return { field, at: [...inside, "amount"], of: "number", beside, direction }
  }),
)
