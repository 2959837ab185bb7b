import type * as Settings from "../domain/Settings.js"
import type { Stages } from "../domain/Stages.js"
import type * as Spelling from "../matching/Spelling.js"
import type * as Weights from "../matching/Weights.js"
import type { BlobStore } from "../ports/BlobStore.js"
import type { Geocoder } from "../ports/Geocoder.js"
import type { IdSource } from "../ports/IdSource.js"
import type { ResumeReader } from "../ports/ResumeReader.js"
import type { Keeping } from "./reporting/Histories.js"

/** What an agency's installation may set. Everything has a default. */
export interface Config {
  /** The agency's policies; a function where workspaces differ. */
  readonly settings?: Settings.Given | ((workspace: string) => Settings.Given) | undefined
  /** The agency's own stages, in board order, each under the kind it stands for. `opportunity` is the whole pipeline. */
  readonly pipelines?: Stages | undefined
  /** Keeps the bytes of documents elsewhere than in the database. */
  readonly blobs?: BlobStore | undefined
  /** How the columns of large histories are kept for the reports. */
  readonly reports?: Partial<Keeping> | undefined
  readonly ids?: IdSource | undefined
  /** Where places are, for searches near them; a few hundred large cities where absent. Must answer at once. */
  readonly geocoder?: Geocoder | undefined
  /** The text of a file, by which the records are found that it is about; that of text files where absent. */
  readonly textOf?:
    | ((file: { readonly name: string; readonly mediaType: string; readonly bytes: Uint8Array }) => string)
    | undefined
  /**
   * Reads résumés: `resumeReader()` from `matchloop/resume`, or one of the host's own. What is attached as a résumé is
   * then found by its text as well.
   */
  readonly resumes?: ResumeReader | undefined
  /** How candidates and positions are matched. */
  readonly matching?:
    | {
        /** Weights other than the default ones. */
        readonly weights?: Weights.Changes
        /** Spellings of one skill each, beside those that search takes for the same. */
        readonly aliases?: Spelling.Aliases
        /** The farthest that anybody travels daily: 100 kilometres where absent. */
        readonly commuteKm?: number
        /** How many records are scored for one answer, those that share most skills: 250 where absent. */
        readonly scored?: number
      }
    | undefined
  /** Milliseconds since 1970, in place of the system's clock. */
  readonly now?: (() => number) | undefined
}
