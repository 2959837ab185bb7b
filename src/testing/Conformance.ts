import { afterAll, beforeAll, describe } from "vitest"
import type { StorageAdapter } from "../ports/StorageAdapter.js"
import { calls } from "./domain/Calls.js"
import { type EqualityOptions, equality } from "./domain/Equality.js"
import { example } from "./domain/Example.js"
import { keptColumns } from "./domain/Keeping.js"
import { refusing } from "./domain/Refusals.js"
import type { Fixture } from "./Fixture.js"
import { type Opened, open } from "./Opened.js"
import { committing } from "./port/Committing.js"
import { resting } from "./port/Resting.js"
import { filtering } from "./port/Filtering.js"
import { keeping } from "./port/Keeping.js"
import { loading } from "./port/Loading.js"
import { ordering } from "./port/Ordering.js"
import { people } from "./port/People.js"
import { reading } from "./port/Reading.js"
import { searching } from "./port/Searching.js"
import { keepingText } from "./port/Texts.js"

/** The adapter under test. */
export interface Subject extends Partial<EqualityOptions> {
  readonly name: string
  /** Gives the adapter; called once. It may keep what earlier runs left, since every test has a workspace of its own. */
  readonly storage: () => StorageAdapter | Promise<StorageAdapter>
}

const suites: ReadonlyArray<(fixture: Fixture) => unknown> = [
  loading,
  committing,
  resting,
  filtering,
  ordering,
  reading,
  people,
  keeping,
  keepingText,
  example,
  refusing,
  calls,
]

/**
 * Registers with vitest everything that an adapter must do: the storage port call by call, the domain on top of it, and
 * random runs compared with the memory adapter. A whole test file:
 *
 * import { conformance } from "matchloop/testing"
 * import { memory } from "matchloop/memory"
 *
 * conformance({ name: "memory", storage: memory })
 */
export const conformance = ({ name, storage, runs = 10, length = 50, ...rest }: Subject): void => {
  describe(`${name} conforms`, () => {
    let opened: Opened | undefined
    beforeAll(async () => {
      opened = await open(await storage())
    })
    afterAll(() => opened?.close())
    const fixture: Fixture = {
      opened: () => {
        if (opened === undefined) throw new Error(`${name} did not open`)
        return opened
      },
      workspace: () => `workspace ${crypto.randomUUID()}`,
    }
    for (const suite of suites) suite(fixture)
    searching(fixture, { runs: 2 * runs, seed: rest.seed })
    equality(fixture, { runs, length, ...rest })
    keptColumns(fixture, { runs: Math.ceil(runs / 2), length: Math.min(length, 32), ...rest })
  })
}
