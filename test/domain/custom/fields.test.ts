import { describe, expect, test } from "vitest"
import type { Client, CustomField } from "../../../src/index.js"
import { kinds } from "../../faults/databases.js"
import { form } from "../../faults/desk.js"
import { agency } from "../people/agency.js"

const refused = (field: string, message?: string | RegExp) => ({
  _tag: "InvalidInput",
  field,
  ...(message === undefined ? {} : { issues: [{ path: field.split("."), message: expect.stringMatching(message) }] }),
})

const money = { amount: 100_000, currency: "EUR" }

const every = async (maya: Client, noun: CustomField["noun"] = "candidate") => {
  const define = (name: string, type: CustomField["type"], rest: object = {}) =>
    maya.customFields.define({ noun, name, type, ...rest })
  return {
    motto: await define("motto", "text"),
    notice: await define("notice", "number", { whole: true, min: 0, max: 12, label: "Notice, months" }),
    wants: await define("wants", "boolean"),
    start: await define("start", "date"),
    level: await define("level", "choice", { options: ["Junior", "Senior"] }),
    shifts: await define("shifts", "choices", { options: [{ key: "n", label: "Night" }, "Late shift"] }),
    site: await define("site", "link"),
    budget: await define("budget", "money"),
  }
}

const right = {
  motto: "Go\non",
  notice: 3,
  wants: false,
  start: "2026-09-01",
  level: "senior",
  shifts: ["n", "late-shift"],
  site: "https://acme.test/a?b#c",
  budget: money,
}

describe.each(kinds)("fields of an agency's own on $name", ({ fresh }) => {
  test("take values of their type alone, and say which did not fit", async () => {
    const { maya, whole, desk } = await agency(await fresh())
    await every(maya)
    const ada = await maya.candidates.create({ name: "Ada", customFields: right })
    expect(ada.customFields).toEqual(right)
    expect((await maya.candidates.get(ada.id)).customFields).toEqual(right)
    const wrong: ReadonlyArray<readonly [name: string, value: never, message: RegExp]> = [
      ["motto", 7, /is no text/],
      ["motto", " ", /is empty/],
      ["notice", "3", /is no number/],
      ["notice", 2.5, /is no whole number/],
      ["notice", -1, /is less than 0/],
      ["notice", 13, /is more than 12/],
      ["wants", "yes", /neither true nor false/],
      ["start", "2026-02-30", /no day/],
      ["start", 20_260_901, /no day/],
      ["level", "Senior", /none of its options/],
      ["level", ["senior"], /no key/],
      ["shifts", "n", /no list/],
      ["shifts", ["n", "x"], /x is none of its options/],
      ["site", "javascript:alert(1)", /no address/],
      ["site", "https://", /no address/],
      ["site", `https://acme.test/${"x".repeat(2_000)}`, /no address/],
      ["budget", 5, /no amount/],
    ].map(([name, value, message]) => [name, value, message] as never)
    for (const [name, value, message] of wrong) {
      const input = { name: "Bo", customFields: { ...right, [name]: value } }
      const field = `customFields.${name}`
      await expect(maya.candidates.create(input), field).rejects.toMatchObject(refused(field, message))
      const change = maya.candidates.update(ada.id, { customFields: { [name]: value } })
      await expect(change, field).rejects.toMatchObject({ ...refused(field, message), subject: ada.id })
    }
    const fresh_ = maya.candidates.confirmResume({
      profile: { name: "Bo", customFields: { notice: 13 } },
      document: form(),
    })
    await expect(fresh_).rejects.toMatchObject(refused("profile.customFields.notice"))
    const known = maya.candidates.confirmResume(await desk.candidate(), { profile: { customFields: { notice: 13 } } })
    await expect(known).rejects.toMatchObject(refused("profile.customFields.notice"))
    const rows = [
      { name: "Bo", customFields: { notice: 13 } },
      { name: "Cy", customFields: { notice: 1 } },
    ]
    const { imported, problems } = await maya.candidates.import(rows)
    expect([imported, problems]).toEqual([
      1,
      [{ index: 0, issues: [{ path: ["customFields", "notice"], message: "is more than 12" }] }],
    ])
    await whole()
  })

  test("of every noun, brought together by name: null takes one away, others stay", async () => {
    const { maya, desk, whole } = await agency(await fresh())
    for (const noun of ["client", "contact", "opportunity", "position"] as const) await every(maya, noun)
    const clientId = await desk.client()
    const wrong = { title: "Dev", clientId, name: "X", customFields: { notice: "3" } }
    const { title, name, customFields } = wrong
    const made = {
      clients: [maya.clients, (await maya.clients.create({ name, customFields: right })).id],
      contacts: [
        { ...maya.clients.contacts, update: maya.clients.updateContact },
        (await maya.clients.addContact(clientId, { name, customFields: right })).id,
      ],
      opportunities: [
        maya.opportunities,
        (await maya.opportunities.create({ title, clientId, customFields: right })).id,
      ],
      positions: [maya.positions, (await maya.positions.open({ title, clientId, customFields: right })).id],
    } as const
    for (const tried of [
      () => maya.clients.create({ name, customFields }),
      () => maya.clients.addContact(clientId, { name, customFields }),
      () => maya.opportunities.create({ title, clientId, customFields }),
      () => maya.positions.open({ title, clientId, customFields }),
      () => maya.positions.draft({ title, clientId, customFields }),
    ])
      await expect(tried()).rejects.toMatchObject(refused("customFields.notice", /is no number/))
    for (const [of, id] of Object.values(made)) {
      await expect(of.update(id, { customFields })).rejects.toMatchObject(refused("customFields.notice"))
      const { notice: _, ...rest } = right
      const changed = { customFields: { notice: null, wants: true, extra: "open" } }
      expect((await of.update(id, changed)).customFields).toEqual({ ...rest, wants: true, extra: "open" })
      expect((await of.get(id)).customFields).toEqual({ ...rest, wants: true, extra: "open" })
      const { version } = await of.get(id)
      expect((await of.update(id, { customFields: {} })).version).toBe(version)
      expect((await of.update(id, changed)).version).toBe(version)
    }
    await whole()
  })

  test("are required of new records, and never taken away again", async () => {
    const { maya, desk } = await agency(await fresh())
    const old = await desk.candidate()
    const field = await maya.customFields.define({ noun: "candidate", name: "visa", type: "boolean", required: true })
    for (const customFields of [undefined, {}, { visa: null }])
      await expect(
        maya.candidates.create(customFields === undefined ? { name: "Bo" } : { name: "Bo", customFields }),
      ).rejects.toMatchObject(refused("customFields.visa", /is required/))
    expect((await maya.candidates.import([{ name: "Bo" }])).problems).toHaveLength(1)
    expect((await maya.candidates.update(old, { phone: "1" })).customFields).toEqual({})
    const ada = await maya.candidates.create({ name: "Ada", customFields: { visa: false } })
    await expect(maya.candidates.update(ada.id, { customFields: { visa: null } })).rejects.toMatchObject(
      refused("customFields.visa", /is required/),
    )
    await maya.customFields.retire(field.id)
    expect((await maya.candidates.create({ name: "Bo" })).customFields).toEqual({})
    expect((await maya.candidates.update(ada.id, { customFields: { visa: null } })).customFields).toEqual({})
  })

  test("are defined once for ever; the type stays, and what is retired comes back", async () => {
    const { maya, crm, whole } = await agency(await fresh())
    const { level, notice } = await every(maya)
    expect(level).toMatchObject({
      noun: "candidate",
      label: "level",
      required: false,
      limits: null,
      retiredAt: null,
      options: [
        { key: "junior", label: "Junior", retired: false },
        { key: "senior", label: "Senior", retired: false },
      ],
    })
    expect(notice).toMatchObject({ label: "Notice, months", limits: { whole: true, min: 0, max: 12 }, options: [] })
    const again = { noun: "candidate", name: "level", type: "text" } as const
    await expect(maya.customFields.define(again)).rejects.toMatchObject(refused("name", level.id))
    await maya.customFields.retire(level.id)
    await expect(maya.customFields.define(again)).rejects.toMatchObject(refused("name", "retired"))
    await expect(maya.customFields.update(level.id, { type: "text" })).rejects.toMatchObject(
      refused("type", /is choice/),
    )
    const [first, second] = await Promise.allSettled([
      maya.customFields.define({ ...again, name: "twice" }),
      maya.customFields.define({ ...again, name: "twice" }),
    ])
    expect([first.status, second.status].toSorted()).toEqual(["fulfilled", "rejected"])
    expect((await maya.customFields.define({ ...again, noun: "client" })).name).toBe("level")
    const elsewhere = crm.workspace("other").as("eve")
    expect((await elsewhere.customFields.define(again)).type).toBe("text")
    await expect(elsewhere.customFields.get(level.id)).rejects.toMatchObject({ _tag: "NotFound" })

    await expect(maya.candidates.create({ name: "Ada", customFields: { level: "senior" } })).rejects.toMatchObject(
      refused("customFields.level", /no more/),
    )
    await maya.customFields.reinstate(level.id)
    const ada = await maya.candidates.create({ name: "Ada", customFields: { level: "senior", start: "2026-09-01" } })
    await maya.customFields.retire(level.id)
    expect(
      (await maya.candidates.update(ada.id, { customFields: { ...ada.customFields, start: null } })).customFields,
    ).toEqual({ level: "senior" })
    expect((await maya.customFields.history(level.id)).map(({ type }) => type)).toEqual([
      "CustomFieldDefined",
      "CustomFieldRetired",
      "CustomFieldReinstated",
      "CustomFieldRetired",
    ])
    expect((await maya.customFields.list({ where: { noun: "candidate" } })).items.map(({ name }) => name)).toEqual([
      ...["motto", "notice", "wants", "start", "level", "shifts", "site", "budget", "twice"],
    ])
    await whole()
  })

  test("have options that are renamed, added and retired, and no value is lost", async () => {
    const { maya } = await agency(await fresh())
    const { level, shifts } = await every(maya)
    const ada = await maya.candidates.create({ name: "Ada", customFields: { level: "junior", shifts: ["n"] } })
    const options = [{ key: "senior", label: "Senior (5+)" }, "Lead", "Лид"]
    const changed = await maya.customFields.update(level.id, { options })
    expect(changed.options).toEqual([
      { key: "senior", label: "Senior (5+)", retired: false },
      { key: "lead", label: "Lead", retired: false },
      { key: "option", label: "Лид", retired: false },
      { key: "junior", label: "Junior", retired: true },
    ])
    expect(
      (await maya.customFields.update(level.id, { options: ["Senior (5+)", "lead", "Лид"] })).options,
    ).toMatchObject([
      { key: "senior" },
      { key: "lead", label: "lead" },
      { key: "option" },
      { key: "junior", retired: true },
    ])
    await expect(maya.candidates.create({ name: "Bo", customFields: { level: "junior" } })).rejects.toMatchObject(
      refused("customFields.level", /junior is an option no more/),
    )
    const same = await maya.candidates.update(ada.id, { customFields: { ...ada.customFields, notice: 1 } })
    expect(same.customFields).toEqual({ level: "junior", shifts: ["n"], notice: 1 })
    await maya.customFields.update(shifts.id, { options: [{ key: "late-shift" }] })
    const both = await maya.candidates.update(ada.id, { customFields: { shifts: ["late-shift", "n", "late-shift"] } })
    expect(both.customFields.shifts).toEqual(["late-shift", "n"])
    expect((await maya.candidates.update(ada.id, { customFields: { shifts: [] } })).customFields).not.toHaveProperty(
      "shifts",
    )
    await expect(maya.candidates.update(ada.id, { customFields: { shifts: ["n"] } })).rejects.toMatchObject(
      refused("customFields.shifts", /no more/),
    )
    for (const wrong of [
      ["A", "a "],
      [
        { key: "a", label: "A" },
        { key: "a", label: "B" },
      ],
      [],
      [{ key: "x y", label: "X" }],
    ])
      await expect(maya.customFields.update(level.id, { options: wrong })).rejects.toMatchObject({
        _tag: "InvalidInput",
        field: expect.stringMatching(/^options/),
      })
    const bare = maya.customFields.define({ noun: "candidate", name: "bare", type: "choice" })
    await expect(bare).rejects.toMatchObject(refused("options", /are missing/))
  })

  test("under an open policy others take what is plain, under a closed one nothing", async () => {
    const database = await fresh()
    const { maya } = await agency(database, {
      settings: (workspace) => ({ customFields: workspace === "main" ? "open" : "defined" }),
    })
    const open = await maya.candidates.create({ name: "Ada", customFields: { "Shoe size": 42, gone: null } })
    expect(open.customFields).toEqual({ "Shoe size": 42 })
    for (const value of [["a"], money])
      await expect(maya.candidates.create({ name: "Bo", customFields: { x: value } })).rejects.toMatchObject(
        refused("customFields.x", /neither/),
      )
    const { crm } = await agency(database, { settings: { customFields: "defined" } })
    const eve = crm.workspace("closed").as("eve")
    await expect(eve.candidates.create({ name: "Ada", customFields: { shoe: 42 } })).rejects.toMatchObject(
      refused("customFields.shoe", /no field that was defined/),
    )
    await eve.customFields.define({ noun: "candidate", name: "shoe", type: "number" })
    const ada = await eve.candidates.create({ name: "Ada", customFields: { shoe: 42 } })
    const many = Object.fromEntries(Array.from({ length: 150 }, (_, n) => [`f${n}`, n]))
    const more = Object.fromEntries(Array.from({ length: 150 }, (_, n) => [`g${n}`, n]))
    await expect(eve.candidates.update(ada.id, { customFields: many })).rejects.toMatchObject({ _tag: "InvalidInput" })
    await maya.candidates.update(open.id, { customFields: many })
    await expect(maya.candidates.update(open.id, { customFields: more })).rejects.toMatchObject(
      refused("customFields", /more than 200/),
    )
  })

  test("with hostile names and values are refused, and reach no prototype", async () => {
    const { maya } = await agency(await fresh())
    for (const name of [
      "__proto__",
      "constructor",
      "prototype",
      "a b",
      "1a",
      "",
      "é",
      "a".repeat(51),
      "x".repeat(100_000),
    ])
      await expect(
        maya.customFields.define({ noun: "candidate", name, type: "text" }),
        name.slice(0, 20),
      ).rejects.toMatchObject(refused("name"))
    for (const name of ["toString", "hasOwnProperty", "valueOf", "__defineGetter__"]) {
      const tried = maya.candidates.create({ name: "Bo", customFields: { [name]: ["x"] } })
      await expect(tried, name).rejects.toMatchObject(refused(`customFields.${name}`))
    }
    await maya.customFields.define({ noun: "candidate", name: "toString", type: "number" })
    const ada = await maya.candidates.create({ name: "Ada", customFields: { toString: 1 } as never })
    expect(Object.entries(ada.customFields)).toEqual([["toString", 1]])
    const proto = JSON.parse('{"__proto__": {"polluted": 1}}')
    await expect(maya.candidates.update(ada.id, { customFields: proto })).rejects.toMatchObject({
      _tag: "InvalidInput",
    })
    await expect(
      maya.customFields.define({ noun: "candidate", name: "y", type: "choice", options: [proto] }),
    ).rejects.toMatchObject({ _tag: "InvalidInput" })
    await maya.customFields.define({ noun: "candidate", name: "site", type: "link" })
    for (const site of ["x".repeat(9_999), `http://${"a.".repeat(4_000)}`, `https://${"[".repeat(1_000)}`])
      await expect(maya.candidates.create({ name: "Bo", customFields: { site } })).rejects.toMatchObject(
        refused("customFields.site"),
      )
    expect(Object.hasOwn(Object.prototype, "polluted")).toBe(false)
  })
})
