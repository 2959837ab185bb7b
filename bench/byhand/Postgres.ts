import type { Pool } from "pg"
import type { Row, Run, Script, Statement } from "./Script.js"
import { inVectors } from "./Search.js"

const none: ReadonlyArray<Row> = []

/** A Postgres schema of matchloop's, as an application uses it by hand over its pool. */
export const open = (pool: Pool, schema: string) => {
  const prepared = new Map<number, { readonly name: string; readonly text: string; readonly reads: boolean }>()
  const prepare = ({ index, text }: Statement) => {
    const found = prepared.get(index)
    if (found !== undefined) return found
    let n = 0
    const sql = text
      .replaceAll("{s}", `${schema}.`)
      .replaceAll("{lock}", " for update")
      .replaceAll("{aside}", "")
      .replace(/\?|\{in\}/g, (bind) => (bind === "?" ? `$${++n}` : `= any($${++n}::text[])`))
    const made = { name: `${schema}_${index}`, text: sql, reads: text.startsWith("select") }
    prepared.set(index, made)
    return made
  }

  return {
    at: (time: number, seed: string): Run => ({
      workspace: "main",
      actor: "maya",
      at: new Date(time).toISOString(),
      instant: new Date(time),
      seed,
      json: (stored) => stored,
      index: inVectors,
      list: (values) => values,
    }),
    transact: async <A>(script: Script<A>): Promise<A> => {
      const client = await pool.connect()
      try {
        await client.query("begin")
        let step = script.next()
        while (step.done !== true) {
          const [asked, ...values] = step.value
          const { name, reads, text } = prepare(asked)
          const { rowCount, rows } = await client.query<Row>({ name, text, values })
          if (!reads && rowCount === 0) throw new Error("moved meanwhile")
          step = script.next(reads ? rows : none)
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
