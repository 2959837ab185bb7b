import type { Entry } from "../../domain/Ledger.js"
import type { NounName } from "../../domain/Nouns.js"
import { pipelines } from "../../domain/Pipelines.js"
import { apply } from "../../domain/Replay.js"
import type { Client } from "../../index.js"
import type { Row } from "../../ports/Storage.js"

/** What a run has made so far, as the feed tells it: commands pick their subjects from here. */
export interface World {
  readonly entries: ReadonlyArray<Entry>
  /** The records of a noun, the newest first; of these kinds only where given. */
  readonly all: (noun: NounName, kinds?: ReadonlyArray<string>) => ReadonlyArray<Row>
  /** Reads what has been added to the ledger. */
  readonly catchUp: (client: Client) => Promise<ReadonlyArray<Entry>>
}

const batch = 200

export const world = (): World => {
  const entries: Array<Entry> = []
  const records = new Map<string, { readonly noun: NounName; readonly record: Row }>()
  let cursor: string | null = null
  return {
    entries,
    all: (noun, kinds) =>
      [...records.values()]
        .filter((one) => one.noun === noun && (kinds === undefined || kinds.includes(String(one.record.kind))))
        .map(({ record }) => record)
        .reverse(),
    catchUp: async (client) => {
      const before = entries.length
      for (;;) {
        const page: Awaited<ReturnType<Client["ledger"]["read"]>> = await client.ledger.read({
          after: cursor,
          limit: batch,
        })
        cursor = page.cursor
        for (const entry of page.entries) {
          entries.push(entry)
          const { type: noun, id } = entry.subject
          const record = apply(records.get(id)?.record ?? null, entry)
          if (record === null) records.delete(id)
          else records.set(id, { noun, record })
        }
        if (page.entries.length < batch) return entries.slice(before)
      }
    },
  }
}

/** The kinds in which a pipeline's table lists a command: the graph is not repeated here. */
export const legalIn = (noun: keyof typeof pipelines, command: string): ReadonlyArray<string> => {
  const { edges } = pipelines[noun]
  return [...new Set(edges.filter((edge) => edge.command === command).map(({ from }) => from))]
}
