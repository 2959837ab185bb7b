import { test } from "vitest"
import { harmless } from "../properties/harmless.js"
import { holding } from "../properties/holding.js"

test("a refused command changes nothing, nor does one from another workspace", () => harmless(40))
test("every invariant holds after every command", () => holding(80))
