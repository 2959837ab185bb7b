import type { Json } from "../Ledger.js"
import { type NounName, Nouns } from "../Nouns.js"
import type { Called } from "./Called.js"

/**
 * What becomes of where a person came from, by which reports count: `shared` with others, or theirs `alone`, it stays;
 * `replaced` by what the caller says, or `removed` since it named the person; `none` where there was none. Of several
 * that a person's records say, the one that says most about the person.
 */
export const fates = ["none", "shared", "alone", "replaced", "removed"] as const
export type Fate = (typeof fates)[number]

/** What each source of a person counts as from now on. */
export interface Sources {
  readonly fate: Fate
  readonly becomes: (source: string) => string | null
}

/** Each source as it is. */
export const kept = (source: string): string => source

const holding = new Set<NounName>(
  (["candidate", "submission"] as const).filter((noun) => "source" in Nouns[noun].fields),
)

/** The source that a record or a patch of it says; undefined where it says none. */
export const sourceIn = (noun: NounName, { source }: { readonly [field: string]: Json }): string | undefined =>
  holding.has(noun) && typeof source === "string" ? source : undefined

/**
 * Decides on every source that a person's records say or said. One that names the person never outlives them; `instead`
 * takes the place of such a one, and of those that nobody else has.
 */
export const decided = (
  said: ReadonlySet<string>,
  isShared: (source: string) => boolean,
  { holds, is }: Called,
  instead: string | null,
): Sources => {
  const all = new Map<string, Fate>()
  for (const source of said) {
    const tells = is(source) || holds(source)
    const isOwn = tells || !isShared(source)
    all.set(
      source,
      isOwn && instead !== null && source !== instead ? "replaced" : tells ? "removed" : isOwn ? "alone" : "shared",
    )
  }
  const fate = [...all.values()].reduce<Fate>(
    (most, one) => (fates.indexOf(one) > fates.indexOf(most) ? one : most),
    "none",
  )
  const becomes = (source: string): string | null => {
    const own = all.get(source)
    return own === "replaced" ? instead : own === "removed" ? null : source
  }
  return { fate, becomes }
}
