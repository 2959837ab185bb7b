import type { Rivals } from "../Refusal.js"
import * as Submission from "../submission/Submission.js"

type Submissions = ReadonlyArray<Submission.Submission>

const order = Object.keys(Submission.Submission.kinds)

const reached = ({ kind }: Submission.Submission): number => order.indexOf(kind)

/** An accepted submission has a placement: to end it is more than a merge may do. */
const canEnd = ({ kind }: Submission.Submission): boolean => kind !== "accepted"

/** The positions on which both are live, and who should go on: whoever came further, the surviving record's if equal. */
export const between = (from: Submissions, into: Submissions): ReadonlyArray<Rivals> =>
  from.filter(Submission.isLive).flatMap((one) => {
    const other = into.find((other) => other.positionId === one.positionId && Submission.isLive(other))
    if (other === undefined) return []
    const [keep, end] = reached(one) > reached(other) ? [one, other] : [other, one]
    return [
      {
        positionId: one.positionId,
        submissionIds: [one.id, other.id] as const,
        proposed: canEnd(end) ? keep.id : null,
      },
    ]
  })

/** The attempt that a submission is counted as among those of the surviving record: behind all of them, in order. */
export interface Renumbered {
  readonly submissionId: string
  readonly positionId: string
  readonly before: number
  readonly after: number
}

export const renumbered = (from: Submissions, into: Submissions): ReadonlyArray<Renumbered> => {
  const last = new Map<string, number>()
  for (const { positionId, attempt } of into) last.set(positionId, Math.max(last.get(positionId) ?? 0, attempt))
  return [...from]
    .sort((a, b) => a.attempt - b.attempt)
    .map(({ id, positionId, attempt }) => {
      const before = last.get(positionId)
      const after = before === undefined ? attempt : before + 1
      if (before !== undefined) last.set(positionId, after)
      return { submissionId: id, positionId, before: attempt, after }
    })
}
