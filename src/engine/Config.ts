import type { Settings } from "../domain/Settings.js"
import type { Stages } from "../domain/Stages.js"
import type { BlobStore } from "../ports/BlobStore.js"
import type { IdSource } from "../ports/IdSource.js"

/** What an agency's installation may set. Everything has a default. */
export interface Config {
  /** The agency's policies; a function where workspaces differ. */
  readonly settings?: Partial<Settings> | ((workspace: string) => Partial<Settings>) | undefined
  /** The agency's own stages, in board order, each under the kind it stands for. `opportunity` is the whole pipeline. */
  readonly pipelines?: Stages | undefined
  /** Keeps the bytes of documents elsewhere than in the database. */
  readonly blobs?: BlobStore | undefined
  readonly ids?: IdSource | undefined
  /** Milliseconds since 1970, in place of the system's clock. */
  readonly now?: (() => number) | undefined
}
