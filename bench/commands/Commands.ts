import type { Client } from "matchloop"
import * as ByHand from "../byhand/Commands.js"
import type { Run, Script } from "../byhand/Script.js"
import type { Seeded } from "./Seed.js"

/** A command through the API and by hand. */
export interface Command {
  readonly name: string
  readonly subjects: (seeded: Seeded) => ReadonlyArray<string>
  readonly ours: (maya: Client, id: string) => Promise<unknown>
  readonly byHand: (run: Run, id: string) => Script<unknown>
}

const changed = { location: "Porto", skills: ["sql", "typescript", "effect"] }
const startsOn = "2027-01-04"

/** A simple one, one with guards, and one that moves seven records at once. */
export const commands: ReadonlyArray<Command> = [
  {
    name: "candidates.update",
    subjects: ({ candidates }) => candidates,
    ours: (maya, id) => maya.candidates.update(id, changed),
    byHand: (run, id) => ByHand.updateCandidate(run, id, changed),
  },
  {
    name: "submissions.submit",
    subjects: ({ shortlisted }) => shortlisted,
    ours: (maya, id) => maya.submissions.submit(id),
    byHand: (run, id) => ByHand.submit(run, id),
  },
  {
    name: "submissions.accept",
    subjects: ({ offered }) => offered,
    ours: (maya, id) => maya.submissions.accept(id, { startsOn }),
    byHand: (run, id) => ByHand.accept(run, id, startsOn),
  },
]
