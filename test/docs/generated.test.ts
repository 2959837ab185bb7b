import { readFileSync } from "node:fs"
import { expect, test } from "vitest"
import { pages } from "../../scripts/pages.js"

test.each(Object.entries(pages))("%s is what the source says (npm run docs writes it)", (file, page) => {
  expect(readFileSync(new URL(`../../${file}`, import.meta.url), "utf8")).toBe(page())
})
