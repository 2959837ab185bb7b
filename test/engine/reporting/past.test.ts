import { expect, test } from "vitest"
import { past } from "./past.js"

test("who has ended since was still there at a past instant, whatever the window", async () => {
  expect(await past()).toBe("")
})
