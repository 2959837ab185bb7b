import type { Column } from "../../src/domain/Field.js"
import * as Noun from "../../src/domain/Noun.js"
import { type NounName, Nouns } from "../../src/domain/Nouns.js"

export type StoredColumn = Column | "bytes"

/** A field of a row and the column that keeps it. */
export interface TableColumn {
  readonly field: string
  readonly name: string
  readonly column: StoredColumn
  readonly nullable: boolean
}

/** An index over columns, behind the workspace. */
export interface Index {
  readonly name: string
  readonly columns: ReadonlyArray<string>
  readonly unique: boolean
  /** A condition that limits the index, in plain SQL. */
  readonly where: string | null
}

/** A table as both databases have it; every one also has the column `workspace`, which begins each key. */
export interface Table {
  readonly name: string
  readonly columns: ReadonlyArray<TableColumn>
  /** Whether a column `seq` numbers the rows in the order of writing. */
  readonly numbered: boolean
  /** The primary key behind the workspace. */
  readonly key: ReadonlyArray<string>
  readonly checks: ReadonlyArray<{ readonly name: string; readonly condition: string }>
  readonly indexes: ReadonlyArray<Index>
  /** Rows are small: SQLite keeps them in the primary key itself. */
  readonly clustered: boolean
}

export const snakeCase = (field: string): string => field.replace(/[A-Z]/g, (capital) => `_${capital.toLowerCase()}`)

export const quote = (identifier: string): string => `"${identifier.replaceAll('"', '""')}"`

export const literal = (value: string): string => `'${value.replaceAll("'", "''")}'`

export const column = (field: string, kept: StoredColumn, nullable = false): TableColumn => ({
  field,
  name: snakeCase(field),
  column: kept,
  nullable,
})

export const index = (...fields: ReadonlyArray<string>): Index => ({
  name: fields.map(snakeCase).join("_"),
  columns: fields.map(snakeCase),
  unique: false,
  where: null,
})

export const among = (expression: string, values: ReadonlyArray<string>): string =>
  `${expression} in (${values.map(literal).join(", ")})`

const kindChecks = (noun: Noun.Noun): Table["checks"] => {
  if (noun.kinds === null) return []
  const required = Object.entries(noun.kinds).flatMap(([kind, { requires = [] }]) =>
    requires.length === 0
      ? []
      : [
          {
            name: snakeCase(kind),
            condition: `"kind" <> ${literal(kind)} or (${requires
              .map((field) => `${quote(snakeCase(field))} is not null`)
              .join(" and ")})`,
          },
        ],
  )
  return [{ name: "kind", condition: among('"kind"', Object.keys(noun.kinds)) }, ...required]
}

/** The table of a noun, derived from its one statement. */
const derive = (noun: Noun.Noun): Table => ({
  name: noun.table,
  columns: [
    column("id", "text"),
    ...Object.entries(Noun.allFields(noun)).map(([field, kept]) => column(field, kept.column, kept.nullable)),
  ],
  numbered: false,
  key: ["id"],
  checks: kindChecks(noun),
  indexes: [
    ...noun.unique.map(
      (rule): Index => ({
        name: `${snakeCase(rule.name)}_unique`,
        columns: rule.fields.map(snakeCase),
        unique: true,
        where: rule.kinds === undefined ? null : among('"kind"', rule.kinds),
      }),
    ),
    // Look-ups answer in the order of ids, so every index ends with it.
    ...noun.indexes.map((fields) => ({ ...index(...fields), columns: [...fields.map(snakeCase), "id"] })),
  ],
  clustered: false,
})

export const nounTables: ReadonlyMap<string, Table> = new Map(
  Object.values(Nouns).map((noun) => [noun.name, derive(noun)]),
)

/** The table of a noun by its name. */
export const tableOf = (noun: NounName): Table => columnsOrThrow(nounTables.get(noun), `noun ${noun}`)

/** The column of a field. Throws for a field that the table does not have, so that no name reaches SQL unchecked. */
export const columnOf = (table: Table, field: string): TableColumn =>
  columnsOrThrow(
    table.columns.find((candidate) => candidate.field === field),
    `field ${JSON.stringify(field)} of ${table.name}`,
  )

const columnsOrThrow = <A>(found: A | undefined, what: string): A => {
  if (found === undefined) throw new RangeError(`there is no ${what}`)
  return found
}
