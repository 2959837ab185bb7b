import * as Schema from "effect/Schema"
import * as Field from "../Field.js"
import * as Noun from "../Noun.js"

/** What may be imported as rows. */
export const imported = ["candidate", "client", "position"] as const
export type Importable = (typeof imported)[number]

const noun = Noun.plain(
  "import",
  "imports",
  "import",
  {
    /** What the caller named it: whoever imports under the name again goes on with it. */
    key: Field.text,
    noun: Field.literal(...imported),
    /** What the rows came from, such as a file's name. */
    name: Field.optional(Field.text),
    /** Which field each column went to. */
    mapping: Field.json(Schema.Record({ key: Schema.String, value: Schema.String })),
    status: Field.literal("running", "finished", "reverting", "reverted"),
    imported: Field.integer,
    /** Rows that the last run did not import. */
    skipped: Field.integer,
    /** Rows that were taken back; those that stayed were built upon. */
    reverted: Field.integer,
    startedAt: Field.instant,
    finishedAt: Field.optional(Field.instant),
  },
  { unique: [{ name: "key", fields: ["key"] }] },
)
type Definition = typeof noun

/** Rows that came in together, by whom and from where. Which lines became which records is told by its history. */
export interface ImportNoun extends Definition {}
export const Import: ImportNoun = noun
export type Import = Noun.Record<ImportNoun>
