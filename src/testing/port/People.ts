import { describe, expect, test } from "vitest"
import { type Agency, agency, type Fixture } from "../Fixture.js"
import { everything } from "../Everything.js"
import { entry } from "../Samples.js"

const on = (id: string, ...keys: ReadonlyArray<string>) => keys.map((key) => ({ key, id }))

/** The keys that people are found by, and what an erasure takes out. */
export const people = (fixture: Fixture) =>
  describe("people", () => {
    const keyed = ({ opened, workspace }: Agency, perKey: number, ...keys: ReadonlyArray<string>) =>
      opened.run(opened.storage.keyed(workspace, { keys, perKey }))
    const shared = ({ opened, workspace }: Agency, after: string | null, limit = 10) =>
      opened.run(opened.storage.sharedKeys(workspace, { after, limit }))

    test("are found by their keys, in order and no more than wanted, in their own workspace", async () => {
      const [here, there] = [agency(fixture), agency(fixture)]
      await here.commit({
        keysAdded: [...on("cand_2", "e:a", "n:x"), ...on("cand_1", "n:x", "p:1"), ...on("cand_3", "n:x")],
      })
      expect(await keyed(here, 2, "p:1", "n:x", "nobody")).toEqual([
        { key: "n:x", id: "cand_1" },
        { key: "n:x", id: "cand_2" },
        { key: "p:1", id: "cand_1" },
      ])
      expect(await keyed(here, 9)).toEqual([])
      expect(await keyed(there, 9, "n:x")).toEqual([])
      expect(await shared(here, null)).toEqual(["n:x"])
      expect(await shared(there, null)).toEqual([])
    })

    test("lose their keys before they are given others, and share them page by page", async () => {
      const here = agency(fixture)
      await here.commit({ keysAdded: [...on("cand_1", "a", "b", "c"), ...on("cand_2", "a", "b", "c")] })
      expect(await shared(here, null, 2)).toEqual(["a", "b"])
      expect(await shared(here, "b", 2)).toEqual(["c"])
      await here.commit({ keysDropped: ["cand_1"], keysAdded: on("cand_1", "a") })
      expect(await shared(here, null)).toEqual(["a"])
      expect(await keyed(here, 9, "a", "b")).toHaveLength(3)
    })

    test("share keys in the order of code points, so that those of one noun stand together", async () => {
      const here = agency(fixture)
      const keys = ["contact:n:é", "contact:n:z", "contact:é", "e:a", "n:z", "n:é"]
      await here.commit({ keysAdded: ["cand_1", "cand_2"].flatMap((id) => on(id, ...keys)) })
      expect(await shared(here, null)).toEqual(["contact:n:z", "contact:n:é", "contact:é", "e:a", "n:z", "n:é"])
      expect(await shared(here, "contact:")).toHaveLength(6)
      expect(await shared(here, "contact;")).toEqual(["e:a", "n:z", "n:é"])
    })

    test("are taken out of the ledger, of results and of blobs as a whole, and the ledger stays closed to all else", async () => {
      const here = agency(fixture)
      const { opened, workspace } = here
      const idempotency = {
        key: "k",
        command: "candidates.create",
        fingerprint: "f",
        result: { id: "cand_1", name: "Ada" },
      }
      await here.commit({
        entries: [entry(1, "cand_1", { data: { said: "Ada" } }), entry(2, "cand_2")],
        blobs: [{ key: "blob_1", bytes: new Uint8Array([1]) }],
        idempotency,
      })
      const before = (await everything(opened, workspace)).ledger
      expect(await opened.run(opened.storage.rememberedWith(workspace, ["nobody", "cand_1"]))).toEqual([idempotency])
      expect(await opened.run(opened.storage.rememberedWith(workspace, ["nobody"]))).toEqual([])
      const [first] = before
      const redaction = { entryId: String(first?.id), data: {}, patch: { name: "" } }
      const remembered = [{ key: "k", result: { id: "cand_1", name: "" } }]
      const erasure = { act: "act_9", redactions: [redaction], remembered, blobs: ["blob_1"] }
      const stale = { noun: "candidate", id: "cand_9", expects: 1, record: null } as const
      await expect(here.commit({ records: [stale], erasure })).rejects.toMatchObject({ _tag: "StaleWrite" })
      expect((await everything(opened, workspace)).ledger).toEqual(before)
      expect(await opened.run(opened.storage.blob(workspace, "blob_1"))).not.toBeNull()
      await here.commit({ erasure, entries: [entry(3, "cand_1", { version: 2 })] })
      const after = (await everything(opened, workspace)).ledger
      expect(after.slice(0, 2)).toEqual([{ ...first, data: {}, patch: { name: "" } }, before[1]])
      expect(await opened.run(opened.storage.entries(workspace, { subjects: ["cand_1"] }))).toEqual([
        after[0],
        after[2],
      ])
      expect(await opened.run(opened.storage.blob(workspace, "blob_1"))).toBeNull()
      expect(await opened.run(opened.storage.rememberedWith(workspace, ["cand_1"]))).toMatchObject(remembered)
      await opened.run(opened.storage.compact)
      expect((await everything(opened, workspace)).ledger).toEqual(after)
    })
  })
