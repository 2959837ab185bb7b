import * as Either from "effect/Either"
import type { Candidate } from "../candidate/Candidate.js"
import type { Consent } from "../candidate/Consent.js"
import { Lifecycle, type Standing } from "../candidate/Lifecycle.js"
import * as Readiness from "../candidate/Readiness.js"
import type { Context } from "../Context.js"
import { type Decision, decided } from "../Decision.js"
import * as Draft from "../Draft.js"
import type { Instant } from "../Field.js"
import type { Placement } from "../placement/Placement.js"
import * as Plan from "../Plan.js"
import * as Reason from "../Reason.js"
import { MergeConflict, NotFound, type Refusal, TransitionRefused } from "../Refusal.js"
import * as Ending from "../submission/Ending.js"
import type * as Submission from "../submission/Submission.js"
import * as Aliasing from "./Aliasing.js"
import * as Fields from "./Fields.js"
import type { Merge, Preview } from "./Merge.js"
import * as Moving from "./Moving.js"
import * as Pair from "./Pair.js"
import * as Rivals from "./Rivals.js"

/** What is looked up for both records together (given as `both`). */
export const plan = Plan.plan({
  both: Plan.given("candidate", "both"),
  consents: Plan.having("consent", "candidateId", "both"),
  placements: Plan.having("placement", "candidateId", "both"),
  submissions: Plan.having("submission", "candidateId", "both"),
  openings: { noun: "opening", by: { positionId: { step: "submissions", field: "positionId" } } },
  interviews: Plan.having("interview", "submissionId", "submissions"),
  offers: Plan.having("offer", "submissionId", "submissions"),
})

export interface Loaded extends Pair.Pair<"candidate"> {
  readonly found: Plan.Loaded<typeof plan>
}

const rules: Fields.Rules = {
  name: "keep",
  email: "keep",
  phone: "keep",
  location: "keep",
  willingToRelocate: "keep",
  skills: "unite",
  tags: "unite",
  links: "unite",
  salaryExpectation: "keep",
  availableFrom: "keep",
  source: "first",
  owner: "keep",
  customFields: "overlay",
  screenedAt: "latest",
}

/** The fields whose values may be chosen. */
export const choosable: ReadonlyArray<string> = Object.keys(rules).filter((field) => field !== "screenedAt")

const isRunning = ({ kind }: Placement): boolean => kind === "pendingStart" || kind === "started"

/** Where the one person stands: nobody who must not be used becomes usable, and nobody at work free, by a merge. */
const standing = (
  into: Candidate,
  from: Candidate,
  consents: ReadonlyArray<Consent>,
  placements: ReadonlyArray<Placement>,
  at: Instant,
): Standing => {
  const both = [into, from]
  for (const one of both) {
    const { kind, leftStage } = one
    if (kind === "doNotUse") return { kind, leftStage, reason: one.reason }
  }
  if (both.some(({ kind }) => kind === "placed") || placements.some(isRunning)) return { kind: "placed" }
  if (into.kind === "inactive" && from.kind === "inactive") {
    const { kind, leftStage, reason } = into
    return { kind, leftStage, reason }
  }
  const screenedAt = both.reduce<Instant | null>(
    (last, one) => (one.screenedAt !== null && (last === null || last < one.screenedAt) ? one.screenedAt : last),
    null,
  )
  if (screenedAt === null) return { kind: both.some(({ kind }) => kind === "screening") ? "screening" : "new" }
  const { ready, until } = Readiness.of(consents, at)
  return { kind: ready ? "ready" : "screened", screenedAt, readyUntil: until }
}

const ids = (records: ReadonlyArray<{ readonly id: string }>): ReadonlyArray<string> => records.map(({ id }) => id)

/** What the merge would do, conflicts and all. */
export const preview = (loaded: Loaded, input: Merge, at: Instant): Preview => {
  const { into, from, found } = loaded
  const of = (candidate: Candidate) => found.submissions.filter(({ candidateId }) => candidateId === candidate.id)
  const own = of(from)
  const named = input.choose?.submissions ?? []
  const rivals = Rivals.between(own, of(into)).map((pair) => {
    const [a, b] = pair.submissionIds
    const wanted = named.includes(a) === named.includes(b) ? null : named.includes(a) ? b : a
    const end = found.submissions.find(({ id }) => id === wanted)
    return { ...pair, ends: end !== undefined && end.kind !== "accepted" ? end.id : null }
  })
  const hangs = <R extends { readonly submissionId: string }>(rows: ReadonlyArray<R>) =>
    rows.filter(({ submissionId }) => own.some(({ id }) => id === submissionId))
  return {
    ...Pair.seen(rules, loaded, input),
    kind: {
      from: from.kind,
      into: into.kind,
      result: standing(into, from, found.consents, found.placements, at).kind,
    },
    through: { interview: ids(hangs(found.interviews)), offer: ids(hangs(found.offers)) },
    attempts: Rivals.renumbered(own, of(into)).filter(({ before, after }) => before !== after),
    ends: rivals.flatMap(({ ends }) => ends ?? []),
    conflicts: rivals.flatMap(({ ends, ...pair }) => (ends === null ? [pair] : [])),
  }
}

/** The first submission that was chosen and is of neither record. */
export const stranger = ({ found }: Loaded, { choose }: Merge): NotFound | null => {
  const id = choose?.submissions?.find((id) => !found.submissions.some((one) => one.id === id))
  return id === undefined ? null : new NotFound({ noun: "submission", id, field: "choose.submissions" })
}

/** Ends the lesser of two live submissions, after both have come to the one candidate. */
const end = (draft: Draft.Draft, submission: Submission.Submission, found: Loaded["found"]) =>
  Ending.end(
    draft,
    {
      submission,
      interviews: found.interviews.filter(({ kind }) => kind === "requested" || kind === "scheduled"),
      offers: found.offers.filter(({ kind }) => kind === "draft" || kind === "extended"),
      openings: found.openings,
    },
    { ending: "withdraw", reason: Reason.own.merged, party: "system", note: null, consequence: true },
  )

/** Makes one of two: everything that named the one names the other, and the former id resolves to it. */
export const decide = (
  loaded: Loaded,
  input: Merge,
  context: Context,
): Decision<{ readonly candidate: Candidate; readonly preview: Preview }> =>
  Either.gen(function* () {
    const { into, from, found, referrers } = loaded
    const { at } = context
    const seen = preview(loaded, input, at)
    if (from.kind === "anonymized") {
      const { id, kind } = from
      yield* Either.left<Refusal>(
        new TransitionRefused({ noun: "candidate", id, kind, command: "merge", legal: Lifecycle.legal(kind) }),
      )
    }
    const as = standing(into, from, found.consents, found.placements, at)
    const fields = Fields.results(seen.fields)
    const next = yield* Lifecycle.step({ ...into, ...fields } as Candidate, { _tag: "merge", as }, undefined)
    if (seen.conflicts.length > 0)
      yield* Either.left<Refusal>(new MergeConflict({ from: from.id, into: into.id, conflicts: seen.conflicts }))
    const draft = Draft.make(context)
    Aliasing.take(draft, "candidate", from, into.id)
    const candidate = yield* Draft.move(draft, "candidate", into, next, {
      type: Aliasing.merges.candidate,
      preferred: as.kind === into.kind ? into.stage : as.kind === from.kind ? from.stage : null,
      data: { merged: from.id },
      consequence: true,
    })
    const attempts = new Map(seen.attempts.map(({ submissionId, after }) => [submissionId, after]))
    const moved = new Map<string, Moving.Referrer["record"]>()
    for (const referrer of referrers) {
      const id = String(referrer.record.id)
      const attempt = attempts.get(id)
      moved.set(id, Moving.move(draft, referrer, from.id, into.id, attempt === undefined ? {} : { attempt }))
    }
    for (const submission of found.submissions) {
      if (!seen.ends.includes(submission.id)) continue
      yield* end(draft, (moved.get(submission.id) ?? submission) as Submission.Submission, found)
    }
    return decided(draft, { candidate, preview: seen })
  })
