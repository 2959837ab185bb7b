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
