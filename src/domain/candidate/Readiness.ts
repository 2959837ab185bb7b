import type { Instant } from "../Field.js"
import * as Consent from "./Consent.js"

/** Whether consent makes a screened candidate ready at an instant, and until when (null: without end). */
export interface Readiness {
  readonly ready: boolean
  readonly until: Instant | null
}

export const of = (consents: ReadonlyArray<Consent.Consent>, at: Instant): Readiness => {
  const live = consents.filter((consent) => Consent.represents(consent, at))
  const ends = live.map((consent) => consent.expiresAt)
  return {
    ready: live.length > 0,
    until: ends.includes(null)
      ? null
      : ends.reduce((last, end) => (last === null || (end ?? "") > last ? end : last), null),
  }
}
