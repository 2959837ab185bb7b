import * as fc from "fast-check"
import type { NounName } from "../../domain/Nouns.js"
import type { Client } from "../../index.js"
import type { Options } from "../../engine/Options.js"
import type { Row } from "../../ports/Storage.js"
import { days, hours, minutes } from "../Clock.js"
import type { World } from "./World.js"

/** One step of a random run. It names its subjects by their place in the world, so that it shrinks. */
export interface Command {
  readonly name: string
  /** Milliseconds that pass before it. */
  readonly wait: number
  readonly actor: string
  /** Whether there is a record that it may succeed on. */
  readonly fits: (world: World) => boolean
  /** The call on the public API; null where the world has nothing to call it on yet. */
  readonly prepare: (world: World, now: number) => Call | null
  readonly toString: () => string
}

export interface Call {
  readonly name: string
  /** The subject, for commands on one. */
  readonly id: string | null
  readonly run: (client: Client, options: Options) => Promise<unknown>
  readonly options: Options
}

/** A command that comes now, by maya, on the newest record that fits. */
const calm = <I>(input: I): Choices<I> => ({
  input,
  pick: 0,
  blind: false,
  wait: minutes,
  actor: "maya",
  back: null,
  key: null,
})

/** Of which records a command picks its subject, and those in which it may succeed. */
export interface Target {
  readonly noun: NounName
  readonly kinds?: ReadonlyArray<string>
}

interface Choices<I> {
  readonly input: I
  readonly pick: number
  /** Picks among all records, whatever their kind. */
  readonly blind: boolean
  readonly wait: number
  readonly actor: string
  readonly back: number | null
  readonly key: string | null
}

const choices = <I>(input: fc.Arbitrary<I>): fc.Arbitrary<Choices<I>> =>
  fc.record({
    input,
    pick: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 2, arbitrary: fc.nat({ max: 7 }) }),
    blind: fc.oneof({ weight: 14, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
    wait: fc.oneof(
      { weight: 12, arbitrary: fc.integer({ min: 0, max: 3 * hours }) },
      { weight: 6, arbitrary: fc.integer({ min: hours, max: 4 * days }) },
      { weight: 1, arbitrary: fc.integer({ min: days, max: 45 * days }) },
    ),
    actor: fc.constantFrom("maya", "noor"),
    back: fc.oneof(
      { weight: 11, arbitrary: fc.constant(null) },
      { weight: 1, arbitrary: fc.integer({ min: minutes, max: 2 * days }) },
    ),
    key: fc.oneof(
      { weight: 30, arbitrary: fc.constant(null) },
      { weight: 1, arbitrary: fc.constantFrom("key 1", "key 2", "key 3") },
    ),
  })

const at = (rows: ReadonlyArray<Row>, pick: number): string | undefined => {
  const row = rows[pick % Math.max(rows.length, 1)]
  return row === undefined ? undefined : String(row.id)
}

/** The id of the n-th newest record of these kinds; an id that nobody has where there is none. */
export const idOf = (world: World, noun: NounName, n: number, kinds?: ReadonlyArray<string>): string =>
  at(world.all(noun, kinds), n) ?? `${noun}_none`

const build = <I>(
  name: string,
  { input, pick, blind, wait, actor, back, key }: Choices<I>,
  target: Target | null,
  call: (client: Client, id: string, input: I, options: Options, world: World) => Promise<unknown>,
): Command => ({
  name,
  wait,
  actor,
  fits: (world) => target === null || world.all(target.noun, blind ? undefined : target.kinds).length > 0,
  prepare: (world, now) => {
    const options: Options = {
      ...(back === null ? {} : { at: now - back }),
      ...(key === null ? {} : { idempotencyKey: key }),
    }
    const calling = (id: string | null): Call => ({
      name,
      id,
      options,
      run: (client, given) => call(client, id ?? "", input, given, world),
    })
    if (target === null) return calling(null)
    const fitting = world.all(target.noun, target.kinds)
    const id = at(blind || fitting.length === 0 ? world.all(target.noun) : fitting, pick)
    return id === undefined ? null : calling(id)
  },
  toString: () => {
    const of = target === null ? "" : ` on ${blind ? "any" : "fitting"} ${target.noun} ${pick}`
    const notes = [
      `after ${Math.round(wait / minutes)} min`,
      ...(back === null ? [] : [`back-dated ${Math.round(back / minutes)} min`]),
      ...(key === null ? [] : [`under ${key}`]),
    ]
    return `${name}${of} ${JSON.stringify(input)} (${notes.join(", ")})`
  },
})

/** How often a kind of command comes, and what it may look like. */
export type Weighted = fc.WeightedArbitrary<Command>

/** Commands on a record. */
export const on = <I>(
  weight: number,
  name: string,
  target: Target,
  input: fc.Arbitrary<I>,
  call: (client: Client, id: string, input: I, options: Options, world: World) => Promise<unknown>,
): Weighted => ({ weight, arbitrary: choices(input).map((chosen) => build(name, chosen, target, call)) })

/** Commands that need no record to be on. */
export const free = <I>(
  weight: number,
  name: string,
  input: fc.Arbitrary<I>,
  call: (client: Client, input: I, options: Options, world: World) => Promise<unknown>,
): Weighted => ({
  weight,
  arbitrary: choices(input).map((chosen) =>
    build(name, chosen, null, (client, _id, given, options, world) => call(client, given, options, world)),
  ),
})

/** A command on a record without surprises, for the beginning of a run. */
export const surely = <I>(
  name: string,
  target: Target | null,
  input: I,
  call: (client: Client, id: string, input: I, options: Options, world: World) => Promise<unknown>,
): Command => build(name, calm(input), target, call)

/** The first of the commands that there is a record for, so that runs get somewhere. */
export const fitting = (first: Command, others: ReadonlyArray<Command>): Command => {
  const chosen = (world: World) => [first, ...others].find((command) => command.fits(world)) ?? first
  return {
    ...first,
    fits: (world) => chosen(world).fits(world),
    prepare: (world, now) => chosen(world).prepare(world, now),
    toString: () => [first, ...others].map(String).join(" or else "),
  }
}
