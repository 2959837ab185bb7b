import * as Either from "effect/Either"
import type { Context } from "../Context.js"
import type * as Custom from "../Custom.js"
import * as Plan from "../Plan.js"
import { InvalidInput, type Issue, type Refusal } from "../Refusal.js"
import { same } from "../Same.js"
import type { Settings } from "../Settings.js"
import type { CustomField, Fielded } from "./CustomField.js"
import * as Value from "./Value.js"

const none: Custom.Custom = {}

/** Looks up the fields that the agency gave the noun (given as `fielded`). */
export const plan = Plan.plan({ customFields: { noun: "customField", by: { noun: { given: "fielded" } } } })

/** Looks up those of them that values are given for (`named`): a change needs no others. */
export const named = Plan.plan({
  customFields: { noun: "customField", by: { noun: { given: "fielded" }, name: { given: "named" } } },
})

/** A new record may miss a required value: its noun's fields are always looked up. */
export const forNew = (noun: Fielded): Plan.Given => ({ fielded: [noun] })

/** Of a record that exists, only those matter that a value is given for. */
export const forChange = (noun: Fielded, given: Custom.Custom = none): Plan.Given => {
  const names = Object.keys(given)
  return { fielded: names.length === 0 ? [] : [noun], named: names }
}

/** The fields of a noun, by name, and those that a new record needs. */
export interface Fields {
  readonly byName: ReadonlyMap<string, CustomField>
  readonly required: ReadonlyArray<CustomField>
}

export const fields = (all: ReadonlyArray<CustomField>): Fields => ({
  byName: new Map(all.map((field) => [field.name, field])),
  required: all.filter(({ required, retiredAt }) => required && retiredAt === null),
})

const most = 200

/** A value by which nothing is said: no value, or no option of several. */
const isNothing = (value: Custom.Value): value is null => value === null || (Array.isArray(value) && value.length === 0)

const isScalar = (value: Custom.Value): boolean => typeof value !== "object"

/** The value as it is kept, null where it goes, or what is wrong with it. */
const one = (
  { byName }: Fields,
  policy: Settings["customFields"],
  name: string,
  value: Custom.Value,
  before: Custom.Value | undefined,
  isNew: boolean,
): Either.Either<Custom.Value, string> => {
  const field = byName.get(name)
  if (isNothing(value))
    return field?.required === true && field.retiredAt === null && (isNew || before !== undefined)
      ? Either.left("is required")
      : Either.right(null)
  if (before !== undefined && same(value, before)) return Either.right(before)
  if (field === undefined) {
    if (policy === "defined") return Either.left("is no field that was defined")
    return isScalar(value) ? Either.right(value) : Either.left("is neither text, number, true nor false")
  }
  return field.retiredAt === null ? Value.kept(field, value, before) : Either.left("is a field no more")
}

/** The values that a record has once these are given; a value of null goes. `before` is null for a new record. */
export const merged = (
  known: Fields,
  policy: Settings["customFields"],
  given: Custom.Custom,
  before: Custom.Custom | null,
): Either.Either<Custom.Custom, ReadonlyArray<Issue>> => {
  const missing = before !== null ? [] : known.required.filter(({ name }) => !Object.hasOwn(given, name))
  const names = Object.keys(given)
  if (names.length === 0 && missing.length === 0) return Either.right(before ?? none)
  const issues: Array<Issue> = missing.map(({ name }) => ({ path: ["customFields", name], message: "is required" }))
  const result = new Map(Object.entries(before ?? none))
  for (const name of names) {
    const found = one(known, policy, name, given[name] ?? null, result.get(name), before === null)
    if (Either.isLeft(found)) issues.push({ path: ["customFields", name], message: found.left })
    else if (found.right === null) result.delete(name)
    // Zero has no sign in JSON.
    else result.set(name, typeof found.right === "number" ? found.right + 0 : found.right)
  }
  if (result.size > most) issues.push({ path: ["customFields"], message: `more than ${most} fields` })
  return issues.length === 0 ? Either.right(Object.fromEntries(result)) : Either.left(issues)
}

/** What is wrong with the values of a record that comes from elsewhere: what was retired here may have been right there. */
export const misfits = (
  { byName }: Fields,
  policy: Settings["customFields"],
  values: Custom.Custom,
): ReadonlyArray<Issue> =>
  Object.entries(values).flatMap(([name, value]) => {
    const field = byName.get(name)
    const live = field?.options.map((option) => ({ ...option, retired: false })) ?? []
    const found =
      field !== undefined && !isNothing(value)
        ? Value.kept({ ...field, options: live }, value)
        : one({ byName, required: [] }, policy, name, value, undefined, false)
    return Either.isLeft(found) ? [{ path: ["customFields", name], message: found.left }] : []
  })

/** The same refusal, of values that came inside of something. */
export const within =
  (part: string) =>
  (refusal: Refusal): Refusal =>
    refusal._tag !== "InvalidInput"
      ? refusal
      : new InvalidInput({
          command: refusal.command,
          subject: refusal.subject,
          field: `${part}.${refusal.field}`,
          issues: refusal.issues.map(({ message, path }) => ({ path: [part, ...path], message })),
        })

const refused = (context: Context, subject: string | null) => (issues: ReadonlyArray<Issue>) =>
  new InvalidInput({ command: context.command, subject, field: (issues[0]?.path ?? []).join("."), issues })

/** The values of a new record. */
export const made = (
  known: Fields,
  given: Custom.Custom,
  context: Context,
): Either.Either<Custom.Custom, InvalidInput> =>
  Either.mapLeft(merged(known, context.settings.customFields, given, null), refused(context, null))

/** The values of a record after a change, as a part of its patch: nothing where none are given. */
export const changed = (
  all: ReadonlyArray<CustomField>,
  subject: { readonly id: string; readonly customFields: Custom.Custom },
  given: Custom.Custom | undefined,
  context: Context,
): Either.Either<{ readonly customFields?: Custom.Custom }, InvalidInput> =>
  given === undefined || Object.keys(given).length === 0
    ? Either.right({})
    : Either.mapBoth(merged(fields(all), context.settings.customFields, given, subject.customFields), {
        onLeft: refused(context, subject.id),
        onRight: (customFields) => ({ customFields }),
      })
