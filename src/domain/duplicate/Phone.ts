import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from "libphonenumber-js"

/** The number that was parsed last: a new record's is asked for once to match it and once to keep its key. */
let last: { readonly phone: string; readonly country: string | null; readonly number: string | null } = {
  phone: "",
  country: null,
  number: null,
}

const countryOf = (country: string | null): CountryCode | undefined =>
  country !== null && isSupportedCountry(country) ? country : undefined

/**
 * A number in E.164 (`+4930123456`); null where it is none. One without a country's code is of the default country
 * (ISO 3166-1 alpha-2), if there is one.
 */
export const e164 = (phone: string | null, country: string | null): string | null => {
  if (phone === null) return null
  if (last.phone !== phone || last.country !== country) {
    const parsed = phone.length > 60 ? undefined : parsePhoneNumberFromString(phone, countryOf(country))
    last = { phone, country, number: parsed?.isPossible() === true ? parsed.number : null }
  }
  return last.number
}
