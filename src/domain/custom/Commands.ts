import * as Either from "effect/Either"
import * as Schema from "effect/Schema"
import { amending } from "../Amending.js"
import * as Command from "../Command.js"
import type { Context } from "../Context.js"
import { decided } from "../Decision.js"
import * as Draft from "../Draft.js"
import * as Input from "../Input.js"
import { InvalidInput } from "../Refusal.js"
import { type CustomField, fielded, type Limits, type Type, types } from "./CustomField.js"
import * as Options from "./Options.js"

const Name = Schema.String.pipe(
  Schema.filter(
    (name) =>
      (/^[A-Za-z][A-Za-z0-9_]{0,49}$/.test(name) && !Input.forbidden.has(name)) ||
      "is no name of up to 50 letters, digits and underscores that begins with a letter",
  ),
)

const Bound = Schema.Number.pipe(Schema.finite())

const Define = Schema.Struct({
  noun: Schema.Literal(...fielded),
  /** Under which records keep the values, and queries ask for them: letters, digits, underscores. */
  name: Name,
  /** The name where absent. */
  label: Input.maybe(Input.Line),
  type: Schema.Literal(...types),
  required: Input.or(Schema.Boolean, () => false),
  /** Of a choice: labels, or keys and labels. */
  options: Schema.optional(Options.List),
  /** Of a number. */
  whole: Schema.optional(Schema.Boolean),
  min: Input.change(Bound),
  max: Input.change(Bound),
})

const Update = Schema.Struct({
  label: Schema.optional(Input.Line),
  required: Schema.optional(Schema.Boolean),
  /** All options in their order: those that a key or label names are kept, the rest is new; who is missing is retired. */
  options: Schema.optional(Options.List),
  whole: Schema.optional(Schema.Boolean),
  min: Input.change(Bound),
  max: Input.change(Bound),
  /** Stays what it was. */
  type: Schema.optional(Schema.Literal(...types)),
})

const wrong = (context: Context, subject: string | null, field: string, message: string) =>
  new InvalidInput({ command: context.command, subject, field, issues: [{ path: [field], message }] })

type Given = Pick<typeof Update.Type, "options" | "whole" | "min" | "max">

/** What is said of options or limits, put together with what there was; or which of it is wrong, and why. */
const detailed = (
  type: Type,
  { max, min, options, whole }: Given,
  before: Pick<CustomField, "options" | "limits">,
): Either.Either<
  Pick<CustomField, "options" | "limits">,
  { readonly field: "options" | "whole" | "min" | "max"; readonly message: string }
> => {
  const refuse = (field: "options" | "whole" | "min" | "max", message: string) => Either.left({ field, message })
  const isNumber = type === "number"
  const isChoice = type === "choice" || type === "choices"
  if (!isChoice && options !== undefined) return refuse("options", "are for choices only")
  if (!isNumber && whole !== undefined) return refuse("whole", "is for numbers only")
  if (!isNumber && min !== undefined && min !== null) return refuse("min", "is for numbers only")
  if (!isNumber && max !== undefined && max !== null) return refuse("max", "is for numbers only")
  if (isNumber) {
    const limits: Limits = {
      whole: whole ?? before.limits?.whole ?? false,
      min: min === undefined ? (before.limits?.min ?? null) : min,
      max: max === undefined ? (before.limits?.max ?? null) : max,
    }
    if (limits.min !== null && limits.max !== null && limits.max < limits.min) return refuse("max", "is below min")
    return Either.right({ options: [], limits })
  }
  if (!isChoice) return Either.right({ options: [], limits: null })
  return Either.mapBoth(Options.updated(before.options, options ?? []), {
    onLeft: (message) => ({ field: "options" as const, message }),
    onRight: (all) => ({ options: options === undefined ? before.options : all, limits: null }),
  })
}

/** How many fields a noun may be given, those that were retired among them. */
const most = 200

/** Gives a noun a field of the agency's own. */
export const define = Command.make(
  "customFields.define",
  Define,
  { others: { noun: "customField", by: { noun: { given: "noun" } } } },
  ({ noun }) => ({ noun: [noun] }),
  ({ label, name, noun, required, type, ...given }, { others }, context) => {
    const taken = others.find((one) => one.name === name)
    if (taken !== undefined)
      return Either.left(
        wrong(context, null, "name", `is that of ${taken.id}${taken.retiredAt === null ? "" : ", which is retired"}`),
      )
    if (others.length >= most) return Either.left(wrong(context, null, "noun", `has ${most} fields already`))
    if (given.options === undefined && (type === "choice" || type === "choices"))
      return Either.left(wrong(context, null, "options", "are missing"))
    return Either.mapBoth(detailed(type, given, { options: [], limits: null }), {
      onLeft: ({ field, message }) => wrong(context, null, field, message),
      onRight: (details) => {
        const changes = Draft.make(context)
        const fields = { noun, name, label: label ?? name, type, required, ...details, retiredAt: null }
        return decided(changes, Draft.create(changes, "customField", "CustomFieldDefined", fields))
      },
    })
  },
)

/** Changes what a field is called, asks for and offers; what it holds stays. Values that are there are left alone. */
export const update = Command.on(
  "customField",
  "customFields.update",
  Update,
  {},
  (subject, { label, required, type, ...given }, _loaded, context) => {
    const { id } = subject
    if (type !== undefined && type !== subject.type)
      return Either.left(
        wrong(context, id, "type", `is ${subject.type} and stays so: retire the field and define another`),
      )
    return Either.mapBoth(detailed(subject.type, given, subject), {
      onLeft: ({ field, message }) => wrong(context, id, field, message),
      onRight: (details) => {
        const changes = Draft.make(context)
        const patch = { ...Input.present({ label, required }), ...details }
        return decided(changes, Draft.update(changes, "customField", subject, "CustomFieldUpdated", patch))
      },
    })
  },
)

/** Takes no more values for a field. Records keep and show those that they have. */
export const retire = amending("customField", "customFields.retire", "CustomFieldRetired", ({ retiredAt }, { at }) => ({
  retiredAt: retiredAt ?? at,
}))

/** Takes values for a retired field again. */
export const reinstate = amending("customField", "customFields.reinstate", "CustomFieldReinstated", () => ({
  retiredAt: null,
}))
