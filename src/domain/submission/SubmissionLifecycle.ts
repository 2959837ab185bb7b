import type * as Consent from "../candidate/Consent.js"
import type { Instant } from "../Field.js"
import type { Party } from "../Party.js"
import * as Pipeline from "../Pipeline.js"
import type { Facts } from "./Facts.js"
import * as Guards from "./Guards.js"
import { Submission, type Of } from "./Submission.js"

/** Why, by whom and when a submission ended, and whether it stays attached to its candidate and position. */
export interface End {
  readonly at: Instant
  readonly reason: string
  readonly party: Party
  readonly attached: boolean
}

export type Ending = "reject" | "withdraw" | "decline" | "rescind" | "closeOut"

export type Command =
  | { readonly _tag: "submitInternal" }
  | { readonly _tag: "submit"; readonly at: Instant }
  | { readonly _tag: "interview" }
  | { readonly _tag: "offer" }
  | { readonly _tag: "accept"; readonly placementId: `place_${string}` }
  | { readonly _tag: "place" }
  | { [E in Ending]: { readonly _tag: E } & End }[Ending]
  | { readonly _tag: "restore" }
  | { readonly _tag: "move" }

/** A submission before the client has seen the candidate. */
export type Unsubmitted = Of<"shortlisted" | "submittedInternal">

/**
 * Puts a candidate before the client. The types ask for a candidate known to be ready and a consent known to be
 * granted: narrow them first (`candidate.kind === "ready"`), or use `SubmissionLifecycle.step`, which checks.
 */
export const submit = (
  state: Unsubmitted,
  by: { readonly candidate: Guards.Presentable; readonly consent: Consent.Of<"granted"> },
  at: Instant,
): Of<"submitted"> => ({ ...state, kind: "submitted", submittedAt: state.submittedAt ?? at, consentId: by.consent.id })

const { row, define } = Pipeline.of<Submission, Command, Facts>()

const early = ["shortlisted", "submittedInternal"] as const
const withClient = ["submitted", "interviewing", "offered"] as const

const end = (
  state: Of<"shortlisted" | "submittedInternal" | "submitted" | "interviewing" | "offered" | "accepted">,
  { at, reason, party, attached }: End,
) => ({
  ...state,
  endedAt: at,
  endReason: reason,
  endParty: party,
  attached,
  leftKind: state.kind,
  leftStage: state.stage,
})

const clean = {
  endedAt: null,
  endReason: null,
  endParty: null,
  leftKind: null,
  leftStage: null,
  attached: true,
} as const

/** One candidate on one position, from the shortlist to the placement or to one of the five ends. */
export const SubmissionLifecycle = define(Submission, {
  submitInternal: row(
    "submitInternal",
    ["shortlisted"],
    ["submittedInternal"],
    (state) => ({ ...state, kind: "submittedInternal" }),
    { open: Guards.open },
  ),
  submit: row("submit", early, ["submitted"], (state, { at }, proofs) => submit(state, proofs, at), {
    open: Guards.open,
    consent: Guards.consent,
    candidate: Guards.candidate,
  }),
  interview: row(
    "interview",
    ["submitted", "interviewing"],
    ["interviewing"],
    (state) => ({ ...state, kind: "interviewing" }),
    { running: Guards.running },
  ),
  offer: row(
    "offer",
    ["submitted", "interviewing"],
    ["offered"],
    (state, _command, { opening }) => ({ ...state, kind: "offered", openingId: opening?.id ?? state.openingId }),
    { running: Guards.running, opening: Guards.opening },
  ),
  accept: row(
    "accept",
    ["offered"],
    ["accepted"],
    (state, { placementId }, { opening }) => ({ ...state, kind: "accepted", openingId: opening.id, placementId }),
    { running: Guards.running, opening: Guards.fillable },
  ),
  place: row("place", ["accepted"], ["placed"], (state) => ({ ...state, kind: "placed" })),
  reject: row("reject", [...early, ...withClient], ["rejected"], (state, command) => ({
    ...end(state, command),
    kind: "rejected",
  })),
  withdraw: row("withdraw", [...early, ...withClient, "accepted"], ["withdrawn"], (state, command) => ({
    ...end(state, command),
    kind: "withdrawn",
  })),
  decline: row("decline", ["offered"], ["declined"], (state, command) => ({
    ...end(state, command),
    kind: "declined",
  })),
  rescind: row("rescind", ["offered", "accepted"], ["rescinded"], (state, command) => ({
    ...end(state, command),
    kind: "rescinded",
  })),
  closeOut: row("closeOut", [...early, ...withClient], ["closedOut"], (state, command) => ({
    ...end(state, command),
    kind: "closedOut",
  })),
  restore: row(
    "restore",
    ["rejected", "withdrawn", "declined", "rescinded", "closedOut"],
    [...early, ...withClient, "accepted"],
    (state, _command, { left }) => ({ ...state, ...clean, ...left }),
    { running: Guards.running, alone: Guards.alone, left: Guards.left },
  ),
  move: row("move", [...early, ...withClient], "stays", (state) => state),
})
