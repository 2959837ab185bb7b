import * as Context from "effect/Context"
import * as Data from "effect/Data"
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import { Draft } from "../resume/Draft.js"

export type { Draft } from "../resume/Draft.js"

/** A résumé as it came in. Name and media type are hints; the name is never used as a path. */
export interface ResumeFile {
  readonly bytes: Uint8Array
  readonly name?: string | undefined
  readonly mediaType?: string | undefined
}

/**
 * Why a file gave no draft.
 *
 * - `unsupported`: it is in no format that is read
 * - `broken`: it is not what its format asks for
 * - `encrypted`: it needs a password
 * - `tooLarge`: more bytes, pages or inflated bytes than the limits allow
 * - `tooSlow`: reading took longer than the limits allow, and was ended
 * - `tooHungry`: reading took more memory than the limits allow, and was ended
 * - `readerMissing`: the package that reads this format is not installed
 * - `readerFailed`: the reader itself failed, as a model that does not answer
 */
export type UnreadableReason =
  | "unsupported"
  | "broken"
  | "encrypted"
  | "tooLarge"
  | "tooSlow"
  | "tooHungry"
  | "readerMissing"
  | "readerFailed"

/** The file gave no draft; `detail` says what about it. */
export class ResumeUnreadable extends Data.TaggedError("ResumeUnreadable")<{
  readonly reason: UnreadableReason
  readonly detail: string
}> {
  override get message() {
    return `the résumé cannot be read (${this.reason}): ${this.detail}`
  }
}

/** What a reader answers with: an Effect, or a promise whose rejection is a `ResumeUnreadable` or `readerFailed`. */
export type Answer = Effect.Effect<Draft, ResumeUnreadable> | Promise<Draft>

/** Reads résumés into drafts for a person to confirm: the library's own reader, or one that asks a model. */
export interface ResumeReader {
  readonly read: (file: ResumeFile) => Answer
}

export const ResumeReader = Context.GenericTag<ResumeReader>("matchloop/ResumeReader")

const failed = (cause: unknown): ResumeUnreadable =>
  cause instanceof ResumeUnreadable ? cause : new ResumeUnreadable({ reason: "readerFailed", detail: String(cause) })

const isDraft = Schema.is(Draft)

/** A reader's answer as an Effect, whichever it was; what is no draft is a failure of the reader's. */
export const answered = (reader: ResumeReader, file: ResumeFile): Effect.Effect<Draft, ResumeUnreadable> =>
  Effect.flatMap(Effect.try({ try: () => reader.read(file), catch: failed }), (answer) =>
    Effect.isEffect(answer) ? answer : Effect.tryPromise({ try: () => answer, catch: failed }),
  ).pipe(Effect.filterOrFail(isDraft, () => failed("the answer is no draft")))
