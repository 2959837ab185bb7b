import { describe, expect, test } from "vitest"
import { readResume } from "../../adapters/resume/index.js"
import type { Expected, Sample } from "./sample.js"
import { heldout } from "./samples/heldout.js"
import { open } from "./samples/open.js"
import { others } from "./samples/others.js"
import { pdfs } from "./samples/pdfs.js"
import { sealed } from "./samples/sealed.js"
import { unseen } from "./samples/unseen.js"
import { texts } from "./samples/texts.js"
import { webs } from "./samples/webs.js"
import { words } from "./samples/words.js"
import { differences, f1, type Field, fields, precision, recall, type Score, score, sum } from "./score.js"

const percent = (value: number): string => value.toFixed(3).padStart(6)

/** Scores of all the samples together, shown as a table. */
const measured = async (
  title: string,
  samples: ReadonlyArray<Sample>,
  shown = true,
): Promise<{ readonly [F in Field]: Score }> => {
  const scores: Array<{ readonly [F in Field]: Score }> = []
  const lines: Array<string> = [title]
  for (const { file, bytes, country, expected } of samples) {
    const draft = await readResume(
      bytes,
      { name: file },
      { isolation: "inline", ...(country && { defaultCountry: country }) },
    )
    const wrong = differences(draft, expected satisfies Expected)
    if (shown && wrong.length > 0) lines.push(`  ${file}`, ...wrong.map((line) => `    ${line}`))
    scores.push(score(draft, expected))
  }
  const all = Object.fromEntries(fields.map((field) => [field, sum(scores.map((one) => one[field]))])) as {
    readonly [F in Field]: Score
  }
  lines.push(`  ${"field".padEnd(12)} precision recall     F1`)
  for (const field of fields) {
    const [p, r, f] = [precision, recall, f1].map((measure) => percent(measure(all[field])))
    lines.push(`  ${field.padEnd(12)}    ${p} ${r} ${f}`)
  }
  console.log(lines.join("\n"))
  return all
}

describe("reading résumés", () => {
  const samples = [...texts, ...pdfs, ...words, ...webs, ...others]

  test("of many layouts, languages and cultures is right often enough to be worth confirming", async () => {
    expect(samples.length).toBeGreaterThanOrEqual(30)
    const all = await measured(`${samples.length} résumés`, samples)
    expect(f1(all.email)).toBeGreaterThanOrEqual(0.98)
    expect(f1(all.phone)).toBeGreaterThanOrEqual(0.98)
    expect(f1(all.name)).toBeGreaterThanOrEqual(0.95)
    expect(f1(all.skills)).toBeGreaterThanOrEqual(0.9)
    expect(f1(all.employer)).toBeGreaterThanOrEqual(0.8)
    expect(f1(all.dates)).toBeGreaterThanOrEqual(0.8)
  })
  test("that were written after the reader is right about as often", async () => {
    const all = await measured(`${heldout.length} held out`, heldout)
    expect(heldout.length).toBeGreaterThanOrEqual(10)
    expect(f1(all.email)).toBeGreaterThanOrEqual(0.98)
  })
  test("fresh", async () => {
    await measured(`${open.length} open`, open)
    await measured(`${sealed.length} sealed`, sealed, false)
    await measured(`${unseen.length} unseen`, unseen)
  })
})
