import { isDeepStrictEqual } from "node:util"
import { type Client, type Entry, replay } from "matchloop"
import { all } from "./reports.js"

export interface Checked {
  readonly records: number
  readonly entries: number
  /** Mistakes that were taken back, and how many of these corrections were themselves a mistake. */
  readonly corrections: number
  readonly correctionsOfCorrections: number
  /** The ids where the stored record is not what the ledger gives. */
  readonly wrong: ReadonlyArray<string>
}

/** Every stored record, of every noun. */
const stored = async (as: Client): Promise<ReadonlyMap<string, object>> => {
  const lists: ReadonlyArray<() => Promise<ReadonlyArray<{ readonly id: string }>>> = [
    () => all(as.candidates.list),
    () => all(as.candidates.consents.list),
    () => all(as.clients.list),
    () => all(as.clients.contacts.list),
    () => all(as.opportunities.list),
    () => all(as.positions.list),
    () => all(as.positions.openings.list),
    () => all(as.submissions.list),
    () => all(as.interviews.list),
    () => all(as.offers.list),
    () => all(as.placements.list),
    () => all(as.notes.list),
    () => all(as.notes.comments.list),
    () => all(as.documents.list),
  ]
  const found = new Map<string, object>()
  for (const list of lists) for (const record of await list()) found.set(record.id, record)
  return found
}

const ledger = async (as: Client): Promise<ReadonlyArray<Entry>> => {
  const entries: Array<Entry> = []
  for (let after: string | null = null; ; ) {
    const page = await as.ledger.read({ after, limit: 1000 })
    if (page.entries.length === 0) return entries
    entries.push(...page.entries)
    after = page.cursor
  }
}

/** Replays the whole ledger and compares what it gives with what is stored. */
export const check = async (as: Client): Promise<Checked> => {
  await as.settle()
  const entries = await ledger(as)
  const replayed = replay(entries)
  const records = await stored(as)
  const ids = new Set([...replayed.keys(), ...records.keys()])
  const wrong = [...ids].filter((id) => !isDeepStrictEqual(replayed.get(id)?.record, records.get(id)))
  const corrections = new Map(entries.flatMap(({ act, corrects }) => (corrects === null ? [] : [[act, corrects]])))
  return {
    records: records.size,
    entries: entries.length,
    corrections: corrections.size,
    correctionsOfCorrections: [...corrections.values()].filter((act) => corrections.has(act)).length,
    wrong,
  }
}
