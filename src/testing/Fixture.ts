import type { ChangeSet, RecordWrite } from "../domain/ChangeSet.js"
import type { NounName } from "../domain/Nouns.js"
import type { Row } from "../ports/Storage.js"
import type { Opened } from "./Opened.js"
import { changes, created } from "./Samples.js"

/** What the tests of one conformance run share: an open storage, and workspaces that nobody has used before. */
export interface Fixture {
  readonly opened: () => Opened
  readonly workspace: () => string
}

export interface Agency {
  readonly workspace: string
  readonly opened: Opened
  readonly commit: (parts: Partial<ChangeSet>) => Promise<void>
  readonly create: (noun: NounName, ...rows: ReadonlyArray<Row>) => Promise<void>
  readonly get: (noun: NounName, ...ids: ReadonlyArray<string>) => Promise<ReadonlyArray<Row>>
}

/** A workspace of a test's own. */
export const agency = (fixture: Fixture, workspace: string = fixture.workspace()): Agency => {
  const opened = fixture.opened()
  const commit = (parts: Partial<ChangeSet>) => opened.run(opened.storage.commit(changes(workspace, parts)))
  return {
    workspace,
    opened,
    commit,
    create: (noun, ...rows) => commit({ records: rows.map((row): RecordWrite => created(noun, row)) }),
    get: (noun, ...ids) => opened.run(opened.storage.get(workspace, noun, ids)),
  }
}
