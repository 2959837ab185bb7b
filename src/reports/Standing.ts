import type { Journeys } from "./Journeys.js"

/** The visit that subject `i` was at right before an instant, milliseconds since 1970; -1 where it had not begun. */
export const before = ({ entered, first }: Journeys, subject: number, instant: number): number => {
  const start = first[subject] ?? 0
  let visit = (first[subject + 1] ?? 0) - 1
  while (visit >= start && (entered[visit] ?? 0) >= instant) visit--
  return visit >= start ? visit : -1
}

/** The visit that subject `i` is at. */
export const last = ({ first }: Journeys, subject: number): number => (first[subject + 1] ?? 0) - 1

/** The first visit of subject `i` to one of the kinds (1 by its place among `Kinds.all`); -1 where it never came there. */
export const reached = ({ first, kind }: Journeys, subject: number, kinds: Uint8Array): number => {
  const end = first[subject + 1] ?? 0
  for (let visit = first[subject] ?? 0; visit < end; visit++) if (kinds[kind[visit] ?? 0] === 1) return visit
  return -1
}
