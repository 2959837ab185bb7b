import type { CustomField } from "../domain/custom/CustomField.js"
import type { Duplicate } from "../domain/duplicate/Known.js"
import type { Importable } from "../domain/import/Import.js"
import type { Issue } from "../domain/Refusal.js"

/** What an import of rows answers. */
interface Answer {
  readonly imported: number
  readonly skipped: number
  readonly already?: number
  readonly problems: ReadonlyArray<{ readonly index: number; readonly issues: ReadonlyArray<Issue> }>
  readonly duplicates?: ReadonlyArray<Duplicate & { readonly index: number; readonly imported: boolean }>
}

/** The namespace of a client that rows go to: `crm.as("maya").candidates`, say. */
export interface Target {
  import(rows: Iterable<object> | AsyncIterable<object>, options?: object): Promise<Answer>
}

/** Where an agency's own fields are defined: `crm.as("maya").customFields`, say. */
export interface Definitions {
  list(query: {
    readonly after?: string
  }): Promise<{ readonly items: ReadonlyArray<CustomField>; readonly cursor: string | null }>
}

/** A client, such as `crm.as("maya")`: its agency's own fields are looked up for the rows. */
export interface Desk {
  readonly candidates: Target
  readonly clients: Target
  readonly positions: Target
  readonly customFields: Definitions
}

const places = { candidate: "candidates", client: "clients", position: "positions" } as const

export const targetOf = (noun: Importable, to: Target | Desk): Target => ("candidates" in to ? to[places[noun]] : to)

/** Every definition, of however many there are. */
export const definitions = async (
  given: ReadonlyArray<CustomField> | Definitions | undefined,
): Promise<ReadonlyArray<CustomField> | undefined> => {
  if (given === undefined || !("list" in given)) return given
  const all: Array<CustomField> = []
  let after: string | null = null
  do {
    const page: Awaited<ReturnType<Definitions["list"]>> = await given.list(after === null ? {} : { after })
    all.push(...page.items)
    after = page.cursor
  } while (after !== null)
  return all
}
