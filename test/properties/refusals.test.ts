import { test } from "vitest"
import { harmless } from "./harmless.js"

// More runs are in test/long.
test("a refused command changes nothing, nor does one from another workspace", () => harmless(2))
