import { describe, expect, test } from "vitest"
import { createMatchloop } from "matchloop"
import { memory } from "matchloop/memory"
import { desk } from "../faults/desk.js"
import { everywhere } from "../support/everywhere.js"
import { places, withAt } from "../support/places.js"
import { exported } from "./persons.js"

const members = new Set(["createdBy", "updatedBy", "owner", "addedBy", "actor", "by"])
const words = new Set(["source", "role", "title", "name"])

/** Whether an erasure leaves what stands at a place of an export. */
const stays = (path: ReadonlyArray<string | number>): "member" | "word" | null => {
  const last = String(path.at(-1))
  if (members.has(last)) return "member"
  if (last === "source" || path.includes("credits")) return words.has(last) ? "word" : null
  return path[0] === "around" && words.has(last) ? "word" : null
}

describe("who and what outlives an erasure", () => {
  test("tells nothing of the person: refused at each place where an export has it do so", async () => {
    const crm = await createMatchloop({ storage: memory() })
    const here = crm.as("maya")
    const { candidateId } = await here.placements.get(await desk(here).started())
    await here.candidates.update(candidateId, {
      name: "Dr. Zoë Maria Özil",
      email: "Zoe@Example.com",
      phone: "+49 30 1234567",
      source: "a friend",
      owner: "bo",
    })
    await here.candidates.update(candidateId, { name: "Zoë M. Schmidt" })
    const person = await exported(here, candidateId)
    const other = crm.workspace("other").as("noor")
    const seen = { member: 0, word: 0 }
    for (const [path, value] of places(person)) {
      const sort = stays(path)
      if (sort === null || typeof value !== "string") continue
      seen[sort]++
      const telling = ["zoe@example.com's", "0049301234567", "Özil, Zoe Maria", "zoe.m.schmidt"]
      for (const put of sort === "member" ? [...telling, "two words", ""] : telling) {
        const field = ["person", ...path].join(".")
        const import_ = other.candidates.importPerson({ person: withAt(person, path, put) as typeof person })
        const refused = await import_.then(
          () => null,
          (error: unknown) => error,
        )
        expect(refused, `${field}: ${put}`).toMatchObject({ _tag: "InvalidInput", field })
      }
    }
    expect(seen.member).toBeGreaterThan(40)
    expect(seen.word).toBeGreaterThan(3)
    expect((await other.candidates.list()).items).toEqual([])
    await crm.close()
  })
})

everywhere((agency) => {
  test("is what this agency says that it stands for", async () => {
    const here = agency().as("Maya Jones")
    const ada = await here.candidates.create({ name: "Ada Park", owner: "Bo Ek", source: "ada park's brother" })
    await here.candidates.screen(ada.id, { outcome: "passed" })
    const person = await exported(here, ada.id)
    const there = agency().as("noor")
    await expect(there.candidates.importPerson({ person })).rejects.toMatchObject({
      field: "person.candidate.createdBy",
    })
    const known = {
      actors: { "Maya Jones": "maya", "Bo Ek": "Bo Ek" },
      sources: { "ada park's brother": "referral" },
    }
    await there.candidates.importPerson({ person, ...known })
    expect(await there.candidates.get(ada.id)).toMatchObject({
      createdBy: "maya",
      updatedBy: "maya",
      owner: "Bo Ek",
      source: "referral",
      kind: "screened",
    })
    const history = await there.candidates.history(ada.id)
    expect(new Set(history.map(({ actor }) => actor))).toEqual(new Set(["maya"]))
    expect(JSON.stringify(history)).not.toMatch(/Maya Jones|brother/)
    await there.candidates.erase(ada.id, { reason: "asked" })
    expect(JSON.stringify([await there.candidates.get(ada.id), await there.candidates.history(ada.id)])).not.toMatch(
      /park/i,
    )
  })
})
