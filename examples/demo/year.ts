import { business } from "./business.js"
import { type Desk, recruiters } from "./desk.js"
import { correctTooLate } from "./mistakes.js"
import { accounts } from "./orders.js"
import { sourcing } from "./people.js"
import type { Period } from "./reports.js"

/** What an evening knows of the year so far. */
export interface Month {
  readonly name: string
  readonly commands: number
  readonly open: number
  readonly submissions: number
  readonly placements: number
}

/** Every evening, what time alone has done is written down: consents and offers that ran out. */
const evenings = (desk: Desk): void =>
  desk.later(1, async () => {
    await desk.must(desk.as("system").settle())
    evenings(desk)
  })

const countOf = async (list: (query: { limit: number }) => Promise<{ readonly items: ReadonlyArray<unknown> }>) =>
  (await list({ limit: 1000 })).items.length

/** Lets the agency work from the first to the last day, and tells of every month. */
export const year = async (
  desk: Desk,
  candidates: ReadonlyArray<string>,
  { from, to }: Period,
  onMonth: (month: Month) => void,
): Promise<void> => {
  await business(desk, await accounts(desk))
  sourcing(desk, candidates)
  correctTooLate(desk, recruiters[0], candidates)
  evenings(desk)
  const as = desk.as("system")
  for (let start = new Date(from); start.getTime() < to; ) {
    const next = new Date(Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + 1, 1))
    await desk.runUntil(Math.min(next.getTime(), to))
    onMonth({
      name: start.toLocaleString("en", { month: "short", timeZone: "UTC" }),
      commands: desk.tally.commands,
      open: await countOf((page) => as.positions.list({ where: { kind: ["open", "covered", "onHold"] }, ...page })),
      submissions: await countOf(as.submissions.list),
      placements: await countOf(as.placements.list),
    })
    start = next
  }
}
