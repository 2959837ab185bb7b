import * as Context from "effect/Context"
import * as Effect from "effect/Effect"

/** On whose behalf, and in which agency's data, operations run. */
export interface Session {
  readonly workspace: string
  readonly actor: string
}

export const Session = Context.GenericTag<Session>("matchloop/Session")

/** The workspace where none is named. */
export const defaultWorkspace = "main"

/** Runs operations as this actor. */
export const as =
  (actor: string, workspace: string = defaultWorkspace) =>
  <A, E, R>(effect: Effect.Effect<A, E, R>): Effect.Effect<A, E, Exclude<R, Session>> =>
    Effect.provideService(effect, Session, { actor, workspace })
