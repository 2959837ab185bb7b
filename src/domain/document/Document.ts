import * as Schema from "effect/Schema"
import * as Field from "../Field.js"
import * as Noun from "../Noun.js"
import * as Subject from "../Subject.js"

export const categories = ["resume", "consent", "contract", "other"] as const

const noun = Noun.plain("document", "documents", "doc", {
  name: Field.text,
  category: Field.literal(...categories),
  mediaType: Field.text,
  /** Bytes. */
  size: Field.integer,
  /** Of the bytes, lower-case hexadecimal. */
  sha256: Field.text,
  blobKey: Field.minted("blob"),
  subjects: Field.json(Schema.Array(Subject.Subject)),
})
type Definition = typeof noun

/** A file attached to any number of subjects; its bytes are in the blob store under `blobKey`. */
export interface DocumentNoun extends Definition {}
export const Document: DocumentNoun = noun
export type Document = Noun.Record<DocumentNoun>
