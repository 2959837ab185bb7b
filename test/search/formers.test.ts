import { describe, expect, test } from "vitest"
import type { Client } from "../../src/index.js"
import { kinds } from "../faults/databases.js"
import { agency } from "../domain/people/agency.js"
import { remains, wordsIn } from "../domain/people/remains.js"

const why = { reason: "two people" }

const found = async (maya: Client, query: string) =>
  (await maya.search.query(query)).hits.map(({ record }) => record.id).toSorted()

/** Three records of one human, each of whom was reached in another way. */
const people = async (maya: Client) => {
  const create = async (name: string, email: string, phone: string) =>
    (await maya.candidates.create({ name, email, phone, links: ["https://example.test/lind"] })).id
  return {
    a: await create("Roberta Lind", "roberta@old.test", "+1 303 555 0100"),
    b: await create("Bobbie Lindqvist", "bobbie@work.test", "+1 303 555 0200"),
    c: await create("Robbie Lindgren", "robbie@home.test", "+1 303 555 0300"),
  }
}

describe.each(kinds)("search on $name", (kind) => {
  const { fresh } = kind

  test("finds whoever stands for somebody by how they were called and reached", async () => {
    const { maya } = await agency(await fresh())
    const { a, b } = await people(maya)
    await maya.candidates.merge(a, { into: b })
    for (const query of [
      "roberta@old.test",
      "email:roberta@old.test",
      "Roberta",
      "name:roberta",
      "Roberta bobbie@work.test",
      "phone:3035550100",
    ])
      expect(await found(maya, query), query).toEqual([b])
    expect(await found(maya, "lindqvist NOT roberta")).toEqual([])

    const [hit] = (await maya.search.candidates("roberta lindqvist")).hits
    expect(hit?.score).toBe(2)
    expect(hit?.highlights).toMatchObject([
      { field: "name", text: "Bobbie Lindqvist" },
      { field: "name", text: "Roberta Lind" },
    ])
    // What both said is shown once.
    const [again] = (await maya.search.candidates("example.test roberta")).hits
    expect(again?.highlights.map(({ text }) => text)).toEqual(["https://example.test/lind", "Roberta Lind"])
  })

  test("follows merges of the merged, and takes them apart again", async () => {
    const { maya } = await agency(await fresh())
    const { a, b, c } = await people(maya)
    await maya.candidates.merge(a, { into: b })
    await maya.candidates.merge(b, { into: c })
    expect(await found(maya, "roberta OR bobbie OR robbie")).toEqual([c])
    expect(await found(maya, "roberta bobbie robbie")).toEqual([c])

    await maya.candidates.unmerge(b, why)
    expect(await found(maya, "roberta")).toEqual([b])
    expect(await found(maya, "bobbie")).toEqual([b])
    expect(await found(maya, "robbie")).toEqual([c])

    await maya.candidates.unmerge(a, why)
    expect(await found(maya, "roberta")).toEqual([a])
    expect(await found(maya, "bobbie")).toEqual([b])

    // What was said of somebody meanwhile is what they were last.
    await maya.candidates.update(a, { email: "roberta@new.test" })
    await maya.candidates.merge(a, { into: c })
    expect(await found(maya, "roberta@new.test")).toEqual([c])
    expect(await found(maya, "roberta@old.test")).toEqual([])
  })

  test("takes nobody apart who went on since", async () => {
    const { maya } = await agency(await fresh())
    const { a, b, c } = await people(maya)
    await maya.candidates.merge(a, { into: b })
    await maya.candidates.merge(b, { into: c })
    await expect(maya.candidates.unmerge(a, why)).rejects.toMatchObject({ _tag: "CorrectionRefused" })
    expect(await found(maya, "roberta bobbie robbie")).toEqual([c])
  })

  test("finds nobody by what was erased, of which nothing is left", async () => {
    const database = await fresh()
    const { maya } = await agency(database)
    const { a, b, c } = await people(maya)
    await maya.candidates.merge(a, { into: b })
    await maya.candidates.merge(b, { into: c })
    const words = ["roberta", "bobbie", "robbie"]
    expect(wordsIn(await remains(kind, database), words)).toEqual(words)
    await maya.candidates.erase(c, { reason: "asked to" })
    await maya.privacy.compact()
    expect(await found(maya, "roberta OR bobbie OR robbie")).toEqual([])
    expect(wordsIn(await remains(kind, database), words)).toEqual([])
  })

  test("finds companies and their people by former names, and a person where they came in", async () => {
    const database = await fresh()
    const { crm, maya } = await agency(database)
    const old = await maya.clients.create({ name: "Rocketline GmbH", website: "rocketline.test" })
    const { id } = await maya.clients.create({ name: "Acme" })
    const lena = await maya.clients.addContact(old.id, { name: "L. Ruizzi", email: "lena@rocketline.test" })
    const kept = await maya.clients.addContact(id, { name: "Lena Ruiz" })
    await maya.clients.merge(old.id, { into: id })
    await maya.clients.contacts.merge(lena.id, { into: kept.id, choose: { fields: [] } })
    expect(await found(maya, "rocketline website:rocketline.test")).toEqual([id])
    expect(await found(maya, "ruizzi")).toEqual([kept.id])

    const { a, b, c } = await people(maya)
    await maya.candidates.merge(a, { into: b })
    await maya.candidates.merge(b, { into: c })
    const there = crm.workspace("elsewhere").as("noor")
    await there.candidates.importPerson({ person: await maya.candidates.export(c) })
    expect(await found(there, "roberta bobbie robbie")).toEqual([c])
    await there.candidates.erase(c, { reason: "asked to" })
    await maya.candidates.erase(c, { reason: "asked to" })
    await maya.privacy.compact()
    expect(wordsIn(await remains(kind, database), ["roberta", "bobbie", "robbie"])).toEqual([])
  })
})
