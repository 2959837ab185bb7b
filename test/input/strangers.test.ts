import { describe, expect, test } from "vitest"
import { kinds, open } from "../faults/databases.js"
import { desk } from "../faults/desk.js"
import { foreign } from "./foreign.js"
import { operationsOf, otherOf } from "./operations.js"
import { requests } from "./reports.js"
import { outcomeOf } from "./outcome.js"

// All of them go to all databases in test/long.
foreign(({ name }) => (name === "memory" ? 2 : 8))

describe.each(kinds)("ids on $name", ({ fresh }) => {
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
