import { roomForParts } from "../../src/search/Terms.js"
import type { Dialect } from "../sql/Dialect.js"

/** The names of what search keeps. */
export const tables = (dialect: Dialect) => ({
  documents: dialect.table("search_documents"),
  parts: dialect.table("search_parts"),
})

/** Words apart by spaces as a vector of them: their places in the text are not kept. */
const vector = (text: string): string => `array_to_tsvector(string_to_array(${text}, ' '))`

/**
 * What searches look up: a row a record with the terms of it and of all parts about it, and a row a part. The vectors
 * are made of our own terms, so that no dictionary of the server has a say in them.
 */
export const searchSchema = (dialect: Dialect): ReadonlyArray<string> => {
  const { documents, parts } = tables(dialect)
  return [
    `create table ${documents} (\n  "seq" bigint not null generated always as identity (sequence name ${dialect.table(
      "search_documents_seq",
    )}),\n` +
      `  "workspace" text collate "C" not null,\n  "noun" text collate "C" not null,\n  "id" text collate "C" not null,\n` +
      `  "own" tsvector,\n  "terms" tsvector not null,\n  "runs" text collate "C" not null,\n  "numbers" jsonb not null,\n` +
      `  "x" bigint,\n  "y" bigint,\n  "z" bigint,\n  primary key ("workspace", "noun", "id")\n)`,
    `alter table ${documents} alter column "terms" set statistics 1000`,
    `create index "search_documents_seq_index" on ${documents} ("workspace", "noun", "seq")`,
    `create index "search_documents_terms" on ${documents} using gin ("terms")`,
    `create table ${parts} (\n  "workspace" text collate "C" not null,\n  "noun" text collate "C" not null,\n` +
      `  "id" text collate "C" not null,\n  "part" text collate "C" not null,\n  "terms" text collate "C" not null,\n` +
      `  "runs" text collate "C" not null,\n  "size" bigint not null,\n` +
      `  primary key ("workspace", "noun", "id", "part")\n)`,
    indexFunction(dialect),
  ]
}

/** The function that indexes what a ChangeSet says for searches. */
const indexFunction = (dialect: Dialect): string => {
  const { documents, parts } = tables(dialect)
  const names = '"workspace", "noun", "id", "terms", "runs", "numbers", "x", "y", "z"'
  const where = (row: string) =>
    `${row}."workspace" = ws and ${row}."noun" = item->>'noun' and ${row}."id" = item->>'id'`
  const gather = `select ${vector(`string_agg(s."terms", ' ')`)} into others from (
select p."terms", sum(p."size") over (order by p."part" desc) as "total" from ${parts} p where ${where("p")}) s where s."total" <= ${roomForParts};`
  return `create function ${dialect.table("index_search")}(payload jsonb) returns void language plpgsql as $matchloop$
declare
ws constant text := payload->>'workspace';
changes constant jsonb := payload->'search';
item jsonb;
self tsvector;
others tsvector;
begin
if changes is null then return; end if;
if changes ? 'fresh' then
insert into ${documents} (${names}) select ws, r."noun", r."id", ${vector('r."terms"')}, r."runs", r."numbers", r."x", r."y", r."z"
from rows from (jsonb_to_recordset(changes->'fresh') as ("noun" text, "id" text, "terms" text, "runs" text, "numbers" jsonb, "x" bigint, "y" bigint, "z" bigint))
with ordinality as r("noun", "id", "terms", "runs", "numbers", "x", "y", "z", "ordinal") order by r."ordinal";
-- A record that is new may have come back to what is about it.
for item in select value from jsonb_array_elements(changes->'fresh') f where exists (
select 1 from ${parts} p where p."workspace" = ws and p."noun" = f.value->>'noun' and p."id" = f.value->>'id') loop
${gather}
update ${documents} d set "own" = d."terms", "terms" = d."terms" || others where ${where("d")} and others is not null;
end loop;
end if;
for item in select value from jsonb_array_elements(changes->'touched') loop
perform 1 from ${documents} d where ${where("d")} for update;
insert into ${parts} ("workspace", "noun", "id", "part", "terms", "runs", "size")
select ws, item->>'noun', item->>'id', p."part", p."terms", p."runs", p."size"
from jsonb_to_recordset(item->'parts') as p("part" text, "terms" text, "runs" text, "size" bigint) where p."terms" is not null
on conflict ("workspace", "noun", "id", "part") do update set "terms" = excluded."terms", "runs" = excluded."runs", "size" = excluded."size";
delete from ${parts} t using jsonb_to_recordset(item->'parts') as p("part" text, "terms" text)
where ${where("t")} and t."part" = p."part" and p."terms" is null;
if item->'own' = 'null'::jsonb then
delete from ${documents} d where ${where("d")};
continue;
end if;
if item ? 'own' then self := ${vector("item->'own'->>'terms'")};
else
select coalesce(d."own", d."terms") into self from ${documents} d where ${where("d")};
if not found then continue; end if;
end if;
${gather}
if item ? 'own' then
insert into ${documents} as d (${names}, "own") select ws, item->>'noun', item->>'id', case when others is null then self else self || others end,
r."runs", r."numbers", r."x", r."y", r."z", case when others is null then null else self end
from jsonb_to_record(item->'own') as r("runs" text, "numbers" jsonb, "x" bigint, "y" bigint, "z" bigint)
on conflict ("workspace", "noun", "id") do update set "seq" = default, "terms" = excluded."terms", "own" = excluded."own",
"runs" = excluded."runs", "numbers" = excluded."numbers", "x" = excluded."x", "y" = excluded."y", "z" = excluded."z";
else
update ${documents} d set "seq" = default, "terms" = case when others is null then self else self || others end,
"own" = case when others is null then null else self end where ${where("d")};
end if;
end loop;
end $matchloop$`
}
