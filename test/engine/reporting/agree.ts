import * as fc from "fast-check"
import { memory } from "../../../adapters/memory/index.js"
import { agreeing } from "../../../src/testing/Agreeing.js"
import { open } from "../../../src/testing/Opened.js"
import { past } from "./past.js"
import { pruning } from "./pruning.js"

const said = ({ errorInstance }: { readonly errorInstance: unknown }): string =>
  errorInstance instanceof Error ? errorInstance.message : ""

/** What is wrong with columns that are kept in memory; an empty text where nothing is found. */
export const wrong = async (runs: number, seed: number): Promise<string> => {
  const blocks = said(fc.check(pruning, { numRuns: 2000, seed, endOnFailure: true }))
  if (blocks !== "") return blocks
  const later = await past()
  if (later !== "") return later
  const { property } = agreeing({ opened: () => open(memory()), workspace: () => "main" }, { length: 60 })
  return said(await fc.check(property, { numRuns: runs, seed, endOnFailure: true }))
}
