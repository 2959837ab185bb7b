import { once } from "node:events"
import Sqlite from "better-sqlite3"
import { expect } from "vitest"
import { kinds, open } from "./databases.js"
import { check } from "./whole.js"
import { onLine, start } from "./worker.js"

interface Killed {
  readonly actor: string
  /** The acknowledged ids by the number of their command. */
  readonly acknowledged: ReadonlyMap<number, string>
}

/** Lets a process write, and kills it at a random moment after it opened the file, or after its first acknowledgement. */
const killOne = async (address: string, actor: string, after: "open" | "first"): Promise<Killed> => {
  const child = await start("writer", [address, actor])
  const acknowledged = new Map<number, string>()
  const exited = once(child, "exit")
  const patience = Math.random() * 100
  onLine(child, (line) => {
    if (line === "open" ? after === "open" : after === "first" && acknowledged.size === 0)
      setTimeout(() => child.kill("SIGKILL"), patience)
    if (line !== "open") {
      const [number, id] = line.split(" ")
      acknowledged.set(Number(number), String(id))
    }
  })
  const [, signal] = (await exited) as [number | null, string | null]
  expect(signal).toBe("SIGKILL")
  return { actor, acknowledged }
}

/** Two processes at a time write one file and are killed, as many rounds as asked for. */
export const killing = async (rounds: number): Promise<void> => {
  const kind = kinds.find(({ name }) => name === "sqlite") ?? expect.fail()
  const database = await kind.fresh()
  const crm = await open(database)
  let acknowledgements = 0
  let repeated = 0
  for (let round = 0; round < rounds; round++) {
    const killed = await Promise.all([
      killOne(database.address, `a${round}`, "open"),
      killOne(database.address, `b${round}`, "first"),
    ])
    const db = new Sqlite(database.address)
    expect(db.pragma("integrity_check", { simple: true })).toBe("ok")
    expect(db.pragma("foreign_key_check")).toEqual([])
    const has = db.prepare("select 1 from candidates where id = ? union all select 1 from placements where id = ?")
    for (const { acknowledged } of killed) {
      acknowledgements += acknowledged.size
      for (const id of acknowledged.values()) expect(has.get(id, id), `acknowledged ${id}`).toBeDefined()
    }
    db.close()
    // What came after the last acknowledgement is there as a whole or not at all: a repeat finds or makes it, once.
    for (const { acknowledged, actor } of killed) {
      const last = Math.max(0, ...acknowledged.keys())
      for (const number of [last, last + 1]) {
        if (number % 4 === 0) continue
        const name = `${actor} ${number}`
        const again = await crm.as(actor).candidates.create({ name }, { idempotencyKey: name })
        const known = acknowledged.get(number)
        if (known !== undefined) expect(again.id).toBe(known)
        repeated++
      }
    }
    if (round === 24) expect(await check(database)).toMatchObject({ problems: [] })
  }
  const twice = "select name from candidates where name <> 'Ada Park' group by name having count(*) > 1"
  expect(await database.sql(twice)).toEqual([])
  const { entries, problems } = await check(database)
  expect(problems).toEqual([])
  // One a round at least, however busy the machine is.
  expect(acknowledgements).toBeGreaterThanOrEqual(rounds)
  expect(entries).toBeGreaterThan(acknowledgements)
  expect(repeated).toBeGreaterThan(rounds)
}
