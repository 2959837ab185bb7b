import type { NounName, RecordOf } from "./Nouns.js"

/** Where a look-up takes its values from: those given with the call, or a field of the rows of an earlier step. */
export type Source = { readonly given: string } | { readonly step: string; readonly field: string }

/**
 * One look-up of a plan: the records of a noun whose fields equal the sources (all of them), of these kinds only where
 * named. Rows come ordered by id.
 */
export interface Step {
  readonly noun: NounName
  readonly by: { readonly [field: string]: Source }
  readonly kinds?: ReadonlyArray<string>
}

/** Look-ups that are done in one call, in order; a plan is a constant, so that an adapter may prepare it once. */
export type Plan = { readonly [step: string]: Step }

export type Given = { readonly [name: string]: ReadonlyArray<string> }

/** What a plan gives once its rows are decoded. */
export type Loaded<P extends Plan> = { readonly [S in keyof P]: ReadonlyArray<RecordOf<P[S]["noun"]>> }

/** Declares a plan; its steps may only refer to steps above them. */
export const plan = <const P extends Plan>(steps: P): P => steps

/** The records whose id was given under `name`. */
export const given = <const N extends NounName>(noun: N, name: string) =>
  ({ noun, by: { id: { given: name } } }) as const

/** The records that an earlier step's field names. */
export const follow = <const N extends NounName>(noun: N, step: string, field: string) =>
  ({ noun, by: { id: { step, field } } }) as const

/** The records that name an earlier step's records in a field; of these kinds only where given. */
export const having = <const N extends NounName>(noun: N, field: string, step: string, kinds?: ReadonlyArray<string>) =>
  ({ noun, by: { [field]: { step, field: "id" } }, ...(kinds === undefined ? {} : { kinds }) }) as const
