import * as Effect from "effect/Effect"
import * as Decode from "../domain/Decode.js"
import type { Candidate } from "../domain/candidate/Candidate.js"
import * as Input from "../domain/Input.js"
import type { Entry } from "../domain/Ledger.js"
import { type NounName, nounOf } from "../domain/Nouns.js"
import type { Answers } from "../domain/privacy/Answers.js"
import { type CorruptRecord, type InvalidInput, NotFound } from "../domain/Refusal.js"
import { answered } from "../ports/BlobStore.js"
import type { Row } from "../ports/Storage.js"
import type { StorageFailure } from "../ports/StorageError.js"
import * as Aliases from "./Aliases.js"
import * as Decoding from "./Decoding.js"
import type { Engine } from "./Engine.js"
import { answersOf, latest } from "./EqualOpportunity.js"
import { dossier, rowsOf } from "./Privacy.js"
import { Session } from "./Session.js"

/** Everything about one person, as plain JSON. */
export interface Exported {
  readonly exportedAt: string
  readonly candidate: Candidate
  readonly formerIds: ReadonlyArray<string>
  /** What else there is of the person, by noun. */
  readonly records: { readonly [N in NounName]?: ReadonlyArray<Row> }
  /** The bytes of documents in base64, by the document's id. */
  readonly files: { readonly [documentId: string]: string }
  /** What the person chose to answer on equal opportunity; null where they did not. */
  readonly equalOpportunity: Answers | null
  /** Everything that the ledger says of the person. */
  readonly entries: ReadonlyArray<Entry>
}

export type Export = (
  id: string,
) => Effect.Effect<Exported, NotFound | InvalidInput | CorruptRecord | StorageFailure, Session>

/** Gives everything about one person as one document: what the person may ask for. */
export const exporting =
  (engine: Engine): Export =>
  (id) =>
    Effect.gen(function* () {
      if (!Input.isRef(id)) return yield* Decoding.wrong("candidates.export", null, ["id"], "is no id")
      const { workspace } = yield* Session
      const { storage } = engine
      const { blobs } = engine.config
      const current = (yield* Aliases.currentOf(storage, workspace, id)) ?? id
      const [row] = nounOf(current) === "candidate" ? yield* storage.get(workspace, "candidate", [current]) : []
      if (row === undefined) return yield* new NotFound({ noun: "candidate", id, field: "id" })
      const candidate = yield* Decode.record("candidate", row)
      const formerIds = yield* Aliases.formersOf(storage, workspace, current)
      const kept = yield* dossier(engine, workspace, current)
      const records: { [N in NounName]?: Array<Row> } = {}
      for (const { noun, record } of kept) records[noun] = [...(records[noun] ?? []), record]
      const files: { [documentId: string]: string } = {}
      for (const document of rowsOf("document", kept)) {
        const bytes = yield* blobs === undefined
          ? storage.blob(workspace, document.blobKey)
          : answered("blobs.get", () => blobs.get(workspace, document.blobKey))
        if (bytes !== null) files[document.id] = Buffer.from(bytes).toString("base64")
      }
      const [answers] = latest(rowsOf("equalOpportunity", kept))
      const equalOpportunity = answers === undefined ? null : yield* answersOf(engine, workspace, answers)
      const subjects = [current, ...formerIds, ...kept.map(({ record }) => String(record.id))]
      const entries = yield* storage.entries(workspace, { subjects })
      const exportedAt = new Date(yield* engine.now).toISOString()
      return { exportedAt, candidate, formerIds, records, files, equalOpportunity, entries }
    })
