import { expect, test } from "vitest"
import { everywhere } from "../support/everywhere.js"

everywhere((agency) => {
  const desk = () => agency().as("maya")

  /** Five people with a day rate, a level, a motto and a wish. */
  const people = async (maya: ReturnType<typeof desk>) => {
    await maya.customFields.define({ noun: "candidate", name: "rate", type: "number" })
    await maya.customFields.define({ noun: "candidate", name: "dayRate", type: "money" })
    await maya.customFields.define({ noun: "candidate", name: "shifts", type: "choices", options: ["Day", "Night"] })
    await maya.customFields.define({ noun: "candidate", name: "start", type: "date" })
    await maya.customFields.define({ noun: "candidate", name: "wants", type: "boolean" })
    await maya.customFields.define({ noun: "candidate", name: "motto", type: "text" })
    const level = await maya.customFields.define({
      noun: "candidate",
      name: "level",
      type: "choice",
      options: ["Trainee", "Junior", "Senior"],
    })
    const eur = (amount: number) => ({ amount, currency: "EUR" })
    const given = [
      { name: "Ada", customFields: { rate: 10.5, level: "senior", start: "2027-01-04", wants: true, motto: "go on" } },
      { name: "Bo", customFields: { rate: 9, level: "trainee", dayRate: eur(90_000), wants: false, motto: "Éxito" } },
      { name: "Cleo", customFields: { level: "junior", dayRate: eur(70_000), start: "2026-12-31", motto: "Go on" } },
      { name: "Dan", customFields: { rate: -3, dayRate: { amount: 1, currency: "USD" } }, salaryExpectation: eur(5) },
      { name: "Eve", customFields: { rate: 9, level: "senior" }, salaryExpectation: eur(4) },
    ]
    const ids: { [name: string]: string } = {}
    for (const one of given) ids[one.name] = (await maya.candidates.create({ ...one, skills: ["sql"] })).id
    return { ids, level }
  }
  type Order = NonNullable<NonNullable<Parameters<ReturnType<typeof desk>["candidates"]["list"]>[0]>["order"]>

  /** The names of a list and of a search, page by page, which are the same. */
  const ordered = async (maya: ReturnType<typeof desk>, order: Order, limit = 2) => {
    const listed: Array<string> = []
    for (let after: string | null = null; ; ) {
      const page: Awaited<ReturnType<typeof maya.candidates.list>> = await maya.candidates.list({ order, limit, after })
      listed.push(...page.items.map(({ name }) => name))
      after = page.cursor
      if (after === null) break
    }
    const found: Array<string> = []
    for (let after: string | null = null; ; ) {
      const page: Awaited<ReturnType<typeof maya.search.candidates>> = await maya.search.candidates("skill:sql", {
        order,
        limit,
        after,
      })
      found.push(...page.hits.map(({ record }) => record.name))
      after = page.cursor
      if (after === null) break
    }
    expect(found).toEqual(listed)
    return listed.join(" ")
  }

  test("orders by fields of the agency's own, those without a value last, ties by id", async () => {
    const maya = desk()
    const { level } = await people(maya)
    const asc = (field: `custom.${string}`) => ordered(maya, { field })
    const desc = (field: `custom.${string}`) => ordered(maya, { field, direction: "desc" })
    expect(await asc("custom.rate")).toBe("Dan Bo Eve Ada Cleo")
    expect(await desc("custom.rate")).toBe("Ada Eve Bo Dan Cleo")
    expect(await asc("custom.level")).toBe("Bo Cleo Ada Eve Dan")
    expect(await desc("custom.level")).toBe("Eve Ada Cleo Bo Dan")
    expect(await asc("custom.start")).toBe("Cleo Ada Bo Dan Eve")
    expect(await desc("custom.wants")).toBe("Ada Bo Eve Dan Cleo")
    expect(await asc("custom.motto")).toBe("Cleo Ada Bo Dan Eve")
    expect(await ordered(maya, { field: "custom.dayRate", currency: "EUR" })).toBe("Cleo Bo Ada Dan Eve")
    expect(await ordered(maya, { field: "custom.dayRate", currency: "USD", direction: "desc" })).toBe(
      "Dan Eve Cleo Bo Ada",
    )
    await maya.customFields.update(level.id, { options: ["Senior", "Junior"] })
    expect(await asc("custom.level")).toBe("Ada Eve Cleo Bo Dan")
  })

  test("orders by fields of ours: amounts by one currency, ranges by their upper end", async () => {
    const maya = desk()
    await people(maya)
    expect(await ordered(maya, { field: "name", direction: "desc" })).toBe("Eve Dan Cleo Bo Ada")
    expect(await ordered(maya, { field: "salaryExpectation", currency: "EUR" })).toBe("Eve Dan Ada Bo Cleo")
    const { id: clientId } = await maya.clients.create({ name: "Acme" })
    for (const [title, min, max] of [
      ["low", 1, 2],
      ["wide", 0, 9],
      ["high", 3, 4],
    ] as const)
      await maya.positions.draft({ clientId, title, salary: { min, max, currency: "EUR" } })
    const order = { field: "salary", currency: "EUR", direction: "desc" } as const
    const titles = (await maya.positions.list({ order })).items.map(({ title }) => title)
    expect(titles).toEqual(["wide", "high", "low"])
    const { hits } = await maya.search.query("*", { nouns: ["candidate", "position"], order })
    expect(
      hits.map((hit) => (hit.noun === "position" ? hit.record.title : hit.noun === "candidate" && hit.record.name)),
    ).toEqual(["wide", "Dan", "high", "Eve", "low", "Cleo", "Bo", "Ada"])
  })

  test("puts several nouns in one order, page by page; those without the field come last", async () => {
    const maya = desk()
    for (const name of ["Mia", "Abe"]) await maya.candidates.create({ name })
    const { id } = await maya.clients.create({ name: "Klee GmbH" })
    await maya.clients.addContact(id, { name: "Zoe" })
    await maya.positions.draft({ clientId: id, title: "Dev" })
    const seen: Array<string> = []
    for (let after: string | null = null; ; ) {
      const page: Awaited<ReturnType<typeof maya.search.query>> = await maya.search.query("*", {
        order: { field: "name" },
        limit: 1,
        after,
      })
      seen.push(...page.hits.map((hit) => (hit.noun === "position" ? hit.record.title : hit.record.name)))
      after = page.cursor
      if (after === null) break
    }
    expect(seen).toEqual(["Abe", "Klee GmbH", "Mia", "Zoe", "Dev"])
  })

  test("says where the words of an ordered search stand, in notes too", async () => {
    const maya = desk()
    const { ids } = await people(maya)
    await maya.notes.write({ body: "Wants to go remote", about: [ids.Bo ?? ""] })
    const { hits } = await maya.search.candidates("remote OR ada", { order: { field: "custom.rate" } })
    expect(hits.map(({ record, score }) => [record.name, score])).toEqual([
      ["Bo", 0],
      ["Ada", 0],
    ])
    expect(hits.map(({ highlights }) => highlights.map(({ field }) => field))).toEqual([["note"], ["name"]])
  })

  test("keeps an order with a saved search, frozen or not, and takes one for lists and audiences", async () => {
    const maya = desk()
    const { ids } = await people(maya)
    const names = (page: { readonly hits: ReadonlyArray<{ readonly record: object }> }) =>
      page.hits.map(({ record }) => ("name" in record ? record.name : "")).join(" ")
    const order = { field: "custom.rate", direction: "desc" } as const
    for (const freeze of [false, true]) {
      const saved = await maya.search.saved.create({
        name: "by rate",
        query: "skill:sql",
        nouns: ["candidate"],
        order,
        freeze,
      })
      expect(saved.orderBy).toEqual(order)
      expect(names(await maya.search.saved.run(saved.id))).toBe("Ada Eve Bo Dan Cleo")
      const first = await maya.search.saved.run(saved.id, { limit: 3 })
      expect(names(first)).toBe("Ada Eve Bo")
      expect(names(await maya.search.saved.run(saved.id, { limit: 3, after: first.cursor }))).toBe("Dan Cleo")
      expect(names(await maya.search.saved.run(saved.id, { order: { field: "name" } }))).toBe("Ada Bo Cleo Dan Eve")
      expect(names(await maya.search.saved.run(saved.id, { order: null }))).toBe("Eve Dan Cleo Bo Ada")
      await expect(maya.search.saved.update(saved.id, { nouns: ["client"] })).rejects.toMatchObject({
        _tag: "InvalidInput",
        field: "order.field",
      })
      const cleared = { nouns: ["client"], query: "*", order: null } as const
      expect((await maya.search.saved.update(saved.id, { ...cleared, nouns: ["client"] })).orderBy).toBeNull()
    }
    const list = await maya.search.lists.create({ name: "some" })
    await maya.search.lists.add(list.id, { members: [ids.Bo, ids.Ada, ids.Cleo].map(String) })
    const { items } = await maya.search.lists.members(list.id, { order })
    expect(items.map(({ record }) => "name" in record && record.name)).toEqual(["Ada", "Bo", "Cleo"])
    const segment = await maya.search.segments.create({ name: "all", query: "skill:sql" })
    expect(names(await maya.search.segments.members(segment.id, { order }))).toBe("Ada Eve Bo Dan Cleo")
  })

  test("goes on behind texts without end", async () => {
    const maya = desk()
    await maya.customFields.define({ noun: "candidate", name: "motto", type: "text" })
    for (const [name, motto] of [
      ["b", `${"東".repeat(9_999)}b`],
      ["a", `${"東".repeat(9_999)}a`],
    ] as const)
      await maya.candidates.create({ name, skills: ["sql"], customFields: { motto } })
    expect(await ordered(maya, { field: "custom.motto" }, 1)).toBe("a b")
  })

  test("refuses orders that there are none of, and cursors of another order", async () => {
    const maya = desk()
    await people(maya)
    const wrong = { _tag: "InvalidInput", field: "order.field" }
    const fields = ["custom.shifts", "custom.dayRate", "custom.none", "custom.", "skills", "salaryExpectation"] as const
    for (const field of fields) {
      await expect(maya.search.candidates("*", { order: { field } })).rejects.toMatchObject(wrong)
      await expect(maya.candidates.list({ order: { field: field as "name" } })).rejects.toMatchObject(wrong)
    }
    for (const field of ["name", "custom.rate"] as const) {
      const order = { field, currency: "EUR" }
      await expect(maya.search.candidates("*", { order })).rejects.toMatchObject(wrong)
      await expect(maya.candidates.list({ order })).rejects.toMatchObject(wrong)
    }
    const order = { field: "custom.level" } as const
    const { cursor } = await maya.search.candidates("*", { order: { field: "custom.rate" }, limit: 3 })
    await expect(maya.search.candidates("*", { order: { field: "name" }, after: cursor })).rejects.toMatchObject({
      field: "after",
    })
    await expect(maya.candidates.list({ order, after: "5.17" })).rejects.toMatchObject({ field: "after" })
    await expect(maya.search.candidates("*", { order, after: "0.17" })).rejects.toMatchObject({ field: "after" })
  })
})
