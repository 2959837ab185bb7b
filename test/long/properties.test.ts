import { test } from "vitest"
import { harmless } from "../properties/harmless.js"
import { holding, holdingContacts, holdingMistakes } from "../properties/holding.js"

test("a refused command changes nothing, nor does one from another workspace", () => harmless(40))
test("every invariant holds after every command", () => holding(80))
test("every invariant holds where contacts are linked, held and erased", () => holdingContacts(40))
test("every invariant holds where records are entered by mistake and written about", () => holdingMistakes(40))
