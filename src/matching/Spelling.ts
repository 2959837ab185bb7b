import * as Normalise from "../search/Normalise.js"

/** Spellings of one skill each, such as `[["TypeScript", "TS"], ["PostgreSQL", "Postgres"]]`. */
export type Aliases = ReadonlyArray<ReadonlyArray<string>>

/** Which spellings mean the same skill. */
export interface Spelling {
  /** The one spelling that stands for all of a skill, folded. */
  readonly canonical: (name: string) => string
  /** Every spelling of a skill, folded, its canonical one first. */
  readonly all: (name: string) => ReadonlyArray<string>
}

/** Spellings as search folds them, and the aliases beside; a name in two groups belongs to the first. */
export const make = (aliases: Aliases): Spelling => {
  const groups = new Map<string, ReadonlyArray<string>>()
  for (const group of aliases) {
    const names = [...new Set(group.map(Normalise.whole))].filter((name) => name !== "" && !groups.has(name))
    for (const name of names) groups.set(name, names)
  }
  const all = (name: string): ReadonlyArray<string> => {
    const folded = Normalise.whole(name)
    return groups.get(folded) ?? [folded]
  }
  return { all, canonical: (name) => all(name)[0] ?? "" }
}
