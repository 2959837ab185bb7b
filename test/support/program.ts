import { createRequire } from "node:module"
import { basename, join } from "node:path"
import { build, type Options } from "tsup"
import { inject } from "vitest"

type Plugin = NonNullable<Options["esbuildPlugins"]>[number]

/** The native driver stays outside of what is built; it is found from where the sources are. */
const native: Plugin = {
  name: "native",
  setup: ({ onResolve }) => {
    const path = createRequire(import.meta.url).resolve("better-sqlite3")
    onResolve({ filter: /^better-sqlite3$/ }, () => ({ path, external: true }))
  },
}

const make = (entry: ReadonlyArray<string>, outDir: string, plugins: ReadonlyArray<Plugin>) =>
  build({
    entry: [...entry],
    format: ["esm"],
    outDir,
    config: false,
    silent: true,
    dts: false,
    splitting: entry.length > 1,
    platform: "node",
    target: "node20",
    noExternal: [/^(?!pg-native)/],
    banner: { js: `import { createRequire as from } from "node:module"; const require = from(import.meta.url);` },
    esbuildPlugins: [native, ...plugins],
    outExtension: () => ({ js: ".mjs" }),
  })

/** Builds programs that share what they import, and answers with the directory where they are. */
export const together = async (sources: ReadonlyArray<string>, outDir: string): Promise<string> => {
  await make(sources, outDir, [])
  return outDir
}

/** Builds a source of ours and all that it imports into one file, and answers with where it is. */
export const built = async (source: string, outDir: string, ...plugins: ReadonlyArray<Plugin>): Promise<string> => {
  await make([source], outDir, plugins)
  return join(outDir, `${basename(source, ".ts")}.mjs`)
}

const bundles = new Map<string, Promise<string>>()

/** A program of ours as one file, so that a process of it is up in a fifth of the time that loading its sources takes. */
export const bundle = (source: string): Promise<string> => {
  const known = bundles.get(source)
  if (known !== undefined) return known
  const made = built(source, join(inject("scratch"), `program-${process.pid}-${bundles.size}`))
  bundles.set(source, made)
  return made
}
