import * as Normalise from "../search/Normalise.js"
import * as Retrieval from "../search/Retrieval.js"
import * as Terms from "../search/Terms.js"

/** A skill as every spelling of it. */
export type Spelled = ReadonlyArray<string>

/** Of more skills than this, the rarest are counted and the others only tell whether any is shared. */
export const mostCounted = 4

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

/** A look-up of whatever shares so many of the counted skills, and maybe more. */
export interface Level {
  readonly shared: number
  readonly lookUp: Retrieval.Retrieval
}

/**
 * What shares all of the counted skills, all but one, and so on down to one; then what shares one of the others. Every
 * choice of counted skills is a conjunction, which an index answers by its rarest part. Without any skills, everything
 * of the base.
 */
export const levels = (
  base: Retrieval.Retrieval,
  counted: ReadonlyArray<Spelled>,
  others: ReadonlyArray<Spelled>,
): ReadonlyArray<Level> => {
  if (counted.length === 0) return [{ shared: 0, lookUp: base }]
  const sharing = counted.map((_, missing): Level => {
    const shared = counted.length - missing
    const some = choices(counted, shared).map((choice) => Retrieval.and(...choice.map(having)))
    return { shared, lookUp: Retrieval.and(base, Retrieval.or(...some)) }
  })
  if (others.length === 0) return sharing
  return [...sharing, { shared: 0, lookUp: Retrieval.and(base, Retrieval.or(...others.map(having))) }]
}
