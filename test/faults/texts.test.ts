import * as fc from "fast-check"
import { expect, test } from "vitest"
import { kinds, open } from "./databases.js"

const long = "ß🦊 ".repeat(249_999)

const texts: ReadonlyArray<string> = [
  "Zoë Özil",
  "Zoe\u0308 O\u0308zil",
  "İstanbul ıİiI",
  "\u202eright to left\u202c אבג العربية",
  "👩‍👩‍👧‍👦 🏳️‍🌈 🇦🇹",
  "\ufeffBOM and \u200bzero width\u2060",
  "line\u2028separator\u2029paragraph",
  "tab\there, \r\n new \n lines",
  "\u0001\u0007\u001b[31m\u007f\u0085 control",
  "\uffff \ufffe \ufdd0 \u{10ffff} no characters",
  "𝒳 beyond the plane < \uffee below it",
  "'; drop table ledger; -- \\ \" ` $1 ? %s {}",
  "null",
  "\\u0000 \\x00 %00",
  "ﬁ ligature ǆ ß ẞ",
  "🦊".repeat(249),
]

/** A code point that ends a word is not white space, so that nothing is trimmed away. */
const odd = fc.string({ unit: "binary", maxLength: 40 }).map((text) => `${text.replaceAll("\0", "")}.`)

test(`F15: ${texts.length} awkward texts, 60 random ones and a note of a million characters are the same on every adapter`, async () => {
  const random = fc.sample(odd, { numRuns: 60, seed: 15 })
  const seen: Array<unknown> = []
  for (const { fresh } of kinds) {
    const maya = (await open(await fresh())).as("maya")
    const given = [...texts, ...random].filter((text) => !/\p{Cs}/u.test(text))
    const stored: Array<unknown> = []
    for (const text of given) {
      const made = await maya.candidates.create({
        name: text,
        skills: [text],
        customFields: { [`x${text}`.slice(0, 90).replace(/[\ud800-\udbff]$/, "")]: text },
      })
      const { customFields, name, skills } = await maya.candidates.get(made.id)
      expect(name).toBe(text.trim())
      expect({ ...made }).toEqual({ ...(await maya.candidates.get(made.id)) })
      const found = await maya.candidates.list({ where: { name: text.trim() }, limit: 1000 })
      expect(found.items.map(({ id }) => id)).toContain(made.id)
      const skilled = await maya.candidates.list({ where: { skills: { contains: text.trim() } }, limit: 1000 })
      expect(skilled.items.map(({ id }) => id)).toContain(made.id)
      stored.push({ name, skills, customFields, found: found.items.length, skilled: skilled.items.length })
    }
    const ordered = await maya.candidates.list({ order: { field: "name" }, limit: 1000 })
    const about = [ordered.items[0]?.id ?? ""] as const
    const note = await maya.notes.write({ body: long, about })
    expect((await maya.notes.get(note.id)).body).toBe(long)
    const [entry] = await maya.notes.history(note.id)
    expect(entry?.patch?.body).toBe(long)
    seen.push({ stored, order: ordered.items.map(({ name }) => name) })
  }
  expect(seen[1]).toEqual(seen[0])
  expect(seen[2]).toEqual(seen[0])
})
