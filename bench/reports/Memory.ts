import { GCProfiler } from "node:v8"

const mebibyte = 2 ** 20

/** Watches the heap by what each garbage collection found: timers do not fire while SQLite is at work. */
export const watch = (): (() => { readonly before: number; readonly peak: number; readonly after: number }) => {
  const inUse = () => {
    const { external, heapUsed } = process.memoryUsage()
    return (heapUsed + external) / mebibyte
  }
  const before = inUse()
  const profiler = new GCProfiler()
  profiler.start()
  return () => {
    // What was in use right after a collection is in use indeed.
    const kept = profiler
      .stop()
      .statistics.map(
        ({ afterGC: { heapStatistics } }) => (heapStatistics.usedHeapSize + heapStatistics.externalMemory) / mebibyte,
      )
    return { before, peak: Math.max(before, ...kept), after: inUse() }
  }
}
