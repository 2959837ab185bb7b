import { readFile } from "node:fs/promises"
import { join, resolve } from "node:path"
import { fileURLToPath, pathToFileURL } from "node:url"
import { built } from "../../support/program.js"
import type * as Agree from "./agree.js"

const root = fileURLToPath(new URL("../../../", import.meta.url))
/** Which bug is awake. */
let awake = ""
const planted = { pick: <A>(what: string, wrong: () => A, right: () => A): A => (awake === what ? wrong() : right()) }

/** A bug: an expression of a file, which must stand there once, and what stands in its place where it is planted. */
export interface Bug {
  readonly what: string
  readonly file: string
  readonly right: string
  readonly wrong: string
  /** The run that finds it soonest, where that is none of the first. */
  readonly seed?: number
}

const plant = (source: string, { right, what, wrong }: Bug): string => {
  const [before, after, ...more] = source.split(right)
  if (before === undefined || after === undefined || more.length > 0)
    throw new Error(`"${right}" must stand in its file once: ${what}`)
  return `${before}globalThis.planted.pick(${JSON.stringify(what)}, () => (${wrong}), () => (${right}))${after}`
}

/** The comparison over a copy of the sources that has all the bugs in it, each asleep until its name is called. */
export const garden = async (bugs: ReadonlyArray<Bug>, outDir: string) => {
  const file = await built(join(root, "test/engine/reporting/agree.ts"), outDir, {
    name: "bugs",
    setup: ({ onLoad }) =>
      onLoad({ filter: /\.ts$/ }, async ({ path }) => {
        const own = bugs.filter((bug) => resolve(root, bug.file) === path)
        if (own.length === 0) return null
        return { contents: own.reduce(plant, await readFile(path, "utf8")), loader: "ts" }
      }),
  })
  Object.assign(globalThis, { planted })
  const { wrong }: typeof Agree = await import(pathToFileURL(file).href)
  return {
    /** What the comparison finds while a bug is awake; an empty text where it finds nothing. */
    found: async (what: string, runs: number, seed: number): Promise<string> => {
      awake = what
      try {
        return await wrong(runs, seed)
      } finally {
        awake = ""
      }
    },
  }
}
