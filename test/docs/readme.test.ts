import { execFile } from "node:child_process"
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { promisify } from "node:util"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { together } from "../support/program.js"

const root = fileURLToPath(new URL("../..", import.meta.url))
const scratch = join(root, ".tmp", `docs-${process.pid}`)

beforeAll(() => mkdirSync(scratch, { recursive: true }))
afterAll(() => rmSync(scratch, { recursive: true, force: true }))

interface Block {
  readonly name: string
  readonly code: string
}

const readme = (): ReadonlyArray<Block> =>
  [...readFileSync(join(root, "README.md"), "utf8").matchAll(/^```ts\n(.*?)^```$/gms)].map(([, code = ""], index) => ({
    name: `README-${index + 1}`,
    code,
  }))

const docstrings = (): ReadonlyArray<Block> =>
  ["src", "adapters"].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".ts"))
      .flatMap((file) =>
        [...readFileSync(join(root, folder, file), "utf8").matchAll(/^ \* @example\n((?: \*.*\n)+?) \*\//gm)].map(
          ([, lines = ""], index) => ({
            name: `${file.replaceAll(/[^a-z]+/gi, "-")}-${index + 1}`,
            code: lines.replaceAll(/^ \* ?/gm, ""),
          }),
        ),
      ),
  )

/** Programs in the pages: blocks that say where what they use comes from. */
const pages = (): ReadonlyArray<Block> =>
  readdirSync(join(root, "docs")).flatMap((page) =>
    [...readFileSync(join(root, "docs", page), "utf8").matchAll(/^```ts\n(import .*?)^```$/gms)].map(
      ([, code = ""], index) => ({ name: `${page.replace(".md", "")}-${index + 1}`, code }),
    ),
  )

const blocks = [...readme(), ...pages(), ...docstrings()]

test("the README shows code by line 12 and stays under 200 lines", () => {
  const lines = readFileSync(join(root, "README.md"), "utf8").split("\n")
  expect(lines.findIndex((line) => line.startsWith("import "))).toBeLessThan(12)
  expect(lines.length).toBeLessThan(200)
  expect(readme().length).toBeGreaterThan(4)
})

describe("a program of the pages", () => {
  let made = ""
  beforeAll(async () => {
    for (const { code, name } of blocks) writeFileSync(join(scratch, `${name}.mts`), code)
    made = await together(
      blocks.map(({ name }) => join(scratch, `${name}.mts`)),
      join(scratch, "built"),
    )
  })

  test.each(blocks)("$name runs", async ({ name }) => {
    await expect(
      promisify(execFile)(process.execPath, [join(made, `${name}.mjs`)], { cwd: root }),
    ).resolves.toBeDefined()
  })
})
