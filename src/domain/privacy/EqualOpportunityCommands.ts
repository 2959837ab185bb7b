import * as Either from "effect/Either"
import * as Schema from "effect/Schema"
import type { Candidate } from "../candidate/Candidate.js"
import * as Command from "../Command.js"
import { decided } from "../Decision.js"
import * as Draft from "../Draft.js"
import * as Input from "../Input.js"
import * as Plan from "../Plan.js"
import { type Refusal, TransitionRefused } from "../Refusal.js"
import { Answers, written } from "./Answers.js"
import type { EqualOpportunity } from "./EqualOpportunity.js"
import { holding, unheld } from "./HoldCommands.js"

/** What was done, without a word of the answers. */
export interface Recorded {
  readonly candidateId: Candidate["id"]
  /** Null where nothing is kept any more. */
  readonly collectedAt: string | null
  /** The keys of the bytes that went. */
  readonly gone: ReadonlyArray<string>
}

const plan = {
  kept: Plan.having("equalOpportunity", "candidateId", "subject"),
  ...holding,
}

/** Lets the bytes go, unless a legal hold keeps them. */
const drop = (
  draft: Draft.Draft,
  candidateId: Candidate["id"],
  { kept, ...hanging }: Plan.Loaded<typeof plan>,
): Either.Either<ReadonlyArray<string>, Refusal> => {
  const blobs = kept.map(({ blobKey }) => blobKey)
  if (blobs.length === 0) return Either.right(blobs)
  const contactIds = hanging.contacts.map(({ id }) => id)
  return Either.map(unheld(candidateId, contactIds, [...hanging.holds, ...hanging.contactHolds]), () => {
    draft.erasure = { act: draft.act, redactions: [], remembered: [], blobs }
    return blobs
  })
}

const forgetAll = (draft: Draft.Draft, kept: ReadonlyArray<EqualOpportunity>): void => {
  for (const one of kept) Draft.remove(draft, "equalOpportunity", one, "EqualOpportunityForgotten", {})
}

/** Keeps what a person chose to answer, in place of what they answered before. `UnderLegalHold` while that is held. */
export const record = Command.on(
  "candidate",
  "privacy.recordEqualOpportunity",
  Schema.Struct({ answers: Input.fields(Answers) }),
  plan,
  ({ id, kind }, { answers }, loaded, context) => {
    if (kind === "anonymized")
      return Either.left<Refusal>(
        new TransitionRefused({ noun: "candidate", id, kind, command: "recordEqualOpportunity", legal: [] }),
      )
    const draft = Draft.make(context)
    const blobKey = Draft.freshId(draft, "blob")
    draft.blobs.push({ key: blobKey, bytes: written(answers) })
    const fields = { candidateId: id, collectedAt: context.at, blobKey }
    return Either.map(drop(draft, id, loaded), (gone) => {
      const [first, ...others] = loaded.kept
      if (first === undefined) Draft.create(draft, "equalOpportunity", "EqualOpportunityRecorded", fields)
      else Draft.update(draft, "equalOpportunity", first, "EqualOpportunityRecorded", fields)
      // Two people who were merged into one had two.
      forgetAll(draft, others)
      return decided<Recorded>(draft, { candidateId: id, collectedAt: context.at, gone })
    })
  },
)

/** Drops what a person answered; what is left in the ledger is that they once did. `UnderLegalHold` while a hold lasts. */
export const forget = Command.on(
  "candidate",
  "privacy.forgetEqualOpportunity",
  Input.Nothing,
  plan,
  ({ id }, _input, loaded, context) => {
    const draft = Draft.make(context)
    return Either.map(drop(draft, id, loaded), (gone) => {
      forgetAll(draft, loaded.kept)
      return decided<Recorded>(draft, { candidateId: id, collectedAt: null, gone })
    })
  },
)
