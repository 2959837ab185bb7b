// The types beside the tests: one program waits for databases where the other does not, and neither needs the other.
import { spawn } from "node:child_process"
import { once } from "node:events"

/** Runs a command line; what it says is shown as it comes, or as a whole at its end. */
const run = (command, shown) => {
  const child = spawn(command, {
    shell: true,
    stdio: ["ignore", shown ? "inherit" : "pipe", shown ? "inherit" : "pipe"],
  })
  const said = []
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk) => said.push(chunk))
  return once(child, "close").then(([code]) => {
    process.stderr.write(Buffer.concat(said))
    return code === 0
  })
}

const more = process.argv.slice(2).map((argument) => JSON.stringify(argument))
const types = run("npm run --silent typecheck", false)
const tests = await run(["vitest run --project normal", ...more].join(" "), true)
if (!(await types)) console.error("The types are wrong: see above.")
process.exitCode = tests && (await types) ? 0 : 1
