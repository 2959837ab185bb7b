import type { Entry, Visit } from "../domain/Ledger.js"
import { type NounName, Nouns, type PipelineName } from "../domain/Nouns.js"
import type { LedgerPage, Row } from "../ports/Storage.js"
import type { Opened } from "./Opened.js"

/** All that a storage keeps of one agency, apart from bytes. */
export interface Everything {
  readonly records: { readonly [noun: string]: ReadonlyArray<Row> }
  readonly ledger: ReadonlyArray<Entry>
  readonly visits: { readonly [pipeline: string]: ReadonlyArray<Visit> }
}

export const nouns = Object.keys(Nouns) as ReadonlyArray<NounName>
export const pipelineNames = nouns.filter((noun): noun is PipelineName => Nouns[noun].kinds !== null)

const page = 500

export const records = async (
  { run, storage }: Opened,
  workspace: string,
  noun: NounName,
): Promise<ReadonlyArray<Row>> => {
  const found: Array<Row> = []
  const order = { field: "id", direction: "asc" } as const
  for (let after: { value: string; id: string } | null = null; ; ) {
    const rows: ReadonlyArray<Row> = await run(
      storage.list({ workspace, noun, filter: null, order, limit: page, after }),
    )
    found.push(...rows)
    const last = rows.at(-1)
    if (last === undefined || rows.length < page) return found
    after = { value: String(last.id), id: String(last.id) }
  }
}

export const ledger = async ({ run, storage }: Opened, workspace: string): Promise<ReadonlyArray<Entry>> => {
  const found: Array<Entry> = []
  for (let after: string | null = null; ; ) {
    const { entries, cursor }: LedgerPage = await run(storage.ledger(workspace, { after, limit: page }))
    if (entries.length === 0) return found
    found.push(...entries)
    after = cursor
  }
}

export const visits = ({ all, storage }: Opened, workspace: string, pipeline: PipelineName) =>
  all(storage.visits({ workspace, pipeline, before: null, subjectIds: null }))

/** Reads all of an agency by the storage itself: nothing is settled, decoded or left out. */
export const everything = async (opened: Opened, workspace: string): Promise<Everything> => {
  const rows: { [noun: string]: ReadonlyArray<Row> } = {}
  for (const noun of nouns) rows[noun] = await records(opened, workspace, noun)
  const stays: { [pipeline: string]: ReadonlyArray<Visit> } = {}
  for (const pipeline of pipelineNames) stays[pipeline] = await visits(opened, workspace, pipeline)
  return { records: rows, ledger: await ledger(opened, workspace), visits: stays }
}
