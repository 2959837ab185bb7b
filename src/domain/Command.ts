import type * as Schema from "effect/Schema"
import type { Context } from "./Context.js"
import type { Decision } from "./Decision.js"
import type { NounName, RecordOf } from "./Nouns.js"
import * as Plan from "./Plan.js"

/** A command without a subject: what it takes, what to load for it, and how it is decided. */
export interface Command<I, E, P extends Plan.Plan, A> {
  readonly name: string
  readonly input: Schema.Schema<I, E>
  readonly plan: P
  readonly given: (input: I) => Plan.Given
  readonly decide: (input: I, loaded: Plan.Loaded<P>, context: Context) => Decision<A>
  /** How many entries a list of the input may have: 1,000 where absent. */
  readonly longest?: number
}

/** A command on one record, which is the plan's step `subject`. */
export interface SubjectCommand<N extends NounName, I, E, P extends Plan.Plan, A> {
  readonly name: string
  readonly noun: N
  readonly input: Schema.Schema<I, E>
  readonly plan: P
  readonly given: (input: I) => Plan.Given
  readonly decide: (subject: RecordOf<N>, input: I, loaded: Plan.Loaded<P>, context: Context) => Decision<A>
}

const nothing = () => ({})

export const make = <I, E, const P extends Plan.Plan, A>(
  name: string,
  input: Schema.Schema<I, E>,
  plan: P,
  given: (input: I) => Plan.Given,
  decide: Command<I, E, P, A>["decide"],
): Command<I, E, P, A> => ({ name, input, plan, given, decide })

export const on = <const N extends NounName, I, E, const P extends Plan.Plan, A>(
  noun: N,
  name: string,
  input: Schema.Schema<I, E>,
  plan: P,
  decide: SubjectCommand<N, I, E, P, A>["decide"],
  given: (input: I) => Plan.Given = nothing,
): SubjectCommand<N, I, E, P, A> => ({
  name,
  noun,
  input,
  plan: { subject: Plan.given(noun, "id"), ...plan },
  given,
  decide,
})
