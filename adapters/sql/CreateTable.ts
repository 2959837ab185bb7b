import type { Dialect } from "./Dialect.js"
import { type Index, quote, type Table } from "./Table.js"

/**
 * The statements that create a table and its indexes.
 *
 * No foreign keys: imports write in any order, an erasure and a host's partitions or shards must stay free to move
 * rows, and every reference is written by one decision that has read its target.
 */
export const createTable = (dialect: Dialect, table: Table): ReadonlyArray<string> => {
  const sequence = table.numbered ? dialect.sequence(table) : null
  const primary = sequence?.primary !== true
  const definitions = [
    ...(sequence === null ? [] : [sequence.definition]),
    `"workspace" ${dialect.types.text} not null`,
    ...table.columns.map(
      (column) => `${quote(column.name)} ${dialect.types[column.column]}${column.nullable ? "" : " not null"}`,
    ),
    ...(primary ? [`primary key (${keyed(table.key)})`] : []),
    ...table.checks.map((check) => `constraint ${quote(`${table.name}_${check.name}`)} check (${check.condition})`),
  ]
  const key: ReadonlyArray<Index> = primary ? [] : [{ name: "key", columns: table.key, unique: true, where: null }]
  return [
    `create table ${dialect.table(table.name)} (\n  ${definitions.join(",\n  ")}\n)${dialect.tableOptions(table)}`,
    ...[...key, ...table.indexes].map(
      (index) =>
        `create ${index.unique ? "unique " : ""}index ${dialect.index(`${table.name}_${index.name}`)}` +
        ` on ${dialect.table(table.name)} (${keyed(index.columns)})` +
        (index.where === null ? "" : ` where ${index.where}`),
    ),
  ]
}

const keyed = (columns: ReadonlyArray<string>): string => ["workspace", ...columns].map(quote).join(", ")
