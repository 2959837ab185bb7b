import * as Effect from "effect/Effect"
import { type ResumeFile, type ResumeReader, ResumeUnreadable } from "../../src/ports/ResumeReader.js"
import { type Draft, empty } from "../../src/resume/Draft.js"
import { textOf as htmlText } from "../../src/resume/Html.js"
import { isMarkdown, textOf as markdownText } from "../../src/resume/Markdown.js"
import { fromJsonResume } from "../../src/resume/JsonResume.js"
import { read, type ReadOptions } from "../../src/resume/Resume.js"
import { extract, type Packed } from "./Extract.js"
import { formatOf } from "./Format.js"
import * as Isolated from "./Isolated.js"
import { type Limits, standard } from "./Limits.js"
import { clean, textOf } from "./Text.js"

export interface ReaderOptions extends ReadOptions {
  readonly limits?: Partial<Limits>
  /**
   * Where PDF and DOCX are read. `worker` (the default) ends a thread that takes too much time or heap. `inline` stays in
   * the caller's thread, for hosts without worker threads: sizes are bounded alike, the time only between steps.
   */
  readonly isolation?: "worker" | "inline"
  /** The worker's program, where a bundler has moved it. Default: `resume-worker` beside this module. */
  readonly worker?: URL
}

const broken = (cause: unknown): ResumeUnreadable =>
  cause instanceof ResumeUnreadable
    ? cause
    : new ResumeUnreadable({ reason: "broken", detail: String(cause).slice(0, 200) })

const packed = (format: Packed, bytes: Uint8Array, limits: Limits, { isolation, worker }: ReaderOptions) =>
  Effect.tryPromise({
    try: (signal) =>
      isolation === "inline" ? extract(format, bytes, limits) : Isolated.extract(format, bytes, limits, worker, signal),
    catch: broken,
  })

const json = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const fromJson = (text: string, options: ReaderOptions): Effect.Effect<Draft, ResumeUnreadable> => {
  const value = json(text)
  if (value === undefined) return Effect.succeed(read(text, options))
  const draft = fromJsonResume(value, options)
  return draft === null
    ? Effect.fail(new ResumeUnreadable({ reason: "unsupported", detail: "JSON that is no JSON Resume" }))
    : Effect.succeed(draft)
}

/** Reads a résumé into a draft: PDF, DOCX, HTML, JSON Resume or plain text, told apart by its bytes. */
export const readResumeEffect = (
  file: ResumeFile,
  options: ReaderOptions = {},
): Effect.Effect<Draft, ResumeUnreadable> =>
  Effect.suspend(() => {
    const { bytes, name, mediaType } = file
    const limits = { ...standard, ...options.limits }
    if (bytes.length > limits.bytes) {
      return Effect.fail(new ResumeUnreadable({ reason: "tooLarge", detail: `${bytes.length} bytes` }))
    }
    if (bytes.length === 0) return Effect.succeed(empty(""))
    const format = formatOf(bytes, name, mediaType)
    if (format instanceof ResumeUnreadable) return Effect.fail(format)
    if (format === "pdf" || format === "docx") {
      return Effect.map(packed(format, bytes, limits, options), (text) => read(clean(text), options))
    }
    const text = textOf(bytes)
    if (format === "json") return fromJson(text, options)
    if (format === "html") return Effect.succeed(read(clean(htmlText(text)), options))
    const plain = clean(text)
    return Effect.succeed(read(isMarkdown(plain) ? markdownText(plain) : plain, options))
  })

/** The library's own reader, with these options, as the port that the engine asks. */
export const resumeReader = (options: ReaderOptions = {}): ResumeReader => ({
  read: (file) => readResumeEffect(file, options),
})
