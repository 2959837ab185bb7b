import { writeFileSync } from "node:fs"
import { join } from "node:path"
import { expect, onTestFinished, test } from "vitest"
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
