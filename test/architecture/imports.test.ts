import { readdirSync, readFileSync } from "node:fs"
import { dirname, join, normalize, relative } from "node:path"
import { fileURLToPath } from "node:url"
import { describe, expect, test } from "vitest"

const root = fileURLToPath(new URL("../..", import.meta.url))

const sources = (folder: string): ReadonlyArray<string> =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .map((name) => join(folder, name))

interface Import {
  readonly from: string
  readonly to: string
  readonly typeOnly: boolean
}

const importsOf = (file: string): ReadonlyArray<Import> =>
  [...readFileSync(join(root, file), "utf8").matchAll(/^(import|export)( type)? [^"]*?from "([^"]+)"/gms)].map(
    ([, , type, to = ""]) => ({
      from: file,
      to: to.startsWith(".") ? normalize(join(dirname(file), to)).replace(/\.js$/, ".ts") : to,
      typeOnly: type !== undefined,
    }),
  )

const all = [...sources("src"), ...sources("adapters")]
const imports = all.flatMap(importsOf)

const layer = (file: string): string => {
  const [top, second] = file.split("/")
  return top === "src" && second !== undefined && !second.endsWith(".ts") ? `src/${second}` : (top ?? "")
}

/** What each layer may import, beside itself and packages. */
const allowed: { readonly [layer: string]: ReadonlyArray<string> } = {
  "src/domain": [],
  "src/reports": ["src/domain"],
  "src/search": ["src/domain"],
  "src/resume": ["src/domain"],
  "src/matching": ["src/domain", "src/search"],
  "src/ports": ["src/domain", "src/search", "src/resume"],
  "src/engine": ["src/domain", "src/search", "src/matching", "src/reports", "src/ports"],
  "src/charts": ["src/domain", "src/reports"],
  "src/exchange": ["src/domain", "src/reports", "src/resume"],
  "src/testing": ["src/domain", "src/search", "src/reports", "src/ports", "src/engine", "src", "adapters"],
  src: [
    "src/domain",
    "src/search",
    "src/reports",
    "src/ports",
    "src/engine",
    "src/charts",
    "src/exchange",
    "src/testing",
  ],
  adapters: ["src/domain", "src/search", "src/ports", "src/resume"],
}

describe("imports", () => {
  test("point one way: domain ← reports ← engine ← entries; adapters see ports and domain only", () => {
    const wrong = imports.filter(
      ({ from, to }) =>
        (to.startsWith("src/") || to.startsWith("adapters/")) &&
        layer(from) !== layer(to) &&
        !(allowed[layer(from)] ?? []).includes(layer(to)),
    )
    expect(wrong).toEqual([])
  })

  test("of effect go by subpath, since the barrel triples a bundle", () => {
    expect(imports.filter(({ to }) => /^(effect|@effect\/[a-z-]+)$/.test(to))).toEqual([])
  })

  test("load no SQL driver outside the two SQL adapters", () => {
    const drivers = /^(@effect\/sql|better-sqlite3|pg($|\/))/
    const wrong = imports.filter(({ from, to }) => drivers.test(to) && !/^adapters\/(sql|sqlite|postgres)\//.test(from))
    expect(wrong).toEqual([])
  })

  test("keep clock, chance and node out of the pure core", () => {
    const pure = all.filter((file) => /^src\/(domain|reports|resume|charts|search|exchange|matching)\//.test(file))
    const impure =
      /new Date\(\)|Date\.now|Math\.random|randomUUID|performance\.now|process\.|from "node:|effect\/Effect"/
    expect(pure.filter((file) => impure.test(readFileSync(join(root, file), "utf8")))).toEqual([])
  })

  test("of the charts load nothing but charts and tables: no package, no driver", () => {
    const loaded = new Set(["src/charts.ts"])
    for (const file of loaded) {
      for (const { from, to, typeOnly } of imports) if (from === file && !typeOnly) loaded.add(to)
    }
    expect(
      [...loaded].filter(
        (file) =>
          !/^src\/(charts[./]|domain\/(Decimals|Reason)\.ts$|reports\/(Csv|Formula|Table|TableColumns)\.ts$)/.test(
            file,
          ),
      ),
    ).toEqual([])
    expect(loaded.size).toBeGreaterThan(20)
  })

  test("form no cycle among values", () => {
    const graph = new Map<string, Array<string>>()
    for (const { from, to, typeOnly } of imports) {
      if (!typeOnly && all.includes(to)) graph.set(from, [...(graph.get(from) ?? []), to])
    }
    const done = new Set<string>()
    const cycles: Array<string> = []
    const walk = (file: string, path: ReadonlyArray<string>): void => {
      if (path.includes(file)) cycles.push([...path.slice(path.indexOf(file)), file].join(" → "))
      if (done.has(file) || path.includes(file)) return
      for (const next of graph.get(file) ?? []) walk(next, [...path, file])
      done.add(file)
    }
    for (const file of all) walk(file, [])
    expect(cycles).toEqual([])
  })
})

describe("files", () => {
  const lines = (file: string) => readFileSync(join(root, file), "utf8").split("\n").length
  test("hold one noun each: none is past 350 lines, and half are under 110", () => {
    expect(all.filter((file) => lines(file) > 350)).toEqual([])
    const sorted = all.map(lines).toSorted((a, b) => a - b)
    expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThan(110)
  })

  test("are not named after what they help with", () => {
    const vague = /(^|\/)(utils?|helpers?|common|misc|types|constants)(\/|\.ts$)|(Live|Impl|Service)\.ts$/i
    expect(all.map((file) => relative("src", file)).filter((file) => vague.test(file))).toEqual([])
  })
})
