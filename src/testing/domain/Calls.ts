import { describe, expect, test } from "vitest"
import { clock, days } from "../Clock.js"
import { everything } from "../Everything.js"
import type { Fixture } from "../Fixture.js"

/** How commands and queries behave whatever they are about. */
export const calls = (fixture: Fixture) =>
  describe("the domain", () => {
    const begin = async () => {
      const time = clock()
      const workspace = fixture.workspace()
      const crm = await fixture.opened().crm({ now: time.now })
      const look = () => everything(fixture.opened(), workspace)
      return { time, crm, workspace, look, maya: crm.workspace(workspace).as("maya") }
    }

    test("answers a repeated key with the first result and writes nothing", async () => {
      const { look, maya, time } = await begin()
      const first = await maya.candidates.create({ name: "Ada" }, { idempotencyKey: "once" })
      const before = await look()
      time.advance(days)
      expect(await maya.candidates.create({ name: "Ada" }, { idempotencyKey: "once" })).toEqual(first)
      expect(await look()).toEqual(before)
    })

    test("answers one of many that come at once with a key, and all of them the same", async () => {
      const { look, maya } = await begin()
      const all = await Promise.all(
        Array.from({ length: 6 }, () => maya.clients.create({ name: "Acme" }, { idempotencyKey: "once" })),
      )
      expect(new Set(all.map(({ id }) => id)).size).toBe(1)
      expect((await look()).records.client).toHaveLength(1)
    })

    test("puts a candidate on a position once, however many try at once", async () => {
      const { look, maya } = await begin()
      const { id: clientId } = await maya.clients.create({ name: "Acme" })
      const { id: positionId } = await maya.positions.open({ clientId, title: "Dev" })
      const { id: candidateId } = await maya.candidates.create({ name: "Ada" })
      const tries = Array.from({ length: 6 }, () => maya.submissions.shortlist({ candidateId, positionId }))
      const results = await Promise.allSettled(tries)
      const won = results.flatMap((result) => (result.status === "fulfilled" ? [result.value.id] : []))
      expect(won).toHaveLength(1)
      for (const result of results) {
        if (result.status === "rejected")
          expect(result.reason).toMatchObject({ _tag: "AlreadySubmitted", submissionId: won[0] })
      }
      expect((await look()).records.submission).toHaveLength(1)
    })

    test("shows another agency nothing, not even that an id exists", async () => {
      const { crm, look, maya } = await begin()
      const { id } = await maya.candidates.create({ name: "Ada" })
      const note = await maya.notes.write({ body: "x", about: [id] })
      const { id: clientId } = await maya.clients.create({ name: "Acme" })
      const before = await look()
      const eve = crm.workspace(fixture.workspace()).as("eve")
      const missing = { _tag: "NotFound" }
      await expect(eve.candidates.get(id)).rejects.toMatchObject(missing)
      await expect(eve.candidates.history(id)).rejects.toMatchObject(missing)
      await expect(eve.candidates.explain(id)).rejects.toMatchObject(missing)
      await expect(eve.candidates.update(id, { name: "Eve" })).rejects.toMatchObject(missing)
      await expect(eve.notes.comment(note.id, { body: "y" })).rejects.toMatchObject(missing)
      await expect(eve.positions.open({ clientId, title: "Dev" })).rejects.toMatchObject(missing)
      await expect(
        eve.ledger.correct((await maya.candidates.history(id))[0]?.id ?? "", { reason: "x" }),
      ).rejects.toMatchObject(missing)
      expect((await eve.candidates.list()).items).toEqual([])
      expect((await eve.candidates.getMany([id])).items).toEqual([])
      expect((await eve.notes.list({ about: id })).items).toEqual([])
      expect((await eve.ledger.read()).entries).toEqual([])
      expect(await look()).toEqual(before)
    })

    test("lists in pages, by any field, complete and without repeats", async () => {
      const { maya } = await begin()
      const names = ["b", "a", "\u{1f600}", "\uffff", "é", "a"]
      for (const name of names) await maya.candidates.create({ name, skills: name === "a" ? ["sql"] : [] })
      const seen: Array<string> = []
      for (let after: string | null = null; ; ) {
        const page: Awaited<ReturnType<typeof maya.candidates.list>> = await maya.candidates.list({
          order: { field: "name", direction: "desc" },
          limit: 2,
          after,
        })
        seen.push(...page.items.map(({ name }) => name))
        after = page.cursor
        if (after === null) break
      }
      expect(seen).toEqual(["\u{1f600}", "\uffff", "é", "b", "a", "a"])
      expect((await maya.candidates.list({ where: { skills: { contains: "sql" } } })).items).toHaveLength(2)
      expect((await maya.candidates.list({ where: { email: null, name: ["b", "é", "zz"] } })).items).toHaveLength(2)
    })

    test("ends a consent and a readiness by the clock alone", async () => {
      const { maya, time } = await begin()
      const { id } = await maya.candidates.create({ name: "Ada" })
      await maya.candidates.screen(id, { outcome: "passed" })
      const expiresAt = time.now() + 10 * days
      await maya.candidates.signConsent(id, { document: { name: "c.pdf", bytes: new Uint8Array() }, expiresAt })
      time.advance(11 * days)
      expect(await maya.candidates.get(id)).toMatchObject({
        kind: "screened",
        stageSince: new Date(expiresAt).toISOString(),
      })
      expect((await maya.candidates.list({ where: { kind: "ready" } })).items).toEqual([])
      expect((await maya.candidates.history(id)).at(-1)).toMatchObject({
        actor: "system",
        at: new Date(expiresAt).toISOString(),
      })
    })

    test("keeps a document's bytes and finds it by what it is about", async () => {
      const { maya } = await begin()
      const { id } = await maya.candidates.create({ name: "Ada" })
      const bytes = new Uint8Array([0, 255, 10, 13])
      const kept = await maya.documents.attach({ name: "Résumé 👩.pdf", bytes, category: "resume", about: [id] })
      const { document, bytes: read } = await maya.documents.read(kept.id)
      expect(document).toEqual(kept)
      expect([...read]).toEqual([...bytes])
      expect((await maya.documents.list({ about: id })).items).toEqual([kept])
    })

    test("wakes a follower of the ledger with every entry, in order", async () => {
      const { maya } = await begin()
      const seen: Array<string> = []
      const following = (async () => {
        for await (const { entries } of maya.ledger.follow({ pollMillis: 20 })) {
          seen.push(...entries.map(({ data, subject }) => `${subject.type} ${data.n ?? ""}`.trim()))
          if (seen.length >= 3) return
        }
      })()
      await maya.candidates.create({ name: "Ada" })
      await maya.clients.create({ name: "Acme" })
      await maya.candidates.create({ name: "Eve" })
      await following
      expect(seen).toEqual(["candidate", "client", "candidate"])
    })
  })
