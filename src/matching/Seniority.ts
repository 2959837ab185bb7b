import * as Normalise from "../search/Normalise.js"
import type { Scored } from "./Scored.js"

/** The rank that a title's words tell of, from 0 for interns to 6 for the board. */
export type Rank = 0 | 1 | 2 | 3 | 4 | 5 | 6

const words: { readonly [R in Rank]: ReadonlyArray<string> } = {
  0: ["intern", "trainee", "apprentice"],
  1: ["junior", "jr", "entry", "graduate"],
  2: ["mid", "intermediate"],
  3: ["senior", "sr"],
  4: ["lead", "principal"],
  5: ["head", "director", "vp"],
  6: ["chief", "ceo", "cto", "cfo", "coo", "cio"],
}

const ranks = new Map(
  ([0, 1, 2, 3, 4, 5, 6] as const).flatMap((rank) => words[rank].map((word) => [word, rank] as const)),
)

/** The highest rank that a title names; null where it names none. */
export const rankOf = (title: string | null): Rank | null =>
  Normalise.spellings(title ?? "").reduce<Rank | null>((most, word) => {
    const rank = ranks.get(word) ?? null
    return rank !== null && (most === null || rank > most) ? rank : most
  }, null)

/** Ranks of the newest title of the candidate and of the position's; null where the title names none. */
export interface Because {
  readonly candidate: Rank | null
  readonly position: Rank | null
}

/** By how many ranks the two titles are apart. */
const byDistance = [1000, 700, 300] as const

export const score = (candidate: Rank | null, position: Rank | null): Scored<Because> => ({
  thousandths: candidate === null || position === null ? null : (byDistance[Math.abs(candidate - position)] ?? 0),
  because: { candidate, position },
})
