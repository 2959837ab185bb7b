import * as Either from "effect/Either"
import * as Schema from "effect/Schema"
import type { Candidate } from "../candidate/Candidate.js"
import { Lifecycle } from "../candidate/Lifecycle.js"
import type { Contact } from "../client/Contact.js"
import type { Context } from "../Context.js"
import { type Decision, decided } from "../Decision.js"
import * as Draft from "../Draft.js"
import * as Words from "../duplicate/Name.js"
import { isErasure } from "../Fact.js"
import * as Input from "../Input.js"
import type { Entry, Json } from "../Ledger.js"
import { type NounName, type RecordOf, recordsOf, rowOf } from "../Nouns.js"
import * as Reason from "../Reason.js"
import { InvalidInput, type Refusal } from "../Refusal.js"
import type { Interview } from "../submission/Interview.js"
import * as Ending from "../submission/Ending.js"
import type { Offer } from "../submission/Offer.js"
import * as Submission from "../submission/Submission.js"
import * as Visits from "../Visits.js"
import type { Opening } from "../position/Opening.js"
import * as Called from "./Called.js"
import { unheld } from "./HoldCommands.js"
import { blanked, type Outlives } from "./Personal.js"
import * as Redaction from "./Redaction.js"
import * as Source from "./Source.js"

type Row = { readonly [field: string]: Json }

export const Erase = Schema.Struct({
  /** Why, in words that do not name the person: they outlive the erasure. */
  reason: Input.Line,
  /**
   * What the person counts as having come from, in place of what names them or is theirs alone. Where absent, a source
   * that names them is no more, and any other stays.
   */
  source: Input.maybe(Input.Line),
})

/** One human: the candidate and the contacts linked to them, or a contact who is linked to nobody. */
export interface Human {
  readonly candidate: Candidate | null
  readonly contacts: ReadonlyArray<Contact>
}

/** Everything that there is of a person. */
export interface Loaded extends Human {
  /** Whether the record was taken away: it is as it was in the end, at the version of its last entry. */
  readonly isGone: boolean
  /** The ids of records that were merged into this one. */
  readonly formerIds: ReadonlyArray<string>
  readonly holds: ReadonlyArray<RecordOf<"hold">>
  /** Every record that tells of the person, but for the candidate's and the contacts' own. */
  readonly records: ReadonlyArray<{ readonly noun: NounName; readonly record: Row }>
  /** The openings that the person's submissions may hold. */
  readonly openings: ReadonlyArray<Opening>
  /** Every entry about those records, and those on others that a merge since undone brought about. */
  readonly entries: ReadonlyArray<Entry>
  /** Entries on others' records that an act about this person wrote, too: their reasons tell of the person. */
  readonly beside: ReadonlyArray<Entry>
  /** What told of the person and is no more; its entries are among the others. */
  readonly removed: { readonly ids: ReadonlyArray<string>; readonly blobs: ReadonlyArray<string> }
  readonly remembered: ReadonlyArray<{ readonly key: string; readonly result: Json }>
  /** Whether a reason was given to others, too. */
  readonly isOthers: (reason: string) => boolean
  /** Whether others came from a source, too. */
  readonly isShared: (source: string) => boolean
}

/** What is left to show that a person was erased, without a word of the person. */
export interface Receipt {
  /** Null for whoever was a contact only. */
  readonly candidateId: string | null
  /** The contacts erased, who are the same human. */
  readonly contactIds: ReadonlyArray<string>
  readonly formerIds: ReadonlyArray<string>
  readonly erasedAt: string
  readonly erasedBy: string
  readonly reason: string
  /** What became of the person's source: `alone` is one that nobody else has, and may be worth a look. */
  readonly source: Source.Fate
  /** How many of each were rid of what they said. */
  readonly records: number
  readonly entries: number
  readonly documents: number
  readonly remembered: number
}

/** What is left of a human. */
export interface Erased extends Human {
  readonly receipt: Receipt
}

/** Whoever is erased is in nobody's pipeline any more; a placement that stands is kept without a name. */
const withdraw = (draft: Draft.Draft, loaded: Loaded): Either.Either<unknown, Refusal> =>
  Either.all(
    recordsOf("submission", loaded.records)
      .filter((submission) => Submission.isLive(submission) && submission.kind !== "accepted")
      .map((submission) =>
        Ending.end(
          draft,
          {
            submission,
            interviews: recordsOf("interview", loaded.records).filter(
              ({ kind }: Interview) => kind === "requested" || kind === "scheduled",
            ),
            offers: recordsOf("offer", loaded.records).filter(
              ({ kind }: Offer) => kind === "draft" || kind === "extended",
            ),
            openings: loaded.openings,
          },
          { ending: "withdraw", reason: Reason.own.erased, party: "candidate", note: null, consequence: true },
        ),
      ),
  )

/** Visits tell the reasons of the moves that began them: those of redacted entries are told anew. */
const rewriteVisits = (
  draft: Draft.Draft,
  entries: ReadonlyArray<Entry>,
  redactions: ReadonlyArray<Redaction.Redaction>,
): void => {
  const said = new Map(redactions.map(({ entryId, ...payload }) => [entryId, payload]))
  const reasoned = new Set(
    entries.flatMap(({ data, id, subject }) => (said.has(id) && typeof data.reason === "string" ? [subject.id] : [])),
  )
  for (const subjectId of reasoned) {
    const own = [...entries, ...draft.entries].filter(({ subject }) => subject.id === subjectId)
    const pipeline = own[0]?.subject.type
    if (pipeline === undefined || !Draft.isPipeline(pipeline)) continue
    const visits = Visits.of(
      pipeline,
      own.map((entry) => ({ ...entry, ...said.get(entry.id) })),
    )
    draft.visitsRewritten.push({ pipeline, subjectId, visits })
  }
}

/** Whether the text holds a word of what somebody is called, or what they are reached by. */
const tells = (text: string, { email, name, phone }: Row): boolean => {
  const said = Words.words(text)
  const lower = text.toLowerCase()
  return (
    (typeof name === "string" && Words.tokens(name).some((word) => word.length > 2 && said.includes(word))) ||
    [email, phone].some((way) => typeof way === "string" && way !== "" && lower.includes(way.toLowerCase()))
  )
}

/** Everything that candidates and contacts who are this human ever were, record by record. */
const everyone = ({ candidate, contacts, entries, formerIds, removed }: Loaded): ReadonlyArray<Row> => {
  const people = [...(candidate === null ? [] : [candidate]), ...contacts]
  const own = new Set<string>([...people.map(({ id }) => id), ...formerIds, ...removed.ids])
  return [
    ...people.map(rowOf),
    ...entries.flatMap(({ patch, subject: { id, type } }) =>
      patch !== null && own.has(id) && (type === "candidate" || type === "contact") ? [patch] : [],
    ),
  ]
}

const calledOf = (loaded: Loaded): Called.Called => Called.of(everyone(loaded))

/** Every source that the human's records say, or said. */
export const sourcesIn = ({ candidate, entries, records }: Pick<Loaded, "candidate" | "entries" | "records">) =>
  new Set(
    [
      ...(candidate === null ? [] : [{ noun: "candidate" as const, record: rowOf(candidate) }]),
      ...records,
      ...entries.flatMap(({ patch, subject: { type } }) => (patch === null ? [] : [{ noun: type, record: patch }])),
    ].flatMap(({ noun, record }) => Source.sourceIn(noun, record) ?? []),
  )

/** What becomes of the human's sources. */
export const sourcesOf = (loaded: Loaded, instead: string | null): Source.Sources =>
  Source.decided(sourcesIn(loaded), loaded.isShared, calledOf(loaded), instead)

type Told = Pick<Receipt, "formerIds" | "reason" | "source" | "records" | "entries" | "documents" | "remembered">

/** Leaves the candidate's tombstone; done again, it takes what has come to be said since. */
const buryCandidate = (
  draft: Draft.Draft,
  candidate: Candidate,
  { isGone }: Loaded,
  outlives: Outlives,
  told: Told,
): Either.Either<Candidate, Refusal> => {
  const row = rowOf(candidate)
  const empty = { ...blanked("candidate", row, outlives), reason: null }
  if (isGone) {
    Draft.tell(draft, "candidate", candidate, "CandidateErased", told)
    return Either.right({ ...candidate, ...empty, kind: "anonymized" } as Candidate)
  }
  if (candidate.kind === "anonymized") {
    const [again = candidate] = recordsOf("candidate", [
      {
        noun: "candidate",
        record: Draft.amend(draft, "candidate", row, "CandidateErased", empty, told),
      },
    ])
    return Either.right(again)
  }
  return Either.flatMap(Lifecycle.step(candidate, { _tag: "anonymize" }, undefined), (gone) =>
    Draft.move(draft, "candidate", candidate, { ...gone, ...empty } as Candidate, {
      type: "CandidateErased",
      data: told,
      consequence: true,
    }),
  )
}

/** Leaves a contact's tombstone, which companies and positions go on to name. */
const buryContact = (
  draft: Draft.Draft,
  contact: Contact,
  { isGone }: Pick<Loaded, "isGone">,
  outlives: Outlives,
  told: Partial<Told>,
): Contact => {
  const tombstone = { ...blanked("contact", contact, outlives), erasedAt: contact.erasedAt ?? draft.context.at }
  if (!isGone) return Draft.update(draft, "contact", contact, "ContactErased", tombstone, told)
  Draft.tell(draft, "contact", contact, "ContactErased", told)
  return { ...contact, ...tombstone }
}

/** Whether an erasure takes anything out, or only says once more that it was. */
export const takes = ({ entries, erasure }: Draft.Draft): boolean =>
  entries.some(({ type }) => !isErasure(type)) || (erasure !== null && erasure.redactions.length > 0)

/**
 * Leaves tombstones of a person: every word that tells of them goes from the records, the ledger's entries, documents
 * and remembered results; what reports count stays. Done again it takes what has come to be said since.
 */
export const decide = (loaded: Loaded, input: typeof Erase.Type, context: Context): Decision<Erased> =>
  Either.gen(function* () {
    const { beside, candidate, contacts, entries, formerIds, holds, records, remembered, removed } = loaded
    const { reason } = input
    const { at, actor } = context
    const people = [...(candidate === null ? [] : [candidate]), ...contacts]
    const candidateId = candidate === null ? null : candidate.id
    const contactIds = contacts.map(({ id }) => id)
    yield* unheld(candidateId, contactIds, holds)
    const refuse = (field: string) =>
      new InvalidInput({
        command: context.command,
        subject: candidateId ?? contactIds[0] ?? null,
        field,
        issues: [{ path: [field], message: "names the person, whom it would outlive" }],
      })
    if (everyone(loaded).some((one) => tells(reason, one))) yield* Either.left<Refusal>(refuse("reason"))
    const called = calledOf(loaded)
    if (input.source !== null && (called.is(input.source) || called.holds(input.source)))
      yield* Either.left<Refusal>(refuse("source"))
    const sources = sourcesOf(loaded, input.source)
    const outlives: Outlives = { reason: loaded.isOthers, source: sources.becomes }
    const draft = Draft.make(context)
    yield* withdraw(draft, loaded)
    let changed = 0
    for (const { noun, record } of records) {
      if (noun === "equalOpportunity") continue
      const now = draft.records.get(String(record.id))?.record ?? record
      const after = Draft.amend(draft, noun, now, "PersonalDataErased", blanked(noun, now, outlives))
      if (after !== now) changed++
    }
    const answers = recordsOf("equalOpportunity", records)
    for (const one of answers) Draft.remove(draft, "equalOpportunity", one, "EqualOpportunityForgotten", {})
    const own = [...people.map(({ id }) => id), ...formerIds]
    const ids = new Set([...own, ...records.map(({ record }) => String(record.id)), ...removed.ids])
    const known = new Set(entries.map(({ id }) => id))
    const redactions = [
      ...entries.flatMap((entry) => Redaction.redacted(entry, outlives) ?? []),
      ...beside.flatMap((entry) => (known.has(entry.id) ? [] : (Redaction.unreasoned(entry, outlives) ?? []))),
    ]
    const results = remembered.map(({ key, result }) => ({
      key,
      result: Redaction.resultWithout(result, ids, outlives),
    }))
    const documents = recordsOf("document", records)
    const blobs = [...[...documents, ...answers].map(({ blobKey }) => blobKey), ...removed.blobs]
    draft.erasure = { act: draft.act, redactions, remembered: results, blobs }
    for (const id of own) draft.keys.set(id, { fresh: false, keys: [] })
    const told: Told = {
      formerIds,
      reason,
      source: sources.fate,
      records: changed + answers.length + people.length,
      entries: redactions.length,
      documents: documents.length,
      remembered: results.length,
    }
    const receipt: Receipt = { candidateId, contactIds, erasedAt: at, erasedBy: actor, ...told }
    // The receipt is told once, of whom the others are the same human as.
    const aside = candidate === null ? told : { reason }
    const isGone = candidate === null && loaded.isGone
    const tombstones = contacts.map((one) => buryContact(draft, one, { isGone }, outlives, aside))
    const tombstone = candidate === null ? null : yield* buryCandidate(draft, candidate, loaded, outlives, told)
    rewriteVisits(draft, entries, redactions)
    return decided(draft, { candidate: tombstone, contacts: tombstones, receipt })
  })
