import { PgClient } from "@effect/sql-pg"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import { createMatchloop } from "matchloop"
import { as, layer, Matchloop } from "matchloop/effect"
import { layerFromClient, postgres } from "matchloop/postgres"
import { Pool } from "pg"

const url = process.argv[2] ?? process.env.DATABASE_URL
if (url === undefined) {
  console.error("usage: host-pool.ts postgres://user:password@host/database")
  process.exit(2)
}

const pool = new Pool({ connectionString: url, max: 4 })

// A host that speaks promises lends its pool: the agency's tables lie in their own schema beside the host's.
const crm = await createMatchloop({ storage: postgres({ pool }) })
const ada = await crm.as("maya").candidates.create({ name: "Ada Park" })
await pool.query("create table if not exists badges (candidate_id text primary key, number int not null)")
await pool.query("insert into badges values ($1, 7) on conflict do nothing", [ada.id])
const joined = await pool.query(
  "select name, number from badges join matchloop.candidates on id = candidate_id where workspace = 'main' and id = $1",
  [ada.id],
)
console.log(`${joined.rows[0]?.name} has badge ${joined.rows[0]?.number}`)
await crm.close()

/** A host that speaks Effect has one transaction for both: the badge and the candidate, or neither. */
const addWithBadge = (name: string, number: number | null) =>
  Effect.gen(function* () {
    const sql = yield* PgClient.PgClient
    const { candidates } = yield* Matchloop
    return yield* sql.withTransaction(
      Effect.gen(function* () {
        const candidate = yield* candidates.create({ name })
        yield* sql`insert into badges values (${candidate.id}, ${number})`
        return candidate
      }),
    )
  })

const program = Effect.gen(function* () {
  const { candidates } = yield* Matchloop
  const before = (yield* candidates.list({ limit: 1000 })).items.length
  yield* addWithBadge("Grace Lee", 8)
  const refused = yield* Effect.flip(addWithBadge("Nobody", null))
  const { items } = yield* candidates.list({ limit: 1000 })
  console.log(`${items.length - before} more, with a badge; without one: ${refused._tag}`)
})

const client = PgClient.layerFromPool({ acquire: Effect.succeed(pool) })
const services = Layer.provide(layer(), layerFromClient()).pipe(Layer.provideMerge(client))
await program.pipe(as("maya"), Effect.provide(services), Effect.runPromise)
await pool.end()
