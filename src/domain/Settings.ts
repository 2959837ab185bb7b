import * as Duplicates from "./duplicate/Policy.js"
import type { Remedy } from "./Fee.js"
import type * as Retention from "./privacy/Retention.js"

/** An agency's policies. */
export interface Settings {
  /** Whether an ended submission stays listed on its candidate and position. */
  readonly endedSubmissions: "keep" | "detach"
  /** What happens to a candidate's other live submissions when one of them is accepted. */
  readonly whenPlaced: "withdraw" | "warn" | "leave"
  /** How often a candidate may be put on one position; null for as often as one likes. */
  readonly attemptsAllowed: number | null
  /** Whether more offers may be out than there are openings. */
  readonly offersBeyondOpenings: boolean
  /** Guarantee of a position that names none, days from the start. */
  readonly guaranteeDays: number
  /** Remedy of a position that names none. */
  readonly remedy: Remedy
  /** Whether a refund after a fall-off is the whole fee or the part of the guarantee that was left. */
  readonly refund: "full" | "prorated"
  /** When two records count as one person. */
  readonly duplicates: Duplicates.Policy
  /** Whether records take values under names that nobody defined, or only under those of fields that are defined. */
  readonly customFields: "open" | "defined"
  /** How long people are kept whom nothing is done about; null for ever. */
  readonly retention: Retention.Policy | null
}

/** What of the policies an agency sets itself. */
export interface Given extends Partial<Omit<Settings, "duplicates">> {
  readonly duplicates?: Duplicates.Given
}

/** The policies with what an agency sets itself. */
export const of = (given: Given = {}): Settings => ({
  ...defaults,
  ...given,
  duplicates: Duplicates.of(given.duplicates),
})

export const defaults: Settings = {
  endedSubmissions: "keep",
  whenPlaced: "warn",
  attemptsAllowed: null,
  offersBeyondOpenings: false,
  guaranteeDays: 90,
  remedy: "replace",
  refund: "full",
  duplicates: Duplicates.defaults,
  customFields: "open",
  retention: null,
}
