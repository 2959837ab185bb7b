import { describe, expect, test } from "vitest"
import { agency, type Fixture } from "../Fixture.js"
import { everything, ledger, visits } from "../Everything.js"
import { created, entry, instant, row, visit } from "../Samples.js"

export const reading = (fixture: Fixture): void => {
  describe("ledger", () => {
    test("keeps every field of an entry", async () => {
      const here = agency(fixture)
      const odd = entry(1, "cand_1", {
        act: "act_7",
        corrects: "act_3",
        patch: null,
        data: { "": [1, null, { deep: "\u{1f600}" }], reason: "‏‎" },
        actor: "Zoë ✨",
        recordedAt: instant(99),
      })
      await here.commit({ entries: [odd] })
      expect(await ledger(here.opened, here.workspace)).toEqual([odd])
    })

    test("pages in the order of writing, and its cursor stays where it is until there is more", async () => {
      const here = agency(fixture)
      const { run, storage } = here.opened
      const read = (after: string | null, limit: number) => run(storage.ledger(here.workspace, { after, limit }))
      const empty = await read(null, 10)
      expect(empty.entries).toEqual([])
      expect((await read(empty.cursor, 10)).cursor).toBe(empty.cursor)
      for (const n of [3, 1, 2]) await here.commit({ entries: [entry(n * 10, "cand_1"), entry(n * 10 + 1, "cand_2")] })
      const first = await read(empty.cursor, 4)
      const second = await read(first.cursor, 4)
      expect(first.entries.map(({ id }) => id)).toEqual(["entry_0030", "entry_0031", "entry_0010", "entry_0011"])
      expect(second.entries.map(({ id }) => id)).toEqual(["entry_0020", "entry_0021"])
      const end = await read(second.cursor, 4)
      expect(end).toEqual({ entries: [], cursor: second.cursor })
      await here.commit({ entries: [entry(5, "cand_1")] })
      expect((await read(end.cursor, 4)).entries.map(({ id }) => id)).toEqual(["entry_0005"])
      expect((await read(first.cursor, 4)).entries).toHaveLength(3)
    })

    test("loses and repeats nothing while many write", async () => {
      const here = agency(fixture)
      const { run, storage } = here.opened
      const seen: Array<string> = []
      let cursor: string | null = null
      const read = async () => {
        const page = await run(storage.ledger(here.workspace, { after: cursor, limit: 7 }))
        seen.push(...page.entries.map(({ id }) => id))
        cursor = page.cursor
        return page.entries.length
      }
      let writing = true
      const writers = Promise.all(
        Array.from({ length: 40 }, (_, n) =>
          here.commit({ entries: [entry(n * 2, `cand_${n}`), entry(n * 2 + 1, "x")] }),
        ),
      ).finally(() => {
        writing = false
      })
      while (writing) await read()
      await writers
      for (let more = 1; more > 0; ) more = await read()
      expect(seen.toSorted()).toEqual(Array.from({ length: 80 }, (_, n) => entry(n, "").id))
    })

    test("gives the entries that name somebody of subjects that were taken away, of no others", async () => {
      const here = agency(fixture)
      const { run, storage } = here.opened
      const written = [
        entry(1, "note_1", { patch: { id: "note_1", body: "a", subjects: ["cand_1", "pos_1"] }, version: 1 }),
        entry(2, "note_2", { patch: { id: "note_2", body: "b", subjects: ["cand_1"] }, version: 1 }),
        entry(3, "note_3", { patch: { id: "note_3", body: "c", subjects: ["cand_2"] }, version: 1 }),
        entry(4, "note_1", { patch: { body: "d" }, version: 2 }),
        entry(5, "note_1", { patch: null, version: 3 }),
        entry(6, "note_3", { patch: null, version: 2 }),
      ]
      await here.commit({ entries: written })
      const naming = (...removedNaming: ReadonlyArray<string>) =>
        run(storage.entries(here.workspace, { removedNaming })).then((found) => found.map(({ id }) => id))
      expect(await naming("cand_1")).toEqual(["entry_0001"])
      expect(await naming("cand_2", "cand_1")).toEqual(["entry_0001", "entry_0003"])
      expect(await naming("cand_3")).toEqual([])
      expect(await naming()).toEqual([])
    })

    test("gives an entry by which somebody else was given a reason, whether it stands or not, and no correction", async () => {
      const here = agency(fixture)
      const { run, storage } = here.opened
      const long = "x".repeat(10_000)
      const subject = (type: "submission" | "position", id: string) => ({ subject: { type, id } }) as const
      await here.commit({
        entries: [
          entry(1, "cand_1", { data: { reason: "moved away" }, version: 1 }),
          entry(2, "cand_2", { data: { reason: "moved away" }, version: 1 }),
          entry(3, "cand_2", { data: { reason: "mistake" }, corrects: "act_0", version: 2 }),
          entry(4, "", { ...subject("position", "pos_1"), data: { reason: "filled" }, patch: null, version: 1 }),
          entry(5, "", { ...subject("submission", "sub_1"), data: { reason: long }, patch: null, version: 1 }),
          entry(6, "cand_3", { data: { outcome: "passed" }, patch: { reason: "unfit" }, version: 1 }),
          entry(7, "cand_4", { data: { reason: { moved: "away" }, to: { reason: "moved" } }, version: 1 }),
        ],
      })
      const giving = (reason: string, ...besides: ReadonlyArray<string>) =>
        run(storage.entries(here.workspace, { reason, of: ["candidate", "submission"], besides })).then((found) =>
          found.map(({ id }) => id),
        )
      expect(["entry_0001", "entry_0002"]).toContain((await giving("moved away")).join())
      expect(await giving("moved away", "cand_1")).toEqual(["entry_0002"])
      expect(await giving("moved away", "cand_2", "cand_9")).toEqual(["entry_0001"])
      expect(await giving("moved away", "cand_1", "cand_2")).toEqual([])
      expect(await giving(long)).toEqual(["entry_0005"])
      for (const reason of ["Moved away", "moved", "mistake", "filled", "unfit", `${long}x`, "%", ""])
        expect(await giving(reason), reason.slice(0, 20)).toEqual([])
      expect(await run(storage.entries(here.workspace, { reason: "filled", of: [], besides: [] }))).toEqual([])
      const elsewhere = await run(
        storage.entries(`${here.workspace}-2`, { reason: long, of: ["submission"], besides: [] }),
      )
      expect(elsewhere).toEqual([])
    })

    test("gives the entries of subjects in order of version, of an act in order of writing, and one by its id", async () => {
      const here = agency(fixture)
      const { run, storage } = here.opened
      const written = [
        entry(9, "cand_1", { act: "act_1", version: 1 }),
        entry(8, "cand_2", { act: "act_1", version: 1 }),
        entry(3, "cand_1", { act: "act_2", version: 2 }),
        entry(1, "cand_1", { act: "act_3", version: 3 }),
      ]
      for (const act of ["act_1", "act_2", "act_3"])
        await here.commit({ entries: written.filter((one) => one.act === act) })
      const ids = (entries: ReadonlyArray<{ readonly id: string }>) => entries.map(({ id }) => Number(id.slice(-1)))
      expect(ids(await run(storage.entries(here.workspace, { subjects: ["cand_1"] })))).toEqual([9, 3, 1])
      const both = await run(storage.entries(here.workspace, { subjects: ["cand_2", "cand_1", "cand_9"] }))
      expect(ids(both.filter(({ subject }) => subject.id === "cand_1"))).toEqual([9, 3, 1])
      expect(both).toHaveLength(4)
      expect(ids(await run(storage.entries(here.workspace, { act: "act_1" })))).toEqual([9, 8])
      expect(ids(await run(storage.entries(here.workspace, { act: ["act_3", "act_9", "act_1"] })))).toEqual([9, 8, 1])
      expect(await run(storage.entries(here.workspace, { act: [] }))).toEqual([])
      expect(ids(await run(storage.entries(here.workspace, { id: "entry_0003" })))).toEqual([3])
      expect(await run(storage.entries(here.workspace, { subjects: [] }))).toEqual([])
      expect(await run(storage.entries(here.workspace, { act: "act_9" }))).toEqual([])
      expect(await run(storage.entries(here.workspace, { id: "nothing" }))).toEqual([])
    })
  })

  describe("visits", () => {
    test("open, close and are rewritten as a whole", async () => {
      const here = agency(fixture)
      const read = () => visits(here.opened, here.workspace, "candidate")
      const first = visit(1, "cand_1")
      const second = visit(2, "cand_1", { kind: "screened", stage: "Screened ✓" })
      await here.commit({ visitsOpened: [first, visit(3, "cand_2")] })
      await here.commit({
        visitsClosed: [{ pipeline: "candidate", subjectId: "cand_1", leftAt: instant(5), leftFor: "screened" }],
        visitsOpened: [second],
      })
      const closed = { ...first, leftAt: instant(5), leftFor: "screened" }
      expect(await read()).toEqual([closed, second, visit(3, "cand_2")])
      const other = visit(2, "cand_1", { kind: "screening", stage: "screening", leftAt: instant(9), leftFor: "ready" })
      await here.commit({ visitsRewritten: [{ pipeline: "candidate", subjectId: "cand_1", visits: [other] }] })
      expect(await read()).toEqual([other, visit(3, "cand_2")])
      await here.commit({ visitsRewritten: [{ pipeline: "candidate", subjectId: "cand_1", visits: [] }] })
      expect(await read()).toEqual([visit(3, "cand_2")])
    })

    test("of several stages in one commit are all kept", async () => {
      const here = agency(fixture)
      const through = [
        visit(1, "cand_1", { leftAt: instant(1), leftFor: "screened" }),
        visit(2, "cand_1", { kind: "screened", leftAt: instant(1), leftFor: "ready" }),
        visit(3, "cand_1", { kind: "ready" }),
      ]
      await here.commit({ visitsOpened: through })
      expect(await visits(here.opened, here.workspace, "candidate")).toEqual(through)
    })

    test("are read by pipeline, by subject, and before an instant, in order of subject and entry", async () => {
      const here = agency(fixture)
      const { all, storage } = here.opened
      const ask = async (before: string | null, subjectIds: ReadonlyArray<string> | null) =>
        (await all(storage.visits({ workspace: here.workspace, pipeline: "candidate", before, subjectIds }))).map(
          ({ id }) => Number(id.slice(-2)),
        )
      await here.commit({
        visitsOpened: [
          visit(12, "cand_b"),
          visit(20, "cand_a", { leftAt: instant(21), leftFor: "ready" }),
          visit(30, "cand_a"),
          visit(15, "sub_a", { pipeline: "submission", kind: "shortlisted", stage: "shortlisted" }),
        ],
      })
      expect(await ask(null, null)).toEqual([20, 30, 12])
      expect(await ask(instant(20), null)).toEqual([12])
      expect(await ask(instant(21), null)).toEqual([20, 12])
      expect(await ask(null, ["cand_b", "cand_x", "sub_a"])).toEqual([12])
      expect(await ask(null, [])).toEqual([])
      expect(await ask(null, [...Array.from({ length: 40_000 }, (_, n) => `cand_${n}`), "cand_a"])).toEqual([20, 30])
    })
  })

  describe("blobs", () => {
    test("come back byte for byte, empty ones too", async () => {
      const here = agency(fixture)
      const { run, storage } = here.opened
      const every = Uint8Array.from({ length: 256 }, (_, n) => n)
      const large = new Uint8Array(3_000_000).fill(7)
      await here.commit({
        blobs: [
          { key: "blob_every", bytes: every },
          { key: "blob_large", bytes: large },
          { key: "blob_empty", bytes: new Uint8Array() },
        ],
      })
      expect(Buffer.from((await run(storage.blob(here.workspace, "blob_every"))) ?? []).equals(every)).toBe(true)
      expect(Buffer.from((await run(storage.blob(here.workspace, "blob_large"))) ?? []).equals(large)).toBe(true)
      expect((await run(storage.blob(here.workspace, "blob_empty")))?.length).toBe(0)
      expect(await run(storage.blob(here.workspace, "blob_none"))).toBeNull()
    })
  })

  describe("workspaces", () => {
    test("see nothing of each other, though their ids are the same", async () => {
      const [here, there] = [agency(fixture), agency(fixture)]
      const parts = (name: string) => ({
        records: [created("candidate", row("candidate", "cand_1", { name })), created("note", row("note", "note_1"))],
        entries: [entry(1, "cand_1", { patch: { name } })],
        visitsOpened: [visit(1, "cand_1", { stage: name })],
        linksAdded: [{ noun: "note", id: "note_1", subjectType: "candidate", subjectId: `cand_${name}` }] as const,
        blobs: [{ key: "blob_1", bytes: new TextEncoder().encode(name) }],
        idempotency: { key: "once", command: name, fingerprint: "f", result: name },
      })
      await here.commit(parts("here"))
      const before = await everything(here.opened, here.workspace)
      await there.commit(parts("there"))
      expect(await everything(here.opened, here.workspace)).toEqual(before)
      const { run, storage } = here.opened
      for (const [{ workspace }, name] of [
        [here, "here"],
        [there, "there"],
      ] as const) {
        const load = storage.load({
          workspace,
          plan: { one: { noun: "candidate", by: { id: { given: "id" } } } },
          given: { id: ["cand_1"] },
          idempotencyKey: "once",
        })
        const { rows, remembered } = await run(load)
        expect(rows.one?.map((one) => one.name)).toEqual([name])
        expect(remembered?.command).toBe(name)
        expect(Buffer.from((await run(storage.blob(workspace, "blob_1"))) ?? []).toString()).toBe(name)
        expect((await run(storage.entries(workspace, { act: "act_0" }))).map((one) => one.patch)).toEqual([{ name }])
        const order = { field: "id", direction: "asc" } as const
        const about = (subject: string) =>
          run(storage.list({ workspace, noun: "note", filter: { about: subject }, order, limit: 9, after: null }))
        expect(await about(`cand_${name}`)).toHaveLength(1)
        expect(await about(name === "here" ? "cand_there" : "cand_here")).toHaveLength(0)
      }
      await there.commit({ records: [{ noun: "candidate", id: "cand_1", expects: 1, record: null }] })
      expect(await everything(here.opened, here.workspace)).toEqual(before)
    })

    test("of any name are kept apart", async () => {
      const names = ["a", "A", "a ", "á", "a\u0301", "a'", "a%", "\u{1f600}", "a".repeat(200)]
      const prefix = fixture.workspace()
      for (const name of names) {
        await agency(fixture, `${name}${prefix}`.slice(0, 240)).create(
          "candidate",
          row("candidate", "cand_1", { name }),
        )
      }
      for (const name of names) {
        const [found] = await agency(fixture, `${name}${prefix}`.slice(0, 240)).get("candidate", "cand_1")
        expect(found?.name).toBe(name)
      }
    })
  })

  test("migrate may be called again", async () => {
    const here = agency(fixture)
    await here.create("candidate", row("candidate", "cand_1"))
    await here.opened.run(here.opened.storage.migrate)
    expect(await here.get("candidate", "cand_1")).toHaveLength(1)
  })
}
