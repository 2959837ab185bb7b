import * as fc from "fast-check"
import { beforeAll, describe, expect, test } from "vitest"
import { memory } from "matchloop/memory"
import { jobPosting, jobPostingJson } from "matchloop/exchange"
import { createMatchloop } from "matchloop"
import { town } from "../../src/exchange/Confidential.js"
import type { Position } from "../../src/index.js"

let position: Position
beforeAll(async () => {
  await using crm = await createMatchloop({ storage: memory() })
  const maya = crm.as("maya")
  const { id } = await maya.clients.create({ name: "Nobody" })
  position = await maya.positions.open({ clientId: id, title: "Cook" })
})

const word = fc.constantFrom(
  "Zarquon",
  "Velbrook",
  "Ötzwerk",
  "Kaltmann",
  "Brixon-Hue",
  "Quillfeather",
  "O'Dwyne",
  "Mübert",
)
const form = fc.constantFrom("", " GmbH", " AG", ", Inc.", " GmbH & Co. KG", " Ltd.", " S.p.A.")
const name = fc
  .tuple(fc.uniqueArray(word, { minLength: 1, maxLength: 3 }), form)
  .map(([words, rest]) => words.join(" ") + rest)
const host = fc
  .tuple(fc.constantFrom("zarquon", "velbrook-group", "jobs.kaltmann"), fc.constantFrom("test", "co.test"))
  .map((parts) => parts.join("."))
const phone = fc
  .tuple(fc.constantFrom("+49 30", "(030)", "030/", "+1 212"), fc.integer({ min: 2_000_000, max: 9_999_999 }))
  .map(([code, number]) => `${code} ${number}`)
const contact = fc.record({
  name: fc.tuple(fc.constantFrom("Lena", "Tom", "Ana María"), word).map((names) => names.join(" ")),
  email: fc.option(fc.tuple(fc.constantFrom("lena", "t.w", "a+b"), host).map((parts) => parts.join("@"))),
  phone: fc.option(phone),
})
const known = fc.record({
  client: fc.record({
    name,
    website: fc.option(host.map((at) => `https://www.${at}/about`)),
    location: fc.option(fc.constantFrom("Torgasse 12, 10119 Berlin", "5 Mill Lane, Leeds", "Berlin")),
    customFields: fc.record({
      brand: fc.constantFrom("Snorvel", "Glim & Co"),
      hotline: phone,
      more: fc.array(fc.constantFrom("Torgasse 12", "USt-Id DE 123 456 789"), { maxLength: 2 }),
    }),
  }),
  contacts: fc.array(contact, { maxLength: 3 }),
  also: fc.array(name, { maxLength: 2 }),
})
type Known = typeof known extends fc.Arbitrary<infer A> ? A : never

/** All that is written of them, and how a text may say it. */
const said = ({ also, client, contacts }: Known): ReadonlyArray<string> => [
  client.name,
  ...(client.website === null ? [] : [client.website, new URL(client.website).host, client.website.slice(12, -6)]),
  ...(client.location === "Berlin" || client.location === null
    ? []
    : [client.location, client.location.split(",")[0] ?? ""]),
  client.customFields.brand,
  client.customFields.hotline,
  ...client.customFields.more,
  ...contacts.flatMap((one) => [one.name, one.email ?? "", one.phone ?? ""]),
  ...also,
]
const legal = /,? (?:GmbH & Co\. KG|GmbH|AG|Inc\.|Ltd\.|S\.p\.A\.)$/
/** Names as they are spoken, and only as they are written. */
const spoken = ({ also, client, contacts }: Known): ReadonlyArray<string> => [
  ...[client.name, ...also].map((one) => one.replace(legal, "")),
  ...contacts.map((one) => one.name.split(" ").at(-1) ?? ""),
]

const telling = known.chain((all) => {
  const texts = said(all).filter((text) => text !== "")
  const names = spoken(all)
  const part = fc.oneof(
    fc.constantFrom(...texts),
    fc.constantFrom(...texts).map((text) => text.toUpperCase()),
    fc.constantFrom(...texts).map((text) => text.toLowerCase()),
    fc.constantFrom(...names),
    fc.constantFrom(...names).map((text) => `${text}s`),
    fc.constantFrom(...names).map((text) => `${text}'s`),
    fc.constantFrom("cooks", "well", "of", "since 1999"),
  )
  const glue = fc.constantFrom(" ", ", ", ". ", " (", "\n\n", "; ", " <b>", "-", "/")
  const text = fc
    .array(fc.tuple(part, glue), { minLength: 1, maxLength: 12 })
    .map((parts) => parts.map((one) => one.join("")).join(""))
  return fc.record({ all: fc.constant(all), title: text, description: text, skills: fc.array(part, { maxLength: 3 }) })
})

describe("a confidential posting", () => {
  test("says nothing that the client's record or its people's say, however it is put together", () => {
    fc.assert(
      fc.property(telling, ({ all: { also, client, contacts }, ...told }) => {
        const options = { confidential: { contacts, also } }
        const location = client.location ?? "Berlin"
        const posting = jobPosting({ ...position, ...told, location }, client, options)
        const json = JSON.stringify(posting)
        const all = { client, contacts, also }
        for (const text of said(all)) if (text.length > 3) expect(json.toLowerCase()).not.toContain(text.toLowerCase())
        for (const text of spoken(all)) if (text.length > 3) expect(json).not.toContain(text)
        const written = jobPostingJson(posting)
        for (const text of spoken(all)) if (text.length > 3) expect(written).not.toContain(text)
      }),
      { seed: 5, numRuns: 200 },
    )
  })

  test.each([
    ["Torstraße 12, 10119 Berlin", "Berlin"],
    ["Berlin", "Berlin"],
    ["5 Mill Lane, Leeds, UK", "Leeds, UK"],
    ["A-1010 Vienna", "Vienna"],
    ["12 Main St", null],
  ])("tells of %s the town", (location, told) => {
    expect(town(location)).toBe(told)
  })

  test("leaves words that only look like the client", () => {
    const client = { name: "Apple GmbH", website: "https://apple.test" }
    const description =
      "Pick an apple. Apple pays; Apple's cooks and APPLE-Chefs like ApplePie, @applejobs too. Applesauce stays."
    expect(jobPosting({ ...position, description }, client, { confidential: { as: "they" } }).description).toBe(
      "<p>Pick an apple. they pays; they cooks and they-Chefs like they, they too. Applesauce stays.</p>",
    )
  })
})
