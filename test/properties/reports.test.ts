import { test } from "vitest"
import { reconciling } from "./reconciling.js"

test("reports reconcile after 60 random years", () => reconciling(60))
