import * as Schema from "effect/Schema"
import * as Id from "../Id.js"
import * as Input from "../Input.js"
import type { Entry, Json } from "../Ledger.js"
import { type NounName, Nouns } from "../Nouns.js"
import { Answers } from "../privacy/Answers.js"

export type Row = { readonly [field: string]: Json }

/** A client, a position, an opening or a list that a person's records name: no more of it than tells them apart. */
export interface Around {
  readonly clients: ReadonlyArray<{
    readonly id: string
    readonly name: string
    /** The ids of clients that were merged into this one: whoever was exported before names it by those. */
    readonly formerIds: ReadonlyArray<string>
  }>
  readonly positions: ReadonlyArray<{ readonly id: string; readonly clientId: string; readonly title: string }>
  readonly openings: ReadonlyArray<{
    readonly id: string
    readonly positionId: string
    readonly number: number
    readonly cycle: number
    /** The person's submission that has it reserved. */
    readonly reservedFor: string | null
  }>
  readonly lists: ReadonlyArray<{ readonly id: string; readonly name: string }>
}

/**
 * Everything about one person beside their own record, as plain JSON. It names nothing that is not in it: notes and
 * documents that are about others as well are given without those. Of a mistake that was taken back, histories keep the
 * id of what it rested on.
 */
export interface Parts {
  readonly exportedAt: string
  /** The ids of records that were merged into this one, or into a contact who is the same human. */
  readonly formerIds: ReadonlyArray<string>
  /** What else there is of the person, by noun. */
  readonly records: { readonly [N in NounName]?: ReadonlyArray<Row> }
  /** The bytes of documents in base64, by the document's id. */
  readonly files: { readonly [documentId: string]: string }
  /** What the person chose to answer on equal opportunity; null where they did not. */
  readonly equalOpportunity: Answers | null
  /** Everything that the ledger says of the person, in the order in which it was written. */
  readonly entries: ReadonlyArray<Entry>
  readonly around: Around
}

/** Everything about one person as a candidate. */
export interface Exported extends Parts {
  readonly candidate: Row
}

/** Everything about one person at a company. */
export interface ExportedContact extends Parts {
  readonly contact: Row
  /** The same human as a candidate: then this is also all that is given of them as one. */
  readonly candidate: Row | null
  /** The positions of the company that name the contact. */
  readonly namedBy: Around["positions"]
}

const forbidden = new Set(["__proto__", "constructor", "prototype"])

/** How deep a value may be nested: the deepest field of any noun is four levels down. */
const deepest = 12

const isJson = (value: unknown, depth = 0): value is Json => {
  if (typeof value === "string") return Input.storable(value)
  if (typeof value === "number") return Number.isFinite(value)
  if (value === null || typeof value === "boolean") return true
  if (depth > deepest) return false
  if (Array.isArray(value)) return value.every((one) => isJson(one, depth + 1))
  return (
    Input.isFields(value) &&
    Object.entries(value).every(([name, one]) => Input.storable(name) && !forbidden.has(name) && isJson(one, depth + 1))
  )
}

const PlainRow = Schema.declare((value: unknown): value is Row => Input.isFields(value) && isJson(value), {
  identifier: "Row",
  message: () => "is no object of JSON that every database keeps",
})
const Row = Schema.compose(Schema.Object, PlainRow, { strict: false })

const named = <const P extends string>(prefix: P) =>
  Schema.TemplateLiteral(`${prefix}_`, Schema.String).pipe(Schema.filter((id) => Id.isId(id) || "is no id"))

const idOf = (...nouns: ReadonlyArray<NounName>) =>
  Input.Ref.pipe(
    Schema.filter(
      (id) =>
        (Id.isId(id) && nouns.some((noun) => id.startsWith(`${Nouns[noun].prefix}_`))) ||
        `is no id of a ${nouns.join(" or ")}`,
    ),
  )

const AnyId = Input.Ref.pipe(Schema.filter((id) => Id.isId(id) || "is no id"))
const Names = Object.keys(Nouns) as ReadonlyArray<NounName>
const NounNamed = Schema.Literal(...Names)
const Count = Schema.Int.pipe(Schema.positive())

const Entries = Schema.Array(
  Schema.Struct({
    id: named("entry"),
    act: named("act"),
    type: Input.Line,
    subject: Schema.Struct({ type: NounNamed, id: AnyId }),
    version: Count,
    at: Input.Instant,
    recordedAt: Input.Instant,
    actor: Input.Ref,
    corrects: Schema.NullOr(named("act")),
    data: Row,
    patch: Schema.NullOr(Row),
  }),
)

const Positions = Schema.Array(Schema.Struct({ id: idOf("position"), clientId: idOf("client"), title: Input.Line }))

const AroundSchema = Schema.Struct({
  clients: Schema.Array(
    Schema.Struct({
      id: idOf("client"),
      name: Input.Line,
      formerIds: Input.or(Schema.Array(idOf("client")), () => []),
    }),
  ).pipe(
    Schema.filter((clients) => {
      const former = clients.flatMap(({ formerIds }) => formerIds)
      // An id that stands for itself by way of others would be looked up for ever.
      return clients.every(({ id }) => !former.includes(id)) && new Set(former).size === former.length
        ? undefined
        : "name a former id that is another's"
    }),
  ),
  positions: Positions,
  openings: Schema.Array(
    Schema.Struct({
      id: idOf("opening"),
      positionId: idOf("position"),
      number: Count,
      cycle: Count,
      reservedFor: Schema.NullOr(AnyId),
    }),
  ),
  lists: Schema.Array(Schema.Struct({ id: idOf("list"), name: Input.Line })),
})

const parts = {
  formerIds: Schema.Array(idOf("candidate", "contact")),
  records: Schema.partial(Schema.Record({ key: NounNamed, value: Schema.Array(Row) })),
  files: Schema.Record({ key: AnyId, value: Schema.Uint8ArrayFromBase64 }),
  equalOpportunity: Schema.NullOr(Answers),
  entries: Entries,
  around: AroundSchema,
}

/** An export as it comes back: what of it is not JSON of the right shape is refused before anything is loaded. */
export const Exported = Schema.Struct({ exportedAt: Input.Instant, candidate: Row, ...parts })

/** The same for an export of a contact. */
export const ExportedContact = Schema.Struct({
  exportedAt: Input.Instant,
  contact: Row,
  candidate: Schema.NullOr(Row),
  namedBy: Positions,
  ...parts,
})
