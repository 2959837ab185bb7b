import type { Candidate } from "../candidate/Candidate.js"
import type { Consent } from "../candidate/Consent.js"
import type { Instant } from "../Field.js"
import type { Opening } from "../position/Opening.js"
import type { Position } from "../position/Position.js"
import type { Settings } from "../Settings.js"
import type { Submission } from "./Submission.js"

/** What a submission's guards look at, as of `at`. */
export interface Facts {
  readonly at: Instant
  readonly settings: Settings
  readonly candidate: Candidate
  readonly consents: ReadonlyArray<Consent>
  readonly position: Position
  readonly openings: ReadonlyArray<Opening>
  /** Every submission of this candidate to this position. */
  readonly attempts: ReadonlyArray<Submission>
}
