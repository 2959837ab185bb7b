import { fileURLToPath } from "node:url"
import { build } from "tsup"

// Built, as what users run is.
await build({
  entry: { search: fileURLToPath(new URL("Run.ts", import.meta.url)) },
  outDir: fileURLToPath(new URL("../../.tmp/bench-search", import.meta.url)),
  format: "esm",
  target: "node20",
  skipNodeModulesBundle: true,
  config: false,
  silent: true,
})
const built: string = new URL("../../.tmp/bench-search/search.js", import.meta.url).href
await import(built)
