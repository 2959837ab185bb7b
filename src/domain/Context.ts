import type { Instant } from "./Field.js"
import type { Seed } from "./Id.js"
import type { Settings } from "./Settings.js"
import type { Stages } from "./Stages.js"

/** What arrives with every command, so that deciding needs no clock, no ids and no configuration of its own. */
export interface Context {
  readonly workspace: string
  readonly actor: string
  /** When the command runs. */
  readonly now: Instant
  /** When it says it happened: `now`, unless the command was back-dated. */
  readonly at: Instant
  readonly backdated: boolean
  readonly seed: Seed
  readonly settings: Settings
  readonly stages: Stages
  /** SHA-256 in lower-case hexadecimal. */
  readonly digest: (bytes: Uint8Array) => string
  /** The command's name, for refusals and the ledger. */
  readonly command: string
}
