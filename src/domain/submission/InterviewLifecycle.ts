import type { Instant } from "../Field.js"
import * as Pipeline from "../Pipeline.js"
import { Interview } from "./Interview.js"

export interface Slot {
  readonly at: Instant
  readonly endsAt: Instant | null
  readonly timeZone: string | null
  readonly place: string | null
  readonly attendees: ReadonlyArray<string>
}

export type Command =
  | ({ readonly _tag: "schedule" } & Slot)
  | ({ readonly _tag: "reschedule" } & Slot)
  | { readonly _tag: "complete"; readonly feedback: string | null }
  | { readonly _tag: "cancel"; readonly reason: string | null }
  | { readonly _tag: "missed"; readonly reason: string | null }

const { row, define } = Pipeline.of<Interview, Command, unknown>()

const slot = ({ at, endsAt, timeZone, place, attendees }: Slot) => ({ at, endsAt, timeZone, place, attendees })

export const InterviewLifecycle = define(Interview, {
  schedule: row("schedule", ["requested"], ["scheduled"], (state, command) => ({
    ...state,
    kind: "scheduled",
    ...slot(command),
  })),
  reschedule: row("reschedule", ["scheduled", "cancelled", "noShow"], ["scheduled"], (state, command) => ({
    ...state,
    kind: "scheduled",
    ...slot(command),
    revision: state.revision + 1,
    reason: null,
  })),
  complete: row("complete", ["scheduled"], ["completed"], (state, { feedback }) => ({
    ...state,
    kind: "completed",
    feedback,
  })),
  cancel: row("cancel", ["requested", "scheduled"], ["cancelled"], (state, { reason }) => ({
    ...state,
    kind: "cancelled",
    reason,
  })),
  missed: row("missed", ["scheduled"], ["noShow"], (state, { reason }) => ({ ...state, kind: "noShow", reason })),
})
