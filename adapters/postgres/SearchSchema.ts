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
    // Searches read the terms of every row that they pass, changes alone what the record itself gave to them: kept in the
    // row, it had those of each noted person compressed, and a walk from the newest on took them out again.
    `alter table ${documents} alter column "terms" set storage main`,
    `alter table ${documents} alter column "own" set storage external`,
    `create index "search_documents_seq_index" on ${documents} ("workspace", "noun", "seq")`,
    `create index "search_documents_terms" on ${documents} using gin ("terms")`,
    `create table ${parts} (\n  "workspace" text collate "C" not null,\n  "noun" text collate "C" not null,\n` +
      `  "id" text collate "C" not null,\n  "part" text collate "C" not null,\n  "terms" text collate "C" not null,\n` +
      `  "runs" text collate "C" not null,\n  "size" bigint not null,\n` +
      `  primary key ("workspace", "noun", "id", "part")\n)`,
    indexFunction(dialect),
  ]
}

/**
 * The function that indexes what a ChangeSet says for searches.
 *
 * It locks a document first and reads what is about it in a statement of its own: so that it sees what whoever had the
 * lock before wrote, and of two that change one record's parts at once neither loses the other's.
 */
const indexFunction = (dialect: Dialect): string => {
  const { documents, parts } = tables(dialect)
  const names = '"workspace", "noun", "id", "terms", "runs", "numbers", "x", "y", "z"'
  const where = (row: string) =>
    `${row}."workspace" = ws and ${row}."noun" = item->>'noun' and ${row}."id" = item->>'id'`
  const gather = `select sum(p."size"), string_agg(p."terms", ' ') into total, words from ${parts} p where ${where("p")};
if total > ${roomForParts} then
select string_agg(s."terms", ' ') into words from (
select p."terms", sum(p."size") over (order by p."part" desc) as "total" from ${parts} p where ${where("p")}) s where s."total" <= ${roomForParts};
end if;
others := ${vector("words")};`
  const both = (own: string) => [
    `case when others is null then ${own} else ${own} || others end`,
    `case when others is null then null else ${own} end`,
  ]
  const given = [
    `document->>'runs'`,
    "document->'numbers'",
    ...["x", "y", "z"].map((axis) => `(document->>'${axis}')::bigint`),
  ]
  const sets = ["runs", "numbers", "x", "y", "z"].map((name, place) => `"${name}" = ${given[place]}`).join(", ")
  const renewed = (own: string) =>
    `"seq" = default, ${both(own)
      .map((value, place) => `"${["terms", "own"][place]}" = ${value}`)
      .join(", ")}`
  return `create function ${dialect.table("index_search")}(payload jsonb) returns void language plpgsql as $matchloop$
declare
ws constant text := payload->>'workspace';
changes constant jsonb := payload->'search';
item jsonb;
about jsonb;
document jsonb;
total bigint;
words text;
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
for n in 0 .. jsonb_array_length(changes->'touched') - 1 loop
item := changes->'touched'->n;
document := item->'own';
perform 1 from ${documents} d where ${where("d")} for update;
for m in 0 .. jsonb_array_length(item->'parts') - 1 loop
about := item->'parts'->m;
if about ? 'terms' then
insert into ${parts} ("workspace", "noun", "id", "part", "terms", "runs", "size")
values (ws, item->>'noun', item->>'id', about->>'part', about->>'terms', about->>'runs', (about->>'size')::bigint)
on conflict ("workspace", "noun", "id", "part") do update set "terms" = excluded."terms", "runs" = excluded."runs", "size" = excluded."size";
else
delete from ${parts} p where ${where("p")} and p."part" = about->>'part';
end if;
end loop;
if document = 'null' then
delete from ${documents} d where ${where("d")};
continue;
end if;
${gather}
if document is null then
update ${documents} d set ${renewed('coalesce(d."own", d."terms")')} where ${where("d")};
continue;
end if;
self := ${vector("document->>'terms'")};
update ${documents} d set ${renewed("self")}, ${sets} where ${where("d")};
if not found then
insert into ${documents} as d (${names}, "own") values (ws, item->>'noun', item->>'id', ${both("self")[0]}, ${given.join(", ")}, ${both("self")[1]})
on conflict ("workspace", "noun", "id") do update set "seq" = default, "terms" = excluded."terms", "own" = excluded."own",
"runs" = excluded."runs", "numbers" = excluded."numbers", "x" = excluded."x", "y" = excluded."y", "z" = excluded."z";
end if;
end loop;
end $matchloop$`
}
