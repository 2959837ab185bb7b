import { describe, expect, test } from "vitest"
import { readResume } from "../../adapters/resume/index.js"
import type { Sample } from "./sample.js"
import { heldout } from "./samples/heldout.js"
import { homes } from "./samples/homes.js"
import { last } from "./samples/last.js"
import { again } from "./samples/again.js"
import { open } from "./samples/open.js"
import { others } from "./samples/others.js"
import { pdfs } from "./samples/pdfs.js"
import { sealed } from "./samples/sealed.js"
import { texts } from "./samples/texts.js"
import { unseen } from "./samples/unseen.js"
import { webs } from "./samples/webs.js"
import { words } from "./samples/words.js"
import { differences, f1, type Field, fields, precision, recall, type Score, score, sum } from "./score.js"

type Scores = { readonly [F in Field]: Score }

const percent = (value: number): string => value.toFixed(3).padStart(6)

const summed = (scores: ReadonlyArray<Scores>): Scores =>
  Object.fromEntries(fields.map((field) => [field, sum(scores.map((one) => one[field]))])) as Scores

const table = (scores: Scores): ReadonlyArray<string> => [
  `  ${"field".padEnd(12)} precision recall     F1`,
  ...fields.map((field) => {
    const [p, r, f] = [precision, recall, f1].map((measure) => percent(measure(scores[field])))
    return `  ${field.padEnd(12)}    ${p} ${r} ${f}`
  }),
]

/** Scores of all the samples together, shown with what was read amiss. */
const measured = async (title: string, samples: ReadonlyArray<Sample>): Promise<Scores> => {
  const scores: Array<Scores> = []
  const lines: Array<string> = [`${samples.length} ${title}`]
  for (const { file, bytes, country, expected } of samples) {
    const options = { isolation: "inline", ...(country && { defaultCountry: country }) } as const
    const draft = await readResume(bytes, { name: file }, options)
    const wrong = differences(draft, expected)
    if (wrong.length > 0) lines.push(`  ${file}`, ...wrong.map((line) => `    ${line}`))
    scores.push(score(draft, expected))
  }
  const all = summed(scores)
  console.log([...lines, ...table(all)].join("\n"))
  return all
}

describe("reading résumés of many layouts, languages and professions", () => {
  const sets: ReadonlyArray<readonly [string, ReadonlyArray<Sample>]> = [
    ["that the reader grew up with", [...texts, ...pdfs, ...words, ...webs, ...others, ...heldout]],
    ["that it was mended for", [...open, ...homes]],
    ["that nobody looked into", sealed],
    ["that it met when it was mended", unseen],
    ["that it met when it was mended again", again],
    ["that it met last", last],
  ]

  test("is right often enough to be worth confirming", async () => {
    const scores: Array<Scores> = []
    for (const [title, samples] of sets) scores.push(await measured(title, samples))
    const all = summed(scores)
    const count = sets.reduce((sum, [, samples]) => sum + samples.length, 0)
    console.log([`${count} in all`, ...table(all)].join("\n"))
    expect(count).toBeGreaterThanOrEqual(30)
    for (const [field, least] of [
      ["email", 0.98],
      ["phone", 0.98],
      ["name", 0.95],
    ] as const) {
      expect(precision(all[field])).toBeGreaterThanOrEqual(least)
      expect(recall(all[field])).toBeGreaterThanOrEqual(least)
    }
    expect(f1(all.skills)).toBeGreaterThanOrEqual(0.9)
    expect(f1(all.employer)).toBeGreaterThanOrEqual(0.8)
    expect(f1(all.dates)).toBeGreaterThanOrEqual(0.8)
  })
})
