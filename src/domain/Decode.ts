import * as Either from "effect/Either"
import * as Schema from "effect/Schema"
import { type NounName, Nouns, type RecordOf } from "./Nouns.js"
import * as Noun from "./Noun.js"
import * as Plainly from "./Plainly.js"
import { CorruptRecord, type Issue } from "./Refusal.js"

type Check = (row: { readonly [field: string]: unknown }) => ReadonlyArray<Issue>

const none: ReadonlyArray<Issue> = []

const checkOf = (noun: Noun.Noun): Check => {
  const fields = Object.entries(Noun.allFields(noun)).map(([name, field]) => ({
    name,
    column: field.column,
    nullable: field.nullable,
    plainly: Plainly.of(field.schema),
    is: Schema.is(field.schema),
  }))
  const kinds = noun.kinds ?? {}
  return (row) => {
    let issues: Array<Issue> | undefined
    for (const { name, is, plainly } of fields) {
      if (!plainly(row[name]) && !is(row[name])) {
        const found = row[name] === undefined ? "nothing" : JSON.stringify(row[name])
        issues = [...(issues ?? []), { path: [name], message: `cannot be ${found}` }]
      }
    }
    for (const name of kinds[String(row.kind)]?.requires ?? []) {
      if (row[name] === null)
        issues = [...(issues ?? []), { path: [name], message: `is missing for ${String(row.kind)}` }]
    }
    return issues ?? none
  }
}

/** Fields of JSON, by what they may hold and nothing beside it. */
const exactly = new Map<NounName, ReadonlyArray<readonly [name: string, is: (value: unknown) => boolean]>>(
  (Object.keys(Nouns) as ReadonlyArray<NounName>).map((name) => [
    name,
    Object.entries(Noun.allFields(Nouns[name])).flatMap(([field, { column, schema }]) =>
      column === "json" ? [[field, Schema.is(schema, { onExcessProperty: "error" })] as const] : [],
    ),
  ]),
)

const checks = new Map<NounName, Check>(
  (Object.keys(Nouns) as ReadonlyArray<NounName>).map((name) => [name, checkOf(Nouns[name])]),
)

/** A stored row as a record of its noun, or what is wrong with it. */
export const record = <N extends NounName>(
  noun: N,
  row: { readonly [field: string]: unknown },
): Either.Either<RecordOf<N>, CorruptRecord> => {
  const issues = checks.get(noun)?.(row) ?? none
  return issues.length === 0
    ? Either.right(row as RecordOf<N>)
    : Either.left(new CorruptRecord({ noun, id: String(row.id), issues }))
}

/** A row from elsewhere as a record of its noun that says nothing beside what its fields are for, or what is wrong. */
export const exact = (noun: NounName, row: { readonly [field: string]: unknown }): ReadonlyArray<Issue> => {
  const wrong = checks.get(noun)?.(row) ?? none
  if (wrong.length > 0) return wrong
  return (exactly.get(noun) ?? []).flatMap(([field, is]) =>
    is(row[field]) ? [] : [{ path: [field], message: "holds what the field is not for" }],
  )
}
