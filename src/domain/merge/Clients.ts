import * as Either from "effect/Either"
import type { Client } from "../client/Client.js"
import { ClientLifecycle, type Standing } from "../client/ClientLifecycle.js"
import type { Context } from "../Context.js"
import { type Decision, decided } from "../Decision.js"
import * as Draft from "../Draft.js"
import * as Aliasing from "./Aliasing.js"
import * as Fields from "./Fields.js"
import type { Merge, Preview } from "./Merge.js"
import * as Moving from "./Moving.js"
import * as Pair from "./Pair.js"

export type Loaded = Pair.Pair<"client">

const rules: Fields.Rules = {
  name: "keep",
  website: "keep",
  industry: "keep",
  location: "keep",
  owner: "keep",
  tags: "unite",
  fee: "keep",
  customFields: "overlay",
}

/** The fields whose values may be chosen. */
export const choosable: ReadonlyArray<string> = Object.keys(rules)

const ranks = ["active", "former", "prospect"] as const

/** Nobody whom the agency must not work for becomes workable by a merge; else whoever came further says. */
const standing = (into: Client, from: Client): Standing => {
  for (const { kind, reason } of [into, from]) if (kind === "doNotWork") return { kind, reason }
  const kind = ranks.find((rank) => rank === into.kind || rank === from.kind) ?? "prospect"
  return { kind, reason: kind === into.kind ? into.reason : kind === from.kind ? from.reason : null }
}

export const preview = (loaded: Loaded, input: Merge): Preview => ({
  ...Pair.seen(rules, loaded, input),
  kind: { from: loaded.from.kind, into: loaded.into.kind, result: standing(loaded.into, loaded.from).kind },
  through: {},
  attempts: [],
  ends: [],
  conflicts: [],
})

/** Makes one of two clients, with the positions, contacts and all of both. */
export const decide = (
  loaded: Loaded,
  input: Merge,
  context: Context,
): Decision<{ readonly client: Client; readonly preview: Preview }> =>
  Either.gen(function* () {
    const { into, from, referrers } = loaded
    const seen = preview(loaded, input)
    const as = standing(into, from)
    const united = { ...into, ...Fields.results(seen.fields) } as Client
    const next = yield* ClientLifecycle.step(united, { _tag: "merge", as }, undefined)
    const draft = Draft.make(context)
    Aliasing.take(draft, "client", from, into.id)
    const client = yield* Draft.move(draft, "client", into, next, {
      type: Aliasing.merges.client,
      preferred: as.kind === into.kind ? into.stage : from.stage,
      data: { merged: from.id },
      consequence: true,
    })
    for (const referrer of referrers) Moving.move(draft, referrer, from.id, into.id)
    return decided(draft, { client, preview: seen })
  })
