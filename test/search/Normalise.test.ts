import * as fc from "fast-check"
import { expect, test } from "vitest"
import { longest, spellings, words } from "../../src/search/Normalise.js"

test.each([
  [
    "case and accents",
    "ÉCOLE Ünïcode İSTANBUL Łódź Straße Ærø",
    ["ecole", "unicode", "istanbul", "lodz", "strasse", "aero"],
  ],
  ["compatibility forms", "ﬁne １２ ｆｕｌｌ ²", ["fine", "12", "full", "2"]],
  [
    "languages of programmers",
    "C++/C# and F#, .NET; ASP.NET (Node.js) vb.net",
    ["c++", "c#", "and", "f#", ".net", "asp.net", "node.js", "vb.net"],
  ],
  [
    "not every plus, hash and dot",
    "a+b x++y #tag e.g. end.Start 3#4",
    ["a", "b", "x", "y", "tag", "e", "g", "end", "start", "3", "4"],
  ],
  [
    "e-mail addresses",
    "Mail <Ada.Park+jobs@Example.co.uk>, not @ada or a@b",
    ["mail", "ada.park+jobs@example.co.uk", "not", "ada", "or", "a", "b"],
  ],
  ["scripts without spaces", "東京都 カナ", ["東", "京", "都", "カ", "ナ"]],
  ["sigma at the end", "ΟΔΥΣΣΕΥΣ", ["οδυσσευσ"]],
  ["nothing", " \0 \ud800 😀 … -- ", []],
])("keeps %s", (_what, text, expected) => {
  expect(spellings(text)).toEqual(expected)
})

test("says where each word stands in the text as it was", () => {
  const text = "😀 Café\u0301 – ﬁt C++!"
  expect(words(text).map(({ end, start }) => text.slice(start, end))).toEqual(["Café\u0301".slice(0, 4), "ﬁt", "C++"])
})

test("gives words that are themselves when they are read again", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 60 }), (text) => {
      for (const word of spellings(text)) expect(spellings(word)).toEqual([word])
    }),
    { numRuns: 5000, seed: 16 },
  )
})

test("cuts words that never end", () => {
  expect(spellings("a".repeat(100_000))).toEqual(["a".repeat(longest)])
  expect(spellings(`${"a".repeat(100)}@example.com`)).toEqual(["a".repeat(longest), "example", "com"])
})
