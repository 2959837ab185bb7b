// The types beside the tests: one program waits for databases where the other does not, and neither needs the other.
import { spawn } from "node:child_process"
import { once } from "node:events"
import { fileURLToPath } from "node:url"

const inModules = (path) => fileURLToPath(new URL(`../node_modules/${path}`, import.meta.url))

/** Runs a script of Node's; gives whether it went well, and what it said where that is not shown. */
const run = async (stdio, ...args) => {
  const child = spawn(process.execPath, args, { stdio: ["ignore", stdio, stdio] })
  const said = []
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk) => said.push(chunk))
  const [code] = await once(child, "close")
  return { isFine: code === 0, said: Buffer.concat(said) }
}

// Whoever runs this script says where it is itself.
const npm = process.env.npm_execpath
if (npm === undefined) throw new Error("run this by `npm test`")
const checked = run("pipe", npm, "run", "--silent", "typecheck")
const tests = await run(
  "inherit",
  inModules("vitest/vitest.mjs"),
  "run",
  "--project",
  "normal",
  ...process.argv.slice(2),
)
const types = await checked
if (!types.isFine) process.stderr.write(types.said)
process.exitCode = tests.isFine && types.isFine ? 0 : 1
