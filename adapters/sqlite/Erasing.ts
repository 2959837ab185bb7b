import type { ChangeSet } from "../../src/domain/ChangeSet.js"
import type { Dialect } from "../sql/Dialect.js"
import { Blobs } from "../sql/tables/Blobs.js"
import { Idempotency } from "../sql/tables/Idempotency.js"
import { Ledger } from "../sql/tables/Ledger.js"
import { Redactions } from "../sql/tables/Redactions.js"
import { Indexes, Parts } from "../sql/tables/Reports.js"
import type { Write } from "./Driver.js"

/** Turns the erasure of a ChangeSet into statements. */
export const erasing = (dialect: Dialect): ((changes: ChangeSet) => ReadonlyArray<Write>) => {
  const where = (name: string) => `where "workspace" = ? and "${name}" = ?`
  const ask =
    `insert into ${dialect.table(Redactions.name)}` +
    ` ("workspace", "entry_id", "act", "recorded_at", "carried_out") values (?, ?, ?, ?, 0)`
  const redact = `update ${dialect.table(Ledger.name)} set "data" = ?, "patch" = ? ${where("id")}`
  const remember = `update ${dialect.table(Idempotency.name)} set "result" = ? ${where("key")}`
  const forget = `delete from ${dialect.table(Blobs.name)} ${where("key")}`
  const kept = [
    `update ${dialect.table(Indexes.name)} set "version" = "version" + 1, "content" = 'null' where "workspace" = ?`,
    `delete from ${dialect.table(Parts.name)} where "workspace" = ?`,
  ]
  return ({ erasure, recordedAt, workspace }) => {
    if (erasure === null) return []
    const at = dialect.encode("instant", recordedAt)
    const json = (value: Parameters<Dialect["encode"]>[1]) => dialect.encode("json", value)
    return [
      ...erasure.redactions.flatMap(
        ({ data, entryId, patch }): ReadonlyArray<Write> => [
          { text: ask, values: [workspace, entryId, erasure.act, at], unless: null },
          {
            text: redact,
            values: [json(data), json(patch), workspace, entryId],
            unless: { stale: false, what: `no entry ${entryId}` },
          },
        ],
      ),
      ...erasure.remembered.map(
        ({ key, result }): Write => ({ text: remember, values: [json(result), workspace, key], unless: null }),
      ),
      ...erasure.blobs.map((key): Write => ({ text: forget, values: [workspace, key], unless: null })),
      ...kept.map((text): Write => ({ text, values: [workspace], unless: null })),
    ]
  }
}
