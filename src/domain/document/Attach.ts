import * as Schema from "effect/Schema"
import * as Draft from "../Draft.js"
import * as Input from "../Input.js"
import type { Subject } from "../Subject.js"
import type { Document } from "./Document.js"

/** Largest document, bytes. */
export const most = 64 * 1024 * 1024

/** A file as it comes in; `mediaType` defaults to `application/octet-stream`. */
export const File = Schema.Struct({
  name: Input.Line.pipe(Schema.filter((name) => !/[/\\]/.test(name) || "contains a path")),
  bytes: Schema.Uint8ArrayFromSelf.pipe(Schema.filter((bytes) => bytes.length <= most || `larger than ${most} bytes`)),
  mediaType: Input.or(Input.Line, () => "application/octet-stream"),
})
export type File = typeof File.Type

/** What a file says, for searches, where the caller knows it; otherwise it is read where it can be. */
export const Said = Input.maybe(Input.Prose)

/** Keeps a file as a document about the subjects, found by the text that is given or read. */
export const attach = (
  draft: Draft.Draft,
  file: File,
  category: Document["category"],
  subjects: ReadonlyArray<Subject>,
  text: string | null = null,
): Document => {
  const blobKey = Draft.freshId(draft, "blob")
  draft.blobs.push({ key: blobKey, bytes: file.bytes, ...(text === null ? {} : { text }) })
  return Draft.create(draft, "document", "DocumentAttached", {
    name: file.name,
    category,
    mediaType: file.mediaType,
    size: file.bytes.length,
    sha256: draft.context.digest(file.bytes),
    blobKey,
    subjects,
  })
}
