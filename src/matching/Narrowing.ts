import * as Normalise from "../search/Normalise.js"
import * as Retrieval from "../search/Retrieval.js"
import * as Terms from "../search/Terms.js"

/** A skill as every spelling of it. */
export type Spelled = ReadonlyArray<string>

/** Of more skills than this, the rarest are counted and the others only tell whether any is shared. */
export const mostCounted = 4

/** What has a skill, and maybe is of a kind. */
export type Having = (skill: Spelled) => Retrieval.Retrieval

const any = (terms: ReadonlyArray<string>): Retrieval.Retrieval =>
  Retrieval.or(...terms.map((term) => ({ _tag: "term", term }) as const))

const ofKinds = (kinds: ReadonlyArray<string>): Retrieval.Retrieval =>
  any(kinds.map((kind) => Terms.value("kind", kind)))

const havingOf =
  (kinds: ReadonlyArray<string>): Having =>
  (skill) =>
    any(kinds.flatMap((kind) => skill.map((spelling) => Terms.skillOf(kind, spelling))))

export const having: Having = (skill) => any(skill.map((spelling) => Terms.value("skills", spelling)))

/**
 * What has so many of the skills at least, 1 or more: as many of one half as the other half leaves over. To name every
 * choice of them would have the index walk through each skill half as often again.
 */
const atLeast = (count: number, skills: ReadonlyArray<Spelled>, having: Having): Retrieval.Retrieval => {
  if (count === skills.length) return Retrieval.and(...skills.map(having))
  if (count === 1) return Retrieval.or(...skills.map(having))
  const half = skills.length >> 1
  const [first, second] = [skills.slice(0, half), skills.slice(half)]
  const ways: Array<Retrieval.Retrieval> = []
  for (let here = Math.max(0, count - second.length); here <= Math.min(count, first.length); here++) {
    const [one, other] = [here, count - here]
    ways.push(
      Retrieval.and(
        ...(one === 0 ? [] : [atLeast(one, first, having)]),
        ...(other === 0 ? [] : [atLeast(other, second, having)]),
      ),
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
 * What is of one of the kinds and shares all of the counted skills, all but one, and so on down to one; then what shares
 * one of the others. Without any skills, everything of the kinds.
 */
export const levels = (
  kinds: ReadonlyArray<string>,
  counted: ReadonlyArray<Spelled>,
  others: ReadonlyArray<Spelled>,
): ReadonlyArray<Level> => {
  const whole = kinds.map(Normalise.whole)
  if (counted.length === 0) return [{ shared: 0, lookUp: ofKinds(whole) }]
  const having = havingOf(whole)
  const sharing = counted.map((_, missing): Level => {
    const shared = counted.length - missing
    return { shared, lookUp: atLeast(shared, counted, having) }
  })
  return others.length === 0 ? sharing : [...sharing, { shared: 0, lookUp: Retrieval.or(...others.map(having)) }]
}
