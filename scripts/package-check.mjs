// Builds and packs the package, lints the tarball, and uses it the way a stranger would: installed into empty projects,
// one with nothing but the package, one with a database's driver and then with every peer.
import { execFileSync } from "node:child_process"
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join, resolve } from "node:path"

const root = resolve(import.meta.dirname, "..")
const { name, peerDependencies, exports, allowScripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"))
const entries = Object.keys(exports).filter((entry) => entry !== "./package.json")
const scratch = mkdtempSync(join(tmpdir(), "matchloop-package-"))

const run = (cwd, command, ...args) => {
  console.log(`> ${command} ${args.join(" ").replaceAll(scratch, "…")}`.split("\n", 1)[0])
  execFileSync(command, args, { cwd, stdio: "inherit" })
}
const tool = (cwd, command, ...args) => run(cwd, join(root, "node_modules/.bin", command), ...args)
const withRange = (peer) => `${peer}@${peerDependencies[peer]}`
const specifier = (entry) => name + entry.slice(1)

const install = (directory, ...packages) =>
  run(directory, "npm", "install", "--prefer-offline", "--no-audit", "--no-fund", "--loglevel=error", ...packages)

const project = (label, ...packages) => {
  const directory = join(scratch, label)
  mkdirSync(directory)
  writeFileSync(join(directory, "package.json"), JSON.stringify({ name: label, private: true, allowScripts }))
  install(directory, ...packages)
  return directory
}

/** Loads each entry in its own process, by import and by require, and names what else came along. */
const load = (directory, entries) => {
  for (const entry of entries) {
    const id = JSON.stringify(specifier(entry))
    const check = `if (Object.keys(m).length === 0) throw new Error(${id} + " exports nothing")`
    run(directory, "node", "--input-type=module", "-e", `const m = await import(${id}); ${check}`)
    run(directory, "node", "-e", `const m = require(${id}); ${check}`)
  }
}

/** `instanceof` holds across entry points: what two entries export under one name is one class. */
const sameClasses = (directory, entries) => {
  const compare = `
    const seen = new Map()
    for (const [entry, m] of modules) for (const [key, value] of Object.entries(m)) {
      if (typeof value !== "function" || !(value.prototype instanceof Error)) continue
      if (seen.has(key) && seen.get(key) !== value) throw new Error(key + " of " + entry + " is another class")
      seen.set(key, value)
    }`
  const ids = JSON.stringify(entries.map(specifier))
  const imported = `const modules = []; for (const id of ${ids}) modules.push([id, await import(id)])`
  const required = `const modules = ${ids}.map((id) => [id, require(id)])`
  run(directory, "node", "--input-type=module", "-e", imported + compare)
  run(directory, "node", "-e", required + compare)
}

/** The declarations compile for a stranger, as ESM and as CommonJS. */
const compile = (directory, entries) => {
  const source = entries.map((entry, n) => `import * as m${n} from "${specifier(entry)}"\nvoid m${n}\n`).join("")
  for (const file of ["esm.mts", "cjs.cts"]) writeFileSync(join(directory, file), source)
  const flags = "--noEmit --strict --target es2022 --module nodenext --lib es2023,esnext.disposable".split(" ")
  const types = ["--types", "node", "--typeRoots", join(root, "node_modules/@types"), "--skipLibCheck"]
  tool(directory, "tsc", ...flags, ...types, "esm.mts", "cjs.cts")
}

try {
  run(root, "npm", "run", "build")
  run(root, "npm", "pack", "--ignore-scripts", "--silent", "--pack-destination", scratch)
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"))
  const tarball = join(scratch, `${name}-${version}.tgz`)
  tool(root, "publint", "--strict", tarball)
  tool(root, "attw", "--profile", "node16", tarball)

  // No driver is installed here, so that an entry which loads one fails.
  const bare = project("bare", tarball)
  load(bare, [".", "./effect", "./memory", "./charts", "./exchange"])

  const driven = project("sqlite", tarball, "@effect/sql-sqlite-node")
  load(driven, [".", "./sqlite"])
  const used = `
    import { createMatchloop } from "${name}"
    import { sqlite } from "${name}/sqlite"
    await using crm = await createMatchloop({ storage: sqlite({ filename: "agency.db" }) })
    const { id } = await crm.as("maya").candidates.create({ name: "Ada Park", email: "ada@example.com" })
    if ((await crm.as("maya").candidates.get(id)).name !== "Ada Park") throw new Error("not the candidate")\n`
  writeFileSync(join(driven, "use.mts"), used)
  tool(driven, "tsx", "use.mts")

  install(driven, ...Object.keys(peerDependencies).map(withRange))
  const loadable = entries.filter((entry) => entry !== "./testing") // it needs a running vitest: see below
  load(driven, loadable)
  sameClasses(driven, loadable)
  compile(driven, entries)
  writeFileSync(
    join(driven, "testing.test.mjs"),
    `import { expect, test } from "vitest"
    import * as testing from "${specifier("./testing")}"
    test("loads", () => expect(Object.keys(testing)).not.toEqual([]))\n`,
  )
  run(driven, "npx", "vitest", "run")
  console.log("the package is sound")
} finally {
  rmSync(scratch, { recursive: true, force: true })
}
