import { join } from "node:path"
import { sqlite } from "matchloop/sqlite"
import { conformance } from "matchloop/testing"
import { temporaryDirectory } from "../support/files.js"

conformance({
  name: "sqlite",
  storage: () => sqlite({ filename: join(temporaryDirectory(), "agency.db"), durability: "normal" }),
  runs: 4,
  seed: 12,
})
