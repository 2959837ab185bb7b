import * as fc from "fast-check"
import { on, type Weighted } from "./Command.js"
import { fee } from "./Inputs.js"

const owner = fc.constantFrom("maya", "noor", "zoë")
const tags = fc.subarray(["vip", "remote", "C++"])

/** Changes of what reports carry over from one record to others: sources, owners, tags, fees. */
export const facts: ReadonlyArray<Weighted> = [
  ...[
    [6, { noun: "candidate" }] as const,
    // Offers and placements hang on them.
    [16, { noun: "candidate", kinds: ["placed"] }] as const,
  ].map(([weight, target]) =>
    on(
      weight,
      "candidates.update, its facts",
      target,
      fc.record({ source: fc.constantFrom("linkedin", "referral", "job board"), owner, tags }),
      (client, id, input, options) => client.candidates.update(id, input, options),
    ),
  ),
  on(4, "positions.update, its facts", { noun: "position" }, fc.record({ owner, tags }), (client, id, input, options) =>
    client.positions.update(id, input, options),
  ),
  on(
    3,
    "clients.update, its facts",
    { noun: "client" },
    fc.record({ owner, tags, fee }),
    (client, id, input, options) => client.clients.update(id, input, options),
  ),
  on(3, "submissions.update, its owner", { noun: "submission" }, fc.record({ owner }), (client, id, input, options) =>
    client.submissions.update(id, input, options),
  ),
]
