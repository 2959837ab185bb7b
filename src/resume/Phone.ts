import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from "libphonenumber-js/max"
import type { Found, Span } from "./Draft.js"
import { periods } from "./Dates.js"

const digits = /(?:\+|\(|00)?\d(?:[ \t().\-/\u00a0‑–]{0,3}\d){6,16}/g

const label =
  /(?:phone|tel|mobile|mobil|cell|handy|telefon|telefono|teléfono|telefone|móvil|celular|telemóvel|cellulare|portable|gsm|mob|komórka|komorka|telefoon|电话|電話|전화|тел)[^\d\n]{0,12}$/iu

const country = (name: string | undefined): CountryCode | undefined =>
  name !== undefined && isSupportedCountry(name) ? name : undefined

const within = (span: Span, others: ReadonlyArray<Span>): boolean =>
  others.some(({ start, end }) => span.start < end && start < span.end)

/** A valid number in E.164, or null. */
export const e164 = (written: string, defaultCountry: string | undefined): string | null => {
  const home = country(defaultCountry)
  const parsed = parsePhoneNumberFromString(written.slice(0, 60), home === undefined ? {} : { defaultCountry: home })
  return parsed?.isValid() === true ? parsed.number : null
}

/** How sure a number of this kind is: valid and international, valid in the country asked for, or only labelled so. */
const judged = (written: string, labelled: boolean, among: string | undefined): readonly [string, number] | null => {
  const international = written.replace(/^00/, "+").replace(/\+(\d{1,3})\s?\(0\)\s?/, "+$1 ")
  const home = country(among)
  const parsed = parsePhoneNumberFromString(
    international,
    home === undefined ? {} : { defaultCountry: home, extract: false },
  )
  if (parsed?.isValid()) return [parsed.number, international.startsWith("+") ? 0.98 : labelled ? 0.95 : 0.85]
  if (parsed?.isPossible() && international.startsWith("+")) return [parsed.number, labelled ? 0.8 : 0.65]
  if (parsed?.isPossible() && /^\(?0/.test(written)) return [parsed.number, labelled ? 0.7 : 0.5]
  return labelled ? [written.trim(), 0.4] : null
}

/** The most likely telephone number. `taken` are places of addresses and links; `doubt` says how unlikely a place is. */
export const phone = (
  text: string,
  defaultCountry: string | undefined,
  taken: ReadonlyArray<Span>,
  doubt: (span: Span) => number = () => 0,
): Found<string> | null => {
  let best: Found<string> | null = null
  let most = 0
  let seen = 0
  for (const match of text.matchAll(digits)) {
    seen += 1
    if (seen > 200) break
    const span = { start: match.index, end: match.index + match[0].length }
    if (within(span, taken) || /\d/.test(text[match.index - 1] ?? "")) continue
    const written = match[0].replace(/^\((?!.*\))/, "")
    const labelled = label.test(text.slice(Math.max(0, match.index - 30), match.index))
    if (!labelled && periods(written).length > 0 && !/^(?:\+|00)/.test(written)) continue
    const read = judged(written, labelled, defaultCountry)
    const likely = read === null ? 0 : read[1] - doubt(span)
    if (read === null || (best !== null && likely <= most)) continue
    most = likely
    best = { value: read[0], confidence: read[1], span }
  }
  return best
}
