import { mkdtempSync } from "node:fs"
import { join } from "node:path"
import { inject } from "vitest"

/** Creates an empty directory that is removed after the run. */
export const temporaryDirectory = (): string => mkdtempSync(join(inject("scratch"), "dir-"))
