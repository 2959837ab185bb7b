import { describe, expect, test } from "vitest"
import { isId } from "../../src/domain/Id.js"
import { kinds, open } from "../faults/databases.js"
import { desk } from "../faults/desk.js"
import { operationsOf, otherOf, samples } from "./operations.js"
import { requests } from "./reports.js"
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

describe.each(kinds)("ids on $name", ({ fresh }) => {
  test(`of another workspace (F22), unknown, and of another noun, in every place of ${Object.keys(samples).length} commands: NotFound, never a hint`, async () => {
    const database = await fresh()
    const crm = await open(database)
    const maya = crm.as("maya")
    const eve = crm.workspace("other").as("eve")
    const operations = { maya: operationsOf(maya), eve: operationsOf(eve) }
    const wrongNoun = (
      await eve.documents.attach({ name: "x", bytes: new Uint8Array(1), about: [await desk(eve).client()] })
    ).id
    const wrongSubject = (await eve.clients.create({ name: "x" })).id
    let count = 0
    for (const [name, calls] of Object.entries(samples)) {
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
    expect(count).toBeGreaterThan(200)
  })

  test("of another noun to every reader: not found, or nothing", async () => {
    const maya = (await open(await fresh())).as("maya")
    const client = await desk(maya).client()
    const candidate = await desk(maya).candidate()
    for (const [name, run] of operationsOf(maya)) {
      const id = name.startsWith("clients.") && name.split(".").length === 2 ? candidate : client
      const other = otherOf(name)
      if (other === "byId")
        expect.soft((await outcomeOf(() => run(id))).error, name).toMatchObject({ _tag: "NotFound", id })
      if (other === "byIds") expect.soft(await run([id]), name).toMatchObject({ items: [], damaged: [] })
    }
  })

  test("of another workspace (F22) to every reader, report and feed: not found, or nothing", async () => {
    const database = await fresh()
    const crm = await open(database)
    const maya = crm.as("maya")
    const eve = crm.workspace("other").as("eve")
    await desk(maya).started()
    await desk(maya).scheduled()
    await desk(maya).opportunity()
    await maya.candidates.hold(await desk(maya).candidate(), { reason: "lawsuit" })
    await maya.clients.import([{ name: "Bolt" }], { importId: "fair" })
    await desk(maya).note()
    await desk(maya).contact(await desk(maya).client())
    const note = await desk(maya).note()
    await maya.notes.comment(note, { body: "!" })
    await maya.search.saved.create({ name: "all", query: "*" })
    await maya.search.lists.create({ name: "hot" })
    await maya.search.segments.create({ name: "all", query: "*" })
    await maya.search.optOuts.add({ people: [await desk(maya).candidate()] })
    await maya.customFields.define({ noun: "candidate", name: "visa", type: "boolean" })
    const mine = operationsOf(maya)
    const hers = operationsOf(eve)
    const [entry] = (await maya.ledger.read()).entries
    for (const [name, run] of hers) {
      const namespace = name.slice(0, name.lastIndexOf("."))
      const sample = async (): Promise<string> => {
        const list = mine.get(`${namespace}.list`) ?? expect.fail(`${namespace} lists nothing`)
        const { items } = (await list()) as { readonly items: ReadonlyArray<{ readonly id: string }> }
        return items[0]?.id ?? expect.fail(`nothing in ${namespace}`)
      }
      switch (otherOf(name)) {
        case "byId": {
          const id = await sample()
          expect.soft((await outcomeOf(() => run(id))).error, name).toMatchObject({ _tag: "NotFound", id })
          break
        }
        case "byIds":
          expect.soft(await run([await sample()]), name).toMatchObject({ items: [], damaged: [] })
          break
        case "query":
          if (name.endsWith("list")) {
            expect.soft(await run({ where: { id: [await sample()] } }), name).toMatchObject({ items: [], cursor: null })
            expect.soft(await run(), name).toMatchObject({ items: [], cursor: null })
          } else if (name === "ledger.read") expect.soft(await run(), name).toMatchObject({ entries: [] })
          break
        case "entry": {
          const whole = name === "imports.revert"
          const id = whole ? await sample() : entry?.id
          const { error } = await outcomeOf(() => run(id, { reason: "x" }))
          expect.soft(error, name).toMatchObject({ _tag: "NotFound", id, noun: whole ? "import" : "entry" })
          break
        }
        case "report": {
          const request = requests.find(([report]) => report === name)?.[1] ?? expect.fail(`no request to ${name}`)
          expect.soft(JSON.stringify(await run({ ...request, ids: true })), name).not.toMatch(/(sub|place|client)_0/)
          break
        }
        default:
      }
    }
    const about = (await maya.candidates.list()).items[0]?.id ?? ""
    expect(await eve.notes.list({ about })).toMatchObject({ items: [] })
    // A key is its workspace's own.
    await maya.candidates.create({ name: "Ada" }, { idempotencyKey: "k" })
    const other = await eve.candidates.create({ name: "Eve" }, { idempotencyKey: "k" })
    expect(other.name).toBe("Eve")
  })
})
