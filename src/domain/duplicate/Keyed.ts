import type { NounName } from "../Nouns.js"

/** What the keys of a noun begin with, so that they lead to its records alone: people of two nouns are linked, not merged. */
const beginnings = { candidate: "", contact: "contact:" } as const satisfies { readonly [N in NounName]?: string }

/** The nouns whose records are people, of whom duplicates are found. */
export type Keyed = keyof typeof beginnings

export const isKeyed = (noun: NounName): noun is Keyed => Object.hasOwn(beginnings, noun)

/** The keys as a noun's records are found by them. */
export const under = (noun: Keyed, keys: ReadonlyArray<string>): ReadonlyArray<string> => {
  const beginning = beginnings[noun]
  return beginning === "" ? keys : keys.map((key) => `${beginning}${key}`)
}

/** What a key says of a person, whatever the noun. */
export const said = (noun: Keyed, key: string): string => key.slice(beginnings[noun].length)

/** The greatest text before the keys of a noun, in the order of keys: those that begin with no noun are the last. */
const before = { candidate: "contact;", contact: "contact:" } as const satisfies { readonly [N in Keyed]: string }

/** Where to go on among the keys of a noun: behind `after`, but for those of other nouns. */
export const behind = (noun: Keyed, after: string | null): string =>
  after === null || after < before[noun] ? before[noun] : after

/** Of keys in their order those that are the noun's. */
export const own = (noun: Keyed, keys: ReadonlyArray<string>): ReadonlyArray<string> =>
  keys.filter((key) => key.startsWith(beginnings[noun]))
