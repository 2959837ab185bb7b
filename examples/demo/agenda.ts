import type { Random } from "./random.js"

const minute = 60_000
export const day = 24 * 60 * minute

/** What happens when, on a clock that stands still between two entries. */
export interface Agenda {
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** In so many days, at some time of an office day. */
  readonly later: (days: number, task: () => Promise<void>) => void
  /** On a day (`YYYY-MM-DD`), in the morning. */
  readonly on: (date: string, task: () => Promise<void>) => void
  /** Does what is due until then, in order, and leaves the clock there. */
  readonly runUntil: (end: number) => Promise<void>
}

interface Due {
  readonly time: number
  readonly task: () => Promise<void>
}

const weekday = (time: number): number => {
  const midnight = Math.floor(time / day) * day
  const name = new Date(midnight).getUTCDay()
  return midnight + (name === 6 ? 2 : name === 0 ? 1 : 0) * day
}

export const agenda = (start: number, random: Random): Agenda => {
  let time = start
  const due: Array<Due> = []
  const put = (entry: Due) => {
    let low = 0
    for (let high = due.length; low < high; ) {
      const middle = (low + high) >>> 1
      if ((due[middle]?.time ?? 0) <= entry.time) low = middle + 1
      else high = middle
    }
    due.splice(low, 0, entry)
  }
  return {
    now: () => time,
    later: (days, task) => {
      const office = weekday(time + days * day) + random.between(8 * 60, 17 * 60) * minute
      put({ time: office > time ? office : time + random.between(5, 90) * minute, task })
    },
    on: (date, task) => put({ time: Math.max(time + minute, Date.parse(`${date}T08:00:00Z`)), task }),
    runUntil: async (end) => {
      for (let next = due[0]; next !== undefined && next.time < end; next = due[0]) {
        due.shift()
        time = Math.max(time, next.time)
        await next.task()
      }
      time = end
    },
  }
}
