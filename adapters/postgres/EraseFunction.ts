import type { Dialect } from "../sql/Dialect.js"
import { Blobs } from "../sql/tables/Blobs.js"
import { Idempotency } from "../sql/tables/Idempotency.js"
import { Ledger } from "../sql/tables/Ledger.js"
import { Redactions } from "../sql/tables/Redactions.js"
import { Indexes, Parts } from "../sql/tables/Reports.js"

/** The function that carries out the erasure of a ChangeSet, called from within the commit function. */
export const eraseFunction = (dialect: Dialect): string => {
  const body = [
    `for item in select value from jsonb_array_elements(erasure->'redactions') loop`,
    `insert into ${dialect.table(Redactions.name)} ("workspace", "entry_id", "act", "recorded_at", "carried_out")`,
    `values (ws, item->>'entryId', erasure->>'act', at, false);`,
    `update ${dialect.table(Ledger.name)} t set "data" = item->'data', "patch" = nullif(item->'patch', 'null')`,
    `where t."workspace" = ws and t."id" = item->>'entryId';`,
    `if not found then raise exception using message = 'no entry ' || (item->>'entryId'); end if;`,
    "end loop;",
    `for item in select value from jsonb_array_elements(erasure->'remembered') loop`,
    `update ${dialect.table(Idempotency.name)} t set "result" = nullif(item->'result', 'null')`,
    `where t."workspace" = ws and t."key" = item->>'key';`,
    "end loop;",
    `delete from ${dialect.table(Blobs.name)} t where t."workspace" = ws`,
    `and t."key" in (select jsonb_array_elements_text(erasure->'blobs'));`,
    `update ${dialect.table(Indexes.name)} t set "version" = t."version" + 1, "content" = 'null' where t."workspace" = ws;`,
    `delete from ${dialect.table(Parts.name)} t where t."workspace" = ws;`,
  ]
  return (
    `create function ${dialect.table("erase")}(ws text, at timestamptz, erasure jsonb) returns void` +
    ` language plpgsql as $matchloop$\ndeclare\nitem jsonb;\nbegin\n${body.join("\n")}\nend $matchloop$`
  )
}
