import { test } from "vitest"
import { reconciling } from "../properties/reconciling.js"
import { agreeing } from "../reports/agreeing.js"

test("reports reconcile after 60 random years", () => reconciling(60))

test("reports agree with each other after 60 random years, now and as of instants in them", () => agreeing(60))
