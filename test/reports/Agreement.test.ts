import { test } from "vitest"
import { agreeing } from "./agreeing.js"

test("reports agree with each other after 7 random years, now and as of instants in them", () => agreeing(7))
