import { readdirSync, readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { defineConfig } from "vitest/config"
import tsconfig from "./tsconfig.json" with { type: "json" }

const alias = Object.entries(tsconfig.compilerOptions.paths).map(([name, [source]]) => ({
  find: new RegExp(`^${name}$`),
  replacement: fileURLToPath(new URL(source ?? "", import.meta.url)),
}))

/** Where a JSON report goes, for the pipeline that sums the runs up. */
const report = process.env.MATCHLOOP_TEST_REPORT

/** Stated per project: stated once above them, it would run for their parent too and start a second server. */
const globalSetup = "test/support/postgres.ts"

/** Tests that do something `runs` times: few in the normal runs, so that they are in the long ones as well. */
const repeating = readdirSync("test", { recursive: true, encoding: "utf8" })
  .map((path) => `test/${path}`)
  .filter((path) => path.endsWith(".test.ts") && /from ".*support\/runs\.js"/.test(readFileSync(path, "utf8")))

export default defineConfig({
  resolve: { alias },
  test: {
    pool: "forks",
    // Files share the modules of their worker: to load them anew for each took longer than most tests.
    isolate: false,
    // Tests make much that is gone at once: with the room of a browser's page, a tenth of their time went to clearing it away.
    poolOptions: { forks: { execArgv: ["--max-semi-space-size=64"] } },
    minWorkers: 1,
    maxWorkers: 2,
    reporters: report === undefined ? ["default"] : ["default", ["json", { outputFile: report }]],
    projects: [
      {
        extends: true,
        test: {
          name: "normal",
          globalSetup,
          provide: { thorough: false },
          include: ["test/**/*.test.ts"],
          exclude: ["test/long/**"],
          // For machines that do much else besides.
          testTimeout: 240_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: "long",
          globalSetup,
          provide: { thorough: true },
          include: ["test/long/**/*.test.ts", ...repeating],
          testTimeout: 600_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
