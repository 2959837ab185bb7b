import type { Crm } from "matchloop"
import * as Memory from "./Memory.js"
import { questions, windows } from "./Questions.js"

/** The one-off work of keeping the columns. */
export interface Built {
  readonly seconds: number
  /** In use before, at most meanwhile, and in the end; MiB. */
  readonly heap: ReturnType<ReturnType<typeof Memory.watch>>
}

/** Asks every question once: what is not kept yet is kept on the way, and the narrow window reads little of it. */
export const build = async (crm: Crm): Promise<Built> => {
  const heap = Memory.watch()
  const start = performance.now()
  const [narrow] = windows
  if (narrow !== undefined) for (const { ours } of questions) await ours(crm.as("maya").reports, narrow)
  return { seconds: (performance.now() - start) / 1000, heap: heap() }
}
