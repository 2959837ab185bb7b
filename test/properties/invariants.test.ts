import { test } from "vitest"
import { holding } from "./holding.js"

// More runs are in test/long.
test("every invariant holds after every command", () => holding(16, 1))
