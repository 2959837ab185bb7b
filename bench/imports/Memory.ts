import { setFlagsFromString } from "node:v8"
import { runInNewContext } from "node:vm"

setFlagsFromString("--expose-gc")
const collect: unknown = runInNewContext("gc")

const mebibyte = 2 ** 20

/** How often it is looked while an import runs. */
const points = 10

/** Watches what is in use while an import runs: after garbage was collected, at every tenth of the rows. */
export const watch = (total: number) => {
  const taken: Array<{ readonly heap: number; readonly rss: number }> = []
  const take = () => {
    if (typeof collect === "function") collect()
    const { external, heapUsed, rss } = process.memoryUsage()
    taken.push({ heap: (heapUsed + external) / mebibyte, rss: rss / mebibyte })
  }
  return {
    progress: (done: number): void => {
      if (taken.length < points && done >= (total * (taken.length + 1)) / points) take()
    },
    told: (): string =>
      taken.length === 0
        ? "memory: not measured"
        : `heap after each tenth, MiB: ${taken.map(({ heap }) => heap.toFixed(1)).join(" ")};` +
          ` rss ${taken[0]?.rss.toFixed(0)} → ${taken.at(-1)?.rss.toFixed(0)}`,
  }
}
