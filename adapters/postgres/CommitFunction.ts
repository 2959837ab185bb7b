import { sets, type Whole } from "../../src/domain/ChangeSet.js"
import type { Dialect } from "../sql/Dialect.js"
import { columnOf, literal, nounTables, quote, type Table, type TableColumn, tableOf } from "../sql/Table.js"
import { Blobs } from "../sql/tables/Blobs.js"
import { Idempotency } from "../sql/tables/Idempotency.js"
import { Ledger } from "../sql/tables/Ledger.js"
import { Links } from "../sql/tables/Links.js"
import { MatchKeys } from "../sql/tables/MatchKeys.js"
import { Visits } from "../sql/tables/Visits.js"
import { channelOf, plainTypes } from "./Dialect.js"
import { announceEntries } from "./Settled.js"
import { staleCode } from "./Failure.js"

const fields = (table: Table): string =>
  table.columns.map(({ column, field }) => `${quote(field)} ${plainTypes[column]}`).join(", ")

const names = (table: Table): string => ["workspace", ...table.columns.map(({ name }) => name)].map(quote).join(", ")

/** A field of a JSON object as a value of its column. */
const value = (object: string, { column, field }: TableColumn): string =>
  column === "text"
    ? `${object}->>${literal(field)}`
    : column === "json"
      ? `nullif(${object}->${literal(field)}, 'null')`
      : `(${object}->>${literal(field)})::${plainTypes[column]}`

const insertOne = (dialect: Dialect, table: Table, object: string, more = ""): string =>
  `insert into ${dialect.table(table.name)} (${names(table)})` +
  ` values (ws, ${table.columns.map((column) => value(object, column)).join(", ")})${more};`

/** The rows of a list in its order, which is that of their numbers where the table numbers them. */
const insertMany = (dialect: Dialect, table: Table, list: string, more = ""): string =>
  `insert into ${dialect.table(table.name)} (${names(table)})` +
  ` select ${["ws", ...table.columns.map(({ field }) => `r.${quote(field)}`)].join(", ")}` +
  (table.numbered
    ? ` from rows from (jsonb_to_recordset(${list}) as (${fields(table)})) with ordinality as r(${[
        ...table.columns.map(({ field }) => field),
        "ordinal",
      ]
        .map(quote)
        .join(", ")}) order by r."ordinal"`
    : ` from jsonb_to_recordset(${list}) as r(${fields(table)})`) +
  `${more};`

/** Fails where the statement before changed no row. */
const unlessFound = (what: string, code = ""): string =>
  `if not found then raise exception using ${code === "" ? "" : `errcode = ${literal(code)}, `}message = ${what}; end if;`

/** What is done with a part of the ChangeSet where it has that part; it is `part` then. */
const having = (name: string, body: ReadonlyArray<string>, whole = "changes"): string =>
  `part := ${whole}->${literal(name)};\nif part is not null then\n${body.join("\n")}\nend if;`

/** A loop over a list of the ChangeSet, whose element is `item`. To count is much quicker than to select. */
const each = (name: string, ...body: ReadonlyArray<string>): string =>
  having(name, [`for n in 0 .. jsonb_array_length(part) - 1 loop\nitem := part->n;\n${body.join("\n")}\nend loop;`])

/** New rows, of which there is most often just one: taken apart field by field it is put in twice as quickly. */
const insertAll = (dialect: Dialect, table: Table, more = ""): string =>
  `if jsonb_array_length(part) = 1 then\nitem := part->0;\n${insertOne(dialect, table, "item", more)}\n` +
  `else\n${insertMany(dialect, table, "part", more)}\nend if;`

const where = (...columns: ReadonlyArray<string>): string => ['t."workspace" = ws', ...columns].join(" and ")

const change = (dialect: Dialect, noun: string, table: Table): string => {
  const own = where(`t."id" = item->>'id'`, `t."version" = (item->>'expects')::bigint`)
  const sets = table.columns.filter(({ name }) => name !== "id")
  return (
    `when ${literal(noun)} then\nif state is not null then\n` +
    `update ${dialect.table(table.name)} t` +
    ` set ${sets.map((column) => `${quote(column.name)} = ${value("state", column)}`).join(", ")} where ${own};\n` +
    `else\ndelete from ${dialect.table(table.name)} t where ${own};\nend if;`
  )
}

/**
 * The function that lands a whole ChangeSet in one call.
 *
 * What is named is locked as a foreign key would lock it, so that whoever takes it away waits, or was there before. What
 * is rested on is locked against every change, together with what is changed in the order of ids: two that rest on each
 * other's rows wait, and do not wait for each other.
 *
 * It inserts set by set and updates one by one: a join of the tables with the JSON's elements is planned for a hundred
 * of them and was twice as slow.
 */
export const commitFunction = (dialect: Dialect): string => {
  const nouns = [...nounTables]
  const visits = dialect.table(Visits.name)
  const visited = where(`t."pipeline" = item->>'pipeline'`, `t."subject_id" = item->>'subjectId'`)
  const there = (noun: string, table: Table) =>
    `when ${literal(noun)} then\nperform 1 from ${dialect.table(table.name)} t where ${where(`t."id" = item->>'id'`)} for key share;`
  const asWas = (noun: string, table: Table) =>
    `when ${literal(noun)} then\nif item ? 'own' then\n` +
    ["no key update;\nelse", "share;\nend if;"]
      .map(
        (mode) =>
          `perform 1 from ${dialect.table(table.name)} t` +
          ` where ${where(`t."id" = item->>'id'`, `t."version" = (item->>'version')::bigint`)} for ${mode}`,
      )
      .join("\n")
  const joined = ({ field, noun }: Pick<Whole, "noun" | "field">) => {
    const table = tableOf(noun)
    const others = where(
      `t.${quote(columnOf(table, field).name)} = item->>'of'`,
      `t."kind" = any(array(select jsonb_array_elements_text(item->'kinds')))`,
      `t."id" <> all(array(select jsonb_array_elements_text(item->'ids')))`,
    )
    return `when ${literal(`${noun}.${field}`)} then\nperform 1 from ${dialect.table(table.name)} t where ${others};`
  }
  const gone = unlessFound("(item->>'noun') || ' ' || (item->>'id')", staleCode)
  const body = [
    // First, since it may wait for whoever holds one: nobody waits for us yet.
    each("named", "case item->>'noun'", ...nouns.map(([noun, table]) => there(noun, table)), "end case;", gone),
    each("rests", "case item->>'noun'", ...nouns.map(([noun, table]) => asWas(noun, table)), "end case;", gone),
    each(
      "changed",
      "state := item->'record';",
      "case item->>'noun'",
      ...nouns.map(([noun, table]) => change(dialect, noun, table)),
      "end case;",
      gone,
    ),
    // Only once what they belong to is locked by its change: whoever added to it by then has landed and is seen.
    each(
      "wholes",
      "case (item->>'noun') || '.' || (item->>'field')",
      ...Object.values(sets).map(joined),
      "end case;",
      `if found then raise exception using errcode = ${literal(staleCode)}, message = 'another ' || (item->>'noun') || ' of ' || (item->>'of'); end if;`,
    ),
    "created := changes->'created';",
    "if created is not null then",
    ...nouns.map(([noun, table]) => having(noun, [insertAll(dialect, table)], "created")),
    "end if;",
    each(
      "visitsClosed",
      `update ${visits} t set "left_at" = (item->>'leftAt')::timestamptz, "left_for" = item->>'leftFor'` +
        ` where ${visited} and t."left_at" is null;`,
      unlessFound("'no open visit of ' || (item->>'pipeline') || ' ' || (item->>'subjectId')"),
    ),
    having("visitsOpened", [insertAll(dialect, Visits)]),
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
    having("linksAdded", [insertAll(dialect, Links, " on conflict do nothing")]),
    having("keysDropped", [
      `delete from ${dialect.table(MatchKeys.name)} t where ${where(
        `t."id" in (select jsonb_array_elements_text(part))`,
      )};`,
    ]),
    having("keysAdded", [insertAll(dialect, MatchKeys, " on conflict do nothing")]),
    having("erasure", [`perform ${dialect.table("erase")}(ws, (part->>'at')::timestamptz, part);`]),
    having("blobs", [
      `insert into ${dialect.table(Blobs.name)} as t ("workspace", "key", "bytes")` +
        ` select ws, b.key, contents[b.n] from jsonb_array_elements_text(part) with ordinality as b(key, n)` +
        ` on conflict ("workspace", "key") do update set "bytes" = excluded."bytes";`,
    ]),
    having("idempotency", [insertAll(dialect, Idempotency)]),
    having("entries", [announceEntries(dialect), insertAll(dialect, Ledger)]),
    `if changes ? 'announce' then perform pg_notify(${literal(channelOf(dialect))}, left(ws, 1000)); end if;`,
  ]
  return (
    `create function ${dialect.table("commit")}(changes jsonb, contents bytea[]) returns void language plpgsql as $matchloop$\n` +
    `declare\nws constant text := changes->>'workspace';\nitem jsonb;\npart jsonb;\nstate jsonb;\ncreated jsonb;\nbegin\n${body.join("\n")}\nend $matchloop$`
  )
}
