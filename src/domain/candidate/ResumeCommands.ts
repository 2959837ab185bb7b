import * as Either from "effect/Either"
import * as Schema from "effect/Schema"
import * as Command from "../Command.js"
import * as Custom from "../custom/Given.js"
import { decided } from "../Decision.js"
import { attach, File, Said } from "../document/Attach.js"
import type { Document } from "../document/Document.js"
import * as Draft from "../Draft.js"
import * as Input from "../Input.js"
import type { Candidate } from "./Candidate.js"
import * as Commands from "./Commands.js"
import * as Fields from "./Fields.js"

/** What a person confirmed of a résumé: the candidate, and the file where it came along. */
export interface Confirmed {
  readonly candidate: Candidate
  readonly document: Document | null
}

const Fresh = Schema.Struct({
  /** What was read and found right, as `toCandidate` gives it. */
  profile: Fields.Create,
  document: File,
  text: Said,
})

const about = ({ id }: Candidate) => [{ type: "candidate", id } as const]

/** Makes a candidate of a résumé that was read, and keeps the file with it. */
export const confirmNew = Command.make(
  "candidates.confirmResume",
  Fresh,
  Custom.plan,
  () => Custom.forNew("candidate"),
  ({ document, profile, text }, loaded, context) => {
    const changes = Draft.make(context)
    return Either.mapBoth(Commands.draft(changes, profile, Custom.fields(loaded.customFields)), {
      onLeft: Custom.within("profile"),
      onRight: (candidate) => {
        const kept = attach(changes, document, "resume", about(candidate), text)
        return decided<Confirmed>(changes, { candidate, document: kept })
      },
    })
  },
)

const Known = Schema.Struct({
  /** What of it was chosen; the rest stays as it is. */
  profile: Input.fields(Fields.Update),
  /** Absent where the file is a document already. */
  document: Schema.optional(File),
  text: Said,
})

/** Brings a candidate up to date by a résumé that was read, and keeps the file where it is new. */
export const confirmKnown = Command.on(
  "candidate",
  "candidates.confirmResume",
  Known,
  Custom.named,
  (subject, { document, profile, text }, { customFields }, context) => {
    const loaded = { subject: [subject], customFields }
    return Either.mapBoth(Commands.update.decide(subject, profile, loaded, context), {
      onLeft: Custom.within("profile"),
      onRight: ({ draft, result: candidate }) => {
        const kept = document === undefined ? null : attach(draft, document, "resume", about(candidate), text)
        return decided<Confirmed>(draft, { candidate, document: kept })
      },
    })
  },
  ({ profile }) => Custom.forChange("candidate", profile.customFields),
)
