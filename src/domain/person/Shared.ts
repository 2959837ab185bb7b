import { type NounName, type RecordOf, rowOf } from "../Nouns.js"
import type { Issue } from "../Refusal.js"
import { same } from "../Same.js"
import type { Row } from "./Exported.js"
import type { Person } from "./Person.js"

/** What may be here already since it came in with somebody else: it is about them, too. */
export const shareable = ["note", "comment", "document"] as const satisfies ReadonlyArray<NounName>
export type Shareable = (typeof shareable)[number]

export type Here = { readonly [N in Shareable]: ReadonlyArray<RecordOf<N>> }

/** What moves without the record saying anything else: an agency files documents as it likes, and about whom it likes. */
const aside = new Set(["version", "updatedAt", "updatedBy", "subjects", "category"])

const made = ["createdAt", "createdBy", "noteId"] as const

/** What comes in and is here: whether it was made by the same act, and says the same. */
interface Met {
  readonly noun: Shareable
  readonly id: string
  readonly path: Issue["path"]
  readonly here: Row
  readonly isMade: boolean
  readonly isSaid: boolean
}

export const met = ({ records }: Person, here: Here): ReadonlyArray<Met> =>
  shareable.flatMap((noun) => {
    const known = new Map(here[noun].map((one) => [one.id as string, rowOf(one)]))
    return (records[noun] ?? []).flatMap((row, index): ReadonlyArray<Met> => {
      const id = String(row.id)
      const one = known.get(id)
      if (one === undefined) return []
      const isMade = made.every((field) => same(one[field] ?? null, row[field] ?? null))
      const isSaid = Object.keys(row).every((field) => aside.has(field) || same(one[field] ?? null, row[field] ?? null))
      return [{ noun, id, path: ["person", "records", noun, index, "id"], here: one, isMade, isSaid }]
    })
  })

const about = ({ noteId, subjects }: Row): string =>
  Array.isArray(subjects)
    ? `about ${subjects.map((one) => String((one as { readonly id?: unknown }).id)).join(", ") || "nobody"}`
    : `on ${String(noteId)}`

/** Who has an id here that stands for something else in the export. */
export const strangers = (all: ReadonlyArray<Met>): ReadonlyArray<Issue> =>
  all.flatMap(({ here, id, isMade, noun, path }) =>
    isMade ? [] : [{ path, message: `${id} is another ${noun} here, ${about(here)}` }],
  )
