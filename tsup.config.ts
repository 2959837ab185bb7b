import { defineConfig } from "tsup"

export default defineConfig({
  entry: {
    index: "src/index.ts",
    effect: "src/effect.ts",
    memory: "adapters/memory/index.ts",
    sqlite: "adapters/sqlite/index.ts",
    postgres: "adapters/postgres/index.ts",
    resume: "adapters/resume/index.ts",
    "resume-worker": "adapters/resume/Worker.ts",
    charts: "src/charts.ts",
    exchange: "src/exchange.ts",
    testing: "src/testing.ts",
  },
  format: ["esm", "cjs"],
  // Shared chunks in both formats, so that an error class is one class whichever entry it is imported from.
  splitting: true,
  dts: true,
  target: "node20",
  platform: "node",
  sourcemap: true,
  clean: true,
  treeshake: true,
  external: [
    /^effect(\/|$)/,
    /^@effect\//,
    /^matchloop(\/|$)/,
    "better-sqlite3",
    "fast-check",
    "mammoth",
    "pg",
    "unpdf",
    "vitest",
  ],
})
