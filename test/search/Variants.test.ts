import * as fc from "fast-check"
import { describe, expect, test } from "vitest"
import { locate } from "../../src/search/Cities.js"
import * as Variants from "../../src/search/Variants.js"
import { everywhere } from "../support/everywhere.js"

const of = (text: string) => Variants.of(text).map(({ end, start, word }) => [word, text.slice(start, end)])

describe("words are written otherwise", () => {
  test.each([
    ["Köln", [["koeln", "Köln"]]],
    ["KO\u0308LN!", [["koeln", "KO\u0308LN"]]],
    [
      "Søren Ångström",
      [
        ["soeren", "Søren"],
        ["aangstroem", "Ångström"],
      ],
    ],
    ["Sean O'Connor", [["oconnor", "O'Connor"]]],
    [
      "l’Étoile d'Or",
      [
        ["letoile", "l’Étoile"],
        ["dor", "d'Or"],
      ],
    ],
    [
      "O'Müller",
      [
        ["omuller", "O'Müller"],
        ["omueller", "O'Müller"],
      ],
    ],
    ["'quoted' Zoë naïve 'tis C++", []],
    ["Koeln OConnor", []],
  ])("%s", (text, expected) => expect(of(text)).toEqual(expected))

  test("where they stand, in any text", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom("a", "ö", "'", "’", " ", "\u0308", "東", "ß", "."), maxLength: 30 }),
        (text) => {
          for (const { end, start, word } of Variants.of(text)) {
            expect(word).toMatch(/^[\p{L}\p{N}]+$/u)
            expect(text.slice(start, end).length).toBe(end - start)
            expect(start).toBeLessThan(end)
          }
        },
      ),
      { numRuns: 2000, seed: 5 },
    )
  })

  test("of cities, too", () => {
    const there = locate("Cologne")
    expect(there).not.toBeNull()
    for (const place of ["Köln", "Koeln", "koln", "50667 Köln", "D-50667 Köln, Germany", "Altstadt, Koeln"])
      expect(locate(place), place).toEqual(there)
    for (const [a, b] of [
      ["Muenchen", "Munich"],
      ["Århus", "Aarhus"],
      ["Austin TX 78701", "Austin"],
      ["Washington, D.C.", "Washington DC"],
      ["San José", "San Jose, USA"],
    ] as const)
      expect(locate(a), a).toEqual(locate(b))
    expect(locate("San Jose, Costa Rica")).not.toEqual(locate("San Jose"))
    const nowhere = ["12345", "Baton Rouge, LA", "", "Odessa, TX", "St. Petersburg, FL", "Athen, OH 45701", "Athen TX"]
    for (const place of nowhere) expect(locate(place), place).toBeNull()
    expect(locate("München, Bayern")).toEqual(locate("Munich"))
  })

  test("every other name is of a city that is known", () => {
    for (const place of ["NYC", "Monaco di Baviera", "Genf", "Firenze", "Saigon", "Den Haag", "Bruxelles", "Warszawa"])
      expect(locate(place), place).not.toBeNull()
  })
})

everywhere((agency) => {
  test("people are found however their names and towns are typed", async () => {
    const maya = agency().as("maya")
    const sean = (await maya.candidates.create({ name: "Sean O'Connor", location: "Köln", skills: ["SQL"] })).id
    await maya.candidates.create({ name: "Connor Koell", location: "Bonn" })
    const found = async (query: string) => (await maya.search.candidates(query)).hits.map(({ record }) => record.id)
    for (const query of [
      "oconnor",
      "OConn*",
      "name:oconnor",
      "sean oconnor",
      "o'connor",
      "koeln",
      "city:koeln sql",
      "köln",
      "koln",
    ])
      expect(await found(query), query).toEqual([sean])
    expect(await found("NOT koeln oconnor")).toEqual([])
    expect(await found('near:"Koeln, 10km"')).toContain(sean)
    const [hit] = (await maya.search.candidates("oconnor koeln")).hits
    expect(hit?.highlights).toEqual([
      { field: "name", text: "Sean O'Connor", matches: [{ term: "oconnor", start: 5, end: 13 }] },
      { field: "location", text: "Köln", matches: [{ term: "koeln", start: 0, end: 4 }] },
    ])
  })
})
