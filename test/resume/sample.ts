import { document } from "./docx.js"
import { column, type Frame, frame, pdf } from "./pdf.js"

/** What a person reads in a résumé. */
export interface Expected {
  readonly name: string
  readonly email: string
  readonly phone: string | null
  readonly location?: string
  /** Names, parted by commas. */
  readonly skills: string
  /** `title | employer | start | end`, one a line; the end of a current one is `now`. */
  readonly jobs: string
  /** `institution | degree | field | end`, one a line. */
  readonly schools?: string
  /** `code level`, parted by commas. */
  readonly languages?: string
}

export interface Sample {
  readonly file: string
  readonly country?: string
  readonly bytes: Uint8Array
  readonly expected: Expected
}

const encoded = (text: string): Uint8Array => new TextEncoder().encode(text.trim())

const sample = (file: string, bytes: Uint8Array, expected: Expected, country?: string): Sample => ({
  file,
  bytes,
  expected,
  ...(country === undefined ? {} : { country }),
})

export const text = (file: string, body: string, expected: Expected, country?: string): Sample =>
  sample(file, encoded(body), expected, country)

export const word = (file: string, body: string, expected: Expected, country?: string): Sample =>
  sample(file, document(body), expected, country)

/** A PDF of one column. */
export const page = (file: string, body: string, expected: Expected, country?: string): Sample =>
  sample(file, pdf([column(50, 60, body, 250)]), expected, country)

/** A PDF with a head over two columns. */
export const columns = (
  file: string,
  [head, left, right]: readonly [string, string, string],
  expected: Expected,
  country?: string,
): Sample =>
  sample(
    file,
    pdf([[...column(50, 50, head), ...column(50, 130, left), ...column(240, 130, right, 180)]]),
    expected,
    country,
  )

/** A PDF of rows whose cells are 180 points apart. */
export const table = (file: string, body: string, expected: Expected, country?: string): Sample =>
  sample(file, pdf([column(30, 60, body, 180)]), expected, country)

/** A PDF of pages of frames. */
export const framed = (
  file: string,
  pages: ReadonlyArray<ReadonlyArray<Frame>>,
  expected: Expected,
  country?: string,
): Sample => sample(file, pdf(pages.map((frames) => frames.flatMap(frame))), expected, country)

export const json = (file: string, value: unknown, expected: Expected, country?: string): Sample =>
  sample(file, encoded(JSON.stringify(value)), expected, country)
