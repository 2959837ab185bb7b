import type { Client } from "../domain/client/Client.js"
import type { Contact } from "../domain/client/Contact.js"

/** What is known of a client and its people that a text may give away. */
export interface Hidden {
  readonly client: Pick<Client, "name" | "website"> & Partial<Pick<Client, "location" | "customFields">>
  readonly contacts: ReadonlyArray<Pick<Contact, "name"> & Partial<Pick<Contact, "email" | "phone">>>
  /** Former names, brands and whatever else nobody is to read. */
  readonly also: ReadonlyArray<string>
}

/** What names of companies end in, and leave out where they are spoken of. */
const forms =
  /[\s,]+(?:gmbh(?:\s*&\s*co\.?\s*kg)?|ag|kg|se|ug|inc\.?|incorporated|ltd\.?|limited|llc|llp|plc|corp\.?|corporation|co\.?|s\.?a\.?s?\.?|s\.?r\.?l\.?|s\.?p\.?a\.?|b\.?v\.?|n\.?v\.?|ab|as|a\/s|oy|sp\.?\s*z\s*o\.?\s*o\.?)$/iu

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&").replace(/\s+/g, "\\s+")

/** `https://www.acme.test/jobs` as `acme.test`. */
const hostOf = (website: string): string =>
  website
    .trim()
    .replace(/^[a-z][a-z0-9+.-]{0,20}:\/\//i, "")
    .replace(/^www\./i, "")
    .replace(/[/?#:].*$/s, "")

const whole = (patterns: ReadonlyArray<string>, flags: string): RegExp =>
  new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${patterns.join("|")})(?![\p{L}\p{N}])`, flags)

/** The host with whatever stands before it and behind it: a mail's address, or a page's. */
const addressAt = (host: string): string =>
  String.raw`(?:[\w+.-]{1,64}@|(?:https?:\/\/)?(?:[\w-]{1,63}\.){0,3})${escaped(host)}(?:\/(?:[^\s<>"]{0,300}[^\s<>".,;:!?)])?)?`

/** A number by its last digits, however they are grouped, and what leads up to them. */
const phoneOf = (text: string): ReadonlyArray<string> => {
  const digits = text.replace(/\D/g, "")
  if (digits.length < 6 || /[^\d\s()+./-]/.test(text.trim())) return []
  const last = [...digits.slice(-7)].join(String.raw`[\s()./-]{0,3}`)
  return [String.raw`(?:\+?\(?\d[\d\s()./-]{0,16})?${last}`]
}

/** A name as it is spoken, in some case: inflected, as the beginning of a longer one, as a handle. */
const spokenAs = (name: string): string => String.raw`${escaped(name)}(?:['’]?s)?(?:\p{Lu}[\p{L}\p{N}]{0,60})?`

/** The first letters of a name of three words or more. */
const initials = (name: string): ReadonlyArray<string> => {
  const words = name.split(/[\s-]+/).filter((word) => /^\p{L}/u.test(word))
  return words.length < 3 ? [] : [words.map((word) => word.slice(0, 1).toUpperCase()).join("")]
}

/** Parts of a place that name no more than the town: `Torstraße 12, 10119 Berlin` is `Berlin`. */
export const town = (location: string): string | null => {
  const parts = location.split(/[,;\n]/).flatMap((part) => {
    const coded = /^\s*(?:[A-Z]{1,2}-)?\d{4,6}\s+(\p{L}.{0,100})$/u.exec(part)
    const kept = coded?.[1] ?? part
    return /\d/.test(kept) ? [] : [kept.trim()]
  })
  const kept = parts.filter((part) => part !== "")
  return kept.length === 0 ? null : kept.join(", ")
}

const streets = (location: string): ReadonlyArray<string> =>
  location.split(/[,;\n]/).flatMap((part) => (/\d/.test(part) && /\p{L}/u.test(part) ? [part.trim()] : []))

/** The texts in a value, however deep. */
const textsIn = (value: unknown): ReadonlyArray<string> =>
  typeof value === "string"
    ? [value]
    : typeof value === "object" && value !== null
      ? Object.values(value).flatMap(textsIn)
      : []

const fewest = 4

/**
 * Takes a client out of a text as whole words, in any case: its name and the others that are given, the address of its
 * website and of its mails, its street, what is in its custom fields, and the names, mails and numbers of its people.
 * The name without its legal form goes as it is written or in capitals, inflected, as the beginning of another and as a
 * handle, and a contact's family name as it is written. What else tells who it is, nobody but a reader can know.
 */
export const without = ({ also, client, contacts }: Hidden, as: string): ((text: string) => string) => {
  const names = [client.name, ...also].map((name) => name.trim()).filter((name) => name !== "")
  const spoken = names.map((name) => name.replace(forms, "").trim()).filter((name) => name !== "")
  const host = client.website === null ? "" : hostOf(client.website)
  const own = textsIn(client.customFields ?? {}).map((text) => text.trim())
  const street = client.location === undefined || client.location === null ? [] : streets(client.location)
  const people = contacts.map(({ name }) => name.trim()).filter((name) => name !== "")
  const phones = [...own, ...contacts.flatMap(({ phone }) => phone ?? [])].flatMap(phoneOf)
  const texts = [
    ...names,
    ...spoken.filter((name) => /\s/.test(name)),
    ...people,
    ...contacts.flatMap(({ email }) => email ?? []),
    ...contacts.flatMap(({ phone }) => phone ?? []),
    ...[...own, ...street].filter((text) => text.length >= fewest),
  ].sort((a, b) => b.length - a.length)
  const told = [
    ...(host === "" ? [] : [addressAt(host)]),
    ...spoken.filter((name) => !/\s/.test(name)).map((name) => String.raw`[@#]${escaped(name)}[\p{L}\p{N}_-]{0,60}`),
    ...texts.map(escaped),
  ]
  const written = [
    ...spoken.flatMap((name) => [name, name.toUpperCase()]).map(spokenAs),
    ...spoken.flatMap(initials),
    ...people
      .flatMap((name) => name.split(/\s+/).slice(1).slice(-1))
      .filter((name) => name.length > 2)
      .map(spokenAs),
  ]
  const replacing = (patterns: ReadonlyArray<string>, flags: string) => {
    if (patterns.length === 0) return (text: string) => text
    const pattern = whole(patterns, flags)
    return (text: string) => text.replace(pattern, () => as)
  }
  const steps = [replacing(told, "giu"), replacing(phones, "gu"), replacing(written, "gu")]
  return (text) => steps.reduce((rest, step) => step(rest), text)
}
