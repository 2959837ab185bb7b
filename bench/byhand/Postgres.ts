import type { Pool } from "pg"
import type { Row, Run, Script } from "./Script.js"
import { statements } from "./Statements.js"

const none: ReadonlyArray<Row> = []

/** A Postgres schema of matchloop's, as an application uses it by hand over its pool. */
export const open = (pool: Pool, schema: string) => {
  const prepared = statements.map(({ index, text }) => {
    let n = 0
    const sql = text
      .replaceAll("{s}", `${schema}.`)
      .replaceAll("{lock}", " for update")
      .replaceAll("{aside}", "")
      .replace(/\?|\{in\}/g, (bind) => (bind === "?" ? `$${++n}` : `= any($${++n}::text[])`))
    return { name: `${schema}_${index}`, text: sql, reads: text.startsWith("select") }
  })

  return {
    at: (time: number, seed: string): Run => ({
      workspace: "main",
      actor: "maya",
      at: new Date(time).toISOString(),
      instant: new Date(time),
      seed,
      json: (stored) => stored,
      list: (values) => values,
    }),
    transact: async <A>(script: Script<A>): Promise<A> => {
      const client = await pool.connect()
      try {
        await client.query("begin")
        let step = script.next()
        while (step.done !== true) {
          const [{ index }, ...values] = step.value
          const statement = prepared[index]
          if (statement === undefined) throw new Error("no such statement")
          const { rowCount, rows } = await client.query<Row>({ ...statement, values })
          if (!statement.reads && rowCount === 0) throw new Error("moved meanwhile")
          step = script.next(statement.reads ? rows : none)
        }
        await client.query("commit")
        return step.value
      } catch (error) {
        await client.query("rollback")
        throw error
      } finally {
        client.release()
      }
    },
  }
}
