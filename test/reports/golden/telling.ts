import { afterAll, beforeAll } from "vitest"
import type { Config, Crm } from "../../../src/index.js"
import { open, type Opened } from "../../../src/testing/Opened.js"
import type { storages } from "./storages.js"

/** Tells a story on a fresh storage before the tests around the call; answers with what it told, and with where. */
export const telling = <A>(
  fresh: (typeof storages)[keyof typeof storages],
  story: (create: (config: Config) => Promise<Crm>) => Promise<A>,
) => {
  let opened: Opened | undefined
  let crm: Crm | undefined
  let drop: (() => Promise<unknown>) | undefined
  let told: { readonly all: A } | undefined
  beforeAll(async () => {
    const database = await fresh()
    drop = database.drop
    const storage = await open(database.storage)
    opened = storage
    told = {
      all: await story(async (config) => {
        crm = await storage.crm(config)
        return crm
      }),
    }
  })
  afterAll(async () => {
    await crm?.close()
    await opened?.close()
    await drop?.()
  })
  const there = <B>(value: B | undefined): B => {
    if (value === undefined) throw new Error("the story was not told")
    return value
  }
  return { told: (): A => there(told).all, opened: () => there(opened) }
}
