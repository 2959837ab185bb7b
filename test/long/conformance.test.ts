import { join } from "node:path"
import { sqlite } from "matchloop/sqlite"
import { conformance } from "matchloop/testing"
import { temporaryDirectory } from "../support/files.js"

// Longer than the run of test/conformance, and with commits that wait for the disk.
conformance({
  name: "sqlite",
  storage: () => sqlite({ filename: join(temporaryDirectory(), "agency.db") }),
  runs: 30,
  seed: 112,
})
