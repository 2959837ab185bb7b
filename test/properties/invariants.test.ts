import { test } from "vitest"
import { holding, holdingContacts, holdingMistakes } from "./holding.js"

// More runs are in test/long.
test("every invariant holds after every command", () => holding(8, 5))

test("every invariant holds where contacts are linked, held and erased", () => holdingContacts(12, 3))

test("every invariant holds where records are entered by mistake and written about", () => holdingMistakes(10, 5))
