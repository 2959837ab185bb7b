import type { Loaded, LoadRequest, Plan, Row } from "../../src/ports/Storage.js"
import type { Dialect, StoredRow } from "../sql/Dialect.js"
import { lookup } from "../sql/Lookup.js"
import { decoder, projection } from "../sql/Rows.js"
import * as Stored from "../sql/Stored.js"
import { quote, type StoredColumn, tableOf } from "../sql/Table.js"
import { Idempotency } from "../sql/tables/Idempotency.js"
import type { Rows } from "./Session.js"

/** A plan as one statement: one round trip, and one snapshot. */
export interface Prepared {
  readonly statement: (request: LoadRequest) => { readonly text: string; readonly values: ReadonlyArray<unknown> }
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

/** A value of the plan's call that the statement binds, after the workspace and the idempotency key. */
interface Bind {
  readonly name: string
  readonly column: StoredColumn
}

/**
 * The text of a plan, and what it binds. Its conditions cost the planner the same whatever their values: where it takes
 * a list of one or a join for dearer than they are, it plans the statement anew each time, which takes longer than all
 * of its look-ups. So `one` tells what is given one value only, and steps take from each other as one value where there
 * is at most one row to take it from, else as arrays. `keyed` tells whether there is an idempotency key to look for.
 */
const compile = (dialect: Dialect, plan: Plan, one: (name: string) => boolean, keyed: boolean) => {
  const steps = Object.entries(plan)
  const places = new Map(steps.map(([name], place) => [name, place]))
  const offset = keyed ? 2 : 1
  const single: Array<boolean> = []
  const binds: Array<Bind> = []
  const tables = steps.map(([, step], own) => {
    single[own] = Object.entries(step.by).some(
      ([field, source]) =>
        field === "id" && ("given" in source ? one(source.given) : (single[places.get(source.step) ?? own] ?? false)),
    )
    const text = lookup(dialect, step, ({ column }, source) => {
      if ("given" in source) {
        const n = offset + binds.push({ name: source.given, column })
        return one(source.given) ? `= ${dialect.bind(n, column)}` : dialect.isAmong(n, column)
      }
      const place = places.get(source.step) ?? own
      // A step that is not above this one has no rows yet.
      if (place >= own) return "is null and false"
      const taken = `(select ${quote(source.field)} from s${place})`
      return single[place] === true ? `= ${taken}` : `= any(array${taken})`
    })
    return `s${own} as (${text})`
  })
  const remembered =
    `select -1, '', row_to_json(r)::text from (select ${projection(dialect, Idempotency)}` +
    ` from ${dialect.table(Idempotency.name)} t where t."workspace" = ${dialect.bind(1, "text")}` +
    ` and t."key" = ${dialect.bind(2, "text")}) r`
  const answers = [
    ...(keyed ? [remembered] : []),
    ...steps.map((_, place) => `select ${place}, "id", row_to_json(s${place})::text from s${place}`),
  ]
  const head = tables.length === 0 ? "" : `with ${tables.join(",\n")}\n`
  return { text: `${head}${answers.join("\nunion all\n")}\norder by 1, 2`, binds }
}

const prepare = (dialect: Dialect, plan: Plan): Prepared => {
  const compiled = new Map<string, ReturnType<typeof compile>>()
  const decoders = Object.entries(plan).map(([name, step]) => ({ name, decode: decoder(dialect, tableOf(step.noun)) }))
  const decodeRemembered = decoder(dialect, Idempotency)
  const names = Object.values(plan).flatMap(({ by }) =>
    Object.values(by).flatMap((source) => ("given" in source ? [source.given] : [])),
  )

  return {
    statement: ({ given, idempotencyKey, workspace }) => {
      const one = (name: string) => given[name]?.length === 1
      const keyed = idempotencyKey !== null || decoders.length === 0
      const shape = names.map((name) => (one(name) ? "1" : "n")).join("") + (keyed ? "k" : "")
      const ready = compiled.get(shape) ?? compile(dialect, plan, one, keyed)
      compiled.set(shape, ready)
      const values = ready.binds.map(({ column, name }) => {
        const wanted = given[name] ?? []
        const [first] = wanted
        return first !== undefined && wanted.length === 1
          ? dialect.encode(column, first)
          : dialect.encodeMany(column, wanted)
      })
      return { text: ready.text, values: [workspace, ...(keyed ? [idempotencyKey] : []), ...values] }
    },
    loaded: (rows) => {
      const found = decoders.map((): Array<StoredRow> => [])
      let remembered: Loaded["remembered"] = null
      for (const [place, , text] of rows) {
        const row = Stored.json(text)
        if (Number(place) === -1) remembered = Stored.remembered(decodeRemembered([row])[0] ?? row)
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
