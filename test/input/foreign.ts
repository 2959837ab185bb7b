import { describe, expect, test } from "vitest"
import { isId } from "../../src/domain/Id.js"
import { type Kind, kinds, open } from "../faults/databases.js"
import { desk } from "../faults/desk.js"
import { operationsOf, samples } from "./operations.js"
import { outcomeOf } from "./outcome.js"

/** Where in an input ids stand. */
const idsIn = (
  input: unknown,
  path: ReadonlyArray<string | number> = [],
): ReadonlyArray<ReadonlyArray<string | number>> =>
  typeof input === "string"
    ? isId(input)
      ? [path]
      : []
    : Array.isArray(input)
      ? input.flatMap((one, index) => idsIn(one, [...path, index]))
      : typeof input === "object" && input !== null && !(input instanceof Uint8Array)
        ? Object.entries(input).flatMap(([name, value]) => idsIn(value, [...path, name]))
        : []

const withId = (input: unknown, [step, ...rest]: ReadonlyArray<string | number>, id: string): unknown => {
  if (step === undefined) return id
  if (Array.isArray(input)) return input.map((one, index) => (index === step ? withId(one, rest, id) : one))
  const object = input as { readonly [name: string]: unknown }
  return { ...object, [step]: withId(object[step], rest, id) }
}

const at = (input: unknown, path: ReadonlyArray<string | number>): string =>
  String(path.reduce<unknown>((value, step) => (value as { readonly [step: string]: unknown })[step], input))

/** The same refusal, but for the id, as for an id that nobody ever had. */
const alike = (error: object | undefined, id: string): string =>
  JSON.stringify({ ...error, message: "" }).replaceAll(id, "<id>")

/** Puts foreign ids into commands: each `nth` of them (all where it is 1) on a kind of database. */
export const foreign = (nth: (kind: Kind) => number) =>
  describe.each(kinds)("foreign ids on $name", (kind) => {
    const step = nth(kind)
    const commands = Object.entries(samples).filter((_, index) => index % step === 0)

    test(`of another workspace (F22), unknown, and of another noun, in every place of ${commands.length} commands: NotFound, never a hint`, async () => {
      const database = await kind.fresh()
      const crm = await open(database)
      const maya = crm.as("maya")
      const eve = crm.workspace("other").as("eve")
      const operations = { maya: operationsOf(maya), eve: operationsOf(eve) }
      const wrongNoun = (
        await eve.documents.attach({ name: "x", bytes: new Uint8Array(1), about: [await desk(eve).client()] })
      ).id
      const wrongSubject = (await eve.clients.create({ name: "x" })).id
      let count = 0
      for (const [name, calls] of commands) {
        const run = operations.eve.get(name) ?? expect.fail(`no operation ${name}`)
        for (const { prepare } of calls) {
          const theirs = await prepare(desk(maya), maya)
          const ours = await prepare(desk(eve), eve)
          const before = await database.dump()
          const call = (on: string | undefined, input: unknown) =>
            outcomeOf(() => run(...(on === undefined ? [input] : [on, input])))
          const check = async (
            on: string | undefined,
            input: unknown,
            id: string,
            path: ReadonlyArray<string | number>,
          ) => {
            const { error } = await call(on, input)
            const where = `${name} with ${id} at ${path.join(".")}`
            expect.soft(error, where).toMatchObject({ _tag: "NotFound", id })
            expect.soft(path.join(".").startsWith(String(error?.field)), `${where}: ${String(error?.field)}`).toBe(true)
            count++
            return alike(error, id)
          }
          if (theirs.on !== undefined) {
            const prefix = theirs.on.slice(0, theirs.on.indexOf("_"))
            const nobody = `${prefix}_00000000000000000000000000`
            const known = await check(theirs.on, ours.input, theirs.on, ["id"])
            expect.soft(await check(nobody, ours.input, nobody, ["id"]), name).toBe(known)
            const other = prefix === "doc" ? wrongSubject : wrongNoun
            await check(other, ours.input, other, ["id"])
          }
          for (const path of idsIn(ours.input)) {
            const stranger = at(theirs.input, path)
            const nobody = `${stranger.slice(0, stranger.indexOf("_"))}_00000000000000000000000000`
            const known = await check(ours.on, withId(ours.input, path, stranger), stranger, path)
            expect.soft(await check(ours.on, withId(ours.input, path, nobody), nobody, path), name).toBe(known)
            const other = stranger.startsWith("doc_") ? wrongSubject : wrongNoun
            await check(ours.on, withId(ours.input, path, other), other, path)
          }
          expect(await database.dump(), name).toBe(before)
        }
      }
      expect(count).toBeGreaterThan(200 / step)
    })
  })
