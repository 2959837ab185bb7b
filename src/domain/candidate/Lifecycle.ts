import * as Pipeline from "../Pipeline.js"
import type { Instant } from "../Field.js"
import { Candidate } from "./Candidate.js"
import type { Readiness } from "./Readiness.js"

export type Command =
  | { readonly _tag: "startScreening" }
  | { readonly _tag: "pass"; readonly at: Instant; readonly readiness: Readiness }
  | { readonly _tag: "becomeReady"; readonly readiness: Readiness & { readonly ready: true } }
  | { readonly _tag: "loseReadiness" }
  | { readonly _tag: "place" }
  | { readonly _tag: "release"; readonly readiness: Readiness }
  | { readonly _tag: "deactivate"; readonly reason: string | null }
  | { readonly _tag: "reactivate"; readonly readiness: Readiness }
  | { readonly _tag: "ban"; readonly reason: string }
  | { readonly _tag: "anonymize" }
  | { readonly _tag: "merge"; readonly as: Standing }
  | { readonly _tag: "move" }

/** Where a person stands in whom two records have become one. */
export type Standing =
  | { readonly kind: "new" | "screening" }
  | { readonly kind: "screened" | "ready"; readonly screenedAt: Instant; readonly readyUntil: Instant | null }
  | { readonly kind: "placed" }
  | { readonly kind: "inactive"; readonly leftStage: string; readonly reason: string | null }
  | { readonly kind: "doNotUse"; readonly leftStage: string; readonly reason: string }

const { row, define } = Pipeline.of<Candidate, Command, unknown>()

const working = ["new", "screening", "screened", "ready"] as const

/** Where readiness and screening put somebody who is neither placed nor away. */
const standing = (state: Candidate, screenedAt: Instant | null, readiness: Readiness) =>
  screenedAt === null
    ? ({ ...state, kind: "new", readyUntil: null, leftStage: null, reason: null } as const)
    : readiness.ready
      ? ({ ...state, kind: "ready", screenedAt, readyUntil: readiness.until, leftStage: null, reason: null } as const)
      : ({ ...state, kind: "screened", screenedAt, readyUntil: null, leftStage: null, reason: null } as const)

/** A candidate's pipeline: screened, consenting, placed; readiness follows the consents and not the cards. */
export const Lifecycle = define(Candidate, {
  startScreening: row("startScreening", ["new"], ["screening"], (state) => ({ ...state, kind: "screening" })),
  pass: row("pass", ["new", "screening"], ["screened", "ready"], (state, { at, readiness }) =>
    readiness.ready
      ? { ...state, kind: "ready", screenedAt: at, readyUntil: readiness.until }
      : { ...state, kind: "screened", screenedAt: at },
  ),
  becomeReady: row("becomeReady", ["screened"], ["ready"], (state, { readiness }) => ({
    ...state,
    kind: "ready",
    readyUntil: readiness.until,
  })),
  loseReadiness: row("loseReadiness", ["ready"], ["screened"], (state) => ({
    ...state,
    kind: "screened",
    readyUntil: null,
  })),
  place: row("place", ["screened", "ready"], ["placed"], (state) => ({ ...state, kind: "placed", readyUntil: null })),
  release: row("release", ["placed"], ["new", "screened", "ready"], (state, { readiness }) =>
    standing(state, state.screenedAt, readiness),
  ),
  deactivate: row("deactivate", [...working, "placed"], ["inactive"], (state, { reason }) => ({
    ...state,
    kind: "inactive",
    leftStage: state.stage,
    readyUntil: null,
    reason,
  })),
  reactivate: row("reactivate", ["inactive", "doNotUse"], ["new", "screened", "ready"], (state, { readiness }) =>
    standing(state, state.screenedAt, readiness),
  ),
  ban: row("ban", [...working, "placed", "inactive"], ["doNotUse"], (state, { reason }) => ({
    ...state,
    kind: "doNotUse",
    leftStage: state.leftStage ?? state.stage,
    readyUntil: null,
    reason,
  })),
  anonymize: row("anonymize", [...working, "placed", "inactive", "doNotUse"], ["anonymized"], (state) => ({
    ...state,
    kind: "anonymized",
    name: "",
    email: null,
    phone: null,
    location: null,
    links: [],
    customFields: {},
    readyUntil: null,
  })),
  merge: row(
    "merge",
    [...working, "placed", "inactive", "doNotUse"],
    [...working, "placed", "inactive", "doNotUse"],
    (state, { as }) => ({ ...state, readyUntil: null, leftStage: null, reason: null, ...as }),
  ),
  move: row("move", [...working, "placed"], "stays", (state) => state),
})
