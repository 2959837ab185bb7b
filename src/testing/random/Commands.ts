import * as fc from "fast-check"
import type { Settings } from "../../domain/Settings.js"
import { type Command, fitting, type Weighted } from "./Command.js"
import { customs } from "./Customs.js"
import { matches } from "./Matches.js"
import { listing, orders } from "./Orders.js"
import { people, readying } from "./People.js"
import { rest } from "./Rest.js"
import { searches } from "./Searches.js"

const any = (also: ReadonlyArray<Weighted>) => {
  const one: fc.Arbitrary<Command> = fc.oneof(
    ...people,
    ...orders,
    ...matches,
    ...customs,
    ...searches,
    ...rest,
    ...also,
  )
  return fc.tuple(one, fc.array(one, { minLength: 4, maxLength: 4 })).map(([first, others]) => fitting(first, others))
}

/** What is nearly always there, and goes when a failing run shrinks. */
const sometimes = <A>(arbitrary: fc.Arbitrary<A>): fc.Arbitrary<A | null> => fc.option(arbitrary, { freq: 50 })

const begin = fc
  .constantFrom(1, 2)
  .map((openings) => [...listing(openings), ...["Ada", "Eve", "Zoë"].flatMap((name) => readying(name))])

/**
 * Sequences of commands over the public API, `length` of them at most: the first few put a position and a ready
 * candidate there, so that the rest has something to go on. `also` come in beside the usual ones.
 */
export const randomCommands = (
  options: { readonly length?: number; readonly also?: ReadonlyArray<Weighted> } = {},
): fc.Arbitrary<ReadonlyArray<Command>> => {
  const { also = [], length = 50 } = options
  const left = Math.max(length - 11, 0)
  const then = fc.array(sometimes(any(also)), { minLength: left, maxLength: left })
  return fc
    .tuple(sometimes(begin), then)
    .map(([first, rest]) =>
      [...(first ?? []), ...rest.flatMap((command) => (command === null ? [] : [command]))].slice(0, length),
    )
}

/** Any policies that an agency may set. */
export const randomSettings: fc.Arbitrary<Partial<Settings>> = fc.record({
  endedSubmissions: fc.constantFrom("keep", "detach"),
  whenPlaced: fc.constantFrom("withdraw", "warn", "leave"),
  attemptsAllowed: fc.constantFrom(null, 2),
  offersBeyondOpenings: fc.boolean(),
  guaranteeDays: fc.constant(90),
  remedy: fc.constantFrom("replace", "refund"),
  refund: fc.constantFrom("full", "prorated"),
  customFields: fc.constantFrom("open", "defined"),
})
