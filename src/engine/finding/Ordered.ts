import * as Effect from "effect/Effect"
import * as Either from "effect/Either"
import * as Order from "../../domain/Order.js"
import type { OrderBy } from "../../domain/search/OrderBy.js"
import { nounOf } from "../../domain/Nouns.js"
import type { InvalidInput } from "../../domain/Refusal.js"
import type { StorageFailure } from "../../ports/StorageError.js"
import type * as Customs from "../../search/Customs.js"
import * as Fields from "../../search/Fields.js"
import type { Retrieval } from "../../search/Retrieval.js"
import * as Decoding from "../Decoding.js"
import type { Engine } from "../Engine.js"
import * as Ordering from "../Ordering.js"

type Searchable = Fields.Searchable

/** What is put in order: what a look-up finds, or the records of some ids. */
export type Source = { readonly matching: (noun: Searchable) => Retrieval } | { readonly ids: ReadonlyArray<string> }

interface Placed extends Order.Place {
  readonly noun: Searchable
}

export interface Asked {
  readonly nouns: ReadonlyArray<Searchable>
  readonly order: OrderBy
  readonly customs: Customs.Customs
  readonly command: string
  readonly subject: string | null
}

/** By what the records of each noun are ordered: null where a noun has no such field. */
type Keys = ReadonlyMap<Searchable, Order.Key | null>

const wrong = ({ command, subject }: Asked, path: ReadonlyArray<string>, message: string) =>
  Either.left(Decoding.wrong(command, subject, path, message))

/** One order is one question: a field of the agency's own is what the first noun says that has it. */
export const keysOf = (asked: Asked): Either.Either<Keys, InvalidInput> => {
  const { customs, nouns, order } = asked
  const named = Ordering.isCustom(order) ? Fields.meant(nouns, order.field, customs) : order.field
  const own = new Map(nouns.toReversed().flatMap((noun) => [...(customs[noun] ?? [])]))
  const keys = new Map<Searchable, Order.Key | null>()
  for (const noun of nouns) {
    const field = Ordering.isCustom(order) ? named : Fields.onRecord(noun, named)
    if (field === undefined) {
      keys.set(noun, null)
      continue
    }
    const key = Ordering.keyOf(noun, { ...order, field }, own)
    if (Either.isLeft(key)) return wrong(asked, ["order", "field"], key.left)
    keys.set(noun, key.right)
  }
  return [...keys.values()].every((key) => key === null)
    ? wrong(asked, ["order", "field"], `${order.field} is no field to order ${nouns.join(", ")} by`)
    : Either.right(keys)
}

const placeOf = (asked: Asked, keys: Keys, after: string | null): Either.Either<Order.Place | null, InvalidInput> => {
  if (after === null) return Either.right(null)
  const place = Ordering.placeOf(after)
  const isPlace =
    place !== null &&
    [...keys].some(([noun, key]) => (key === null ? place.value === null : Ordering.isIn(noun, key, place)))
  return isPlace ? Either.right(place) : wrong(asked, ["after"], "is no cursor")
}

/** Where a noun without the field goes on: all of it stands where the others have no value. */
const behind = (after: Order.Place | null): Order.Place | null =>
  after === null || after.value !== null ? null : { value: after.id, id: after.id }

/**
 * A page of records by a field: those without a value last, ties by id, and several nouns as one. Every page looks at
 * all that is found.
 */
export const page = (
  engine: Engine,
  workspace: string,
  source: Source,
  asked: Asked,
  { after, limit }: { readonly after: string | null; readonly limit: number },
): Effect.Effect<
  { readonly found: ReadonlyArray<{ readonly noun: Searchable; readonly id: string }>; readonly cursor: string | null },
  InvalidInput | StorageFailure
> =>
  Effect.gen(function* () {
    const keys = yield* keysOf(asked)
    const place = yield* placeOf(asked, keys, after)
    const direction = asked.order.direction ?? "asc"
    const all: Array<Placed> = []
    for (const [noun, key] of keys) {
      const ids = "ids" in source ? source.ids.filter((id) => nounOf(id) === noun) : null
      if (ids?.length === 0) continue
      const rows = yield* engine.storage.list({
        workspace,
        noun,
        filter: ids === null ? null : { field: "id", is: "in", value: ids },
        order: { ...(key ?? { field: "id" }), direction },
        limit: limit + 1,
        after: key === null ? behind(place) : place,
        ...("matching" in source ? { matching: source.matching(noun) } : {}),
      })
      for (const row of rows)
        all.push({ noun, id: String(row.id), value: key === null ? null : Order.valueIn(key, row) })
    }
    const found = all.toSorted(Order.comparing(direction)).slice(0, limit)
    const last = found.at(-1)
    return { found, cursor: last === undefined || all.length <= limit ? null : Ordering.cursor(last) }
  })
