import * as Effect from "effect/Effect"
import type * as Scope from "effect/Scope"
import { pause } from "../sql/Pause.js"
import type { Session } from "./Session.js"

const spacingMillis = 25

/** Nothing is lost with an announcement, so none waits for the disk. */
const announcing =
  "with light as materialized (select set_config('synchronous_commit', 'off', true))" +
  " select pg_notify($1, w) from light, unnest($2::text[]) w"

/**
 * Announces workspaces that were written to, behind the commits and many at once.
 *
 * A commit that announces itself takes a lock of the whole server until it is on disk, so that no two of them can
 * share a write to it. One that is announced later, or never since the process died, is found by polling.
 */
export const make = (
  session: Session,
  channel: string,
): Effect.Effect<(workspace: string) => void, never, Scope.Scope> =>
  Effect.gen(function* () {
    const written = new Set<string>()
    let wakeUp = (): void => undefined
    const something = Effect.async<void>((resume) => {
      wakeUp = () => resume(Effect.void)
      if (written.size > 0) wakeUp()
    })
    const announce = Effect.suspend(() => {
      const workspaces = [...written]
      written.clear()
      return session.run("announce", { text: announcing, name: null }, [channel, workspaces])
    })
    yield* something.pipe(
      Effect.zipRight(Effect.ignore(announce)),
      Effect.zipRight(pause(spacingMillis)),
      Effect.forever,
      Effect.interruptible,
      Effect.forkScoped,
    )
    return (workspace) => {
      written.add(workspace.slice(0, 1000))
      wakeUp()
    }
  })
