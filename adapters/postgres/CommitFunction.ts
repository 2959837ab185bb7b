import type { Dialect } from "../sql/Dialect.js"
import { literal, nounTables, quote, type Table } from "../sql/Table.js"
import { Blobs } from "../sql/tables/Blobs.js"
import { Idempotency } from "../sql/tables/Idempotency.js"
import { Ledger } from "../sql/tables/Ledger.js"
import { Links } from "../sql/tables/Links.js"
import { Visits } from "../sql/tables/Visits.js"
import { channelOf, plainTypes } from "./Dialect.js"
import { announceEntries } from "./Settled.js"
import { staleCode } from "./Failure.js"

/** The name under which a JSON object's fields become a row `r` of the table's types. */
const shape = (table: Table): string =>
  `r(${table.columns.map(({ column, field }) => `${quote(field)} ${plainTypes[column]}`).join(", ")})`

const names = (table: Table): string => ["workspace", ...table.columns.map(({ name }) => name)].map(quote).join(", ")

const values = (table: Table): string => ["ws", ...table.columns.map(({ field }) => `r.${quote(field)}`)].join(", ")

const insertMany = (dialect: Dialect, table: Table, list: string, more = ""): string =>
  `insert into ${dialect.table(table.name)} (${names(table)}) select ${values(table)}` +
  ` from jsonb_to_recordset(${list}) as ${shape(table)}${more};`

/** Fails where the statement before changed no row. */
const unlessFound = (what: string, code = ""): string =>
  `if not found then raise exception using ${code === "" ? "" : `errcode = ${literal(code)}, `}message = ${what}; end if;`

/** A loop over a list of the ChangeSet, whose element is `item`. */
const each = (list: string, ...body: ReadonlyArray<string>): string =>
  `for item in select value from jsonb_array_elements(changes->${literal(list)}) loop\n${body.join("\n")}\nend loop;`

const where = (...columns: ReadonlyArray<string>): string => ['t."workspace" = ws', ...columns].join(" and ")

const change = (dialect: Dialect, noun: string, table: Table): string => {
  const own = where(`t."id" = item->>'id'`, `t."version" = (item->>'expects')::bigint`)
  const sets = table.columns.flatMap(({ field, name }) => (name === "id" ? [] : [`${quote(name)} = r.${quote(field)}`]))
  return (
    `when ${literal(noun)} then\nif item ? 'record' then\n` +
    `update ${dialect.table(table.name)} t set ${sets.join(", ")}` +
    ` from jsonb_to_record(item->'record') as ${shape(table)} where ${own};\n` +
    `else\ndelete from ${dialect.table(table.name)} t where ${own};\nend if;`
  )
}

/**
 * The function that lands a whole ChangeSet in one call.
 *
 * It inserts set by set and updates one by one: a join of the tables with the JSON's elements is planned for a hundred
 * of them and was twice as slow.
 */
export const commitFunction = (dialect: Dialect): string => {
  const nouns = [...nounTables]
  const visits = dialect.table(Visits.name)
  const visited = where(`t."pipeline" = item->>'pipeline'`, `t."subject_id" = item->>'subjectId'`)
  const body = [
    each(
      "changed",
      "case item->>'noun'",
      ...nouns.map(([noun, table]) => change(dialect, noun, table)),
      "end case;",
      unlessFound("(item->>'noun') || ' ' || (item->>'id')", staleCode),
    ),
    "part := changes->'created';",
    "if part is not null then",
    ...nouns.map(
      ([noun, table]) =>
        `if part ? ${literal(noun)} then ${insertMany(dialect, table, `part->${literal(noun)}`)} end if;`,
    ),
    "end if;",
    each(
      "visitsClosed",
      `update ${visits} t set "left_at" = (item->>'leftAt')::timestamptz, "left_for" = item->>'leftFor'` +
        ` where ${visited} and t."left_at" is null;`,
      unlessFound("'no open visit of ' || (item->>'pipeline') || ' ' || (item->>'subjectId')"),
    ),
    `if changes ? 'visitsOpened' then ${insertMany(dialect, Visits, "changes->'visitsOpened'")} end if;`,
    each("visitsRewritten", `delete from ${visits} t where ${visited};`, insertMany(dialect, Visits, "item->'visits'")),
    each(
      "linksRemoved",
      `delete from ${dialect.table(Links.name)} t where ${where(
        `t."noun" = item->>'noun'`,
        `t."id" = item->>'id'`,
        `t."subject_type" = item->>'subjectType'`,
        `t."subject_id" = item->>'subjectId'`,
      )};`,
    ),
    `if changes ? 'linksAdded' then ${insertMany(dialect, Links, "changes->'linksAdded'", " on conflict do nothing")} end if;`,
    `if changes ? 'blobs' then insert into ${dialect.table(Blobs.name)} as t ("workspace", "key", "bytes")` +
      ` select ws, b.key, contents[b.n] from jsonb_array_elements_text(changes->'blobs') with ordinality as b(key, n)` +
      ` on conflict ("workspace", "key") do update set "bytes" = excluded."bytes"; end if;`,
    `if changes ? 'idempotency' then ${insertMany(dialect, Idempotency, "changes->'idempotency'")} end if;`,
    `if changes ? 'entries' then ${announceEntries(dialect)} insert into ${dialect.table(Ledger.name)} (${names(Ledger)}) select ${values(Ledger)}` +
      ` from rows from (jsonb_to_recordset(changes->'entries') as (${Ledger.columns
        .map(({ column, field }) => `${quote(field)} ${plainTypes[column]}`)
        .join(", ")})) with ordinality as r(${[...Ledger.columns.map(({ field }) => field), "ordinal"]
        .map(quote)
        .join(", ")}) order by r."ordinal"; end if;`,
    `if changes ? 'announce' then perform pg_notify(${literal(channelOf(dialect))}, left(ws, 1000)); end if;`,
  ]
  return (
    `create function ${dialect.table("commit")}(changes jsonb, contents bytea[]) returns void language plpgsql as $matchloop$\n` +
    `declare\nws constant text := changes->>'workspace';\nitem jsonb;\npart jsonb;\nbegin\n${body.join("\n")}\nend $matchloop$`
  )
}
