import { expect } from "vitest"
import { type Database, open } from "../faults/databases.js"
import { type Operation, operationsOf } from "./operations.js"

/** A user of the domain over the database, and all that she can call. */
export const callable = (database: Database) =>
  open(database).then((crm) => ({ maya: crm.as("maya"), operations: operationsOf(crm.as("maya")) }))

export const operation = (operations: ReadonlyMap<string, Operation>, name: string): Operation =>
  operations.get(name) ?? expect.fail(`no operation ${name}`)
