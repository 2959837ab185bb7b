import { existsSync, statSync } from "node:fs"
import { read, usage } from "./arguments.js"

const args = read(process.argv.slice(2))
if (args === "help") {
  console.log(usage)
} else if (args instanceof Error) {
  console.error(`${args.message}\n\n${usage}`)
  process.exitCode = 2
} else if (args.candidates !== null && !(existsSync(args.candidates) && statSync(args.candidates).isFile())) {
  console.error(`There is no file ${args.candidates}`)
  process.exitCode = 2
} else {
  // Loaded only now, so that whoever asks for help does not wait for all of it.
  const { run } = await import("./run.js")
  process.exitCode = (await run(args)) ? 0 : 1
}
