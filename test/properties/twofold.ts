import type { Client } from "matchloop"
import { isErasure } from "../../src/domain/Fact.js"
import type { Entry } from "../../src/domain/Ledger.js"
import * as Reason from "../../src/domain/Reason.js"
import type { Row } from "../../src/ports/Storage.js"

/** Every entry as the ledger has it now. */
const ledger = async (client: Client): Promise<ReadonlyArray<Entry>> => {
  const found: Array<Entry> = []
  for (let after: string | null = null; ; ) {
    const page: Awaited<ReturnType<Client["ledger"]["read"]>> = await client.ledger.read({ after, limit: 1000 })
    found.push(...page.entries)
    if (page.entries.length < 1000) return found
    after = page.cursor
  }
}

/** Whose the subject of each entry was when the entry was written. */
const peopleOf = (entries: ReadonlyArray<Entry>): ReadonlyMap<string, string> => {
  const records = new Map<string, Row>()
  const people = new Map<string, string>()
  for (const { id, patch, subject } of entries) {
    const record: Row = { ...records.get(subject.id), ...patch }
    records.set(subject.id, record)
    const of = typeof record.submissionId === "string" ? records.get(record.submissionId) : record
    people.set(id, subject.type === "candidate" ? subject.id : String(of?.candidateId ?? subject.id))
  }
  return people
}

/**
 * Watches erasures for the one thing that they cannot leave as it was: a reason that nobody but this human was given, and
 * that two records of theirs had before they were one. As of then two people were given it, and it had a name.
 */
export const twofold = () => {
  let before: Map<string, unknown> = new Map()
  return {
    found: false,
    /** How many reasons erasures have taken. */
    taken: 0,
    async step(client: Client, entries: ReadonlyArray<Entry>, added: ReadonlyArray<Entry>): Promise<void> {
      for (const { data, id } of added) before.set(id, data.reason)
      if (!added.some(({ type }) => isErasure(type))) return
      const people = peopleOf(entries)
      const taken = new Map<unknown, Set<string | undefined>>()
      const after = new Map<string, unknown>((await ledger(client)).map(({ data, id }) => [id, data.reason]))
      for (const [id, reason] of before) {
        if (after.get(id) === reason || after.get(id) !== Reason.once) continue
        taken.set(reason, (taken.get(reason) ?? new Set()).add(people.get(id)))
      }
      if ([...taken.values()].some(({ size }) => size > 1)) this.found = true
      this.taken += taken.size
      before = after
    },
  }
}
