import { readFileSync } from "node:fs"
import { expect, test } from "vitest"
import { pipelinesPage } from "../../scripts/pages.js"

test("docs/pipelines.md is what the pipeline tables say (npm run docs writes it)", () => {
  expect(readFileSync(new URL("../../docs/pipelines.md", import.meta.url), "utf8")).toBe(pipelinesPage())
})
