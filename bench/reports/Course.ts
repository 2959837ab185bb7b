import { day, end, hour } from "./Agency.js"
import * as Random from "./Random.js"

/** The stops of one submission, in order; only what has come by the end of the five years. */
export interface Course {
  readonly kinds: ReadonlyArray<string>
  readonly times: ReadonlyArray<number>
}

const losing = ["rejected", "rejected", "rejected", "withdrawn", "closedOut"]

/**
 * The course of a submission from its seed, the same each time: forward with some steps back and then an end, or, for a
 * winner, to the acceptance and the start. Some are forgotten and never end.
 */
export const of = (seed: number, start: number, wins: boolean, backsOut: boolean): Course => {
  const random = Random.of(seed)
  const kinds: Array<string> = []
  const times: Array<number> = []
  let at = start
  const stand = (kind: string, days: number) => {
    if (at < end) {
      kinds.push(kind)
      times.push(at)
    }
    at += hour + random.wait(days * day)
  }
  const course = { kinds, times }
  stand("shortlisted", 2)
  if (random.chance(0.2)) stand("submittedInternal", 2)
  let last = "shortlisted"
  if (wins || random.chance(0.6)) {
    last = "submitted"
    stand("submitted", 5)
    while (random.chance(wins ? 0.05 : 0.02)) {
      stand("interviewing", 4)
      stand("submitted", 3)
    }
    if (wins || random.chance(0.42)) {
      last = "interviewing"
      stand("interviewing", 9)
      if (wins || random.chance(0.12)) {
        last = "offered"
        stand("offered", 5)
      }
    }
  }
  if (wins) {
    stand("accepted", 30)
    stand(backsOut ? "withdrawn" : "placed", 0)
  } else if (random.chance(0.996))
    stand(last === "offered" ? random.pick(["declined", "declined", "rescinded"]) : random.pick(losing), 0)
  return course
}

/** When the course first came to a kind; NaN where it did not. */
export const cameTo = ({ kinds, times }: Course, kind: string): number => times[kinds.indexOf(kind)] ?? Number.NaN
