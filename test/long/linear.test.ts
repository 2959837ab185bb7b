import { setImmediate } from "node:timers/promises"
import { describe, expect, test } from "vitest"
import { periods } from "../../src/resume/Dates.js"
import { education } from "../../src/resume/Education.js"
import { emails } from "../../src/resume/Email.js"
import { employment } from "../../src/resume/Employment.js"
import { labelless } from "../../src/resume/Forms.js"
import { header, isNoise } from "../../src/resume/Headers.js"
import { headingOf, partByStem } from "../../src/resume/Headings.js"
import { textOf as html } from "../../src/resume/Html.js"
import { languages } from "../../src/resume/Languages.js"
import { folded, type Line, lines, trimmed } from "../../src/resume/Lines.js"
import { links } from "../../src/resume/Links.js"
import { location } from "../../src/resume/Location.js"
import { textOf as markdown } from "../../src/resume/Markdown.js"
import { name, unaddressed } from "../../src/resume/Name.js"
import { phone } from "../../src/resume/Phone.js"
import { read } from "../../src/resume/Resume.js"
import { sections } from "../../src/resume/Sections.js"
import { skillsOf } from "../../src/resume/Skills.js"
import { rows } from "../../src/resume/skills/Csv.js"
import { standard } from "../../src/resume/skills/Taxonomy.js"
import { tokens } from "../../src/resume/skills/Tokens.js"
import { degreeIn, isInstitution } from "../../src/resume/words/Degrees.js"
import { isLegalForm, organizationScore } from "../../src/resume/words/Organizations.js"
import { isCity, isKnownPlace, isPlace, isState } from "../../src/resume/words/Places.js"
import { titleWords } from "../../src/resume/words/Titles.js"
import { levelOf } from "../../src/resume/words/Tongues.js"

/** What runs of it are made of: patterns that can match it in several ways try all of them. */
const units = {
  blanks: " ",
  tabs: "\t",
  "lines without anything": "\n",
  "lines of blanks": "   \n",
  digits: "1",
  "digits and blanks": "1 ",
  dots: ".",
  commas: ",",
  "commas and blanks": " , ",
  slashes: "/",
  hyphens: "-",
  "hyphens and blanks": "- ",
  semicolons: ";",
  colons: "a: ",
  bars: " | ",
  letters: "a",
  capitals: "A",
  "capitals and blanks": "A ",
  "capitals and points": "A.",
  apostrophes: "O'",
  "combining marks": "e\u0301\u0301\u0301",
  "marks alone": "\u0301",
  "ideographs and blanks": "山 ",
  "Arabic letters": "عم ",
  "at signs": "a@",
  "half addresses": "a@a.",
  "at signs in words": " (at) ",
  numbers: "+1 (1 (1 (",
  "brackets that open": "(",
  "brackets that close": ")",
  "nested brackets": "((a) ",
  "square brackets": "[a](",
  quotes: '"a" ',
  backticks: "`a` ",
  stars: "**a ",
  hashes: "# ",
  hosts: "www.a.",
  addresses: "http://",
  years: "2019",
  "years and points": "2019.",
  ranges: "01/2019 - ",
  months: "Jan ",
  "months and years": "Jan '",
  words: "Aa bb ",
  names: "Ada Park, ",
  languages: "English (",
  skills: "c++ .net ",
  universities: "University of ",
  tags: "<a ",
  "tags with blanks": "<a href   ",
  entities: "&#",
  comments: "<!--",
}

/** The run with something at its end that keeps a pattern from matching up to there, and with something around it. */
const texts = (unit: string, size: number): ReadonlyArray<string> => {
  const run = unit.repeat(Math.ceil(size / unit.length)).slice(0, size)
  return [`${run}!`, `x${run}\u0000y`]
}

const whole = (text: string): Line => ({ text, start: 0, bullet: false, spaced: true, fresh: false })
const piece = (text: string) => ({ text, start: 0 })

/** What reads a text as it comes. */
const readers: { readonly [name: string]: (text: string) => unknown } = {
  "the whole reader": (text) => read(text, { defaultCountry: "DE" }),
  "the reader of experience": (text) => read(`Experience\n${text}`),
  "the reader of education": (text) => read(`Education\n${text}`),
  "the reader of skills": (text) => read(`Skills\n${text}`),
  emails,
  links: (text) => links(text, []),
  phone: (text) => phone(text, "US", []),
  sections,
  name: (text) => name(sections(text), "ada.park@example.com"),
  location: (text) => location(sections(text)),
  skills: (text) => skillsOf(sections(text), standard, []),
  employment: (text) => employment(lines(text)),
  education: (text) => education(lines(text)),
  languages: (text) => languages(text, lines(text)),
  labels: (text) => labelless(lines(text)),
  html: (text) => html(`<html>${text}`),
  markdown: (text) => markdown(`# a\n# b\n${text}`),
  csv: rows,
  folded,
}

/** What reads a line. */
const liners: { readonly [name: string]: (text: string) => unknown } = {
  trimmed: (text) => trimmed(piece(text)),
  unaddressed,
  periods,
  headings: (text) => [headingOf(whole(text)), partByStem(text)],
  headers: (text) => [header([piece(text)]), isNoise(piece(text))],
  tokens,
  degrees: (text) => [degreeIn(text), isInstitution(text)],
  organizations: (text) => [organizationScore(text), isLegalForm(text)],
  places: (text) => [isPlace(text), isKnownPlace(text), isCity(text), isState(text)],
  titles: titleWords,
  levels: levelOf,
}

/** Microseconds of the processor: what else runs on the machine does not count. */
const timed = (run: () => unknown): number => {
  const before = process.cpuUsage()
  run()
  const { system, user } = process.cpuUsage(before)
  return system + user
}

const plainly = (text: string) => {
  let sum = 0
  for (const letter of text.normalize("NFD").toLowerCase()) sum += letter.charCodeAt(0)
  return sum
}

/**
 * Whether twice the text takes up to three times as long, but for what some plain passes take; the best of many tries,
 * since other work comes between.
 */
const isLinear = (reads: (text: string) => unknown, half: string, full: string): boolean => {
  let [least, most, plain] = [Infinity, Infinity, Infinity]
  for (let n = 0; n < 12; n++) {
    least = Math.min(
      least,
      timed(() => reads(half)),
    )
    most = Math.min(
      most,
      timed(() => reads(full)),
    )
    plain = Math.min(
      plain,
      timed(() => plainly(full)),
    )
    if (most <= 3 * least + 10 * plain) return true
  }
  return false
}

const slowOn = async (reads: (text: string) => unknown, size: number): Promise<ReadonlyArray<string>> => {
  const slow: Array<string> = []
  for (const [what, unit] of Object.entries(units)) {
    const [half, full] = [texts(unit, size / 2), texts(unit, size)]
    for (const [n, text] of full.entries()) if (!isLinear(reads, half[n] ?? "", text)) slow.push(`${what} ${n}`)
    await setImmediate() // the runner is told that its worker lives
  }
  return slow
}

describe("twice the text takes about twice as long, whatever it is made of", () => {
  test.each(Object.entries(readers))(`100 KB in %s`, { timeout: 240_000 }, async (_name, reads) => {
    expect(await slowOn(reads, 100_000)).toEqual([])
  })

  // No line that the reader gives them is longer.
  test.each(Object.entries(liners))(`a line of 2,000 letters in %s`, { timeout: 240_000 }, async (_name, reads) => {
    expect(await slowOn(reads, 2_000)).toEqual([])
  })
})
