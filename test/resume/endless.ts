import { setImmediate } from "node:timers/promises"
import { describe, expect, test } from "vitest"
import { read } from "../../src/resume/Resume.js"

/** Texts that make patterns with nested choices take very long. */
const texts: ReadonlyArray<readonly [string, string]> = [
  ["one letter", "a"],
  ["digits", "1"],
  ["digits and blanks", "1 "],
  ["dates without an end", "01/2019 - "],
  ["half an address", "a@a."],
  ["at signs", "@"],
  ["dots", "a."],
  ["hyphens", "a-"],
  ["blanks", " "],
  ["tabs", "\t"],
  ["commas", "A,"],
  ["brackets", "(a"],
  ["words", "Aa "],
  ["months", "Jan "],
  ["colons", "Name: "],
  ["slashes", "http://a/"],
  ["hosts", "a.com"],
  ["bullets", "• "],
  ["combining marks", "e\u0301"],
  ["astral letters", "𝒜"],
  ["skills", "c++ .net "],
  ["halves of names", "Aa\nBb\n"],
  ["labels", "a:\tb\n"],
  ["addresses that are broken", "a.b\n@c\n.de"],
  ["brackets with blanks", "A (  "],
  ["languages", "English "],
]

/** Texts of a length, and rows of a fifth of it. */
export const endless = (length: number) =>
  describe(`a text of ${length.toLocaleString("en")} letters`, () => {
    const heads = ["", "Experience\n", "Education\n", "Skills\n"]

    test.each(texts)("of %s, on one line or on many, under every heading, is read", async (_, unit) => {
      const line = unit.repeat(Math.ceil(length / unit.length))
      const rows = `${unit.repeat(20)}\n`.repeat(Math.ceil(length / 5 / unit.length / 20))
      for (const head of heads) {
        expect(read(head + line).text.length).toBeGreaterThan(length * 0.999)
        expect(read(head + rows).text.length).toBeGreaterThan(length * 0.19)
        await setImmediate() // the runner is told that its worker lives
      }
    })
  })
