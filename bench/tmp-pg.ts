import { Pool } from "pg"
import { createMatchloop } from "matchloop"
import { postgres } from "matchloop/postgres"
import { startServer } from "../test/support/server.js"
import { seed } from "./commands/Seed.js"
import { commands } from "./commands/Commands.js"
import * as Hand from "./byhand/Postgres.js"
import * as IdSource from "../src/ports/IdSource.js"
const server = await startServer({ durable: process.argv[2] === "durable" })
const pool = new Pool({ connectionString: server.url, max: 10 })
const counts = new Map<string, number>()
const crm = await createMatchloop({ storage: postgres({ pool, schema: "ours" }) })
const maya = crm.as("maya")
const size = 400
const seeded = await seed(maya, size)
await (await createMatchloop({ storage: postgres({ pool, schema: "hand" }) })).close()
const { rows } = await pool.query(`select table_name as name, string_agg(quote_ident(column_name), ', ') as columns from information_schema.columns where table_schema = 'ours' and table_name <> 'migrations' group by table_name`)
for (const { columns, name } of rows) { const n = /\bseq\b/.test(columns); await pool.query(`insert into hand.${name} (${columns}) overriding system value select ${columns} from ours.${name}`); if (n) await pool.query(`select setval(pg_get_serial_sequence('hand.${name}', 'seq'), (select max(seq) from hand.${name}))`) }
await pool.query("vacuum analyze")
const hand = Hand.open(pool, "hand")
const now = () => Number(process.hrtime.bigint()) / 1000
const p = (v: number[], k: number) => v.sort((x, y) => x - y)[Math.floor(v.length * k)]!.toFixed(0)
for (const c of commands) {
  const a: number[] = [], b: number[] = []
  for (const [i, id] of c.subjects(seeded).entries()) {
    let t = now(); await c.ours(maya, id); const x = now() - t
    t = now(); { const n = Date.now(); await hand.transact(c.byHand(hand.at(n, IdSource.random.seed(n)), id)) } const y = now() - t
    if (i > 60) { a.push(x); b.push(y) }
  }
  console.log(c.name.padEnd(20), "ours", p(a, .1), p(a, .25), p(a, .5), "hand", p(b, .1), p(b, .25), p(b, .5))
}
// round trips
const c = await pool.connect()
const t: number[] = []; for (let i = 0; i < 400; i++) { const s = now(); await c.query({ name: "x", text: "select 1" }); t.push(now() - s) } console.log("select 1", p(t, .1), p(t, .5))
const u: number[] = []; for (let i = 0; i < 400; i++) { const s = now(); await pool.query({ name: "x", text: "select 1" }); u.push(now() - s) } console.log("pool select 1", p(u, .1), p(u, .5))
c.release()
const q = pool as any
const orig = (await import("pg")).Client.prototype.query
const log: [string, number, number][] = []
;(await import("pg")).Client.prototype.query = function (this: any, ...args: any[]) { const s = now(); const text = (args[0].text ?? args[0]).slice(0, 60); const cb = args.at(-1); if (typeof cb === "function") { args[args.length - 1] = (...r: any[]) => { log.push([text, s, now()]); cb(...r) }; return (orig as any).apply(this, args) } const pr = (orig as any).apply(this, args); pr?.then?.(() => log.push([text, s, now()])); return pr } as never
const w: number[] = []
for (let i = 0; i < 200; i++) { log.length = 0; const s = now(); await maya.candidates.update(seeded.candidates[i]!, { location: "Z" + i }); w.push(now() - s); if (i === 150 || i === 151) { console.log("update took", (now() - s).toFixed(0)); for (const [x, y, z] of log) console.log("   ", x.replaceAll("\n", " "), (y - s).toFixed(0), "→", (z - s).toFixed(0)) } }
console.log("update", p(w, .1), p(w, .5))
await crm.close(); await pool.end(); await server.stop()
