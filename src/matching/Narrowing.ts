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

/**
 * What has so many of the skills at least, 1 or more: as many of one half as the other half leaves over. To name every
 * choice of them would have the index walk through each skill half as often again.
 */
const atLeast = (count: number, skills: ReadonlyArray<Spelled>): Retrieval.Retrieval => {
  if (count === skills.length) return Retrieval.and(...skills.map(having))
  if (count === 1) return Retrieval.or(...skills.map(having))
  const half = skills.length >> 1
  const [first, second] = [skills.slice(0, half), skills.slice(half)]
  const ways: Array<Retrieval.Retrieval> = []
  for (let here = Math.max(0, count - second.length); here <= Math.min(count, first.length); here++) {
    const [one, other] = [here, count - here]
    ways.push(
      Retrieval.and(...(one === 0 ? [] : [atLeast(one, first)]), ...(other === 0 ? [] : [atLeast(other, second)])),
    )
  }
  return Retrieval.or(...ways)
}

/** A look-up of whatever shares so many of the counted skills, and maybe more. */
export interface Level {
  readonly shared: number
  readonly lookUp: Retrieval.Retrieval
}

/**
 * What shares all of the counted skills, all but one, and so on down to one; then what shares one of the others. Without
 * any skills, everything of the base.
 */
export const levels = (
  base: Retrieval.Retrieval,
  counted: ReadonlyArray<Spelled>,
  others: ReadonlyArray<Spelled>,
): ReadonlyArray<Level> => {
  if (counted.length === 0) return [{ shared: 0, lookUp: base }]
  const sharing = counted.map((_, missing): Level => {
    const shared = counted.length - missing
    return { shared, lookUp: Retrieval.and(base, atLeast(shared, counted)) }
  })
  if (others.length === 0) return sharing
  return [...sharing, { shared: 0, lookUp: Retrieval.and(base, Retrieval.or(...others.map(having))) }]
}
