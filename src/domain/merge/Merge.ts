import * as Schema from "effect/Schema"
import * as Input from "../Input.js"
import type { Rivals as Conflict } from "../Refusal.js"
import type * as Fields from "./Fields.js"
import type { Moves } from "./Moving.js"
import type { Renumbered } from "./Rivals.js"

/** What a merge takes: into whom, and what is chosen against the rules. */
export const Merge = Schema.Struct({
  /** The id of the record that stays. */
  into: Input.Ref,
  choose: Schema.optional(
    Input.fields(
      Schema.Struct({
        /** Fields whose values are taken from the record that goes. */
        fields: Schema.optional(Input.Lines),
        /** Of each two live submissions on one position, the one that goes on. */
        submissions: Schema.optional(Input.Refs),
      }),
    ),
  ),
})
export type Merge = typeof Merge.Type

/** What a merge would do, field by field and relation by relation. */
export interface Preview {
  /** The record that goes, and the one that stays. */
  readonly from: string
  readonly into: string
  readonly fields: ReadonlyArray<Fields.Outcome>
  readonly kind: { readonly from: string; readonly into: string; readonly result: string }
  /** What names the record that goes and will name the other, by noun. */
  readonly moves: Moves
  /** What goes along with the submissions that move. */
  readonly through: Moves
  /** Submissions that get another number, since both records were on one position. */
  readonly attempts: ReadonlyArray<Renumbered>
  /** Submissions that the merge ends, as `choose.submissions` says. */
  readonly ends: ReadonlyArray<string>
  /** What stands in the way: a merge as it stands would be refused with `MergeConflict`. */
  readonly conflicts: ReadonlyArray<Conflict>
}
