/** A clock that only moves when told to. */
export interface Clock {
  /** Milliseconds since 1970, for the `now` of `createMatchloop`. */
  readonly now: () => number
  readonly advance: (millis: number) => void
}

export const minutes = 60_000
export const hours = 60 * minutes
export const days = 24 * hours

/** A clock that stands at 2026-11-23 09:00 UTC unless told otherwise. */
export const clock = (start: number = Date.UTC(2026, 10, 23, 9)): Clock => {
  let time = start
  return {
    now: () => time,
    advance: (millis) => {
      time += millis
    },
  }
}
