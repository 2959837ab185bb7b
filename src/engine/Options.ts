import * as Either from "effect/Either"
import * as Schema from "effect/Schema"
import type { Instant } from "../domain/Field.js"
import * as Input from "../domain/Input.js"
import type { InvalidInput } from "../domain/Refusal.js"
import * as Decoding from "./Decoding.js"

/** What every command takes last. */
const Options = Schema.Struct({
  /** A command repeated under its key returns the first result and changes nothing. Up to 200 characters. */
  idempotencyKey: Schema.optional(Input.Line.pipe(Schema.maxLength(200))),
  /** When it happened, if not now: never in the future, never before the subject's last move. */
  at: Schema.optional(Input.Instant),
  /** The version that the subject is expected to be at. */
  expectedVersion: Schema.optional(Schema.Int.pipe(Schema.positive())),
})
export type Options = typeof Options.Encoded

export interface Resolved {
  readonly idempotencyKey: string | null
  readonly at: Instant
  readonly backdated: boolean
  readonly expectedVersion: number | null
}

const decode = Decoding.of(Options)

export const resolve = (
  options: unknown,
  now: Instant,
  command: string,
  subject: string | null,
): Either.Either<Resolved, InvalidInput> => {
  if (options === undefined)
    return Either.right({ idempotencyKey: null, at: now, backdated: false, expectedVersion: null })
  const wrong = (field: string, message: string) => Either.left(Decoding.wrong(command, subject, [field], message))
  return Either.flatMap(decode(options, command, subject), ({ idempotencyKey, at, expectedVersion }) =>
    at !== undefined && at > now
      ? wrong("at", "lies in the future")
      : expectedVersion !== undefined && subject === null
        ? wrong("expectedVersion", "is of nothing: there is no record yet")
        : Either.right({
            idempotencyKey: idempotencyKey ?? null,
            at: at ?? now,
            backdated: at !== undefined && at < now,
            expectedVersion: expectedVersion ?? null,
          }),
  )
}
