import * as Schema from "effect/Schema"
import * as Field from "../Field.js"
import * as Noun from "../Noun.js"

/** The nouns that an agency may give fields of its own. */
export const fielded = ["candidate", "client", "contact", "position", "opportunity"] as const
export type Fielded = (typeof fielded)[number]

export const isFielded = (noun: string): noun is Fielded => fielded.some((one) => one === noun)

/**
 * What a field holds. `date` is a calendar day, `choice` the key of one option, `choices` the keys of several, `link` an
 * http or https address, `money` an amount in minor units and its currency.
 */
export const types = ["text", "number", "boolean", "date", "choice", "choices", "link", "money"] as const
export type Type = (typeof types)[number]

/** Records keep the key, so that a label may change; a retired option is chosen no more, and stays where it was. */
export const Option = Schema.Struct({ key: Schema.String, label: Schema.String, retired: Schema.Boolean })
export type Option = typeof Option.Type

const Finite = Schema.Number.pipe(Schema.finite())

/** Of numbers: whether they are whole, and from where to where they go, both included. */
export const Limits = Schema.Struct({
  whole: Schema.Boolean,
  min: Schema.NullOr(Finite),
  max: Schema.NullOr(Finite),
})
export type Limits = typeof Limits.Type

const noun = Noun.plain(
  "customField",
  "custom_fields",
  "field",
  {
    /** Whose field it is. */
    noun: Field.literal(...fielded),
    /** Under which records keep it; nothing else of the noun ever has that name. */
    name: Field.text,
    label: Field.text,
    type: Field.literal(...types),
    /** Whether a new record needs a value. */
    required: Field.boolean,
    options: Field.json(Schema.Array(Option)),
    /** Null where it holds no numbers. */
    limits: Field.optional(Field.json(Limits)),
    retiredAt: Field.optional(Field.instant),
  },
  { unique: [{ name: "name", fields: ["noun", "name"] }] },
)
type Definition = typeof noun

/** A field that an agency gave a noun of its own. */
export interface CustomFieldNoun extends Definition {}
export const CustomField: CustomFieldNoun = noun
export type CustomField = Noun.Record<CustomFieldNoun>
