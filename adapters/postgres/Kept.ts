import * as Effect from "effect/Effect"
import type { Kept } from "../../src/ports/Storage.js"
import type { StorageFailure } from "../../src/ports/StorageError.js"
import type { Dialect } from "../sql/Dialect.js"
import * as Stored from "../sql/Stored.js"
import { Indexes, Parts } from "../sql/tables/Reports.js"
import type { Sql } from "./Driver.js"
import type { Session } from "./Session.js"

type Run = (
  operation: string,
  sql: Sql,
  values: ReadonlyArray<unknown>,
) => Effect.Effect<ReadonlyArray<ReadonlyArray<unknown>>, StorageFailure>

/** What reports keep, in two tables; each call is one statement. */
export const kept = (run: Run, prepared: (text: string) => Sql, dialect: Dialect, joined: Session["joined"]): Kept => {
  const indexes = dialect.table(Indexes.name)
  const parts = dialect.table(Parts.name)
  const state = prepared(
    `select null, "last", "pending"::text from ${dialect.table("feed_end")}($1, $3::boolean) union all` +
      ` select "pipeline", "version", "content"::text from ${indexes} where "workspace" = $1 and "pipeline" = any($2::text[])`,
  )
  const read = prepared(
    `select "block", "part", "bytes" from ${parts}` +
      ` where "workspace" = $1 and "block" = any($2::text[]) and "part" = any($3::text[])`,
  )
  const replace = prepared(
    `with moved as (insert into ${indexes} as t ("workspace", "pipeline", "version", "content")` +
      ` select $1, $2, $3::bigint + 1, $4::jsonb where $3::bigint = 0 or exists` +
      ` (select 1 from ${indexes} i where i."workspace" = $1 and i."pipeline" = $2)` +
      ` on conflict ("workspace", "pipeline") do update set "version" = excluded."version", "content" = excluded."content"` +
      ` where t."version" = $3::bigint returning 1),` +
      ` added as (insert into ${parts} ("workspace", "block", "part", "bytes") select $1, b, p, d` +
      ` from unnest($5::text[], $6::text[], $7::bytea[]) as x(b, p, d) where exists (select 1 from moved)),` +
      ` dropped as (delete from ${parts} where "workspace" = $1 and "block" = any($8::text[])` +
      ` and exists (select 1 from moved)) select count(*) from moved`,
  )
  return {
    state: (workspace, pipelines) =>
      Effect.map(
        Effect.flatMap(joined, (transaction) =>
          run("kept.state", state, [workspace, pipelines, transaction !== undefined]),
        ),
        Stored.keptState,
      ),
    read: (workspace, blocks, names) =>
      Effect.map(run("kept.read", read, [workspace, blocks, names]), (found) =>
        found.map(([block, part, bytes]) => Stored.keptPart({ block, part, bytes })),
      ),
    replace: (workspace, pipeline, { content, drops, expects, parts: added }) =>
      Effect.map(
        run("kept.replace", replace, [
          workspace,
          pipeline,
          expects,
          JSON.stringify(content),
          added.map(({ block }) => block),
          added.map(({ part }) => part),
          added.map(({ bytes }) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)),
          drops,
        ]),
        ([row]) => Number(row?.[0]) > 0,
      ),
  }
}
