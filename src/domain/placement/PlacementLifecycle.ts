import * as Either from "effect/Either"
import type { Instant, PlainDate } from "../Field.js"
import type { Party } from "../Party.js"
import * as Pipeline from "../Pipeline.js"
import { GuaranteeRefused } from "../Refusal.js"
import { Placement } from "./Placement.js"

export interface Ending {
  readonly at: Instant
  readonly reason: string
  readonly party: Party
}

export type Command =
  | { readonly _tag: "start"; readonly at: Instant; readonly on: PlainDate; readonly guaranteeEndsOn: PlainDate }
  | { readonly _tag: "complete"; readonly at: Instant }
  | ({ readonly _tag: "backOut" } & Ending)
  | ({ readonly _tag: "fallOff"; readonly refundAmount: number } & Ending)
  | ({ readonly _tag: "terminate" } & Ending)
  | { readonly _tag: "reinstate" }

/** The day on which a placement ends. */
export interface Facts {
  readonly on: PlainDate
}

const { row, define } = Pipeline.of<Placement, Command, Facts>()

const guarantee =
  (inside: boolean) =>
  (state: Placement, { on }: Facts): Either.Either<true, GuaranteeRefused> =>
    on <= state.guaranteeEndsOn === inside
      ? Either.right(true)
      : Either.left(
          new GuaranteeRefused({
            placementId: state.id,
            guaranteeEndsOn: state.guaranteeEndsOn,
            on,
            use: inside ? "terminate" : "fallOff",
          }),
        )

const ending = ({ at, reason, party }: Ending) => ({ endedAt: at, endReason: reason, endParty: party })

export const PlacementLifecycle = define(Placement, {
  start: row("start", ["pendingStart"], ["started"], (state, { at, on, guaranteeEndsOn }) => ({
    ...state,
    kind: "started",
    startedAt: at,
    startsOn: on,
    guaranteeEndsOn,
  })),
  complete: row("complete", ["started"], ["completed"], (state, { at }) => ({
    ...state,
    kind: "completed",
    endedAt: at,
  })),
  backOut: row("backOut", ["pendingStart"], ["backedOut"], (state, command) => ({
    ...state,
    kind: "backedOut",
    ...ending(command),
  })),
  fallOff: row(
    "fallOff",
    ["started"],
    ["fellOff"],
    (state, command) => ({ ...state, kind: "fellOff", ...ending(command), refundAmount: command.refundAmount }),
    { insideGuarantee: guarantee(true) },
  ),
  terminate: row(
    "terminate",
    ["started"],
    ["terminated"],
    (state, command) => ({ ...state, kind: "terminated", ...ending(command) }),
    {
      afterGuarantee: guarantee(false),
    },
  ),
  reinstate: row("reinstate", ["backedOut"], ["pendingStart"], (state) => ({
    ...state,
    kind: "pendingStart",
    endedAt: null,
    endReason: null,
    endParty: null,
  })),
})
