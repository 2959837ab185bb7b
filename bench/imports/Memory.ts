import { setFlagsFromString } from "node:v8"
import { runInNewContext } from "node:vm"

setFlagsFromString("--expose-gc")
const collect: unknown = runInNewContext("gc")

const mebibyte = 2 ** 20

/** Watches what is in use while an import runs: after garbage was collected, at 20 % of the rows and at the end. */
export const watch = (total: number) => {
  const taken: Array<{ readonly heap: number; readonly rss: number }> = []
  const take = () => {
    if (typeof collect === "function") collect()
    const { external, heapUsed, rss } = process.memoryUsage()
    taken.push({ heap: (heapUsed + external) / mebibyte, rss: rss / mebibyte })
  }
  return {
    progress: (imported: number): void => {
      if ((taken.length === 0 && imported >= total / 5) || (taken.length === 1 && imported >= total)) take()
    },
    told: (): string => {
      const [early, late] = taken
      if (early === undefined || late === undefined) return "memory: not measured"
      const step = (what: string, from: number, to: number) =>
        `${what} ${from.toFixed(1)} → ${to.toFixed(1)} MiB (${to >= from ? "+" : ""}${(to - from).toFixed(1)})`
      return `memory from 20 % to 100 % of the rows: ${step("heap", early.heap, late.heap)}, ${step("rss", early.rss, late.rss)}`
    },
  }
}
