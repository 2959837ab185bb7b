import { test } from "vitest"
import { holding, holdingContacts } from "./holding.js"

// More runs are in test/long.
test("every invariant holds after every command", () => holding(16, 1))

test("every invariant holds where contacts are linked, held and erased", () => holdingContacts(24, 1))
