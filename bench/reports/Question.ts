import type { Client } from "matchloop"
import type { Row } from "./Duck.js"

export interface Window {
  readonly name: string
  /** ISO instants. */
  readonly from: string
  readonly to: string
}

/** An answer for comparison: numbers by name, rows by key. */
export interface Answer {
  readonly [key: string]: { readonly [number: string]: number | null }
}

/** One question, asked of a report and of DuckDB. */
export interface Question {
  readonly name: string
  readonly ours: (reports: Client["reports"], window: Window) => Promise<Answer>
  readonly text: (window: Window) => string
  readonly theirs: (rows: ReadonlyArray<Row>) => Answer
}

/** A window's edge for DuckDB. */
export const stamp = (instant: string): string => `timestamp '${instant.slice(0, 23)}'`

/** Milliseconds between two timestamps. */
export const millis = (from: string, to: string): string => `(epoch_ms(${to}) - epoch_ms(${from}))`

export const figure = (value: unknown): number | null => (value === null || value === undefined ? null : Number(value))

/** All columns but the key's, as numbers; a null key is an empty one. */
export const keyed =
  (key: string) =>
  (rows: ReadonlyArray<Row>): Answer =>
    Object.fromEntries(
      rows.map(({ [key]: name, ...rest }) => [
        String(name ?? ""),
        Object.fromEntries(Object.entries(rest).map(([column, value]) => [column, figure(value)])),
      ]),
    )

const near = (a: number | null, b: number | null): boolean =>
  a === b || (a !== null && b !== null && Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b)))

/** Throws where two answers differ by more than the order in which their means were added up. */
export const assertSame = (question: string, ours: Answer, theirs: Answer): void => {
  for (const key of new Set([...Object.keys(ours), ...Object.keys(theirs)]))
    for (const name of new Set([...Object.keys(ours[key] ?? {}), ...Object.keys(theirs[key] ?? {})])) {
      const [a, b] = [ours[key]?.[name], theirs[key]?.[name]]
      if (!near(a ?? null, b ?? null)) throw new Error(`${question}: ${name} of ${key} is ${a} here and ${b} in DuckDB`)
    }
}
