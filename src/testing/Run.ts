import type { Config } from "../engine/Config.js"
import type { Options } from "../engine/Options.js"
import { defaultWorkspace } from "../engine/Session.js"
import type { Client, Crm } from "../index.js"
import type { Entry } from "../domain/Ledger.js"
import * as IdSource from "../ports/IdSource.js"
import { type Clock, clock } from "./Clock.js"
import { type Everything, everything } from "./Everything.js"
import type { Opened } from "./Opened.js"
import { ask, requestOf } from "./Asking.js"
import type { Command } from "./random/Command.js"
import type { Question } from "./random/Questions.js"
import { type World, world } from "./random/World.js"
import { type Reports, reports } from "./Reports.js"

/** What became of one command. */
export type Outcome =
  | { readonly command: string; readonly id: string | null; readonly done: unknown }
  | { readonly command: string; readonly id: string | null; readonly refused: string; readonly because: unknown }
  | { readonly command: string; readonly id: null; readonly skipped: true }

/** A run in the middle, after one of its commands. */
export interface Step {
  readonly command: Command
  readonly outcome: Outcome
  /** What the command added to the ledger. */
  readonly added: ReadonlyArray<Entry>
  readonly world: World
  readonly client: Client
  readonly crm: Crm
  readonly clock: Clock
  /** The options that the command ran with. */
  readonly options: Options
  /** Runs the very same call again, as told. */
  readonly again: ((client: Client, options: Options) => Promise<unknown>) | null
}

/** Where a run ended. */
export interface Walked {
  readonly outcomes: ReadonlyArray<Outcome>
  readonly client: Client
  /** Milliseconds since 1970. */
  readonly now: number
  readonly entries: ReadonlyArray<Entry>
}

/** Where a run left everything. */
export interface Ran extends Everything {
  readonly outcomes: ReadonlyArray<Outcome>
  readonly reports: Reports
  readonly answers: ReadonlyArray<unknown>
}

export interface RunOptions {
  readonly config?: Omit<Config, "now" | "ids">
  readonly workspace?: string
  /** When it begins, milliseconds since 1970. */
  readonly start?: number
  /** What is asked at the end, beside every report. */
  readonly questions?: ReadonlyArray<Question>
  /** Looks at the run after every command. */
  readonly each?: (step: Step) => Promise<void> | void
}

const expected = (error: unknown): error is { readonly _tag: string } =>
  typeof error === "object" && error !== null && "_tag" in error && typeof error._tag === "string"

const faults = new Set([
  "StorageFault",
  "ConnectionLost",
  "StorageTimeout",
  "StorageFull",
  "CorruptRecord",
  "MigrationDrift",
])

/** As JSON: what two adapters must agree on. */
const plain = (value: unknown): unknown => (value === undefined ? null : JSON.parse(JSON.stringify(value)))

/**
 * Runs commands one after the other on an open storage, with ids that count and a clock that only they move, so that
 * the same commands give the same on every adapter. Rejects where a command fails in a way that no command may.
 */
export const walk = async (
  commands: ReadonlyArray<Command>,
  opened: Opened,
  { config = {}, workspace = defaultWorkspace, start, each }: Omit<RunOptions, "questions"> = {},
): Promise<Walked> => {
  const time = clock(start)
  const crm = await opened.crm({ ...config, now: time.now, ids: IdSource.counting() })
  const here = crm.workspace(workspace)
  const known = world()
  const outcomes: Array<Outcome> = []
  for (const command of commands) {
    // A storage in memory never leaves the microtasks: the test runner needs its turn too.
    await new Promise<void>((resolve) => setImmediate(resolve))
    time.advance(command.wait)
    const client = here.as(command.actor)
    const call = command.prepare(known, time.now())
    const told = { command: call?.name ?? command.name, id: call?.id ?? null }
    const outcome: Outcome =
      call === null
        ? { ...told, id: null, skipped: true }
        : await call.run(client, call.options).then(
            (done) => ({ ...told, done: plain(done) }),
            (error: unknown) => {
              if (!expected(error) || faults.has(error._tag)) throw error
              return { ...told, refused: error._tag, because: plain(error) }
            },
          )
    outcomes.push(outcome)
    const added = await known.catchUp(client)
    const options = call?.options ?? {}
    await each?.({ command, outcome, added, world: known, client, crm, clock: time, options, again: call?.run ?? null })
  }
  return { outcomes, client: here.as("maya"), now: time.now(), entries: known.entries }
}

/** As `walk`, and then reads everything and asks every report. */
export const run = async (
  commands: ReadonlyArray<Command>,
  opened: Opened,
  { questions = [], ...options }: RunOptions = {},
): Promise<Ran> => {
  const { client, entries, now, outcomes } = await walk(commands, opened, options)
  const found = await reports(client, now)
  const answers: Array<unknown> = []
  for (const question of questions) answers.push(await ask(client, question.name, requestOf(question, entries)))
  return { ...(await everything(opened, options.workspace ?? defaultWorkspace)), outcomes, reports: found, answers }
}
