import { fileURLToPath } from "node:url"
import { build } from "tsup"

// What users run is the built library. `tsx` would do, but it names every function anew each time that it is made,
// which costs more than a step of a pipeline.
await build({
  entry: { bench: fileURLToPath(new URL("Run.ts", import.meta.url)) },
  outDir: fileURLToPath(new URL("../.tmp/bench", import.meta.url)),
  format: "esm",
  target: "node20",
  skipNodeModulesBundle: true,
  config: false,
  silent: true,
})
const built: string = new URL("../.tmp/bench/bench.js", import.meta.url).href
await import(built)
