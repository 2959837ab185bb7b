import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from "libphonenumber-js"

/**
 * The numbers that were parsed lately: those of a batch of new records are asked for once to match them and once to keep
 * their keys. As many again may be from before. Whoever is erased is forgotten here, with all others.
 */
const most = 10_000
let recent = new Map<string, string | null>()
let before: ReadonlyMap<string, string | null> = new Map()

const countryOf = (country: string | null): CountryCode | undefined =>
  country !== null && isSupportedCountry(country) ? country : undefined

/**
 * A number in E.164 (`+4930123456`); null where it is none. One without a country's code is of the default country
 * (ISO 3166-1 alpha-2), if there is one.
 */
export const e164 = (phone: string | null, country: string | null): string | null => {
  if (phone === null) return null
  if (phone.length > 60) return null
  const key = `${country ?? ""} ${phone}`
  const known = recent.get(key) ?? before.get(key)
  if (known !== undefined) return known
  const parsed = parsePhoneNumberFromString(phone, countryOf(country))
  const number = parsed?.isPossible() === true ? parsed.number : null
  if (recent.size >= most) {
    before = recent
    recent = new Map()
  }
  recent.set(key, number)
  return number
}

/** Forgets every number, and says how many there were. */
export const forget = (): number => {
  const numbers = new Set([...recent.keys(), ...before.keys()]).size
  recent = new Map()
  before = new Map()
  return numbers
}
