import type { Options as Common } from "../Benchmark.js"

export interface Options extends Common {
  /** A directory whose filled SQLite files are used again, and left there; null for one that is gone afterwards. */
  readonly keep: string | null
}
