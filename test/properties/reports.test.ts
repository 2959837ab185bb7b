import { test } from "vitest"
import { reconciling } from "./reconciling.js"

test("reports reconcile after 12 random years", () => reconciling(12))
