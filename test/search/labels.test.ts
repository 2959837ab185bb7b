import { expect, test } from "vitest"
import { everywhere } from "../support/everywhere.js"

everywhere((agency) => {
  const desk = () => agency().as("maya")

  const defined = async (maya: ReturnType<typeof desk>) => {
    const notice = await maya.customFields.define({
      noun: "candidate",
      name: "notice",
      type: "choice",
      options: [
        { key: "a1", label: "Immediately available" },
        { key: "a2", label: "Available in 3 months" },
      ],
    })
    await maya.customFields.define({
      noun: "candidate",
      name: "shifts",
      type: "choices",
      options: [
        { key: "s1", label: "Nachtschicht (Ü)" },
        { key: "s2", label: "Early shift" },
      ],
    })
    await maya.customFields.define({
      noun: "position",
      name: "start",
      type: "choice",
      options: [{ key: "p1", label: "Immediately" }],
    })
    await maya.candidates.create({ name: "Ada", skills: ["sql"], customFields: { notice: "a1", shifts: ["s1", "s2"] } })
    await maya.candidates.create({ name: "Bo", skills: ["sql"], customFields: { notice: "a2" } })
    await maya.candidates.create({ name: "Cleo", location: "Immediately by the sea" })
    await maya.candidates.create({ name: "Dan A1" })
    return notice
  }
  const find = async (maya: ReturnType<typeof desk>, query: string) =>
    (await maya.search.candidates(query)).hits.map(({ record, score }) => `${record.name} ${score}`)

  test("labels of options are words like any other, and need not be indexed anew when they change", async () => {
    const maya = desk()
    const notice = await defined(maya)
    expect(await find(maya, "immediately")).toEqual(["Cleo 1", "Ada 1"])
    expect(await find(maya, "IMMED*")).toEqual(["Cleo 1", "Ada 1"])
    expect(await find(maya, "immediately available")).toEqual(["Ada 1"])
    expect(await find(maya, '"available in 3"')).toEqual(["Bo 1"])
    expect(await find(maya, '"in available"')).toEqual([])
    expect(await find(maya, "sql available NOT immediately")).toEqual(["Bo 1"])
    expect(await find(maya, "nachtschicht u")).toEqual(["Ada 1"])
    expect(await find(maya, "custom.notice:a1")).toEqual(["Ada 0"])
    await maya.customFields.update(notice.id, {
      options: [{ key: "a1", label: "At once" }],
    })
    expect(await find(maya, "immediately")).toEqual(["Cleo 1"])
    expect(await find(maya, "once")).toEqual(["Ada 1"])
    // It was retired, and is still what a record says.
    expect(await find(maya, "months")).toEqual(["Bo 1"])
    const { hits } = await maya.search.candidates("once", { order: { field: "name" } })
    expect(hits.map(({ record }) => record.name)).toEqual(["Ada"])
  })

  test("highlights say which label matched", async () => {
    const maya = desk()
    await defined(maya)
    const { hits } = await maya.search.candidates("available custom.shifts:s2")
    expect(hits.map(({ highlights }) => highlights)).toEqual([
      [
        {
          field: "custom.shifts",
          text: "s2",
          matches: [{ term: "s2", start: 0, end: 2 }],
        },
        {
          field: "custom.notice",
          text: "Immediately available",
          matches: [{ term: "available", start: 12, end: 21 }],
        },
      ],
    ])
  })

  test("over several nouns each has its own labels, in what is kept and frozen too", async () => {
    const maya = desk()
    await defined(maya)
    const { id: clientId } = await maya.clients.create({ name: "Acme" })
    await maya.positions.draft({ clientId, title: "Dev", customFields: { start: "p1" } })
    const nouns = async (query: string) => (await maya.search.query(query)).hits.map(({ noun }) => noun)
    expect(await nouns("immediately")).toEqual(["candidate", "candidate", "position"])
    for (const freeze of [false, true]) {
      const { id } = await maya.search.saved.create({ name: "soon", query: "immediately", freeze })
      expect((await maya.search.saved.run(id)).hits).toHaveLength(3)
    }
    const segment = await maya.search.segments.create({ name: "soon", query: "immediately" })
    expect((await maya.search.segments.members(segment.id)).total).toBe(2)
    expect(await find(agency().as("eve"), "immediately")).toEqual([])
  })
})
