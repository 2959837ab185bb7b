import { chance, one } from "./Chance.js"
import { skill } from "./People.js"
import * as Words from "./Words.js"

/** A three-term boolean query with a filter: `all (any OR any) NOT not stage:stage`. */
export interface Asked {
  /** How often its words are: all usual, any at all, or one that hardly anybody has. */
  readonly words: "usual" | "any" | "rare"
  readonly all: string
  readonly any: readonly [string, string]
  readonly not: string
  readonly stage: string
}

export const text = ({ all, any, not, stage }: Asked): string =>
  `${all} (${any[0]} OR ${any[1]}) NOT ${not} stage:${stage}`

/** The same ones every time, a third of each sort. */
export const asked = (count: number): ReadonlyArray<Asked> => {
  const random = chance(7)
  const sorts = ["usual", "any", "rare"] as const
  return Array.from({ length: count }, (_, n) => {
    const words = sorts[n % sorts.length] ?? "any"
    const four = new Set<string>()
    while (four.size < 4) four.add(words === "usual" ? skill(random) : one(Words.skills, random))
    const chosen = [...four]
    if (words === "rare") chosen[Math.floor(random() * 3)] = one(Words.rare, random)
    const [all = "", first = "", second = "", not = ""] = chosen
    return { words, all, any: [first, second], not, stage: one(["ready", "new", "screened"], random) }
  })
}
