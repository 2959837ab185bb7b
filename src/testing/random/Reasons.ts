import * as fc from "fast-check"
import { on, type Weighted } from "./Command.js"
import { none, party } from "./Inputs.js"
import { legalIn } from "./World.js"

/** So many that some are given to one person alone, and some to one person twice. */
const rare = fc.integer({ min: 1, max: 7 }).map((n) => `reason ${n}`)
const given = fc.record({ reason: rare })
const by = fc.record({ reason: rare, party })

const candidate = (command: string) => ({ noun: "candidate", kinds: legalIn("candidate", command) }) as const
const submission = (command: string) => ({ noun: "submission", kinds: legalIn("submission", command) }) as const

/** Ends by reasons that few are given, and what becomes of them: taken back, merged with others', erased. */
export const reasons: ReadonlyArray<Weighted> = [
  on(4, "candidates.deactivate, rarely so", candidate("deactivate"), given, (client, id, input, options) =>
    client.candidates.deactivate(id, input, options),
  ),
  on(3, "candidates.reactivate", candidate("reactivate"), none, (client, id, input, options) =>
    client.candidates.reactivate(id, input, options),
  ),
  on(1, "candidates.markDoNotUse, rarely so", candidate("ban"), given, (client, id, input, options) =>
    client.candidates.markDoNotUse(id, input, options),
  ),
  on(2, "candidates.denyConsent, rarely so", candidate("pass"), given, (client, id, input, options) =>
    client.candidates.denyConsent(id, input, options),
  ),
  on(6, "submissions.reject, rarely so", submission("reject"), by, (client, id, input, options) =>
    client.submissions.reject(id, input, options),
  ),
  on(4, "submissions.withdraw, rarely so", submission("withdraw"), given, (client, id, input, options) =>
    client.submissions.withdraw(id, input, options),
  ),
  on(4, "submissions.restore", submission("restore"), given, (client, id, input, options) =>
    client.submissions.restore(id, input, options),
  ),
  on(4, "ledger.correct an end", { noun: "submission" }, given, async (client, id, input, options) => {
    const entries = await client.submissions.history(id)
    return client.ledger.correct(entries.at(-1)?.id ?? "", input, options)
  }),
  on(4, "candidates.erase", { noun: "candidate" }, none, (client, id, _input, options) =>
    client.candidates.erase(id, { reason: "retention" }, options),
  ),
]
