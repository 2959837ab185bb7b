import * as Either from "effect/Either"
import * as Schema from "effect/Schema"
import type { Instant } from "../../domain/Field.js"
import type { Entry, Json } from "../../domain/Ledger.js"
import type { InvalidInput } from "../../domain/Refusal.js"
import * as Decoding from "../Decoding.js"

/** What an entry of a timeline comes down to. */
export type Summary =
  /** A record came to a stage: a new one with its first, another with its next. */
  | {
      readonly _tag: "moved"
      readonly kind: string | null
      readonly stage: string
      readonly reason: string | null
      readonly party: string | null
    }
  | { readonly _tag: "wrote"; readonly text: string; readonly action: string | null }
  | { readonly _tag: "attached"; readonly name: string; readonly category: string | null }
  | { readonly _tag: "created" }
  | { readonly _tag: "changed"; readonly fields: ReadonlyArray<string> }
  /** A mistake was taken back. */
  | { readonly _tag: "corrected"; readonly corrects: string }
  | { readonly _tag: "removed" }

/** One fact of a timeline. */
export interface Happening extends Pick<Entry, "id" | "act" | "type" | "subject" | "at" | "recordedAt" | "actor"> {
  readonly summary: Summary
}

export interface Timeline {
  /** Newest first by when it happened. */
  readonly items: ReadonlyArray<Happening>
  /** For `after` of the next page; null at the end. */
  readonly cursor: string | null
}

const PageInput = Schema.Struct({
  /** Entries of the timeline: 50 where absent, 500 at most. */
  limit: Schema.optional(Schema.Int.pipe(Schema.between(1, 500))),
  /** The timeline's `cursor` of the page before. */
  after: Schema.optional(Schema.NullOr(Schema.String.pipe(Schema.maxLength(500)))),
})
export type ProfileOptions = typeof PageInput.Encoded

const decodePage = Decoding.of(PageInput)

type Place = readonly [at: Instant, recordedAt: Instant, id: string]

const Cursor = Schema.parseJson(Schema.Tuple(Schema.String, Schema.String, Schema.String))
const readCursor = Schema.decodeUnknownEither(Cursor)

/** Which part of a timeline is asked for. */
export interface Asked {
  readonly limit: number
  readonly after: Place | null
}

export const resolve = (raw: unknown, command: string, subject: string): Either.Either<Asked, InvalidInput> =>
  Either.flatMap(
    decodePage(raw ?? {}, command, subject),
    ({ after = null, limit = 50 }): Either.Either<Asked, InvalidInput> => {
      if (after === null) return Either.right({ limit, after })
      const place = readCursor(Buffer.from(after, "base64url").toString("utf8"))
      return Either.isRight(place)
        ? Either.right({ limit, after: place.right })
        : Either.left(Decoding.wrong(command, subject, ["after"], "is no cursor"))
    },
  )

const textOf = (value: Json | undefined): string | null => (typeof value === "string" ? value : null)

/** What every change of a record changes. */
const bookkeeping = new Set(["version", "updatedAt", "updatedBy", "stageSince"])

const changed = (patch: NonNullable<Entry["patch"]>): ReadonlyArray<string> =>
  Object.keys(patch)
    .filter((field) => !bookkeeping.has(field))
    .sort()

/** So many characters of what was written are shown. */
const shown = 200

export const summaryOf = ({ corrects, data, patch, subject, version }: Entry): Summary => {
  if (corrects !== null) return { _tag: "corrected", corrects }
  if (patch === null) return { _tag: "removed" }
  const stage = textOf(patch.stage)
  if (stage !== null) {
    const reason = textOf(data.reason) ?? textOf(patch.endReason) ?? textOf(patch.reason)
    const party = textOf(data.party) ?? textOf(patch.endParty)
    return { _tag: "moved", kind: textOf(patch.kind), stage, reason, party }
  }
  const body = textOf(patch.body)
  if (body !== null) {
    const text = body.length > shown ? `${[...body.slice(0, shown)].slice(0, -1).join("")}…` : body
    return { _tag: "wrote", text, action: textOf(patch.action) }
  }
  const name = textOf(patch.name)
  if (subject.type === "document" && name !== null) return { _tag: "attached", name, category: textOf(patch.category) }
  return version === 1 ? { _tag: "created" } : { _tag: "changed", fields: changed(patch) }
}

const placeOf = ({ at, id, recordedAt }: Entry): Place => [at, recordedAt, id]

/** By when it happened, then by when it was written down. */
const byPlace = (a: Place, b: Place): number => {
  const differing = a.findIndex((part, index) => part !== b[index])
  return differing < 0 ? 0 : (a[differing] ?? "") < (b[differing] ?? "") ? -1 : 1
}

/** A page of the entries, newest first. */
export const of = (entries: ReadonlyArray<Entry>, { after, limit }: Asked): Timeline => {
  const rest = (after === null ? entries : entries.filter((entry) => byPlace(placeOf(entry), after) < 0)).toSorted(
    (a, b) => byPlace(placeOf(b), placeOf(a)),
  )
  const page = rest.slice(0, limit)
  const last = page.at(-1)
  return {
    items: page.map((entry) => {
      const { act, actor, at, id, recordedAt, subject, type } = entry
      return { id, act, type, subject, at, recordedAt, actor, summary: summaryOf(entry) }
    }),
    cursor:
      last === undefined || rest.length <= limit
        ? null
        : Buffer.from(JSON.stringify(placeOf(last)), "utf8").toString("base64url"),
  }
}
