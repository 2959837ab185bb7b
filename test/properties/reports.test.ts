import { test } from "vitest"
import { reconciling } from "./reconciling.js"
import { runs } from "../support/runs.js"

const years = runs(8, 60)

test(`reports reconcile after ${years} random years`, () => reconciling(years, 1))
