import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { type Opened, open } from "../../src/testing/Opened.js"
import { adapters } from "../support/adapters.js"
import { compare } from "./everybody.js"

describe.each(adapters())("suggestions of a random agency on $name", ({ drop, make }) => {
  let opened: Opened
  beforeAll(async () => {
    opened = await open(await make())
  })
  afterAll(async () => {
    await opened.close()
    await drop()
  })

  test("are what scoring everybody gives, wherever they say that they are complete", async () => {
    const { open: cut, proved, wrong } = await compare(opened, { agencies: 1, asks: 100, seed: 11 })
    expect(wrong).toEqual([])
    expect(proved).toBeGreaterThan(3)
    expect(cut).toBeGreaterThan(10)
  })
})
