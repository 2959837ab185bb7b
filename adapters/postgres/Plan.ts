import type { Loaded, LoadRequest, Plan, Row } from "../../src/ports/Storage.js"
import type { Dialect, StoredRow } from "../sql/Dialect.js"
import { lookup } from "../sql/Lookup.js"
import { decoder, projection } from "../sql/Rows.js"
import * as Stored from "../sql/Stored.js"
import { quote, type TableColumn, tableOf } from "../sql/Table.js"
import { Idempotency } from "../sql/tables/Idempotency.js"
import type { Rows } from "./Session.js"

/** A plan as one statement: one round trip, and one snapshot. */
export interface Prepared {
  readonly text: string
  readonly values: (request: LoadRequest) => ReadonlyArray<unknown>
  readonly loaded: (rows: Rows) => Loaded
}

export const make = (dialect: Dialect): ((plan: Plan) => Prepared) => {
  const known = new WeakMap<Plan, Prepared>()
  return (plan) => {
    const found = known.get(plan)
    if (found !== undefined) return found
    const prepared = prepare(dialect, plan)
    known.set(plan, prepared)
    return prepared
  }
}

const prepare = (dialect: Dialect, plan: Plan): Prepared => {
  const steps = Object.entries(plan)
  const places = new Map(steps.map(([name], place) => [name, `s${place}`]))
  /** What the statement binds after the workspace and the idempotency key. */
  const given: Array<{ readonly name: string; readonly column: TableColumn }> = []
  const tables = steps.map(([name, step]) => {
    const text = lookup(dialect, step, (column, source) => {
      if ("given" in source) return dialect.isAmong(2 + given.push({ name: source.given, column }), column.column)
      const place = places.get(source.step)
      if (place === undefined) throw new RangeError(`step ${name} takes from ${source.step}, which is none`)
      return `in (select ${quote(source.field)} from ${place})`
    })
    return `${places.get(name)} as (${text})`
  })
  const answers = [
    `select -1 as place, '' as id, row_to_json(r)::text as row from (select ${projection(dialect, Idempotency)}` +
      ` from ${dialect.table(Idempotency.name)} t where t."workspace" = ${dialect.bind(1, "text")}` +
      ` and t."key" = ${dialect.bind(2, "text")}) r`,
    ...steps.map((_, place) => `select ${place}, "id", row_to_json(s${place})::text from s${place}`),
  ]
  const head = tables.length === 0 ? "" : `with ${tables.join(",\n")}\n`
  const decoders = steps.map(([name, step]) => ({ name, decode: decoder(dialect, tableOf(step.noun)) }))
  const decodeRemembered = decoder(dialect, Idempotency)

  return {
    text: `${head}${answers.join("\nunion all\n")}\norder by 1, 2`,
    values: ({ given: values, idempotencyKey, workspace }) => [
      workspace,
      idempotencyKey,
      ...given.map(({ column, name }) => dialect.encodeMany(column.column, values[name] ?? [])),
    ],
    loaded: (rows) => {
      const found = decoders.map((): Array<StoredRow> => [])
      let remembered: Loaded["remembered"] = null
      for (const [place, , text] of rows) {
        const row = Stored.json(text)
        if (place === -1) remembered = Stored.remembered(decodeRemembered([row])[0] ?? row)
        else found[Number(place)]?.push(row)
      }
      const byStep: { [step: string]: ReadonlyArray<Row> } = {}
      decoders.forEach(({ decode, name }, place) => {
        byStep[name] = decode(found[place] ?? [])
      })
      return { rows: byStep, remembered }
    },
  }
}
