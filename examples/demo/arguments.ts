import { parseArgs } from "node:util"

export interface Arguments {
  readonly candidates: string | null
  readonly postgres: string | null
}

export const usage = `A year of a recruiting agency's life, from three CSV files to the reports.

  npm run demo                                the sample files, into a new SQLite file
  npm run demo -- --candidates FILE.csv       your candidates in place of the sample's
  npm run demo -- --postgres URL              into a workspace of its own in that Postgres
  npm run demo -- --help                      this text

FILE.csv is comma-, semicolon- or tab-separated with a header line. It needs a name (or first and last
name); email, phone, skills, location and source are known too, any other column is kept as it is.`

/** What the command line asks for, a wish for help, or what is wrong with it. */
export const read = (argv: ReadonlyArray<string>): Arguments | "help" | Error => {
  try {
    const { values } = parseArgs({
      args: [...argv],
      options: { candidates: { type: "string" }, postgres: { type: "string" }, help: { type: "boolean", short: "h" } },
    })
    return values.help === true ? "help" : { candidates: values.candidates ?? null, postgres: values.postgres ?? null }
  } catch (cause) {
    return cause instanceof Error ? cause : new Error(String(cause))
  }
}
