import { test } from "vitest"
import { killing } from "../faults/killing.js"

test("F1 sqlite: 100 processes killed with SIGKILL while they write one file, two at a time", () => killing(50))
