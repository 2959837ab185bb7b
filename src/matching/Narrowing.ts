import * as Normalise from "../search/Normalise.js"
import * as Retrieval from "../search/Retrieval.js"
import * as Terms from "../search/Terms.js"

/** A skill as every spelling of it. */
export type Spelled = ReadonlyArray<string>

/** Of more skills than this, the rarest are counted and the others only tell whether any is shared. */
export const mostCounted = 5

const term = (field: string, value: string): Retrieval.Retrieval => ({
  _tag: "term",
  term: Terms.value(field, value),
})

export const ofKind = (...kinds: ReadonlyArray<string>): Retrieval.Retrieval =>
  Retrieval.or(...kinds.map((kind) => term("kind", Normalise.whole(kind))))

export const having = (skill: Spelled): Retrieval.Retrieval =>
  Retrieval.or(...skill.map((spelling) => term("skills", spelling)))

/** Every choice of so many. */
const choices = <A>(of: ReadonlyArray<A>, count: number): ReadonlyArray<ReadonlyArray<A>> => {
  const [first, ...rest] = of
  if (count === 0) return [[]]
  if (first === undefined) return []
  return [...choices(rest, count - 1).map((choice) => [first, ...choice]), ...choices(rest, count)]
}

const atLeast = (skills: ReadonlyArray<Spelled>, count: number): Retrieval.Retrieval =>
  Retrieval.or(...choices(skills, count).map((choice) => Retrieval.and(...choice.map(having))))

/**
 * Look-ups of what shares all of the counted skills, all but one, and so on down to one; then of what shares one of the
 * others. Their score is the number that is shared. Without any skills, everything of the base.
 */
export const tiers = (
  base: Retrieval.Retrieval,
  counted: ReadonlyArray<Spelled>,
  others: ReadonlyArray<Spelled>,
): ReadonlyArray<Retrieval.Tier> => {
  if (counted.length === 0) return [{ score: 0, retrieval: base }]
  const numbers = counted.map((_, before) => counted.length - before)
  const exactly = (count: number): Retrieval.Retrieval =>
    count === counted.length
      ? Retrieval.and(base, atLeast(counted, count))
      : Retrieval.and(base, atLeast(counted, count), Retrieval.not(atLeast(counted, count + 1)))
  return [
    ...numbers.map((count) => ({ score: count, retrieval: exactly(count) })),
    ...(others.length === 0
      ? []
      : [
          {
            score: 0,
            retrieval: Retrieval.and(base, Retrieval.or(...others.map(having)), Retrieval.not(atLeast(counted, 1))),
          },
        ]),
  ]
}
