import * as Schema from "effect/Schema"
import * as Input from "../Input.js"
import type { Apart, Rivals as Conflict } from "../Refusal.js"
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

/** What any merge would do, field by field and relation by relation. */
export interface Seen {
  /** The record that goes, and the one that stays. */
  readonly from: string
  readonly into: string
  readonly fields: ReadonlyArray<Fields.Outcome>
  /** What names the record that goes and will name the other, by noun. */
  readonly moves: Moves
}

/** What a merge of candidates or clients would do. */
export interface Preview extends Seen {
  readonly kind: { readonly from: string; readonly into: string; readonly result: string }
  /** What goes along with the submissions that move. */
  readonly through: Moves
  /** Submissions that get another number, since both records were on one position. */
  readonly attempts: ReadonlyArray<Renumbered>
  /** Submissions that the merge ends, as `choose.submissions` says. */
  readonly ends: ReadonlyArray<string>
  /** What stands in the way: a merge as it stands would be refused with `MergeConflict`. */
  readonly conflicts: ReadonlyArray<Conflict>
}

/** What a merge of contacts would do. */
export interface ContactPreview extends Seen {
  /** What keeps them two: a merge as it stands would be refused with `ContactsApart`. */
  readonly apart: ReadonlyArray<Apart>
}
