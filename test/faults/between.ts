import type { ChangeSet } from "../../src/domain/ChangeSet.js"
import type { Client } from "../../src/index.js"
import { type Database, open } from "./databases.js"
import { interrupted } from "./interrupted.js"

/** Commits that make a record of a noun. */
export const names =
  (noun: string) =>
  ({ records }: ChangeSet): boolean =>
    records.some((write) => write.noun === noun && write.expects === 0)

export const takesAway = ({ records }: ChangeSet): boolean => records.some(({ record }) => record === null)

/** Somebody right before whose first commit of a kind something else is done. */
export const between = async (
  database: Database,
  isOne: (changes: ChangeSet) => boolean,
  meanwhile: () => Promise<unknown>,
): Promise<Client> =>
  (await open({ ...database, storage: () => interrupted(database.storage(), isOne, meanwhile) })).as("noor")
