import * as Email from "./Email.js"
import * as Link from "./Link.js"
import * as Name from "./Name.js"
import * as Nicknames from "./Nicknames.js"
import * as Phone from "./Phone.js"

/** What is compared of a person. */
export interface Person {
  readonly name: string
  readonly email: string | null
  readonly phone: string | null
  readonly location: string | null
  readonly links: ReadonlyArray<string>
}

/** The same as it is compared. `contacts` are the keys that lead to one person only. */
export interface Folded {
  readonly name: ReadonlyArray<string>
  readonly location: string
  readonly contacts: ReadonlyArray<string>
}

/** How `ä`, `ö` and `ü` are written where they cannot be, once case and marks are gone. */
const umlauts = /([aou])e/g

const placed = ({ location }: Person): string =>
  Name.words(location ?? "")
    .join(" ")
    .replace(umlauts, "$1")

const contactsOf = ({ email, links, phone }: Person, country: string | null): ReadonlyArray<string> => {
  const found: Array<string> = []
  const address = Email.normalised(email)
  const number = Phone.e164(phone, country)
  if (address !== null) found.push(`e:${address}`)
  if (number !== null) found.push(`p:${number}`)
  if (links.length === 0) return found
  const pages = links.slice(0, 20).flatMap((link) => Link.normalised(link) ?? [])
  return [...found, ...new Set(pages.map((page) => `l:${page}`))]
}

/** Names and places are brought into their form once somebody asks: most people share no contact with anybody. */
export const folded = (person: Person, country: string | null): Folded => {
  let name: Folded["name"] | undefined
  let location: string | undefined
  return {
    get name() {
      name ??= Name.compared(person.name)
      return name
    },
    get location() {
      location ??= placed(person)
      return location
    },
    contacts: contactsOf(person, country),
  }
}

/**
 * Somebody on file as compared with one whose keys were looked up: `hits` are those that led here. What else there is of
 * contacts only differs, so that there is no need to bring it into its form.
 */
export const hit = (person: Person, hits: ReadonlyArray<string>): Folded => ({
  name: Name.compared(person.name),
  location: placed(person),
  contacts: [
    ...hits.filter((key) => !key.startsWith("n:")),
    ...(person.email === null ? [] : ["e:"]),
    ...(person.phone === null ? [] : ["p:"]),
    ...(person.links.length === 0 ? [] : ["l:"]),
  ],
})

/** How many letters of a word names are looked up by. */
const letters = 3

/** The first characters of a text: none is cut in two that takes two units. */
const beginning = (text: string, most: number): string => {
  if (text.length <= most) return text
  let units = 0
  for (let taken = 0; taken < most; taken++) units += (text.codePointAt(units) ?? 0) > 0xffff ? 2 : 1
  return text.slice(0, units)
}

/** What a word may begin with: its own letters, and those of the names that it is short for. */
const begins = (word: string): ReadonlyArray<string> => {
  const own = beginning(word.replace(umlauts, "$1"), letters)
  const names = Nicknames.names(word)
  return names.length === 0 ? [own] : [...new Set([own, ...names.map((name) => beginning(name, letters))])]
}

const pairs = (a: string, b: string): ReadonlyArray<string> =>
  begins(a).flatMap((one) => begins(b).map((other) => `n:${one < other ? `${one} ${other}` : `${other} ${one}`}`))

/** The keys under which people of a like name are found, whatever the order of its words: pairs of their beginnings. */
export const nameKeys = ({ name }: Folded): ReadonlyArray<string> => {
  const [first, second, last] = [name[0], name[1], name.at(-1)]
  if (first === undefined || last === undefined) return []
  if (second === undefined) return begins(first).map((begin) => `n:${begin}`)
  return [...new Set([...pairs(first, last), ...pairs(first, second), ...pairs(second, last)])]
}

/** Every key that a person is found by. */
export const keys = (person: Folded): ReadonlyArray<string> =>
  [...person.contacts, ...nameKeys(person)].map((key) => beginning(key, 300))
