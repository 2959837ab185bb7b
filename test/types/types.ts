/** Compiled by `npm run typecheck`, never run: each `@ts-expect-error` is a mistake that must not compile. */
import * as Pipeline from "../../src/domain/Pipeline.js"
import type { Candidate } from "../../src/domain/candidate/Candidate.js"
import { Lifecycle } from "../../src/domain/candidate/Lifecycle.js"
import type * as Consent from "../../src/domain/candidate/Consent.js"
import { Offer } from "../../src/domain/submission/Offer.js"
import { submit, SubmissionLifecycle, type Unsubmitted } from "../../src/domain/submission/SubmissionLifecycle.js"
import { createMatchloop } from "matchloop"
import { memory } from "matchloop/memory"

declare const submission: Unsubmitted
declare const candidate: Candidate
declare const consent: Consent.Consent
const at = "2026-11-23T00:00:00.000Z"

export const submitting = () => {
  // @ts-expect-error a candidate of any kind is not known to be ready
  submit(submission, { candidate, consent }, at)
  if (candidate.kind === "screened" && consent.kind === "granted") {
    // @ts-expect-error a screened candidate is not ready
    submit(submission, { candidate, consent }, at)
  }
  if (candidate.kind === "ready") {
    // @ts-expect-error a consent of any kind is not known to be granted
    submit(submission, { candidate, consent }, at)
    if (consent.kind === "granted") return submit(submission, { candidate, consent }, at).submittedAt satisfies string
  }
  return null
}

export const commands = () => {
  // @ts-expect-error no such command
  Lifecycle.step(candidate, { _tag: "promote" }, undefined)
  // @ts-expect-error banning needs a reason
  Lifecycle.step(candidate, { _tag: "ban" }, undefined)
  if (candidate.kind === "new") {
    // @ts-expect-error a new candidate cannot be placed
    Lifecycle.send<"new", "place">(candidate, { _tag: "place" }, undefined)
    Lifecycle.send<"new", "startScreening">(candidate, { _tag: "startScreening" }, undefined)
  }
  // @ts-expect-error no such kind
  SubmissionLifecycle.legal("hired")
}

type Step = { readonly _tag: "extend" } | { readonly _tag: "draft" }
const { row, define } = Pipeline.of<import("../../src/domain/submission/Offer.js").Offer, Step, unknown>()

export const rows = () => {
  // @ts-expect-error no such kind to lead to
  row("extend", ["draft"], ["sent"], (state) => state)
  // @ts-expect-error no such kind to come from
  row("extend", ["written"], ["extended"], (state) => state)
  // @ts-expect-error an extended offer has an `extendedAt`
  row("extend", ["draft"], ["extended"], (state) => ({ ...state, kind: "extended" }))
  const extend = row("extend", ["draft"], ["extended"], (state) => ({ ...state, kind: "extended", extendedAt: at }))
  // @ts-expect-error a command without its row
  define(Offer, { extend })
}

export const stages = async () => {
  const crm = await createMatchloop({
    storage: memory(),
    pipelines: { submission: [{ name: "Onsite", kind: "interviewing" }] },
  })
  const maya = crm.as("maya")
  await maya.submissions.move("sub_1", { stage: "Onsite" })
  await maya.submissions.move("sub_1", { stage: "submitted" })
  // @ts-expect-error no stage of that name
  await maya.submissions.move("sub_1", { stage: "Typo" })
  await maya.candidates.move("cand_1", { stage: "whatever the candidates' stages are" })
}

export const inputs = async () => {
  const maya = (await createMatchloop({ storage: memory() })).as("maya")
  // @ts-expect-error a candidate needs a name
  await maya.candidates.create({})
  // @ts-expect-error no such field
  await maya.candidates.create({ name: "Ada", nickname: "A" })
  // @ts-expect-error an outcome is one of three
  await maya.candidates.screen("cand_1", { outcome: "maybe" })
  // @ts-expect-error a rejection needs a reason
  await maya.submissions.reject("sub_1", {})
  // @ts-expect-error no such field to ask for
  await maya.candidates.list({ where: { nickname: "A" } })
  // @ts-expect-error no such operation
  await maya.submissions.hire("sub_1")
}
