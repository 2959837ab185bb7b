import type { Client } from "../../src/index.js"
import { customs } from "./customs.js"
import { jobs } from "./jobs.js"
import { matches } from "./matches.js"
import { people } from "./people.js"
import { privacy } from "./privacy.js"
import { searching } from "./searching.js"
import { requests } from "./reports.js"
import type { Samples } from "./sample.js"

export type Operation = (...args: ReadonlyArray<unknown>) => unknown

/** Every operation that the library offers, by its dotted name: found, not listed. */
export const operationsOf = (client: Client): ReadonlyMap<string, Operation> => {
  const found = new Map<string, Operation>()
  const walk = (part: object, path: ReadonlyArray<string>): void => {
    for (const [name, value] of Object.entries(part)) {
      if (typeof value === "function") found.set([...path, name].join("."), value as Operation)
      else walk(value as object, [...path, name])
    }
  }
  walk(client, [])
  return found
}

/** Valid calls of every command. */
export const samples: Samples = { ...people, ...customs, ...privacy, ...jobs, ...matches, ...searching }

/** What is not a command on records: told by the last part of its name. */
export const others = {
  byId: [
    "get",
    "history",
    "explain",
    "documents.read",
    "candidates.readResume",
    "candidates.duplicates",
    "clients.contacts.duplicates",
    "candidates.export",
    "clients.contacts.export",
    "suggest",
    "profile",
    "contactProfile",
    "search.saved.run",
    "search.lists.members",
    "search.segments.members",
  ],
  byIds: ["getMany"],
  query: ["list", "ledger.read", "ledger.follow"],
  rows: ["import"],
  /** Exports of a person who is not here: test/input/person.test.ts makes them wrong. */
  person: ["candidates.importPerson", "clients.contacts.importPerson"],
  entry: ["correct", "imports.revert"],
  preview: ["previewMerge", "findDuplicates", "sweepDuplicates", "privacy.sweep", "privacy.equalOpportunity"],
  report: requests.map(([name]) => name),
  /** Any text is a query. */
  text: ["search.candidates", "search.clients", "search.contacts", "search.positions", "search.query", "search.parse"],
  nothing: ["settle", "compact"],
} as const

export type Other = keyof typeof others

export const otherOf = (operation: string): Other | undefined =>
  (Object.keys(others) as ReadonlyArray<Other>).find((kind) =>
    others[kind].some((name) => operation === name || operation.endsWith(`.${name}`)),
  )
