import * as Either from "effect/Either"
import * as Schema from "effect/Schema"
import type { CustomField } from "../domain/custom/CustomField.js"
import * as Custom from "../domain/custom/Given.js"
import { Create as NewCandidate } from "../domain/candidate/Fields.js"
import { Create as NewClient } from "../domain/client/Commands.js"
import type { Importable } from "../domain/import/Import.js"
import { CustomFields } from "../domain/Input.js"
import { Create as NewPosition } from "../domain/position/Fields.js"
import type { Issue } from "../domain/Refusal.js"
import type { Delimiter } from "../reports/Csv.js"
import type { Column } from "./Columns.js"
import { issuesOf } from "./Issues.js"
import type { Row } from "./Row.js"
import type { Problem } from "./ImportRows.js"
import { columnProblems, type CsvReadOptions, open, problemOf } from "./Rows.js"
import { type Definitions, definitions } from "./Target.js"
import type { Source } from "./Source.js"

export interface PreviewOptions extends Omit<CsvReadOptions, "customFields"> {
  /** Fields of the agency's own, as a list or as the `customFields` of a client. */
  readonly customFields?: ReadonlyArray<CustomField> | Definitions
  /** How many rows are shown: 20 where absent. */
  readonly rows?: number
}

export interface Preview {
  readonly delimiter: Delimiter
  readonly columns: ReadonlyArray<Column>
  /** The first rows as they would come in. */
  readonly rows: ReadonlyArray<{ readonly line: number; readonly input: Row["input"] }>
  /** What is wrong with those rows, and with columns (on line 1). */
  readonly problems: ReadonlyArray<Problem>
}

const schemas = { candidate: NewCandidate, client: NewClient, position: NewPosition }

const decodeCustom = Schema.decodeUnknownEither(CustomFields)

/** What is wrong with the values of fields of the agency's own, where it is known which there are. */
const misfits = (noun: Importable, all: ReadonlyArray<CustomField>) => {
  const known = Custom.fields(all.filter((field) => field.noun === noun))
  return (given: unknown): ReadonlyArray<Issue> =>
    Either.match(
      Either.flatMap(decodeCustom(given ?? {}), (values) => Custom.merged(known, "open", values, null)),
      {
        onLeft: (issues) => (Array.isArray(issues) ? issues : []),
        onRight: () => [],
      },
    )
}

const check = (noun: Importable): ((input: unknown) => ReadonlyArray<Issue>) => {
  const decode = Schema.decodeUnknownEither(schemas[noun] as Schema.Schema<unknown, unknown>, {
    errors: "all",
    onExcessProperty: "error",
  })
  return (input) => Either.match(decode(input), { onLeft: ({ issue }) => issuesOf(issue), onRight: () => [] })
}

/** Tells what an import of the file would find in it: columns, first rows, and what is wrong with them. Writes nothing. */
export const previewCsv = async (noun: Importable, source: Source, options: PreviewOptions = {}): Promise<Preview> => {
  const problems: Array<Problem> = []
  const shown: Array<Preview["rows"][number]> = []
  const wrong = check(noun)
  const { customFields: given, ...rest } = options
  const customFields = await definitions(given)
  const how = { ...rest, ...(customFields === undefined ? {} : { customFields }) }
  const wrongOwn = customFields === undefined ? () => [] : misfits(noun, customFields)
  try {
    const { delimiter, columns, blocks } = await open(noun, source, how)
    const left = columnProblems(columns)
    if (left.length > 0) problems.push({ line: 1, issues: left })
    try {
      const wanted = options.rows ?? 20
      if (wanted > 0) {
        for await (const block of blocks) {
          for (const { line, input, issues } of block.slice(0, wanted - shown.length)) {
            const found = [...issues, ...wrong(input), ...wrongOwn(input.customFields)]
            if (found.length > 0) problems.push({ line, issues: found })
            shown.push({ line, input })
          }
          if (shown.length >= wanted) break
        }
      }
    } catch (cause) {
      problems.push(problemOf(cause))
    }
    return { delimiter, columns, rows: shown, problems }
  } catch (cause) {
    return { delimiter: options.delimiter ?? ",", columns: [], rows: [], problems: [problemOf(cause)] }
  }
}
