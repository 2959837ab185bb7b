import type { Migration } from "../../../adapters/sql/Migration.js"

export const migration = (
  id: string,
  name: string,
  statements: (table: (name: string) => string) => ReadonlyArray<string>,
): Migration => ({
  id,
  name,
  sql: (dialect) => statements(dialect.table),
})

/** A migration that takes seconds between its first statement and its last, unless there is a table `hurry`. */
export const slowMigrations: ReadonlyArray<Migration> = [
  {
    id: "0001",
    name: "slow",
    sql: (dialect) => [
      `create table ${dialect.table("early")} (n integer)`,
      dialect.name === "sqlite"
        ? `insert into ${dialect.table("early")} with recursive c(n) as (select 1 union all select n + 1 from c where n < (select iif(count(*) = 0, 8000000, 1) from sqlite_master where name = 'hurry')) select max(n) from c`
        : "do $$ begin if to_regclass('public.hurry') is null then perform pg_sleep(2); end if; end $$",
      `create table ${dialect.table("late")} (n integer)`,
    ],
  },
]
