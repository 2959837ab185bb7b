import type { Json } from "../../src/domain/Ledger.js"
import type { Inside } from "../../src/domain/Order.js"
import type { StoredColumn, Table } from "./Table.js"

/** A value of a row as it comes out of the driver: decoded in place, never trusted. */
export type StoredRow = { [field: string]: Json }

/** What differs between the two databases' SQL. All else is written once, in this folder. */
export interface Dialect {
  readonly name: "sqlite" | "postgres"
  readonly types: { readonly [C in StoredColumn]: string }
  /** The quoted name of a table, in its schema or behind its prefix. */
  readonly table: (name: string) => string
  /** The quoted name of an index, where it is created. */
  readonly index: (name: string) => string
  /** What follows the closing parenthesis of `create table`. */
  readonly tableOptions: (table: Table) => string
  /** The definition of the column `seq`, and whether it takes the place of the primary key. */
  readonly sequence: (table: Table) => { readonly definition: string; readonly primary: boolean }
  /** The current instant, as a value for a column of that type. */
  readonly now: string
  /** Statements after which the table refuses to change or lose a row. */
  readonly appendOnly: (table: Table) => ReadonlyArray<string>
  /** Statements after which an append-only table lets `data` and `patch` of an entry change that is to be redacted. */
  readonly redactable: (table: Table, redactions: Table) => ReadonlyArray<string>
  /** The n-th bind (from 1), of a column's type. */
  readonly bind: (n: number, column: StoredColumn) => string
  /** The value to bind for a row's value. Throws where it does not fit the column. */
  readonly encode: (column: StoredColumn, value: Json) => unknown
  /** An expression that is to be compared or ordered by row by row, and never to be a reason to choose an index. */
  readonly aside: (expression: string) => string
  /** A test for one of any number of values, all in the n-th bind. */
  readonly isAmong: (n: number, column: StoredColumn) => string
  readonly encodeMany: (column: StoredColumn, values: ReadonlyArray<string | number>) => unknown
  /** A test whether a JSON list holds the text in the n-th bind. */
  readonly contains: (expression: string, n: number) => string
  /** What a JSON object has at a path, as JSON; null where it has nothing or null there. */
  readonly inside: (expression: string, path: ReadonlyArray<string>) => string
  /** The same as a value of the type, null where it is of another. */
  readonly insideAs: (expression: string, path: ReadonlyArray<string>, type: Inside) => string
  /** The n-th bind, for a value inside of JSON. */
  readonly bindInside: (n: number, type: Inside) => string
  readonly encodeInside: (value: string | number | boolean) => unknown
  /** What stands for a text of any length in an index: the same for the same text, and rarely for another. */
  readonly digest: (expression: string) => string
  /** The place of a text among those in the n-th bind, a list of them, from 0; null where it is not among them. */
  readonly placeIn: (expression: string, n: number) => string
  /** A join that is carried out from left to right, where the planner lets itself be told. */
  readonly joined: string
  /** A test whether the text of an expression holds one of the texts in the n-th bind, a list of them. */
  readonly holdsAny: (expression: string, n: number) => string
  readonly encodeElement: (value: string) => unknown
  /** How a column is selected, so that it leaves the database in the form that `decode` takes. */
  readonly read: (column: StoredColumn, expression: string) => string
  /** From what the driver gives to the port's JSON value. Never throws: what is broken is refused by the decoder above. */
  readonly decode: { readonly [C in StoredColumn]?: (stored: Json) => Json }
}

/** Collects the binds of a statement in the order of their places. */
export class Binds {
  readonly values: Array<unknown> = []
  readonly dialect: Dialect

  constructor(dialect: Dialect) {
    this.dialect = dialect
  }

  one(column: StoredColumn, value: Json): string {
    return this.dialect.bind(this.values.push(this.dialect.encode(column, value)), column)
  }

  many(column: StoredColumn, values: ReadonlyArray<string | number>): string {
    return this.dialect.isAmong(this.values.push(this.dialect.encodeMany(column, values)), column)
  }

  /** The place of a list of values. */
  list(column: StoredColumn, values: ReadonlyArray<string | number>): number {
    return this.values.push(this.dialect.encodeMany(column, values))
  }

  /** A value that is compared with one inside of JSON. */
  inside(type: Inside, value: string | number | boolean): string {
    return this.dialect.bindInside(this.values.push(this.dialect.encodeInside(value)), type)
  }

  element(expression: string, value: string): string {
    return this.dialect.contains(expression, this.values.push(this.dialect.encodeElement(value)))
  }
}
