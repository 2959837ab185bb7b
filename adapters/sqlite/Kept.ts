import * as Effect from "effect/Effect"
import type { Kept, KeptPart } from "../../src/ports/Storage.js"
import { StaleWrite } from "../../src/ports/StorageError.js"
import type { Dialect, StoredRow } from "../sql/Dialect.js"
import { refused } from "../sql/Failure.js"
import * as Stored from "../sql/Stored.js"
import { Ledger } from "../sql/tables/Ledger.js"
import { Indexes, Parts } from "../sql/tables/Reports.js"
import { freshly, rows, runAll, type Write } from "./Driver.js"
import { judge } from "./Failure.js"
import type { Transactions } from "./Transaction.js"

const part = ({ block, bytes, part }: StoredRow): KeptPart => Stored.keptPart({ block, part, bytes })

/** What reports keep, in two tables. */
export const kept = (transactions: Transactions, dialect: Dialect): Kept => {
  const { connection } = transactions
  const indexes = dialect.table(Indexes.name)
  const parts = dialect.table(Parts.name)
  const stateText =
    `select null as "pipeline", coalesce((select "seq" from ${dialect.table(Ledger.name)}` +
    ` where "workspace" = ? order by "seq" desc limit 1), 0) as "version", '0' as "content"` +
    ` union all select "pipeline", "version", "content"` +
    ` from ${indexes} where "workspace" = ? and "pipeline" ${dialect.isAmong(3, "text")}`
  const readText =
    `select "block", "part", "bytes" from ${parts} where "workspace" = ?` +
    ` and "block" ${dialect.isAmong(2, "text")} and "part" ${dialect.isAmong(3, "text")}`
  const insertText = `insert into ${indexes} ("version", "content", "workspace", "pipeline") values (1, ?, ?, ?) on conflict do nothing`
  const updateText =
    `update ${indexes} set "version" = "version" + 1, "content" = ?` +
    ` where "workspace" = ? and "pipeline" = ? and "version" = ?`
  const addText = `insert into ${parts} ("workspace", "block", "part", "bytes") values (?, ?, ?, ?)`
  const dropText = `delete from ${parts} where "workspace" = ? and "block" = ?`
  return {
    state: (workspace, pipelines) =>
      Effect.map(
        transactions.alone(
          "kept.state",
          freshly(rows(connection, stateText, [workspace, workspace, dialect.encodeMany("text", pipelines)])),
        ),
        (found) => Stored.keptState(found.map(({ content, pipeline, version }) => [pipeline, version, content])),
      ),
    read: (workspace, blocks, names) =>
      Effect.map(
        transactions.alone(
          "kept.read",
          freshly(
            rows(connection, readText, [
              workspace,
              dialect.encodeMany("text", blocks),
              dialect.encodeMany("text", names),
            ]),
          ),
        ),
        (found) => found.map(part),
      ),
    replace: (workspace, pipeline, { content, drops, expects, parts: added }) => {
      const unless = { stale: true, what: `the report index of ${pipeline}` }
      const json = dialect.encode("json", content)
      const writes: ReadonlyArray<Write> = [
        expects === 0
          ? { text: insertText, values: [json, workspace, pipeline], unless }
          : { text: updateText, values: [json, workspace, pipeline, expects], unless },
        ...added.map(
          ({ block, bytes, part: name }): Write => ({
            text: addText,
            values: [workspace, block, name, bytes],
            unless: null,
          }),
        ),
        ...drops.map((block): Write => ({ text: dropText, values: [workspace, block], unless: null })),
      ]
      const land = Effect.flatMap(
        Effect.mapError(runAll(connection, writes), refused(judge, "kept.replace")),
        (wrong) => (wrong === null ? Effect.succeed(true) : Effect.fail(new StaleWrite({ what: wrong.what }))),
      )
      return Effect.catchTag(transactions.transaction("kept.replace", land), "StaleWrite", () => Effect.succeed(false))
    },
  }
}
