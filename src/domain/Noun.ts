import type * as Field from "./Field.js"
import * as Fields from "./Field.js"

/**
 * What a kind demands of its record, and how it counts.
 *
 * `requires` lists the fields that are never null while a record is of the kind; the types, the check constraints and
 * the decoder all follow from it. `phase` says how pipelines read it: `live` (still running), `won` or `ended`.
 */
export interface Kind<F extends string> {
  readonly phase: "live" | "won" | "ended"
  readonly requires?: ReadonlyArray<F>
}

export type Kinds<F extends string> = { readonly [kind: string]: Kind<F> }

// biome-ignore lint/suspicious/noExplicitAny: the type of the value varies by field
type FieldMap = { readonly [name: string]: Field.Field<any> }

/** A rule that two writers could break, so that the database keeps it too. */
export interface Unique {
  readonly name: string
  readonly fields: ReadonlyArray<string>
  /** Only records of these kinds count; all of them where absent. */
  readonly kinds?: ReadonlyArray<string>
}

/** One noun of the vocabulary: the single statement from which types, tables, decoders and constraints are derived. */
export interface Noun<
  Name extends string = string,
  P extends string = string,
  F extends FieldMap = FieldMap,
  K extends Kinds<string> | null = Kinds<string> | null,
> {
  readonly name: Name
  readonly table: string
  readonly prefix: P
  readonly fields: F
  /** The kinds in the order in which they are reached; null for nouns that have no pipeline. */
  readonly kinds: K
  readonly unique: ReadonlyArray<Unique>
  /** Field lists that are looked up often, each a database index behind the workspace. */
  readonly indexes: ReadonlyArray<ReadonlyArray<string>>
}

/** The fields of every record. `version` counts the changes; `createdBy` and `updatedBy` are actors. */
export const base = {
  version: Fields.integer,
  createdAt: Fields.instant,
  createdBy: Fields.text,
  updatedAt: Fields.instant,
  updatedBy: Fields.text,
}

/** The further fields of a record that stands in a pipeline; `stageSince` is when it came to its stage. */
export const staged = { stage: Fields.text, stageSince: Fields.instant }

type Base = typeof base
type Staged = typeof staged
type RequiredBy<K> = K extends { readonly requires: ReadonlyArray<infer N> } ? N : never

type FieldName<N extends Noun> =
  | "id"
  | keyof Base
  | (N["kinds"] extends null ? never : "kind" | keyof Staged)
  | keyof N["fields"]

type FieldValue<N extends Noun, K, F> = F extends "id"
  ? `${N["prefix"]}_${string}`
  : F extends "kind"
    ? K
    : F extends keyof Base
      ? Field.Value<Base[F]>
      : F extends keyof N["fields"]
        ? K extends keyof N["kinds"]
          ? F extends RequiredBy<N["kinds"][K]>
            ? NonNullable<Field.Value<N["fields"][F]>>
            : Field.Value<N["fields"][F]>
          : Field.Value<N["fields"][F]>
        : F extends keyof Staged
          ? Field.Value<Staged[F]>
          : never

/** A record of one kind (null for nouns without): the fields that the kind requires are present. */
export type OfKind<N extends Noun, K> = { readonly [F in FieldName<N>]: FieldValue<N, K, F> }

/** The record type of a noun: a union over its kinds. */
export type Record<N extends Noun> = N extends { readonly kinds: null }
  ? OfKind<N, null>
  : N extends Noun
    ? { [K in keyof N["kinds"] & string]: OfKind<N, K> }[keyof N["kinds"] & string]
    : never

export type KindOf<N> = N extends Noun<string, string, infer _F, infer K> ? keyof K & string : never

interface Options {
  readonly unique?: ReadonlyArray<Unique>
  readonly indexes?: ReadonlyArray<ReadonlyArray<string>>
}

/** Declares a noun that stands in a pipeline of kinds. */
export const pipelined = <
  const Name extends string,
  const P extends string,
  F extends FieldMap,
  const K extends Kinds<keyof F & string>,
>(
  name: Name,
  table: string,
  prefix: P,
  fields: F,
  kinds: K,
  options: Options = {},
): Noun<Name, P, F, K> => ({
  name,
  table,
  prefix,
  fields,
  kinds,
  unique: options.unique ?? [],
  indexes: options.indexes ?? [],
})

/** Declares a noun without a pipeline. */
export const plain = <const Name extends string, const P extends string, F extends FieldMap>(
  name: Name,
  table: string,
  prefix: P,
  fields: F,
  options: Options = {},
): Noun<Name, P, F, null> => ({
  name,
  table,
  prefix,
  fields,
  kinds: null,
  unique: options.unique ?? [],
  indexes: options.indexes ?? [],
})

/** The kinds of a noun in a phase, in the order in which they are declared. */
export const kindsIn = <K extends Kinds<string>>(
  noun: Noun<string, string, FieldMap, K>,
  ...phases: ReadonlyArray<Kind<string>["phase"]>
): ReadonlyArray<keyof K & string> =>
  Object.entries(noun.kinds).flatMap(([kind, { phase }]) => (phases.includes(phase) ? [kind] : []))

const kept = new WeakMap<Noun, FieldMap>()

/** Every field that a record of this noun keeps, the common ones first, without `id`. */
export const allFields = (noun: Noun): FieldMap => {
  const known = kept.get(noun)
  if (known !== undefined) return known
  const fields =
    noun.kinds === null
      ? { ...base, ...noun.fields }
      : { ...base, kind: Fields.literal(...Object.keys(noun.kinds)), ...staged, ...noun.fields }
  kept.set(noun, fields)
  return fields
}
