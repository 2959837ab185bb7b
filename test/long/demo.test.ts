import { writeFileSync } from "node:fs"
import { join } from "node:path"
import { expect, onTestFinished, test } from "vitest"
import { reports } from "../../src/reports/Reports.js"
import { example } from "../examples/run.js"
import { freshDatabase } from "../support/database.js"
import { temporaryDirectory } from "../support/files.js"

const numbers = (out: string): string =>
  out
    .split("\n")
    .filter((line) => !/agency\.(db|html)|workspace|seconds/.test(line))
    .join("\n")

test("the demo gives the same numbers in every database", async () => {
  const database = await freshDatabase()
  onTestFinished(database.drop)
  const path = join(temporaryDirectory(), "few.csv")
  writeFileSync(path, "Name,Skills\nAda,SQL\nBo,SQL\nCy,C++\nDi,Excel\n")
  const [one, two] = await Promise.all([
    example("demo/main.ts", "--candidates", path),
    example("demo/main.ts", "--candidates", path, "--postgres", database.url),
  ])
  expect(one).toMatchObject({ code: 0, error: "" })
  expect(two).toMatchObject({ code: 0, error: "" })
  expect(one.out).toContain("4 candidates from few.csv")
  expect(numbers(two.out)).toBe(numbers(one.out))
})

test("the demo lives a year", async () => {
  const { code, error, out, pages } = await example("demo/main.ts")
  expect({ code, error }).toEqual({ code: 0, error: "" })
  expect(out).toContain("234 candidates from candidates.csv")
  const named = [...out.matchAll(/^ +line +(\d+) {2}/gm)].map(([, line]) => Number(line))
  expect(named).toEqual([24, 64, 113, 154, 192, 228])
  expect(out).toMatch(/✓ [\d,]+ records from [\d,]+ entries/)
  expect(out).toMatch(/[1-9]\d* of these corrections as well/)
  // It ends with the main reports as tables, and names a page with all charts.
  for (const title of [
    "HOW FAR SUBMISSIONS GOT",
    "HOW LONG IT TOOK",
    "PLACEMENTS BY RECRUITER",
    "WHERE THEY CAME FROM",
    "CLIENTS, THE TWELVE",
    "REVENUE BY QUARTER",
  ])
    expect(out).toContain(title)
  const [, path = ""] = /^ *(\S+agency\.html)$/m.exec(out) ?? []
  const pictures = pages.get(path) ?? ""
  expect(Number(/(\d+) charts of the year/.exec(out)?.[1])).toBe(pictures.match(/<figure/g)?.length)
  expect(pictures.match(/<svg/g)?.length).toBeGreaterThan(Object.keys(reports).length)
  const lines = out.split("\n").filter((line) => !/agency\.(db|html)/.test(line))
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(100)
})
