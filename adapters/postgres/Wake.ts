import type { Connection } from "@effect/sql/SqlConnection"
import * as Effect from "effect/Effect"
import * as PubSub from "effect/PubSub"
import * as RcRef from "effect/RcRef"
import type * as Scope from "effect/Scope"
import * as Stream from "effect/Stream"
import { pause } from "../sql/Pause.js"
import { quote } from "../sql/Table.js"
import { clientOf, type Notification, script } from "./Driver.js"

/** Null stands for every workspace: while nobody listened, any of them may have been written to. */
type Woken = string | null

/** Follows the commits that are announced on a channel, over one connection for as long as anybody follows. */
export const make = <E>(
  connection: Effect.Effect<Connection, E, Scope.Scope>,
  channel: string,
): Effect.Effect<(workspace: string) => Stream.Stream<void>, never, Scope.Scope> =>
  Effect.map(
    RcRef.make({
      acquire: Effect.gen(function* () {
        const woken = yield* PubSub.sliding<Woken>(1024)
        // The connection may die at any time, with the server or alone: then listen on another one.
        yield* Effect.scoped(Effect.flatMap(connection, (lent) => listen(lent, channel, woken))).pipe(
          Effect.ignore,
          Effect.zipRight(Effect.suspend(() => pause(100 + Math.random() * 400))),
          Effect.forever,
          Effect.interruptible,
          Effect.forkScoped,
        )
        return woken
      }),
    }),
    (listener) => (workspace) =>
      Stream.unwrapScoped(Effect.map(RcRef.get(listener), (woken) => Stream.fromPubSub(woken))).pipe(
        Stream.filter((name) => name === null || name === workspace),
        Stream.map(() => undefined),
      ),
  )

/** Ends when the connection does. */
const listen = (connection: Connection, channel: string, woken: PubSub.PubSub<Woken>) =>
  Effect.gen(function* () {
    yield* Effect.acquireRelease(script(connection, `listen ${quote(channel)}`), () =>
      Effect.ignore(script(connection, `unlisten ${quote(channel)}`)),
    )
    yield* PubSub.publish(woken, null)
    yield* Effect.async<void>((resume) => {
      const client = clientOf(connection)
      const onNotification = (message: Notification) => {
        if (message.channel === channel) woken.unsafeOffer(message.payload ?? null)
      }
      const onEnd = () => resume(Effect.void)
      client?.on("notification", onNotification)
      client?.on("end", onEnd)
      client?.on("error", onEnd)
      return Effect.sync(() => {
        client?.off("notification", onNotification)
        client?.off("end", onEnd)
        client?.off("error", onEnd)
      })
    })
  })
