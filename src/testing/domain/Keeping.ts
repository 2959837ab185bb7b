import * as fc from "fast-check"
import { describe, expect, test } from "vitest"
import type { Config } from "../../engine/Config.js"
import type { Fixture } from "../Fixture.js"
import { randomCommands, randomSettings } from "../random/Commands.js"
import { reports } from "../Reports.js"
import { run } from "../Run.js"
import type { EqualityOptions } from "./Equality.js"

/** How columns are kept so that a history of a few subjects is kept, laid over and folded as one of a million is. */
const keeping = fc.record({
  from: fc.constantFrom(1, 2),
  foldAfter: fc.constantFrom(1, 1, 3, 1000),
  cacheBytes: fc.constantFrom(0, 1_000_000),
})

const every = 8

/** Reports from columns that are kept are those from the records and visits themselves, whatever happens in between. */
export const keptColumns = (fixture: Fixture, { runs, length, seed }: EqualityOptions) =>
  describe("kept columns", () => {
    test(`give the reports of the records after every ${every}th of ${runs} × ${length} commands`, {
      timeout: 600_000,
    }, async () => {
      let folded = 0
      const property = fc.asyncProperty(
        randomCommands({ length }),
        randomSettings,
        keeping,
        async (commands, settings, kept) => {
          const workspace = fixture.workspace()
          const config: Omit<Config, "now" | "ids"> = { settings }
          const { run: told, storage } = fixture.opened()
          let step = 0
          await run(commands, fixture.opened(), {
            config: { ...config, reports: kept },
            workspace,
            each: async ({ client, clock }) => {
              if (++step % every !== 0 && step !== commands.length) return
              const index = await told(storage.kept.index(workspace, "candidate"))
              folded = Math.max(folded, index?.version ?? 0)
              const plain = await fixture.opened().crm({
                ...config,
                now: clock.now,
                reports: { from: Number.POSITIVE_INFINITY },
              })
              const reader = plain.workspace(workspace).as("maya")
              expect(await reports(client, clock.now())).toEqual(await reports(reader, clock.now()))
            },
          })
        },
      )
      await fc.assert(property, { numRuns: runs, ...(seed === undefined ? {} : { seed }) })
      expect(folded, "columns were kept and folded").toBeGreaterThan(1)
    })
  })
