import type { Connection } from "@effect/sql/SqlConnection"
import type { SqlError } from "@effect/sql/SqlError"
import * as Effect from "effect/Effect"
import type { Json } from "../../src/domain/Ledger.js"
import type { Loaded, LoadRequest, Plan, Row, Source, Step } from "../../src/ports/Storage.js"
import type { Dialect, StoredRow } from "../sql/Dialect.js"
import { lookup } from "../sql/Lookup.js"
import { decoder, projection } from "../sql/Rows.js"
import * as Stored from "../sql/Stored.js"
import { columnOf, type StoredColumn, tableOf } from "../sql/Table.js"
import { Idempotency } from "../sql/tables/Idempotency.js"
import { askAll, rows } from "./Driver.js"

/** A look-up of a plan, prepared once. */
interface Prepared {
  readonly name: string
  readonly sources: ReadonlyArray<{ readonly column: StoredColumn; readonly source: Source }>
  /** By the sources that have one value only: a plain comparison is quicker than a list of one. */
  readonly texts: Map<string, string>
  readonly step: Step
  readonly decode: (rows: ReadonlyArray<StoredRow>) => ReadonlyArray<Row>
}

/** A look-up on its way. */
interface Asked {
  readonly look: Prepared
  readonly text: string
  readonly binds: ReadonlyArray<unknown>
}

/** Answers plans look-up by look-up: a call costs next to nothing where the database is in the process. */
export const make = (
  dialect: Dialect,
): {
  readonly prepare: (plan: Plan) => ReadonlyArray<Prepared>
  readonly load: (
    connection: Connection,
    request: LoadRequest,
    prepared: ReadonlyArray<Prepared>,
  ) => Effect.Effect<Loaded, SqlError>
} => {
  const known = new WeakMap<Plan, ReadonlyArray<Prepared>>()
  const rememberedText =
    `select ${projection(dialect, Idempotency)} from ${dialect.table(Idempotency.name)} t` +
    ` where t."workspace" = ? and t."key" = ?`
  const decodeRemembered = decoder(dialect, Idempotency)

  const prepare = (plan: Plan): ReadonlyArray<Prepared> => {
    const found = known.get(plan)
    if (found !== undefined) return found
    const prepared = Object.entries(plan).map(([name, step]): Prepared => {
      const table = tableOf(step.noun)
      return {
        name,
        step,
        sources: Object.entries(step.by).map(([field, source]) => ({ column: columnOf(table, field).column, source })),
        texts: new Map(),
        decode: decoder(dialect, table),
      }
    })
    known.set(plan, prepared)
    return prepared
  }

  const textOf = ({ step, texts }: Prepared, counts: ReadonlyArray<number>): string => {
    const shape = counts.map((count) => (count === 1 ? "1" : "n")).join("")
    const found = texts.get(shape)
    if (found !== undefined) return found
    let position = 0
    // Chosen for its order, the index by id would be read for the whole workspace.
    const text = `${lookup(dialect, step, ({ column }) =>
      counts[position++] === 1 ? `= ${dialect.bind(1, column)}` : dialect.isAmong(1, column),
    )} order by ${dialect.aside('t."id"')}`
    texts.set(shape, text)
    return text
  }

  const ask = (workspace: string, look: Prepared, sources: ReadonlyArray<ReadonlyArray<string>>): Asked => {
    const binds: Array<unknown> = [workspace]
    look.sources.forEach(({ column }, position) => {
      const values = sources[position] ?? []
      const [only] = values
      binds.push(
        values.length === 1 && only !== undefined ? dialect.encode(column, only) : dialect.encodeMany(column, values),
      )
    })
    const counts = sources.map((values) => values.length)
    return { look, text: textOf(look, counts), binds }
  }

  return {
    prepare,
    load: (connection, { given, idempotencyKey, workspace }, prepared) =>
      Effect.suspend(() => {
        const found: { [step: string]: ReadonlyArray<Row> } = {}
        let place = 0
        let asked: Asked | undefined
        /** The next look-up that can find anything; those above have their rows by then. */
        const next = (): Asked | undefined => {
          for (let look = prepared[place++]; look !== undefined; look = prepared[place++]) {
            const sources = look.sources.map(({ source }) => valuesOf(source, given, found))
            if (sources.every((values) => values.length > 0)) return ask(workspace, look, sources)
            found[look.name] = []
          }
          return undefined
        }
        const looking = askAll(
          connection,
          () => {
            asked = next()
            return asked
          },
          (answer) => {
            if (asked !== undefined) found[asked.look.name] = asked.look.decode(answer)
          },
        )
        return idempotencyKey === null
          ? Effect.map(looking, () => ({ rows: found, remembered: null }))
          : Effect.flatMap(looking, () =>
              Effect.map(rows(connection, rememberedText, [workspace, idempotencyKey]), (answer) => {
                const [remembered] = decodeRemembered(answer)
                return { rows: found, remembered: remembered === undefined ? null : Stored.remembered(remembered) }
              }),
            )
      }),
  }
}

const valuesOf = (
  source: Source,
  given: LoadRequest["given"],
  found: { readonly [step: string]: ReadonlyArray<Row> },
): ReadonlyArray<string> => {
  if ("given" in source) return given[source.given] ?? []
  const values = new Set<string>()
  for (const row of found[source.step] ?? []) {
    const value = row[source.field]
    if (isText(value)) values.add(value)
  }
  return [...values]
}

const isText = (value: Json | undefined): value is string => typeof value === "string"
