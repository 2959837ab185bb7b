import * as Either from "effect/Either"
import type { Context } from "./Context.js"
import type { Draft } from "./Draft.js"
import type { NounName } from "./Nouns.js"
import { NotFound, type Refusal } from "./Refusal.js"

/** A command's answer: what to write and what to return, or why not. */
export interface Decided<A> {
  readonly draft: Draft
  readonly result: A
}

export type Decision<A> = Either.Either<Decided<A>, Refusal>

/** A decision: current records and a command's input in, what to write out. Pure and total. */
export type Decide<L, I, A> = (loaded: L, input: I, context: Context) => Decision<A>

export const decided = <A>(draft: Draft, result: A): Decided<A> => ({ draft, result })

/** The one record of a step, or `NotFound` naming the id and the input that gave it. */
export const one = <A>(
  records: ReadonlyArray<A>,
  noun: NounName,
  id: string,
  field = "id",
): Either.Either<A, NotFound> => {
  const record = records[0]
  return record === undefined ? Either.left(new NotFound({ noun, id, field })) : Either.right(record)
}

/** All the named records, or `NotFound` for the first that is missing. */
export const every = <A extends { readonly id: string }>(
  records: ReadonlyArray<A>,
  noun: NounName,
  ids: ReadonlyArray<string>,
  field: string,
): Either.Either<ReadonlyArray<A>, NotFound> => {
  const missing = ids.find((id) => !records.some((record) => record.id === id))
  return missing === undefined ? Either.right(records) : Either.left(new NotFound({ noun, id: missing, field }))
}
