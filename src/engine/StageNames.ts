import type { KindOf } from "../domain/Noun.js"
import type { Nouns, PipelineName } from "../domain/Nouns.js"

/** The names that may stand as a stage of a pipeline: those that the host gave, and the kinds that it gave none for. */
export type StageName<P, N extends PipelineName> = P extends {
  readonly [K in N]: ReadonlyArray<{ readonly name: infer S }>
}
  ? (S & string) | KindOf<Nouns[N]>
  : string

type Field<V, S> = S | Exclude<V, string>
type Input<I, S> = I extends { readonly stage?: unknown }
  ? { readonly [K in keyof I]: K extends "stage" ? Field<I[K], S> : I[K] }
  : I

/** The operations with the host's stage names in place of any text. */
export type WithStages<T, S> = string extends S
  ? T
  : {
      readonly [K in keyof T]: T[K] extends (...args: infer A) => infer R
        ? (...args: { [I in keyof A]: Input<A[I], S> }) => R
        : T[K]
    }

/** The namespaces of the operations, each with the stage names of its pipeline. */
export type ForPipelines<T, P> = {
  readonly [K in keyof T]: K extends keyof Pipelines ? WithStages<T[K], StageName<P, Pipelines[K]>> : T[K]
}

interface Pipelines {
  readonly candidates: "candidate"
  readonly clients: "client"
  readonly opportunities: "opportunity"
  readonly positions: "position"
  readonly submissions: "submission"
  readonly offers: "submission"
  readonly placements: "placement"
}
