/** What the system itself gives as a reason: words that tell of nobody. */
export const own = {
  merged: "merged",
  erased: "erased",
  offerAccepted: "offer accepted",
  placedElsewhere: "placed elsewhere",
  positionFilled: "position filled",
  positionLost: "position lost",
  positionCancelled: "position cancelled",
  positionClosed: "position closed",
  notPassed: "did not pass the screening",
} as const
export type Own = (typeof own)[keyof typeof own]

const all: ReadonlySet<string> = new Set(Object.values(own))

export const isOwn = (text: string): text is Own => all.has(text)

/**
 * What stands for every reason that one person alone was given: reports count all of those in one, and an erasure leaves
 * this of them, so that it changes no count.
 */
export const once = "given once"
