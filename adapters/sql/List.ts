import type { Order } from "../../src/domain/Order.js"
import type { ListRequest } from "../../src/ports/Storage.js"
import type { Retrieval } from "../../src/search/Retrieval.js"
import { Binds, type Dialect } from "./Dialect.js"
import { condition } from "./Filter.js"
import { type OrderKey, orderKey } from "./OrderKey.js"
import { projection } from "./Rows.js"
import { type Table, tableOf } from "./Table.js"

export interface Statement {
  readonly text: string
  readonly values: ReadonlyArray<unknown>
  /** The text is one of a few, so that it is worth preparing. */
  readonly constant: boolean
}

/** What a look-up finds, as documents called `d`: tables, and conditions on them. Binds go to `values`. */
export type Found = (
  request: Pick<ListRequest, "noun" | "workspace">,
  retrieval: Retrieval,
  values: Array<unknown>,
) => { readonly from: string; readonly conditions: ReadonlyArray<string> }

const ordering = ({ direction }: Order, value: string, id: string, nullable: boolean): string =>
  `${value === id ? "" : `${value} ${direction}${nullable ? " nulls last" : ""}, `}${id} ${direction}`

/** The rows behind the last one of the page before. */
const beyond = (
  direction: Order["direction"],
  { id, key, value }: { readonly id: string; readonly key: OrderKey; readonly value: string },
  after: NonNullable<ListRequest["after"]>,
  binds: Binds,
): string => {
  const than = direction === "asc" ? ">" : "<"
  if (value === id) return `${id} ${than} ${binds.one("text", after.id)}`
  if (after.value === null) return `(${value} is null and ${id} ${than} ${binds.one("text", after.id)})`
  const keyset = `(${value}, ${id}) ${than} (${key.bind(after.value)}, ${binds.one("text", after.id)})`
  return key.nullable ? `(${keyset} or ${value} is null)` : keyset
}

/** The statement of one page of a list. Throws for fields that the noun does not have. */
export const page = (dialect: Dialect, found: Found, request: ListRequest): Statement => {
  const table = tableOf(request.noun)
  const binds = new Binds(dialect)
  const isPlain = request.matching === undefined && !("at" in request.order)
  const text = isPlain ? plain(table, request, binds) : picked(table, found, request, binds)
  return { text, values: binds.values, constant: false }
}

const limited = ({ filter, noun, workspace }: ListRequest, table: Table, binds: Binds): ReadonlyArray<string> => [
  `t."workspace" = ${binds.one("text", workspace)}`,
  ...(filter === null ? [] : [condition(table, { noun, workspace }, filter, binds)]),
]

/** Ordered by a column, which an index may be in the order of. */
const plain = (table: Table, request: ListRequest, binds: Binds): string => {
  const { after, limit, order } = request
  const { dialect } = binds
  const key = orderKey(table, order, binds)
  const at = { id: 't."id"', key, value: key.expression }
  const conditions = [
    ...limited(request, table, binds),
    ...(after === null ? [] : [beyond(order.direction, at, after, binds)]),
  ]
  return (
    `select ${projection(dialect, table)} from ${dialect.table(table.name)} t where ${conditions.join(" and ")}` +
    ` order by ${ordering(order, at.value, at.id, key.nullable)} limit ${binds.one("integer", limit)}`
  )
}

/**
 * Ordered by what each row must be asked for: first the ids and values of all, of which the database keeps a page, and
 * then the rows of the page.
 */
const picked = (table: Table, found: Found, request: ListRequest, binds: Binds): string => {
  const { after, limit, matching, order, workspace } = request
  const { dialect } = binds
  const key = orderKey(table, order, binds)
  const documents = matching === undefined ? null : found(request, matching, binds.values)
  const rows = `${dialect.table(table.name)} t`
  const from =
    documents === null
      ? rows
      : `${documents.from} ${dialect.joined} ${rows} on t."workspace" = d."workspace" and t."id" = d."id"`
  const conditions = [...(documents?.conditions ?? []), ...limited(request, table, binds)]
  const all = `select t."id" as "id", ${key.expression} as "value" from ${from} where ${conditions.join(" and ")}`
  const at = { id: 'k."id"', key, value: order.field === "id" ? 'k."id"' : 'k."value"' }
  const behind = after === null ? "" : ` where ${beyond(order.direction, at, after, binds)}`
  const some =
    `select k."id", k."value" from (${all}) k${behind}` +
    ` order by ${ordering(order, at.value, at.id, true)} limit ${binds.one("integer", limit)}`
  return (
    `select ${projection(dialect, table)} from (${some}) p ${dialect.joined} ${rows}` +
    ` on t."workspace" = ${binds.one("text", workspace)} and t."id" = p."id"` +
    ` order by ${ordering(order, order.field === "id" ? 'p."id"' : 'p."value"', 'p."id"', true)}`
  )
}
