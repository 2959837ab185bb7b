import { afterAll, beforeAll, describe } from "vitest"
import { type Config, type Crm, createMatchloop, type Workspace } from "matchloop"
import { adapters } from "./adapters.js"

/** Runs a suite on each storage; what it is given opens an agency of a test's own. */
export const everywhere = (suite: (agency: () => Workspace) => void, config: Config = {}): void => {
  describe.each(adapters())("on $name", ({ drop, make }) => {
    let crm: Crm | undefined
    beforeAll(async () => {
      crm = await createMatchloop({ ...config, storage: await make() })
    })
    afterAll(async () => {
      await crm?.close()
      await drop()
    })
    suite(() => {
      if (crm === undefined) throw new Error("it did not open")
      return crm.workspace(`workspace ${crypto.randomUUID()}`)
    })
  })
}
