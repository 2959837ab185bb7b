import { readFileSync } from "node:fs"
import { expect, test } from "vitest"
import { reports } from "../../src/reports/Reports.js"

test("every report is explained, each once", () => {
  const text = readFileSync(new URL("../../docs/reports.md", import.meta.url), "utf8")
  const explained = [...text.matchAll(/^### `(\w+)`$/gm)].map(([, name]) => name)
  expect(explained.toSorted()).toEqual(Object.keys(reports).toSorted())
})
