import { readFileSync } from "node:fs"
import { expect, test } from "vitest"
import * as Fields from "../../src/search/Fields.js"

const page = readFileSync(new URL("../../docs/search.md", import.meta.url), "utf8")
const rows = [...page.matchAll(/^\| ((?:`\w+`(?:, )?)+) \| ([a-z, ]+) \|.*$/gm)]

test("every field that can be searched is explained, of those that have it", () => {
  const explained = rows.flatMap(([, names = "", of = ""]) =>
    names
      .split(", ")
      .flatMap((name) =>
        (of === "all" ? [...Fields.searchable] : of.split(", ")).map((noun) => `${noun} ${name.slice(1, -1)}`),
      ),
  )
  const known = Fields.searchable.flatMap((noun) => Fields.of(noun).map(({ name }) => `${noun} ${name}`))
  expect(explained.toSorted()).toEqual(known.toSorted())
})

test("every other name of a field is told", () => {
  for (const [name] of Fields.aliases) expect(page).toContain(`\`${name}\``)
})
