import { documentRow } from "../../adapters/sql/SearchRow.js"
import { folded, keys } from "../../src/domain/duplicate/Person.js"
import * as Id from "../../src/domain/Id.js"
import * as Cities from "../../src/search/Cities.js"
import * as Document from "../../src/search/Document.js"
import * as Terms from "../../src/search/Terms.js"
import type { Incoming } from "./Rows.js"

/** What a batch inserts, by table: the binds of all rows behind one another. */
export interface Batch {
  readonly candidates: Array<unknown>
  readonly ledger: Array<unknown>
  readonly visits: Array<unknown>
  readonly candidate_keys: Array<unknown>
  readonly search_documents: Array<unknown>
}

const empty = (): Batch => ({ candidates: [], ledger: [], visits: [], candidate_keys: [], search_documents: [] })

/** The columns that an import fills; the others have nothing to say. */
export const columns: { readonly [T in keyof Batch]: ReadonlyArray<string> } = {
  candidates: [
    ..."workspace id version created_at created_by updated_at updated_by kind stage stage_since".split(" "),
    ..."name email phone location skills tags links employment education languages salary_expectation source custom_fields".split(
      " ",
    ),
  ],
  ledger: "workspace id act type subject_type subject_id version at recorded_at actor data patch".split(" "),
  visits: "workspace id pipeline subject_id kind stage entered_at actor".split(" "),
  candidate_keys: "workspace key id".split(" "),
  search_documents: "workspace noun id terms runs numbers x y z".split(" "),
}

const to = JSON.stringify({ to: { kind: "new", stage: "new" } })

/** What the rows of one transaction have in common; `instant` is the time as the database has it. */
export interface Common {
  readonly now: number
  readonly instant: unknown
  readonly seed: Id.Seed
}

/** The binds of some rows, the first of them the `first` of its transaction: candidates, their entries and visits. */
export const bindsOf = (people: ReadonlyArray<Incoming>, first: number, { instant, now, seed }: Common): Batch => {
  const batch = empty()
  const at = new Date(now).toISOString()
  let ids = 1 + 3 * first
  for (const { email, location, name, phone, salaryExpectation, skills, source } of people) {
    const act = Id.derive("act", seed, ids++)
    const id = Id.derive("cand", seed, ids++)
    const entry = Id.derive("entry", seed, ids++)
    const record = {
      id,
      version: 1,
      createdAt: at,
      createdBy: "maya",
      updatedAt: at,
      updatedBy: "maya",
      kind: "new",
      stage: "new",
      stageSince: at,
      name,
      email,
      phone,
      location,
      willingToRelocate: null,
      skills,
      tags: [],
      links: [],
      salaryExpectation,
      availableFrom: null,
      employment: [],
      education: [],
      languages: [],
      preferences: null,
      source,
      owner: null,
      customFields: {},
      screenedAt: null,
      readyUntil: null,
      leftStage: null,
      reason: null,
    }
    const patch = JSON.stringify(record)
    const listed = JSON.stringify(skills)
    const salary = JSON.stringify(salaryExpectation)
    batch.candidates.push("main", id, 1, instant, "maya", instant, "maya", "new", "new", instant)
    batch.candidates.push(name, email, phone, location, listed, "[]", "[]", "[]", "[]", "[]", salary, source, "{}")
    batch.ledger.push("main", entry, act, "CandidateCreated", "candidate", id, 1, instant, instant, "maya", to, patch)
    batch.visits.push("main", entry, "candidate", id, "new", "new", instant, "maya")
    for (const key of keys(folded({ name, email, phone, location, links: [] }, null)))
      batch.candidate_keys.push("main", key, id)
    // What a search finds somebody by is what matchloop says it is: only how it gets to the database is by hand.
    const { numbers, place, ...document } = Document.ofRecord("candidate", record, Cities.locate)
    const own = { terms: Terms.of({ ...document, numbers, place }), numbers, place }
    const { noun, runs, terms, x, y, z } = documentRow("main", "candidate", id, own)
    batch.search_documents.push("main", noun, id, terms, runs, JSON.stringify(numbers), x, y, z)
  }
  return batch
}

/** Collects rows into batches. */
export async function* batches(rows: AsyncIterable<Incoming>, size: number): AsyncGenerator<ReadonlyArray<Incoming>> {
  let batch: Array<Incoming> = []
  for await (const row of rows) {
    if (batch.push(row) < size) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}
