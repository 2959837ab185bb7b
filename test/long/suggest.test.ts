import { expect, test } from "vitest"
import { open } from "../../src/testing/Opened.js"
import { compare } from "../engine/everybody.js"
import { adapters } from "../support/adapters.js"

test.each(adapters())("suggestions of many agencies are whole where they say so on $name", async ({ drop, make }) => {
  const opened = await open(await make())
  const { open: cut, proved, wrong } = await compare(opened, { agencies: 10, asks: 300, seed: 12 })
  await opened.close()
  await drop()
  expect(wrong).toEqual([])
  expect(proved).toBeGreaterThan(100)
  expect(cut).toBeGreaterThan(100)
})
