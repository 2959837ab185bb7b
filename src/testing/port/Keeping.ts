import { describe, expect, test } from "vitest"
import { type Agency, agency, type Fixture } from "../Fixture.js"
import { entry } from "../Samples.js"

const part = (block: string, name: string, ...bytes: ReadonlyArray<number>) => ({
  block,
  part: name,
  bytes: Uint8Array.from(bytes),
})

/** What reports keep: an index by pipeline that moves version by version, and blocks that never change. */
export const keeping = (fixture: Fixture) =>
  describe("kept columns", () => {
    const state = ({ opened, workspace }: Agency) =>
      opened.run(opened.storage.kept.state(workspace, ["candidate", "offer"]))
    const read = async ({ opened, workspace }: Agency, ...blocks: ReadonlyArray<string>) =>
      (await opened.run(opened.storage.kept.read(workspace, blocks, ["a", "b"])))
        .map(({ block, bytes, part: name }) => `${block} ${name} ${[...bytes].join()}`)
        .toSorted()
    const replace = (
      { opened, workspace }: Agency,
      expects: number,
      content: string,
      parts: ReadonlyArray<ReturnType<typeof part>>,
      drops: ReadonlyArray<string> = [],
    ) => opened.run(opened.storage.kept.replace(workspace, "candidate", { expects, content, parts, drops }))

    test("are replaced as a whole or not at all, and say where the feed ends", async () => {
      const [here, there] = [agency(fixture), agency(fixture)]
      const { opened, workspace } = here
      const nothing = await state(here)
      expect(nothing).toEqual({ end: nothing.end, pending: 0, indexes: {} })
      expect(await replace(here, 0, "first", [part("x", "a", 1, 2), part("x", "b"), part("x", "c", 3)])).toBe(true)
      expect(await replace(here, 0, "lost", [part("y", "a", 4)])).toBe(false)
      expect(await replace(here, 2, "lost", [part("y", "a", 4)], ["x"])).toBe(false)
      expect(await read(here, "x", "y")).toEqual(["x a 1,2", "x b "])
      expect((await state(here)).indexes).toEqual({ candidate: { version: 1, content: "first" } })
      expect(await replace(here, 1, "second", [part("y", "a", 4)], ["x"])).toBe(true)
      expect(await replace(here, 1, "lost", [], ["y"])).toBe(false)
      expect(await read(here, "x", "y")).toEqual(["y a 4"])
      expect((await state(here)).indexes).toEqual({ candidate: { version: 2, content: "second" } })
      expect(await read(there, "x", "y")).toEqual([])
      expect((await state(there)).indexes).toEqual({})
      await here.commit({ entries: [entry(1, "cand_1")] })
      const { end, pending } = await state(here)
      expect([end, pending]).toEqual([await opened.run(opened.storage.end(workspace)), 0])
      expect(end).not.toBe(nothing.end)
    })

    test("of everybody go with an erasure, and what was begun before it does not land", async () => {
      const [here, there] = [agency(fixture), agency(fixture)]
      for (const one of [here, there]) await replace(one, 0, "first", [part("x", "a", 1)])
      await here.commit({ erasure: { act: "act_9", redactions: [], remembered: [], blobs: [] } })
      expect(await read(here, "x")).toEqual([])
      expect((await state(here)).indexes).toEqual({ candidate: { version: 2, content: null } })
      expect(await replace(here, 1, "begun before", [part("y", "a", 1)])).toBe(false)
      expect(await replace(here, 0, "begun before", [part("y", "a", 1)])).toBe(false)
      expect(await read(here, "y")).toEqual([])
      expect(await replace(here, 2, "anew", [part("y", "a", 1)])).toBe(true)
      expect(await read(there, "x")).toEqual(["x a 1"])
      expect((await state(there)).indexes).toEqual({ candidate: { version: 1, content: "first" } })
    })
  })
