import { test } from "vitest"
import { agreeing } from "../reports/agreeing.js"

test("reports agree with each other after 60 random years, now and as of instants in them", () => agreeing(60))
