import { describe, expect, test } from "vitest"
import { agency, type Fixture } from "../Fixture.js"
import { everything } from "../Everything.js"
import { entry, row } from "../Samples.js"

const texts: ReadonlyArray<readonly [what: string, text: string]> = [
  ["a million characters", "long ".repeat(200_000)],
  ["emoji and their joiners", "👩🏽‍💻 🇹🇷 1️⃣ 🏳️‍🌈"],
  ["right-to-left marks", "‏שלום‎ \u202Eabc\u202C \u2066x\u2069"],
  ["the Turkish i", "İstanbul ısırgan I i"],
  ["combining marks, not normalised", "e\u0301 é a\u030A Å \u1100\u1161 가"],
  ["white space of all kinds", " \t\r\n\u00a0\u2028\u2029\u200b\ufeff "],
  ["quotes and escapes", "' \" ` \\ \\u0000 $1 ?1 :a {} [] -- /* */ ; %_ \u0001\u001f\u007f"],
  ["characters beyond the basic plane", "𐍈 𝒳 \u{10ffff}"],
  ["nothing", ""],
]

/** Fault F15: what is kept is what was given, character by character. */
export const keepingText = (fixture: Fixture) =>
  describe("text", () => {
    test.each(texts)("keeps %s", async (_what, text) => {
      const here = agency(fixture)
      const candidate = row("candidate", "cand_1", {
        name: text,
        skills: [text],
        customFields: { [text.slice(0, 50)]: text },
      })
      const said = entry(1, "cand_1", {
        data: { text, [text.slice(0, 50)]: 1 },
        patch: { name: text },
        actor: text.slice(0, 100),
      })
      await here.create("candidate", candidate)
      await here.commit({
        entries: [said],
        idempotency: { key: `k${text.slice(0, 50)}`, command: "c", fingerprint: "f", result: { text } },
      })
      const all = await everything(here.opened, here.workspace)
      expect(all.records.candidate).toEqual([candidate])
      expect(all.ledger).toEqual([said])
      const { run, storage } = here.opened
      const order = { field: "name", direction: "asc" } as const
      const request = { workspace: here.workspace, noun: "candidate", order, limit: 9, after: null } as const
      expect(await run(storage.list({ ...request, filter: { field: "name", is: "eq", value: text } }))).toHaveLength(1)
      expect(
        await run(storage.list({ ...request, filter: { field: "skills", is: "contains", value: text } })),
      ).toHaveLength(1)
      const key = { workspace: here.workspace, plan: {}, given: {}, idempotencyKey: `k${text.slice(0, 50)}` }
      expect((await run(storage.load(key))).remembered?.result).toEqual({ text })
    })
  })
