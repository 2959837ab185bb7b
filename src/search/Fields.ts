import type { Column } from "../domain/Field.js"
import * as Noun from "../domain/Noun.js"
import { Nouns } from "../domain/Nouns.js"
import type { Level } from "../domain/Searched.js"
import * as Customs from "./Customs.js"

/** The nouns that can be searched. */
export const searchable = ["candidate", "client", "contact", "position"] as const
export type Searchable = (typeof searchable)[number]

export const isSearchable = (noun: string): noun is Searchable => searchable.some((one) => one === noun)

/** How a field can be asked for: by words in it or in its parts, by its whole value, or by comparison. */
export type As = "words" | "parts" | "whole" | "number" | "money" | "date" | "instant" | "skills" | "custom"

export interface SearchField {
  readonly name: string
  readonly as: As
  /** Null for what is no full text: it is found by naming the field only. */
  readonly level: Level | null
  /** Of a field of the agency's own: what it holds, where that was defined. */
  readonly custom?: Customs.Custom
}

interface Listed {
  readonly as?: "words" | "parts" | "skills"
  readonly level?: Level
}

const staged = { kind: {}, stage: {}, stageSince: {} }
const kept = { createdAt: {}, createdBy: {}, updatedAt: {}, updatedBy: {} }
const words = (level: Level): Listed => ({ as: "words", level })
/** A list of objects, of which each text is a text of its own. */
const parts = (level: Level): Listed => ({ as: "parts", level })

/** The fields that search may see. What is not here can be found by nobody. */
const listed: { readonly [N in Searchable]: { readonly [field: string]: Listed } } = {
  candidate: {
    name: words(5),
    skills: { as: "skills", level: 4 },
    tags: { level: 3 },
    email: words(1),
    phone: words(1),
    location: words(1),
    links: words(1),
    employment: parts(1),
    education: parts(1),
    languages: parts(1),
    preferences: parts(1),
    source: { level: 1 },
    owner: {},
    willingToRelocate: {},
    salaryExpectation: {},
    availableFrom: {},
    screenedAt: {},
    readyUntil: {},
    customFields: { level: 1 },
    ...staged,
    ...kept,
  },
  client: {
    name: words(5),
    tags: { level: 3 },
    website: words(1),
    industry: words(1),
    location: words(1),
    owner: {},
    customFields: { level: 1 },
    ...staged,
    ...kept,
  },
  contact: {
    name: words(5),
    title: words(4),
    email: words(1),
    phone: words(1),
    clientId: {},
    customFields: { level: 1 },
    ...kept,
  },
  position: {
    title: words(5),
    skills: { as: "skills", level: 4 },
    tags: { level: 3 },
    description: words(2),
    location: words(1),
    clientId: {},
    salary: {},
    owner: {},
    openedAt: {},
    closedAt: {},
    customFields: { level: 1 },
    ...staged,
    ...kept,
  },
}

const money = new Set(["salary", "salaryExpectation"])

const byColumn: { readonly [C in Column]: As } = {
  text: "whole",
  integer: "number",
  boolean: "whole",
  instant: "instant",
  date: "date",
  json: "whole",
}

const fieldsOf = (noun: Searchable): ReadonlyMap<string, SearchField> => {
  const kinds = Noun.allFields(Nouns[noun])
  return new Map(
    Object.entries(listed[noun]).flatMap(([name, { as, level = null }]) => {
      const column = kinds[name]?.column
      if (column === undefined) return []
      const derived = money.has(name) ? "money" : name === "customFields" ? "custom" : byColumn[column]
      return [[name, { name, as: as ?? derived, level }]] as const
    }),
  )
}

const fields: { readonly [N in Searchable]: ReadonlyMap<string, SearchField> } = {
  candidate: fieldsOf("candidate"),
  client: fieldsOf("client"),
  contact: fieldsOf("contact"),
  position: fieldsOf("position"),
}

/** The fields of a noun that can be searched, as they stand on its records. */
export const of = (noun: Searchable): ReadonlyArray<SearchField> => [...fields[noun].values()]

/** Other names of fields. */
export const aliases: ReadonlyMap<string, string> = new Map([
  ["available", "availableFrom"],
  ["city", "location"],
  ["client", "clientId"],
  ["closed", "closedAt"],
  ["created", "createdAt"],
  ["employer", "employment"],
  ["language", "languages"],
  ["link", "links"],
  ["opened", "openedAt"],
  ["relocate", "willingToRelocate"],
  ["screened", "screenedAt"],
  ["updated", "updatedAt"],
])

/** The field of a noun's records that a name means; undefined where search sees none. */
export const onRecord = (noun: Searchable, name: string): string | undefined => {
  const said = meant([noun], name)
  const own = fields[noun]
  const real = said === "salary" && own.has("salaryExpectation") ? "salaryExpectation" : (aliases.get(said) ?? said)
  return own.has(real) ? real : undefined
}

const customPrefix = "custom."

/** What is said like a field and is a condition of its own. */
const conditions = ["tag", "skill", "skills", "consent", "near", "salary"]

const folded = (name: string): string => name.toLowerCase()

const foldedNames = (noun: Searchable): ReadonlyMap<string, string> =>
  new Map([...fields[noun].keys(), ...aliases.keys(), ...conditions].map((name) => [folded(name), name]))

const byFolded: { readonly [N in Searchable]: ReadonlyMap<string, string> } = {
  candidate: foldedNames("candidate"),
  client: foldedNames("client"),
  contact: foldedNames("contact"),
  position: foldedNames("position"),
}

/** The one field of an agency's own that a name means whose case is another. */
const ownNamed = (nouns: ReadonlyArray<Searchable>, own: string, customs: Customs.Customs): string => {
  const names = new Set(nouns.flatMap((noun) => [...(customs[noun]?.keys() ?? [])]))
  if (names.has(own)) return own
  const [only = own, ...more] = [...names].filter((name) => folded(name) === folded(own))
  return more.length === 0 ? only : own
}

/** The name of a field as it stands, for one that was typed in any case: names fold as all that is searched for does. */
export const meant = (
  nouns: ReadonlyArray<Searchable>,
  name: string,
  customs: Customs.Customs = Customs.none,
): string => {
  const said = folded(name)
  if (said.startsWith(customPrefix)) return customPrefix + ownNamed(nouns, name.slice(customPrefix.length), customs)
  for (const noun of nouns) if (fields[noun].has(name)) return name
  for (const noun of nouns) {
    const found = byFolded[noun].get(said)
    if (found !== undefined) return found
  }
  return name
}

/** A field of the agency's own, as the first of the nouns has it that was given one of this name. */
const custom = (nouns: ReadonlyArray<Searchable>, name: string, customs: Customs.Customs): SearchField => {
  const own = name.slice(customPrefix.length)
  const having = nouns.find((noun) => customs[noun]?.has(own) === true)
  const found = having === undefined ? undefined : customs[having]?.get(own)
  return { name, as: "custom", level: null, ...(found === undefined ? {} : { custom: found }) }
}

/** Which of the nouns has a field of this name, and how it is asked for; undefined where none has. */
export const find = (
  nouns: ReadonlyArray<Searchable>,
  name: string,
  customs: Customs.Customs = Customs.none,
): SearchField | undefined => {
  if (name.startsWith(customPrefix) && name.length > customPrefix.length && nouns.length > 0)
    return custom(nouns, name, customs)
  for (const noun of nouns) {
    const own = fields[noun]
    if (name === "salary" && own.has("salaryExpectation")) return { name, as: "money", level: null }
    const found = name === "customFields" ? undefined : own.get(aliases.get(name) ?? name)
    if (found !== undefined) return found
  }
  return undefined
}

/** The name under which a field's values are indexed: one for the same thing on all nouns. */
export const indexName = (field: SearchField): string => (field.as === "money" ? "salary" : field.name)

export const customName = (name: string): string => `${customPrefix}${name}`

/** Under which the days and amounts of a field of the agency's own are indexed: apart from its numbers. */
export const dayName = (name: string): string => `day ${name}`
export const amountName = (name: string, currency: string): string => `amount ${name} ${currency}`
