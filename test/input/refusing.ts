import { describe, expect, test } from "vitest"
import { type Kind, kinds, open } from "../faults/databases.js"
import { desk } from "../faults/desk.js"
import { operationsOf, samples } from "./operations.js"
import { outcomeOf } from "./outcome.js"
import { type Wrong, wrongInputs } from "./wrong.js"

/** Operations that take what a new record needs, or the id of one that is there. */
const either = new Set(["positions.open", "candidates.confirmResume"])

const reaches = (named: unknown, path: ReadonlyArray<string | number>): boolean => {
  const text = path.join(".")
  if (text === "") return true
  return typeof named === "string" && (text === named || text.startsWith(`${named}.`) || named.startsWith(`${text}.`))
}

/** What is not as it should be about the refusal of a wrong input. */
const misjudged = (operation: string, on: string | undefined, wrong: Wrong, error: unknown): string | null => {
  const { _tag, command, field, issues, subject } = (error ?? {}) as { readonly [name: string]: unknown }
  const where = `${operation} with ${wrong.what} at ${wrong.path.join(".") || "the whole"}`
  // An id is any text, and nobody has one of spaces.
  if (_tag === "NotFound" && wrong.what === "white space alone" && reaches(field, wrong.path)) return null
  if (_tag !== "InvalidInput") return `${where}: ${String(_tag ?? "accepted")}`
  if (command !== operation) return `${where}: says it is of ${String(command)}`
  if (subject !== (on ?? null)) return `${where}: names the subject ${String(subject)}`
  if (!reaches(field, wrong.path)) return `${where}: names the field ${String(field)}`
  const first = (issues as ReadonlyArray<{ readonly message: string }>)[0]
  return first === undefined || first.message.length > 1000 ? `${where}: has no short message` : null
}

/** Makes every wrong input to each `nth` of the commands on a kind of database (to all where it is 1). */
export const refusing = (nth: (kind: Kind) => number) =>
  describe.each(kinds)("wrong input on $name", (kind) => {
    const step = nth(kind)
    const commands = Object.entries(samples).filter((_, index) => index % step === 0)
    test(`to ${commands.length} commands, one thing wrong at a time: refused by field and subject, nothing written`, async () => {
      const database = await kind.fresh()
      const maya = (await open(database)).as("maya")
      const operations = operationsOf(maya)
      const problems: Array<string> = []
      let count = 0
      for (const [operation, calls] of commands) {
        const run = operations.get(operation) ?? expect.fail(`no operation ${operation}`)
        for (const { input: schema, prepare } of calls) {
          const { input, on } = await prepare(desk(maya), maya)
          const before = await database.dump()
          for (const wrong of wrongInputs(schema.ast, input)) {
            // Text in the place of a new record is the id of one that is there.
            if (either.has(operation) && typeof wrong.input === "string") continue
            const { error } = await outcomeOf(() => run(...(on === undefined ? [wrong.input] : [on, wrong.input])))
            const problem = misjudged(operation, on, wrong, error)
            if (problem !== null) problems.push(problem)
            count++
          }
          if ((await database.dump()) !== before) problems.push(`${operation} wrote something`)
        }
      }
      expect(problems).toEqual([])
      expect(count).toBeGreaterThan(7_000 / (step + 1))
      expect(Object.getOwnPropertyNames(Object.prototype)).not.toContain("polluted")
    })
  })
