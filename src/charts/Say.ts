import type { Instant } from "../domain/Field.js"
import type { Rate } from "../reports/Rate.js"
import { counts, type Locale, numbers } from "./Locale.js"

/** What a key in a report stands for. */
export type Keyed =
  | "recruiter"
  | "client"
  | "position"
  | "source"
  | "tag"
  | "kind"
  | "stage"
  | "pipeline"
  | "reason"
  | "other"

/** Puts the names in a report into words. */
export interface Say {
  readonly name: (key: string, of: Keyed) => string
  /** Several of a pipeline's subjects: `submissions`. */
  readonly many: (pipeline: string) => string
  readonly number: (count: number) => string
  readonly counts: (rate: { readonly count: number; readonly of: number }) => string
  /** The days of a window `[from, to)`. */
  readonly window: (window: { readonly from: Instant; readonly to: Instant; readonly timeZone?: string }) => string
  readonly instant: (at: Instant, timeZone?: string) => string
  readonly locale: Locale
}

export interface SayOptions {
  readonly locale?: Locale
  /** The host's names for ids, actors, stages, kinds; what it leaves undefined is spelled out from the key. */
  readonly name?: (key: string, of: Keyed) => string | undefined
}

/** `submittedInternal` as `submitted internal`; a text that is no such word as it is. */
const spelled = (key: string): string =>
  /^[a-z][a-zA-Z0-9]*$/.test(key) ? key.replace(/([a-z0-9])([A-Z])/g, (_, a, b) => `${a} ${b.toLowerCase()}`) : key

const plural = (noun: string): string => (noun.endsWith("y") ? `${noun.slice(0, -1)}ies` : `${noun}s`)

export const upper = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)

export const say = ({ locale = "en", name }: SayOptions): Say => {
  const day = (instant: number, timeZone: string) =>
    new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeZone }).format(instant)
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 })
  const of = (key: string, keyed: Keyed) => name?.(key, keyed) ?? spelled(key)
  return {
    locale,
    name: of,
    many: (pipeline) => name?.(pipeline, "pipeline") ?? plural(pipeline),
    number: (count) => number.format(count),
    counts: (rate) => counts(rate, locale),
    window: ({ from, to, timeZone = "UTC" }) => {
      const [first, last] = [Date.parse(from), Date.parse(to)]
      if (first >= last) return day(first, timeZone)
      const [start, end] = [day(first, timeZone), day(last - 1, timeZone)]
      return start === end ? start : `${start} to ${end}`
    },
    instant: (at, timeZone = "UTC") =>
      new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short", timeZone }).format(Date.parse(at)),
  }
}

/** A rate in the middle of a sentence: with its counts, which are all there is where it is withheld. */
export const valueWords = (rate: Rate, { locale, counts }: Say): string => {
  if (rate.rate === null) return counts(rate)
  return `${numbers("share", [], locale)(rate.rate)} (${counts(rate)})`
}
