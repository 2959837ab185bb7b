import type { PartialDate } from "./Draft.js"
import { isNow, monthOf, seasonOf } from "./words/Months.js"

/** A stretch of time that a line tells, and where. `end` is null where it goes on or only one date stands there. */
export interface Period {
  readonly start: PartialDate | null
  readonly end: PartialDate | null
  readonly current: boolean
  readonly from: number
  readonly to: number
  /** Where the start and the end stand in the line. */
  readonly startAt: readonly [number, number]
  readonly endAt: readonly [number, number]
}

interface Dated {
  readonly value: PartialDate | "now"
  readonly from: number
  readonly to: number
}

const two = (digits: number): string => String(digits).padStart(2, "0")

const year = (digits: string): number | null => {
  const number = Number(digits)
  if (digits.length === 2) return number > 50 ? 1900 + number : 2000 + number
  return number >= 1940 && number <= 2100 ? number : null
}

const date = (years: number | null, months?: number | null, days?: number | null): PartialDate | null => {
  if (years === null) return null
  if (months === undefined || months === null || months < 1 || months > 12)
    return months === undefined ? `${years}` : null
  if (days === undefined || days === null || days < 1 || days > 31) return `${years}-${two(months)}`
  return `${years}-${two(months)}-${two(days)}`
}

interface Form {
  readonly pattern: RegExp
  readonly read: (parts: ReadonlyArray<string>) => PartialDate | "now" | null
}

const form = (pattern: RegExp, read: Form["read"]): Form => ({ pattern, read })

/** From the fullest form to the barest; each is tried where a word or number begins. */
const forms: ReadonlyArray<Form> = [
  form(/(\d{4})-(\d\d)-(\d\d)(?!\d)/y, ([, y = "", m, d]) => date(year(y), Number(m), Number(d))),
  form(/(\d{1,2})[./](\d{1,2})[./](\d{4})(?!\d)/y, ([, d, m, y = ""]) =>
    Number(m) > 12 ? date(year(y), Number(d), Number(m)) : date(year(y), Number(m), Number(d)),
  ),
  form(/(\d{1,2})\s?[./-]\s?((?:19|20)\d\d)(?!\d)/y, ([, m, y = ""]) => date(year(y), Number(m))),
  form(/((?:19|20)\d\d)\s?[./]\s?(\d{1,2})(?!\d)/y, ([, y = "", m]) => date(year(y), Number(m))),
  form(/((?:19|20)\d\d)-(\d\d)(?![\d-])/y, ([, y = "", m]) => (Number(m) <= 12 ? date(year(y), Number(m)) : null)),
  form(/((?:19|20)\d\d)\s?年\s?(?:(\d{1,2})\s?月)?/y, ([, y = "", m]) =>
    date(year(y), m === undefined ? undefined : Number(m)),
  ),
  form(/((?:19|20)\d\d)\s?년\s?(?:(\d{1,2})\s?월)?/y, ([, y = "", m]) =>
    date(year(y), m === undefined ? undefined : Number(m)),
  ),
  form(
    /(\d{1,2})(?:st|nd|rd|th|er|º|\.)?\s(?:de\s)?(\p{L}{3,14})\.?,?\s(?:de\s)?((?:19|20)\d\d)(?!\d)/uy,
    ([, d, m = "", y = ""]) => (monthOf(m) === null ? null : date(year(y), monthOf(m), Number(d))),
  ),
  form(/(\p{L}{3,14})\.?\s(\d{1,2}),\s?((?:19|20)\d\d)(?!\d)/uy, ([, m = "", d, y = ""]) =>
    monthOf(m) === null ? null : date(year(y), monthOf(m), Number(d)),
  ),
  form(/(\p{L}{3,14})\.?(?:,?\s(?:de\s|del\s|of\s)?|-|\/|'|’)((?:19|20)\d\d)(?!\d)/uy, ([, m = "", y = ""]) => {
    const month = monthOf(m) ?? seasonOf(m)
    return month === null ? null : date(year(y), month)
  }),
  form(/(\p{L}{3,14})\.?\s?['’-]\s?(\d\d)(?!\d)/uy, ([, m = "", y = ""]) =>
    monthOf(m) === null ? null : date(year(y), monthOf(m)),
  ),
  form(/(0[1-9]|1[0-2])\/(\d\d)(?![\d/])/y, ([, m, y = ""]) => date(year(y), Number(m))),
  form(/((?:19|20)\d\d)(?![\d.]*\d|\s?[%€$£])/y, ([, y = ""]) => date(year(y))),
  form(
    /настоящее время|теперішній час|the present day|present day|chwili obecnej|dnia dzisiejszego|la fecha|the moment/iuy,
    () => "now",
  ),
  form(/(\p{L}[\p{L}'’]{1,13}|至今)/uy, ([, word = ""]) => (isNow(word) ? "now" : null)),
]

const readAt = (text: string, at: number): Dated | null => {
  for (const { pattern, read } of forms) {
    pattern.lastIndex = at
    const match = pattern.exec(text)
    const value = match === null ? null : read(match)
    if (match !== null && value !== null) return { value, from: at, to: at + match[0].length }
  }
  return null
}

const wordOrNumber = /[\p{L}\p{N}]/u
const inside = (text: string, at: number): boolean =>
  at > 0 && wordOrNumber.test(text[at - 1] ?? "") && !/[年月년월]/.test(text[at - 1] ?? "")

/** Every date of the text. */
const dates = (text: string): ReadonlyArray<Dated> => {
  const read: Array<Dated> = []
  for (let at = 0; at < text.length; ) {
    const one = wordOrNumber.test(text[at] ?? "") && !inside(text, at) ? readAt(text, at) : null
    if (one !== null) read.push(one)
    at = one === null ? at + 1 : one.to
  }
  return read
}

/** What may stand between the start and the end of a period. */
const between =
  /^\.?\s*(?:[-–—−‒~〜→>/]+|(?:to\s)?till|to|until|bis|bis zum|zu|a|à|au|al|hasta|hasta la|fino a|ad|à la|à ce|até|até o|ate|tot|t\/m|tot en met|do|till|til|au|en|jusqu['’]à|jusqu['’]au|по|–\s*(?:in|à|a la|la|ad|bis|en|tot|do|w)|-\s*(?:in|à|a la|la|en|bis))\s*(?:la\s|the\s|l['’]|o\s|ce\s|i\s)?(?:\(?\s*)$/iu

const sinceWords =
  /(?<!\p{L})(?:since|from|von|between|du|dal|dalla|van|seit|ab|depuis|desde|dal|da|sinds|vanaf|od|sedan|siden|с)\s*(?:le\s|el\s|il\s)?$/iu

const bareMonth = /(\p{L}{3,14}|\d{1,2})\.?\s*[-–—/]\s*$/u

/** A month without a year before a range, as in «Jan – Mar 2021», is of the year that follows. */
const withMonthBefore = (text: string, one: Dated): Period | null => {
  const lead = bareMonth.exec(text.slice(Math.max(0, one.from - 24), one.from))
  const month = lead?.[1] === undefined || one.value === "now" ? null : monthOf(lead[1])
  if (lead === null || month === null || one.value === "now" || one.value.length < 7) return null
  const from = one.from - lead[0].length
  const start = `${one.value.slice(0, 4)}-${two(month)}`
  return {
    start,
    end: one.value,
    current: false,
    from,
    to: one.to,
    startAt: [from, one.from],
    endAt: [one.from, one.to],
  }
}

/** The first year of a range such as «2019-21» or «2019/20». */
const shortEnd = /^\s?[-–/]\s?(\d\d)(?![\d.:/-])/

const periodFrom = (text: string, one: Dated, next: Dated | undefined): Period | null => {
  if (one.value === "now") return null
  const startAt = [one.from, one.to] as const
  const since = sinceWords.exec(text.slice(Math.max(0, one.from - 12), one.from))
  const from = one.from - (since?.[0].length ?? 0)
  if (next !== undefined && next.from - one.to <= 20 && between.test(text.slice(one.to, next.from))) {
    const current = next.value === "now"
    const end = next.value === "now" ? null : next.value
    if (end === null || end.slice(0, 4) >= one.value.slice(0, 4)) {
      return { start: one.value, end, current, from, to: next.to, startAt, endAt: [next.from, next.to] }
    }
  }
  const short = one.value.length === 4 ? shortEnd.exec(text.slice(one.to, one.to + 6)) : null
  const end = short?.[1] === undefined ? null : one.value.slice(0, 2) + short[1]
  if (short !== null && end !== null && end >= one.value) {
    const to = one.to + short[0].length
    return { start: one.value, end, current: false, from: one.from, to, startAt, endAt: [one.to, to] }
  }
  const open = /^\s*[-–—]\s*(?:$|[)\]\t|])/.exec(text.slice(one.to, one.to + 6))
  const going = since !== null || open !== null
  const to = one.to + (open === null ? 0 : open[0].trimEnd().length)
  return { start: one.value, end: null, current: going, from, to, startAt, endAt: startAt }
}

/** The periods that a line tells, in its order. A lone date is a period without an end. */
export const periods = (text: string): ReadonlyArray<Period> => {
  const all = dates(text.slice(0, 2_000))
  const read: Array<Period> = []
  let done = 0
  for (const [index, one] of all.entries()) {
    if (one.from < done) continue
    const period = withMonthBefore(text, one) ?? periodFrom(text, one, all[index + 1])
    if (period === null) continue
    read.push(period)
    done = period.to
  }
  return read
}

/** The text without its periods and the brackets and separators that held them; lengths stay as they were. */
export const blanked = (text: string, told: ReadonlyArray<Period>): string =>
  told.reduce((rest, { from, to }) => `${rest.slice(0, from)}${"\t".repeat(to - from)}${rest.slice(to)}`, text)
