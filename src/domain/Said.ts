import * as Either from "effect/Either"
import * as ParseResult from "effect/ParseResult"
import * as Schema from "effect/Schema"
import { datePattern } from "./Field.js"
import * as Fee from "./Fee.js"
import { isId } from "./Id.js"
import type { Json } from "./Ledger.js"
import { type NounName, Nouns } from "./Nouns.js"
import * as Party from "./Party.js"
import { fates } from "./privacy/Source.js"
import type { Issue } from "./Refusal.js"

const Place = Schema.Struct({ kind: Schema.String, stage: Schema.String })
const Id = Schema.String.pipe(Schema.filter((text) => isId(text) || "is no id"))
const Day = Schema.String.pipe(Schema.pattern(datePattern, { message: () => "is no day" }))
const Count = Schema.NonNegativeInt

/** How a phone screen went. */
export const Outcome = Schema.Literal("passed", "failed", "undecided")

const fields = {
  from: Place,
  to: Place,
  /** Free text: the one thing here that an erasure takes out. */
  reason: Schema.NullOr(Schema.String),
  party: Schema.NullOr(Party.Party),
  outcome: Outcome,
  remedy: Fee.Remedy,
  /** The day of a start or an end. */
  on: Day,
  /** Minor units of the placement's fee. */
  refundAmount: Count,
  /** Who was merged into whom. */
  merged: Id,
  into: Id,
  reassignedFrom: Id,
  /** Which row of which import. */
  importId: Id,
  line: Count,
  /** The rows of an import that landed, each by its line with the id of its record. */
  landed: Schema.Array(Schema.Tuple(Count, Id)),
  /** Who brought an entry from elsewhere, and when it was first recorded. */
  imported: Schema.Struct({ by: Schema.String, recordedAt: Schema.String }),
  /** What is left to show of an erasure. */
  formerIds: Schema.Array(Id),
  records: Count,
  entries: Count,
  documents: Count,
  remembered: Count,
  source: Schema.Literal(...fates),
}

/** What entries say beside what they changed. Nothing else is ever said, so that an erasure knows where to look. */
export const Said = Schema.partialWith(Schema.Struct(fields), { exact: true })
export type Said = typeof Said.Type

type Data = { readonly [key: string]: Json }

const options = { errors: "all", onExcessProperty: "error" } as const
const decode = Schema.decodeUnknownEither(Said, options)

const isKind = (noun: NounName, place: { readonly kind: string } | undefined): boolean =>
  place === undefined || Object.hasOwn(Nouns[noun].kinds ?? {}, place.kind)

/** What is wrong with what an entry about a noun says. */
export const issues = (noun: NounName, data: Data): ReadonlyArray<Issue> =>
  Either.match(decode(data), {
    onLeft: ({ issue }) =>
      ParseResult.ArrayFormatter.formatIssueSync(issue).map(({ message, path }) => ({
        path: path.map(String),
        message,
      })),
    onRight: (said) =>
      (["from", "to"] as const).flatMap((name) =>
        isKind(noun, said[name]) ? [] : [{ path: [name, "kind"], message: `is no kind of a ${noun}` }],
      ),
  })
