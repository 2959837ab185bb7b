import type { PipelineName } from "../domain/Nouns.js"
import * as Kinds from "./Kinds.js"

/** What a period's activity counts: a subject comes to one of some kinds for the first time, or ends and stays ended. */
interface Happening<P extends PipelineName = PipelineName> {
  readonly pipeline: P
  /** Any kind where null: the subject begins. */
  readonly kinds: ReadonlyArray<string> | null
}

const to = (pipeline: PipelineName, ...kinds: ReadonlyArray<string>): Happening => ({ pipeline, kinds })
const begins = (pipeline: PipelineName): Happening => ({ pipeline, kinds: null })

/** Everything that is counted, by its name. */
const all = {
  candidatesAdded: begins("candidate"),
  screens: to("candidate", "screened", "ready"),
  consentsSigned: to("consent", "granted"),
  opportunitiesAdded: begins("opportunity"),
  positionsOpened: to("position", "open"),
  positionsLost: to("position", "lost"),
  positionsCancelled: to("position", "cancelled"),
  positionsClosed: to("position", "closed"),
  shortlisted: to("submission", "shortlisted"),
  submittedInternally: to("submission", "submittedInternal"),
  submissions: to("submission", "submitted"),
  interviewsScheduled: to("interview", "scheduled"),
  interviewsHeld: to("interview", "completed"),
  interviewsMissed: to("interview", "noShow"),
  offersExtended: to("submission", "offered"),
  offersDeclined: to("submission", "declined"),
  rejections: to("submission", "rejected"),
  withdrawals: to("submission", "withdrawn"),
  rescissions: to("submission", "rescinded"),
  closedOut: to("submission", "closedOut"),
  placements: begins("placement"),
  starts: to("placement", "started"),
  backedOut: to("placement", "backedOut"),
  fallOffs: to("placement", "fellOff"),
} as const

export type Name = keyof typeof all

export const names = Object.keys(all) as ReadonlyArray<Name>

export const pipelineOf = (name: Name): PipelineName => all[name].pipeline

/** A happening as loops want it: which kinds it is the first visit to, and whether it must be the last one. */
export interface Test {
  readonly kinds: Uint8Array
  readonly standing: boolean
}

export const testOf = (name: Name): Test => {
  const { kinds, pipeline } = all[name]
  const wanted = Kinds.among(pipeline, kinds ?? Kinds.all(pipeline))
  const over = Kinds.inPhase(pipeline, "ended")
  return { kinds: wanted, standing: kinds !== null && wanted.every((one, index) => one === 0 || over[index] === 1) }
}
