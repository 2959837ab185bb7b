import * as Cause from "effect/Cause"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Layer from "effect/Layer"
import * as Option from "effect/Option"
import { type ResumeFile, ResumeReader } from "../../src/ports/ResumeReader.js"
import type { Draft } from "../../src/resume/Draft.js"
import { type ReaderOptions, readResumeEffect, resumeReader } from "./Reader.js"

/**
 * Reads a résumé into a draft: PDF (with `unpdf` installed), DOCX (with `mammoth`), HTML, JSON Resume or plain text.
 * Rejects with `ResumeUnreadable` and its reason, and with nothing else.
 *
 * @example
 * import { readResume, toCandidate } from "matchloop/resume"
 *
 * const bytes = new TextEncoder().encode("Ada Park\nada@example.com\n+44 20 7946 0958\n\nSkills\nTypeScript, k8s")
 * const draft = await readResume(bytes, { name: "ada.txt" })
 * const candidate = toCandidate(draft) // what candidates.create takes
 */
export const readResume = async (
  bytes: Uint8Array,
  hints: Omit<ResumeFile, "bytes"> = {},
  options: ReaderOptions = {},
): Promise<Draft> => {
  const exit = await Effect.runPromiseExit(readResumeEffect({ ...hints, bytes }, options))
  if (Exit.isSuccess(exit)) return exit.value
  throw Option.getOrElse(Cause.failureOption(exit.cause), () => Cause.squash(exit.cause))
}

/** The library's own reader as a Layer. */
export const layer = (options: ReaderOptions = {}): Layer.Layer<ResumeReader> =>
  Layer.succeed(ResumeReader, resumeReader(options))

export {
  answered,
  type ResumeFile,
  ResumeReader,
  ResumeUnreadable,
  type UnreadableReason,
} from "../../src/ports/ResumeReader.js"
export {
  type CandidateOptions,
  type Engagement,
  type Schooling,
  toCandidate,
  toEducation,
  toEmployment,
  toLanguages,
} from "../../src/resume/Candidate.js"
export {
  Draft,
  type Education,
  type Employment,
  type Found,
  type Language,
  type Level,
  type Span,
} from "../../src/resume/Draft.js"
export { fromJsonResume, toJsonResume } from "../../src/resume/JsonResume.js"
export { read, type ReadOptions } from "../../src/resume/Resume.js"
export { esco } from "../../src/resume/skills/Esco.js"
export { onet } from "../../src/resume/skills/Onet.js"
export * as Skill from "../../src/resume/skills/Skill.js"
export * as Taxonomy from "../../src/resume/skills/Taxonomy.js"
export type { Limits } from "./Limits.js"
export { type ReaderOptions, readResumeEffect, resumeReader } from "./Reader.js"
