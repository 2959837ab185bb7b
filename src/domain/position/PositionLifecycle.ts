import * as Either from "effect/Either"
import type { Instant } from "../Field.js"
import * as Pipeline from "../Pipeline.js"
import { PositionFilled } from "../Refusal.js"
import type { Opening } from "./Opening.js"
import { Position } from "./Position.js"

export type Command =
  | { readonly _tag: "open"; readonly at: Instant }
  | { readonly _tag: "cover" }
  | { readonly _tag: "uncover" }
  | { readonly _tag: "hold"; readonly reason: string | null }
  | { readonly _tag: "resume"; readonly to: "open" | "covered" }
  | { readonly _tag: "fill"; readonly at: Instant }
  | { readonly _tag: "lose"; readonly at: Instant; readonly reason: string }
  | { readonly _tag: "cancel"; readonly at: Instant; readonly reason: string }
  | { readonly _tag: "close"; readonly at: Instant; readonly reason: string | null }
  | { readonly _tag: "reopen"; readonly at: Instant }
  | { readonly _tag: "move" }

/** The position's openings as they will be once the command is done. */
export interface Facts {
  readonly openings: ReadonlyArray<Opening>
}

const { row, define } = Pipeline.of<Position, Command, Facts>()

const left = (facts: Facts) =>
  facts.openings.filter((opening) => opening.kind === "open" || opening.kind === "reserved")

/** An opening is free or reserved: there is something left to fill. */
export const openingLeft = (state: Position, facts: Facts): Either.Either<true, PositionFilled> =>
  left(facts).length > 0 ? Either.right(true) : Either.left(new PositionFilled({ positionId: state.id }))

const running = ["open", "covered", "onHold"] as const

const closing = { leftStage: null } as const

/** A job order: it is filled, and so won, by its last opening and not by hand. */
export const PositionLifecycle = define(Position, {
  open: row("open", ["draft"], ["open"], (state, { at }) => ({ ...state, kind: "open", openedAt: at })),
  cover: row("cover", ["open"], ["covered"], (state) => ({ ...state, kind: "covered" })),
  uncover: row("uncover", ["covered"], ["open"], (state) => ({ ...state, kind: "open" }), { openingLeft }),
  hold: row("hold", ["open", "covered"], ["onHold"], (state, { reason }) => ({
    ...state,
    kind: "onHold",
    leftStage: state.stage,
    reason,
  })),
  resume: row("resume", ["onHold"], ["open", "covered"], (state, { to }) => ({
    ...state,
    kind: to,
    leftStage: null,
    reason: null,
  })),
  fill: row("fill", running, ["filled"], (state, { at }) => ({ ...state, kind: "filled", closedAt: at, ...closing })),
  lose: row("lose", ["draft", ...running], ["lost"], (state, { at, reason }) => ({
    ...state,
    kind: "lost",
    closedAt: at,
    reason,
    ...closing,
  })),
  cancel: row("cancel", ["draft", ...running], ["cancelled"], (state, { at, reason }) => ({
    ...state,
    kind: "cancelled",
    closedAt: at,
    reason,
    ...closing,
  })),
  close: row("close", running, ["closed"], (state, { at, reason }) => ({
    ...state,
    kind: "closed",
    closedAt: at,
    reason,
    ...closing,
  })),
  reopen: row(
    "reopen",
    ["filled", "lost", "cancelled", "closed"],
    ["open"],
    (state, { at }) => ({ ...state, kind: "open", openedAt: state.openedAt ?? at, closedAt: null, reason: null }),
    { openingLeft },
  ),
  move: row("move", ["draft", ...running], "stays", (state) => state),
})
