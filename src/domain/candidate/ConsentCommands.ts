import * as Either from "effect/Either"
import * as Schema from "effect/Schema"
import * as Command from "../Command.js"
import { decided, every } from "../Decision.js"
import { attach, File } from "../document/Attach.js"
import * as Basis from "../Basis.js"
import { sets } from "../ChangeSet.js"
import * as Draft from "../Draft.js"
import type { Fact } from "../Fact.js"
import * as Input from "../Input.js"
import * as Plan from "../Plan.js"
import { InvalidInput, NotFound, type Refusal } from "../Refusal.js"
import { type Consent, purposes } from "./Consent.js"
import { ConsentLifecycle, type Command as Step } from "./ConsentLifecycle.js"
import * as Readying from "./Readying.js"

const Scope = {
  purpose: Input.or(Schema.Literal(...purposes), () => "represent" as const),
  clientId: Input.maybe(Input.Ref),
  positionId: Input.maybe(Input.Ref),
}

const scoped = {
  consents: Plan.having("consent", "candidateId", "subject"),
  client: Plan.given("client", "clientId"),
  position: Plan.given("position", "positionId"),
  document: Plan.given("document", "documentId"),
}

const ids = (id: string | null | undefined): ReadonlyArray<string> => (typeof id === "string" ? [id] : [])

type Scoped = { readonly clientId: string | null; readonly positionId: string | null }

const given = (input: Scoped & { readonly documentId?: string | null }): Plan.Given => ({
  clientId: ids(input.clientId),
  positionId: ids(input.positionId),
  documentId: ids(input.documentId),
})

const scope = (loaded: Plan.Loaded<typeof scoped>, input: Scoped) =>
  Either.gen(function* () {
    const [client] = yield* every(loaded.client, "client", ids(input.clientId), "clientId")
    const [position] = yield* every(loaded.position, "position", ids(input.positionId), "positionId")
    return { clientId: client?.id ?? null, positionId: position?.id ?? null }
  })

/** Asks a candidate for consent; `signConsent` with the consent's id grants it. */
export const requestConsent = Command.on(
  "candidate",
  "candidates.requestConsent",
  Schema.Struct(Scope),
  scoped,
  (subject, input, loaded, context) =>
    Either.map(scope(loaded, input), (covered) => {
      const changes = Draft.make(context)
      const consent = Draft.create(
        changes,
        "consent",
        "ConsentRequested",
        { ...covered, candidateId: subject.id, purpose: input.purpose },
        "requested",
      )
      return decided(changes, consent)
    }),
  given,
)

const Sign = Schema.Struct({
  ...Scope,
  /** The requested consent that is granted; a new one where absent. */
  consentId: Input.maybe(Input.Ref),
  document: Schema.optional(File),
  /** A document that is kept already, in place of `document`. */
  documentId: Input.maybe(Input.Ref),
  expiresAt: Input.maybe(Input.Instant),
})

const step = (draft: Draft.Draft, consent: Consent, command: Step, type: Fact): Either.Either<Consent, Refusal> =>
  Either.flatMap(ConsentLifecycle.step(consent, command, undefined), (next) =>
    Draft.move(draft, "consent", consent, next, { type }),
  )

/** Keeps the signed form as a document and grants the consent; a screened candidate becomes ready by it. */
export const signConsent = Command.on(
  "candidate",
  "candidates.signConsent",
  Sign,
  scoped,
  (subject, input, loaded, context) =>
    Either.gen(function* () {
      const wrong = (field: string, message: string) =>
        Either.left(
          new InvalidInput({
            command: context.command,
            subject: subject.id,
            field,
            issues: [{ path: [field], message }],
          }),
        )
      const changes = Draft.make(context)
      if (input.expiresAt !== null && input.expiresAt <= context.at) yield* wrong("expiresAt", "has passed")
      const [kept] = yield* every(loaded.document, "document", ids(input.documentId), "documentId")
      if (kept !== undefined && input.document !== undefined)
        yield* wrong("documentId", "is one document too many beside `document`")
      const document =
        kept ??
        (input.document === undefined
          ? undefined
          : attach(changes, input.document, "consent", [{ type: "candidate", id: subject.id }]))
      if (document === undefined) return yield* wrong("document", "is missing: a consent is signed")
      const covered = yield* scope(loaded, input)
      const granted = { documentId: document.id, grantedAt: context.at, expiresAt: input.expiresAt }
      const asked = loaded.consents.find((consent) => consent.id === input.consentId)
      if (input.consentId !== null && asked === undefined) {
        return yield* Either.left(new NotFound({ noun: "consent", id: input.consentId, field: "consentId" }))
      }
      const consent =
        asked === undefined
          ? Draft.create(
              changes,
              "consent",
              "ConsentSigned",
              { ...covered, candidateId: subject.id, purpose: input.purpose, ...granted },
              "granted",
            )
          : yield* step(
              changes,
              asked,
              { _tag: "grant", at: context.at, documentId: document.id, expiresAt: input.expiresAt },
              "ConsentSigned",
            )
      const others = yield* Readying.expire(
        changes,
        loaded.consents.filter((other) => other.id !== consent.id),
      )
      const candidate = yield* Readying.align(changes, subject, [...others, consent])
      return decided(changes, { candidate, consent, document })
    }),
  given,
)

const Withdrawal = Schema.Struct({
  /** The consent meant; where absent, the only one there is. */
  consentId: Input.maybe(Input.Ref),
  reason: Input.maybe(Input.Line),
})

const chosen = (
  consents: ReadonlyArray<Consent>,
  kind: Consent["kind"],
  id: string | null,
  candidateId: string,
  command: string,
) => {
  const fitting = consents.filter((consent) => (id === null ? consent.kind === kind : consent.id === id))
  const [only, second] = fitting
  if (id !== null && only === undefined) return Either.left(new NotFound({ noun: "consent", id, field: "consentId" }))
  return only === undefined || second !== undefined
    ? Either.left(
        new InvalidInput({
          command,
          subject: candidateId,
          field: "consentId",
          issues: [{ path: ["consentId"], message: `is needed: ${fitting.length} consents are ${kind}` }],
        }),
      )
    : Either.right(only)
}

/** The candidate says no to a request. */
export const denyConsent = Command.on(
  "candidate",
  "candidates.denyConsent",
  Withdrawal,
  scoped,
  (subject, input, loaded, context) =>
    Either.gen(function* () {
      const changes = Draft.make(context)
      const consent = yield* chosen(loaded.consents, "requested", input.consentId, subject.id, context.command)
      const denied = yield* step(
        changes,
        consent,
        { _tag: "deny", at: context.at, reason: input.reason },
        "ConsentDenied",
      )
      return decided(changes, { candidate: subject, consent: denied })
    }),
)

/** The kinds of submissions that are with the client. */
const out = ["submitted", "interviewing", "offered", "accepted"] as const

const revoking = { ...scoped, live: Plan.having("submission", "candidateId", "subject", out) }

/** Takes a consent back: readiness ends with the last one. `affected` are the live submissions that went out under it. */
export const revokeConsent = Command.on(
  "candidate",
  "candidates.revokeConsent",
  Withdrawal,
  revoking,
  (subject, input, loaded, context) =>
    Either.gen(function* () {
      const changes = Draft.make(context)
      const consent = yield* chosen(loaded.consents, "granted", input.consentId, subject.id, context.command)
      const revoked = yield* step(
        changes,
        consent,
        { _tag: "revoke", at: context.at, reason: input.reason },
        "ConsentRevoked",
      )
      const others = yield* Readying.expire(
        changes,
        loaded.consents.filter((other) => other.id !== consent.id),
      )
      const candidate = yield* Readying.align(changes, subject, [...others, revoked])
      Basis.whole(changes, sets.submissionsOfCandidate, subject.id, out, loaded.live)
      const affected = loaded.live.filter((submission) => submission.consentId === consent.id)
      return decided(changes, { candidate, consent: revoked, affected })
    }),
)
