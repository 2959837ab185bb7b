import * as ManagedRuntime from "effect/ManagedRuntime"
import * as Stream from "effect/Stream"
import { broken, everything } from "matchloop/testing"
import { expect, onTestFinished } from "vitest"
import type { Config } from "../../../src/index.js"
import * as IdSource from "../../../src/ports/IdSource.js"
import { Storage } from "../../../src/ports/Storage.js"
import { type Database, open } from "../../faults/databases.js"
import { desk } from "../../faults/desk.js"

export const start = Date.UTC(2026, 0, 5)

/** An agency on the database, whose clock moves a minute a command. */
export const agency = async (database: Database, config: Config = {}) => {
  let time = start
  const crm = await open(database, { now: () => (time += 60_000), ids: IdSource.counting(), ...config })
  const maya = crm.as("maya")
  const runtime = ManagedRuntime.make(database.storage().layer)
  onTestFinished(() => runtime.dispose())
  const storage = await runtime.runPromise(Storage)
  const all = () =>
    everything(
      {
        name: "",
        storage,
        run: (effect) => runtime.runPromise(effect),
        all: async (stream) => Array.from(await runtime.runPromise(Stream.runCollect(stream))),
        crm: () => Promise.reject(new Error("there is one")),
        close: async () => undefined,
      },
      "main",
    )
  const whole = async () => expect(broken(await all()).join("\n")).toBe("")
  const wait = (millis: number) => {
    time += millis
  }
  return { crm, maya, desk: desk(maya), all, whole, wait }
}
