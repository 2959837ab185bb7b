import { fileURLToPath } from "node:url"
import { build } from "tsup"

// Measured as users run it: built.
await build({
  entry: { reports: fileURLToPath(new URL("Run.ts", import.meta.url)) },
  outDir: fileURLToPath(new URL("../../.tmp/bench-reports", import.meta.url)),
  format: "esm",
  target: "node20",
  skipNodeModulesBundle: true,
  config: false,
  silent: true,
})
const built: string = new URL("../../.tmp/bench-reports/reports.js", import.meta.url).href
await import(built)
