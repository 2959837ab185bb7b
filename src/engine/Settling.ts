import * as Effect from "effect/Effect"
import * as Candidates from "../domain/candidate/Commands.js"
import type { NounName } from "../domain/Nouns.js"
import * as Offers from "../domain/submission/OfferCommands.js"
import type { StorageFailure } from "../ports/StorageError.js"
import { type CommandError, commandOn, type Engine } from "./Engine.js"
import { Session } from "./Session.js"

const batch = 200

/** At once, where the storage has several connections. */
const both = { concurrency: 2 } as const

/**
 * Writes down what time alone has done in a workspace, on behalf of `system`: consents that ran out end (and with them
 * readiness), offers that ran out expire (and free their openings). Lists and reports do it first, so that nobody has
 * to move a card for a number to be right. Returns how many it settled.
 */
export const settle = (engine: Engine, workspace: string): Effect.Effect<number, StorageFailure> => {
  const due = (noun: NounName, kind: string, now: string) =>
    engine.storage.list({
      workspace,
      noun,
      filter: {
        and: [
          { field: "kind", is: "eq", value: kind },
          { field: "expiresAt", is: "lte", value: now },
        ],
      },
      order: { field: "id", direction: "asc" },
      limit: batch,
      after: null,
    })
  // Somebody else may settle the same at once, and a damaged record stays as it is: neither hinders the reader.
  const each = (
    ids: Iterable<unknown>,
    run: (id: string) => Effect.Effect<unknown, { readonly _tag: string }, Session>,
  ) =>
    Effect.forEach(new Set(ids), (id) =>
      Effect.match(Effect.provideService(run(String(id)), Session, { workspace, actor: "system" }), {
        onSuccess: () => 1,
        onFailure: () => 0,
      }),
    )
  const round: Effect.Effect<number, StorageFailure> = Effect.gen(function* () {
    const now = new Date(yield* engine.now).toISOString()
    const [consents, offers] = yield* Effect.all([due("consent", "granted", now), due("offer", "extended", now)], both)
    if (consents.length + offers.length === 0) return 0
    const expireConsents = commandOn(engine, Candidates.settle)
    const expireOffer = commandOn(engine, Offers.expire)
    const settled = [
      ...(yield* each(
        consents.map(({ candidateId }) => candidateId),
        expireConsents,
      )),
      ...(yield* each(
        offers.map(({ id }) => id),
        expireOffer,
      )),
    ].reduce<number>((sum, one) => sum + one, 0)
    const more = consents.length === batch || offers.length === batch
    return settled + (more && settled > 0 ? yield* round : 0)
  })
  return round
}

/**
 * A command that needs an opening. Where it is refused since offers hold them all, and some of what holds them has run
 * out with nobody looking, it is run once more with that written down.
 */
export const freeing =
  <Args extends ReadonlyArray<unknown>, A>(
    engine: Engine,
    run: (...args: Args) => Effect.Effect<A, CommandError, Session>,
  ): ((...args: Args) => Effect.Effect<A, CommandError, Session>) =>
  (...args) =>
    Effect.catchTag(run(...args), "OpeningsReserved", (refusal) =>
      Effect.flatMap(Session, ({ workspace }) =>
        Effect.flatMap(settle(engine, workspace), (settled) => (settled === 0 ? Effect.fail(refusal) : run(...args))),
      ),
    )
