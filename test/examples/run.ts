import { spawn } from "node:child_process"
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"

const root = fileURLToPath(new URL("../../", import.meta.url))

export interface Ran {
  readonly code: number | null
  readonly out: string
  readonly error: string
  /** The HTML pages that it wrote, by their paths. */
  readonly pages: ReadonlyMap<string, string>
}

const pagesIn = (directory: string): ReadonlyMap<string, string> =>
  new Map(
    readdirSync(directory, { recursive: true, encoding: "utf8" })
      .filter((path) => path.endsWith(".html"))
      .map((path) => [join(directory, path), readFileSync(join(directory, path), "utf8")]),
  )

/** In memory where there is such a place: a year of commits waits for a disk for most of its time. */
const scratch = existsSync("/dev/shm") ? "/dev/shm" : tmpdir()

/** Runs an example as a user would, its temporary files in a directory that is removed afterwards. */
export const example = (file: string, ...args: ReadonlyArray<string>): Promise<Ran> =>
  new Promise((resolve, reject) => {
    const temporary = mkdtempSync(join(scratch, "matchloop-example-"))
    const child = spawn(process.execPath, ["--import", "tsx", `examples/${file}`, ...args], {
      cwd: root,
      env: { ...process.env, TMPDIR: temporary },
      stdio: ["ignore", "pipe", "pipe"],
    })
    let out = ""
    let error = ""
    child.stdout.on("data", (chunk) => {
      out += chunk
    })
    child.stderr.on("data", (chunk) => {
      error += chunk
    })
    child.once("error", reject)
    child.once("close", (code) => {
      const pages = pagesIn(temporary)
      rmSync(temporary, { recursive: true })
      resolve({ code, out, error, pages })
    })
  })
