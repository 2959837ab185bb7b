import { test } from "vitest"
import { killing } from "./killing.js"

// A hundred of them are in test/long.
test("F1 sqlite: 8 processes killed with SIGKILL while they write one file, two at a time", () => killing(4))
