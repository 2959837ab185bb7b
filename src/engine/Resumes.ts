import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import type { File } from "../domain/document/Attach.js"
import type { Person } from "../domain/person/Person.js"
import * as Input from "../domain/Input.js"
import type { CorruptRecord, InvalidInput, NotFound } from "../domain/Refusal.js"
import { answered, type Draft, type ResumeFile, ResumeUnreadable } from "../ports/ResumeReader.js"
import type { StorageFailure } from "../ports/StorageError.js"
import * as Decoding from "./Decoding.js"
import * as Documents from "./Documents.js"
import type { Engine, Prepare } from "./Engine.js"
import type { Session } from "./Session.js"

/** Letters of a résumé by which it is found: some forty pages. */
const mostText = 200_000

/** How long a reader may take, whatever its own limits are. */
const patience = "60 seconds"

const read = ({ config: { resumes } }: Engine, file: ResumeFile): Effect.Effect<Draft, ResumeUnreadable> =>
  resumes === undefined
    ? Effect.fail(new ResumeUnreadable({ reason: "readerMissing", detail: "no `resumes` in the configuration" }))
    : answered(resumes, file).pipe(
        Effect.timeoutFail({
          duration: patience,
          onTimeout: () => new ResumeUnreadable({ reason: "tooSlow", detail: `no answer in ${patience}` }),
        }),
      )

const storable = (text: string): string =>
  text
    .slice(0, mostText)
    .replaceAll("\0", " ")
    .replace(/\p{Cs}/gu, " ")

/** The text of a résumé, or null with a warning in the log: what cannot be read is kept all the same. */
const textOf = (engine: Engine, file: ResumeFile): Effect.Effect<string | null> =>
  read(engine, file).pipe(
    Effect.map(({ text }) => (text.trim() === "" ? null : storable(text))),
    Effect.catchAll(({ reason }) =>
      Effect.as(
        Effect.annotateLogs(Effect.logWarning("a résumé is kept without its text: it cannot be read"), { reason }),
        null,
      ),
    ),
  )

interface Attached {
  readonly text: string | null
}

const withText = <I extends Attached>(engine: Engine, input: I, file: File | null): Effect.Effect<I> =>
  engine.config.resumes === undefined || file === null || input.text !== null
    ? Effect.succeed(input)
    : Effect.map(textOf(engine, file), (text) => ({ ...input, text }))

/** Reads what is attached as a résumé, so that the commit that keeps it says how it is found. */
export const attached =
  <I extends Attached & File & { readonly category: string }>(engine: Engine): Prepare<I> =>
  (input) =>
    withText(engine, input, input.category === "resume" ? input : null)

/** The same for a résumé that comes with what was confirmed of it. */
export const confirmed =
  <I extends Attached & { readonly document?: File | undefined }>(engine: Engine): Prepare<I> =>
  (input) =>
    withText(engine, input, input.document ?? null)

interface Brought {
  readonly person: Pick<Person, "files" | "records">
  readonly texts: { readonly [documentId: string]: string | null }
}

/** Reads the résumés that come with a person. */
export const brought =
  <I extends Brought>(engine: Engine): Prepare<I> =>
  (input) => {
    const { files, records } = input.person
    const read = Effect.forEach(records.document ?? [], ({ category, id, mediaType, name }) => {
      const isKnown = category === "resume" && Object.hasOwn(files, String(id))
      const bytes = isKnown ? files[String(id)] : undefined
      return bytes === undefined
        ? Effect.succeed([])
        : Effect.map(textOf(engine, { bytes, mediaType: String(mediaType), name: String(name) }), (text) => [
            [String(id), text] as const,
          ])
    })
    return engine.config.resumes === undefined
      ? Effect.succeed(input)
      : Effect.map(read, (texts) => ({ ...input, texts: { ...Object.fromEntries(texts.flat()), ...input.texts } }))
  }

const Given = Schema.Struct({
  bytes: Schema.Uint8ArrayFromSelf,
  name: Schema.optional(Input.Line),
  mediaType: Schema.optional(Input.Line),
})

const decode = Decoding.of(Given)

export type ReadResume = (
  file: string | ResumeFile,
) => Effect.Effect<Draft, ResumeUnreadable | NotFound | InvalidInput | CorruptRecord | StorageFailure, Session>

/** Reads a document, by its id, or a file into a draft for a person to confirm. Writes nothing. */
export const readResume =
  (engine: Engine): ReadResume =>
  (file) =>
    Effect.gen(function* () {
      if (typeof file !== "string") return yield* read(engine, yield* decode(file, "candidates.readResume", null))
      const { bytes, document } = yield* Documents.read(engine, "candidates.readResume")(file)
      const { mediaType, name } = document
      return yield* read(engine, { bytes, name, mediaType })
    })
