import * as Effect from "effect/Effect"
import * as Decode from "../domain/Decode.js"
import type { Document } from "../domain/document/Document.js"
import { isRef } from "../domain/Input.js"
import { type CorruptRecord, type InvalidInput, NotFound } from "../domain/Refusal.js"
import { answered } from "../ports/BlobStore.js"
import type { StorageFailure } from "../ports/StorageError.js"
import * as Decoding from "./Decoding.js"
import type { Engine } from "./Engine.js"
import { Session } from "./Session.js"

/** A document with its bytes. */
export interface Read {
  readonly document: Document
  readonly bytes: Uint8Array
}

/** The bytes under a key, wherever they are kept; null where there are none. */
export const bytesOf = (
  { config: { blobs }, storage }: Engine,
  workspace: string,
  key: string,
): Effect.Effect<Uint8Array | null, StorageFailure> =>
  blobs === undefined ? storage.blob(workspace, key) : answered("blobs.get", () => blobs.get(workspace, key))

/** Reads a document's bytes from wherever they are kept. */
export const read =
  (engine: Engine, command = "documents.read") =>
  (id: string): Effect.Effect<Read, NotFound | InvalidInput | CorruptRecord | StorageFailure, Session> =>
    Effect.gen(function* () {
      if (!isRef(id)) return yield* Decoding.wrong(command, null, ["id"], "is no id")
      const { workspace } = yield* Session
      const [row] = yield* engine.storage.get(workspace, "document", [id])
      if (row === undefined) return yield* new NotFound({ noun: "document", id, field: "id" })
      const document = yield* Decode.record("document", row)
      const bytes = yield* bytesOf(engine, workspace, document.blobKey)
      if (bytes === null) return yield* new NotFound({ noun: "document", id, field: "bytes" })
      return { document, bytes }
    })
