import { createHash } from "node:crypto"
import type { Dialect } from "../sql/Dialect.js"
import { literal } from "../sql/Table.js"
import { Ledger } from "../sql/tables/Ledger.js"

/** A lock's second key has 31 bits of ours. */
const range = 2 ** 31

const sequence = (dialect: Dialect): string => `${literal(dialect.table(`${Ledger.name}_seq`))}::regclass`

const lastNumber = (dialect: Dialect): string => `coalesce(pg_sequence_last_value(${sequence(dialect)}), 0)`

/** The first key of the locks, which tells the ledgers of one database apart. */
const lockClass = (dialect: Dialect): number =>
  createHash("sha256").update(dialect.table(Ledger.name)).digest().readUInt32BE() >>> 1

/**
 * Says, before the first number is drawn, that entries above the last one are on their way: a shared lock for as long
 * as the transaction runs, whose key is that number. Nobody waits for it.
 */
export const announceEntries = (dialect: Dialect): string =>
  `perform pg_advisory_xact_lock_shared(${lockClass(dialect)}, (${lastNumber(dialect)} % ${range})::int);`

/**
 * The function that gives the number up to which no further entry can appear: commits land in another order than they
 * draw their numbers.
 *
 * It reads the last number first and then what is announced. A transaction whose announcement it sees draws above what
 * that says; one that announces later draws above the last number; one that has ended took its lock with it only after
 * its entries could be seen. So whoever reads the ledger after this call, up to its answer, misses nothing.
 *
 * The usual way, `xid < pg_snapshot_xmin(…)`, waits for every writing transaction of the whole server, in whatever
 * database, and its order does not outlive a dump into another server.
 */
export const settledFunction = (
  dialect: Dialect,
): string => `create function ${dialect.table("settled")}(joined boolean)
returns bigint language plpgsql as $matchloop$
declare
last constant bigint := ${lastNumber(dialect)};
announced bigint;
begin
if joined and current_setting('transaction_isolation') <> 'read committed' then
raise exception 'a transaction with one snapshot cannot follow the ledger';
end if;
select min(case when behind < ${range / 2} then last - behind else last end) into announced from (
select (((last - l.objid::bigint) % ${range}) + ${range}) % ${range} as behind from pg_locks l
where l.locktype = 'advisory' and l.objsubid = 2 and l.classid = ${lockClass(dialect)}
and l.database = (select d.oid from pg_database d where d.datname = current_database())
) announcements;
return least(last, announced);
end $matchloop$`

/**
 * The function that gives where the feed of a workspace ends, and how many of its entries can be seen behind that: they
 * wait for one that was numbered before them and is not there yet. Its two statements see one after the other, as
 * `settled` wants it; the caller asks once.
 */
export const feedEndFunction = (dialect: Dialect): string => {
  const own = `from ${dialect.table(Ledger.name)} t where t."workspace" = ws and t."seq"`
  return `create function ${dialect.table("feed_end")}(ws text, joined boolean, out last bigint, out pending bigint)
language plpgsql as $matchloop$
declare
up_to constant bigint := ${dialect.table("settled")}(joined);
begin
select coalesce((select max(t."seq") ${own} <= up_to), 0), (select count(*) ${own} > up_to) into last, pending;
end $matchloop$`
}
