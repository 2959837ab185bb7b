import { describe, expect, onTestFinished, test } from "vitest"
import { type Client, createMatchloop } from "../../src/index.js"
import { outcomeOf } from "../input/outcome.js"
import type { Act } from "./acts.js"
import { type Database, open, sqlKinds } from "./databases.js"
import { type Fault, failing, failingOwn, soundly } from "./failing.js"
import { check } from "./whole.js"

const typed = new Set(["ConnectionLost", "StorageTimeout", "StorageFull", "StorageFault"])

const count = async (database: Database): Promise<number> => {
  const table = (await database.tables()).find((one) => one.includes("ledger")) ?? expect.fail()
  return Number((await database.sql(`select count(*) as n from ${table}`))[0]?.n)
}

/** Fails one statement after the other of a command until it got through; gives how many failed. */
const exhaust = async (
  database: Database,
  maya: Client,
  fault: Fault,
  how: Pick<Fault, "when" | "lasting">,
  act: Act,
): Promise<number> => {
  let run = await act(maya)
  let entries: number | undefined
  for (let statement = 0; ; statement++) {
    expect(statement).toBeLessThan(500)
    const options = { idempotencyKey: crypto.randomUUID() }
    const [before, known] = [await database.dump(), await count(database)]
    Object.assign(fault, how, { left: statement, fired: false })
    const { error } = await outcomeOf(() => run(options))
    const { fired } = fault
    Object.assign(fault, soundly())
    const added = (await count(database)) - known
    if (error === undefined) {
      // A statement may fail for nothing, where the storage tries again or its outcome no longer matters.
      expect(added).toBeGreaterThan(0)
      expect(added).toBe(entries ?? added)
      entries = added
      if (!fired) return statement
      run = await act(maya)
      continue
    }
    expect(typed.has(error._tag), error._tag).toBe(true)
    if ((await database.dump()) === before) continue
    // Its last statement was done and only the answer was lost: then all of it is there, and a repeat says so.
    expect(how.when).toBe("after")
    expect(added).toBeGreaterThan(0)
    const landed = await database.dump()
    expect((await outcomeOf(() => run(options))).error).toBeUndefined()
    expect(await database.dump()).toBe(landed)
    run = await act(maya)
  }
}

/**
 * F4 for these commands, on every SQL database. `refusing` are those that meet a host's triggers on one table after the
 * other, each `nth` of them: the slowest part.
 */
export const statements = (acts: ReadonlyArray<Act>, refusing: ReadonlyArray<Act> = acts, nth = 1): void =>
  describe.each(sqlKinds)("F4 on $name", ({ fresh, name }) => {
    const ways = [
      { what: "fails", when: "before", lasting: false },
      { what: "fails with all behind it, the rollback too", when: "before", lasting: true },
      { what: "runs and its answer is lost", when: "after", lasting: false },
    ] as const
    const openers =
      name === "sqlite" ? (["a host's client", "our own connection"] as const) : (["a host's client"] as const)
    test.each(openers.flatMap((by) => ways.map((way) => ({ by, ...way }))))(
      `any statement of ${acts.length} commands by $by $what: the state is the one before or the one after`,
      async ({ by, lasting, when }) => {
        const database = await fresh()
        const fault = soundly()
        const storage = by === "our own connection" ? failingOwn(database, fault) : failing(database, name, fault)
        const crm = await createMatchloop({ storage })
        onTestFinished(() => crm.close())
        let failed = 0
        for (const act of acts) failed += await exhaust(database, crm.as("maya"), fault, { when, lasting }, act)
        expect(failed).toBeGreaterThanOrEqual(2 * acts.length)
        expect(await check(database)).toMatchObject({ problems: [] })
      },
    )

    const triggers = (
      table: string,
      deferred: boolean,
    ): { readonly make: ReadonlyArray<string>; readonly drop: ReadonlyArray<string> } => {
      if (name === "sqlite") {
        const events = ["insert", "update", "delete"]
        return {
          make: events.map(
            (event) =>
              `create trigger host_${event} before ${event} on ${table} begin select raise(abort, 'the host says no'); end`,
          ),
          drop: events.map((event) => `drop trigger host_${event}`),
        }
      }
      const kind = deferred ? "constraint trigger host after" : "trigger host before"
      const late = deferred ? "deferrable initially deferred" : ""
      return {
        make: [
          "create or replace function host_no() returns trigger language plpgsql as $$ begin raise exception 'the host says no'; end $$",
          `create ${kind} insert or update or delete on ${table} ${late} for each row execute function host_no()`,
        ],
        drop: [`drop trigger host on ${table}`],
      }
    }

    test.each(name === "sqlite" ? [false] : [false, true])(
      "a trigger of the host's refuses writes to one table after the other (at the commit: %s): nothing is written",
      async (deferred) => {
        const database = await fresh()
        const maya = (await open(database)).as("maya")
        let refused = 0
        const tables = (await database.tables())
          .filter((table) => !table.includes("migrations"))
          .filter((_, n) => n % nth === 0)
        for (const act of refusing) {
          let run = await act(maya)
          for (const table of tables) {
            const { drop, make } = triggers(table, deferred)
            for (const sql of make) await database.sql(sql)
            const before = await database.dump()
            const { error } = await outcomeOf(() => run({ idempotencyKey: crypto.randomUUID() }))
            const after = await database.dump()
            for (const sql of drop) await database.sql(sql)
            if (error === undefined) {
              run = await act(maya)
              continue
            }
            refused++
            expect(error._tag).toBe("StorageFault")
            expect(error.message).toContain("the host says no")
            expect(after).toBe(before)
          }
          expect((await outcomeOf(() => run({}))).error).toBeUndefined()
        }
        expect(refused).toBeGreaterThanOrEqual(Math.floor(4 / nth) * refusing.length)
        expect(await check(database)).toMatchObject({ problems: [] })
      },
    )
  })
