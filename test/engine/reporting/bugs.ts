import type { Bug } from "./planting.js"

const engine = (name: string) => `src/engine/reporting/${name}.ts`
const reports = (name: string) => `src/reports/${name}.ts`

/** Bugs of the kind that kept columns invite. */
export const bugs: ReadonlyArray<Bug> = [
  {
    what: "a block that began before the window is passed over",
    file: reports("Block"),
    right: "block.lastStart >= started.from",
    wrong: "block.firstStart >= started.from",
  },
  {
    what: "a block that starts at the window's end counts as in it, and one at its beginning does not",
    file: reports("Block"),
    right: "block.firstStart < started.to",
    wrong: "block.firstStart < started.to - 1",
  },
  {
    what: "a block where somebody is still running is passed over",
    file: reports("Block"),
    right: "live[kind[last] ?? 0] === true",
    wrong: "false",
  },
  {
    what: "a block whose last move is the window's first instant is passed over",
    file: reports("Block"),
    right: "block.lastEntered >= active.from",
    wrong: "block.lastEntered > active.from",
  },
  {
    what: "the first subject of a block is looked for in the one before",
    file: engine("Index"),
    right: `(blocks[middle]?.from ?? "") <= id`,
    wrong: `(blocks[middle]?.from ?? "") < id`,
  },
  {
    what: "facts of other records stay as they were",
    file: engine("Changed"),
    right: "ways.values()",
    wrong: "[]",
  },
  {
    what: "facts two records away stay as they were",
    file: engine("Changed"),
    right: "(join?.path.length ?? 0)",
    wrong: "Math.min(1, join?.path.length ?? 0)",
  },
  {
    what: "changed subjects are not laid over the blocks",
    file: engine("Histories"),
    right: "Journeys.lay(Folding.without(base, changed), fresh)",
    wrong: "base",
  },
  {
    what: "changed subjects are laid over the blocks, and counted there as well",
    file: engine("Histories"),
    right: "Folding.without(base, changed)",
    wrong: "base",
  },
  {
    what: "blocks count as up to date wherever their cursor is",
    file: engine("Histories"),
    right: "index.cursor === end",
    wrong: "index.cursor !== ''",
  },
  {
    what: "the cache does not tell blocks from those in their place",
    file: engine("Histories"),
    right: "all.map(({ id }) => id)",
    wrong: "all.map(({ from }) => from)",
  },
  {
    what: "the cache does not tell which columns were read",
    file: engine("Histories"),
    right: "Block.parts(wanted)",
    wrong: "[]",
  },
  {
    what: "a report as known then reads blocks",
    seed: 4,
    file: engine("Histories"),
    right: `knowledge === "then"`,
    wrong: `knowledge === "then" && keeping.from === Number.POSITIVE_INFINITY`,
  },
  {
    what: "who ran at a past instant and has ended since is passed over",
    file: engine("Histories"),
    right: "Math.min(need.active.from, asOf)",
    wrong: "need.active.from",
  },
  {
    what: "a block that is cut loses its last subject",
    file: engine("Folding"),
    right: "Math.min(blockSize, sorted.size - n * blockSize)",
    wrong: "Math.min(blockSize, sorted.size - n * blockSize - (n > 0 ? 1 : 0))",
  },
  {
    what: "a block that is cut loses what is left behind the last whole one",
    file: engine("Folding"),
    right: "Math.ceil(sorted.size / blockSize)",
    wrong: "Math.floor(sorted.size / blockSize)",
  },
  {
    what: "a pipeline that just fills its blocks loses the next one",
    file: engine("Folding"),
    right: "rows.length < blockSize",
    wrong: "rows.length <= blockSize",
  },
  {
    what: "a block in whose place another came stays listed",
    file: engine("Folding"),
    right: "!dropped.has(id)",
    wrong: "true",
  },
  {
    what: "what was folded into a block comes behind it, out of order",
    file: engine("Folding"),
    right: "Journeys.inOrder(journeys)",
    wrong: "journeys",
  },
  {
    what: "subjects that are laid over are not found by their id",
    file: reports("References"),
    right: "ordered === size",
    wrong: "true",
  },
  {
    what: "slices hang on how much was read",
    file: reports("History"),
    right: "matters(subject) ? keysOf(subject) : []",
    wrong: "keysOf(subject)",
  },
  {
    what: "blocks outlive an erasure",
    file: "adapters/memory/Tables.ts",
    right: "Kept.drop(tables.kept)",
    wrong: "void 0",
  },
  {
    what: "the visits of a second block are those of the first",
    file: reports("Journeys"),
    right: "visit + (part.first[i] ?? 0)",
    wrong: "part.first[i] ?? 0",
  },
]
