import { mkdtempSync } from "node:fs"
import { tmpdir } from "node:os"
import { basename, join } from "node:path"
import { createMatchloop, IdSource, type StorageAdapter } from "matchloop"
import { postgres } from "matchloop/postgres"
import { sqlite } from "matchloop/sqlite"
import type { Arguments } from "./arguments.js"
import { importCandidates } from "./candidates.js"
import { charts } from "./charts.js"
import { check } from "./check.js"
import { desk as deskFor, recruiters } from "./desk.js"
import { sampleCandidates } from "./orders.js"
import { story } from "./story.js"
import * as Reports from "./reports.js"
import { year } from "./year.js"

const period = { from: Date.UTC(2026, 0, 1), to: Date.UTC(2027, 0, 1) }
const seed = 2026

const print = (...lines: ReadonlyArray<string>) => {
  for (const line of lines) console.log(line === "" ? "" : `  ${line}`)
}

const title = (text: string) => print("", text.toUpperCase(), "")

interface Place {
  readonly name: string
  /** Where the page of charts goes. */
  readonly pictures: string
  readonly workspace: string
  readonly open: () => StorageAdapter
}

/** A new file in a new directory, or a workspace of its own: nothing that is there already is touched. */
const place = ({ postgres: url }: Arguments): Place => {
  const directory = mkdtempSync(join(tmpdir(), "matchloop-demo-"))
  const pictures = join(directory, "agency.html")
  if (url !== null) {
    const workspace = `demo-${Date.now().toString(36)}-${process.pid}`
    return { name: `Postgres, workspace ${workspace}`, pictures, workspace, open: () => postgres({ url }) }
  }
  const filename = join(directory, "agency.db")
  return { name: filename, pictures, workspace: "main", open: () => sqlite({ filename }) }
}

/** Lives the year and tells of it; whether the ledger, replayed, gave what was stored. */
export const run = async (args: Arguments): Promise<boolean> => {
  const began = performance.now()
  const { at, now } = deskFor(period.from, seed)
  const { name, open, pictures, workspace } = place(args)
  const connect = () => createMatchloop({ storage: open(), now, ids: IdSource.counting() })
  print("", `A year at a recruiting agency, in ${name}`)

  const crm = await connect()
  const desk = at(crm.workspace(workspace))
  const as = desk.as(recruiters[0])
  try {
    const path = args.candidates ?? sampleCandidates
    title("Import")
    const { imported, problems, ids } = await desk.must(importCandidates(as, path))
    const passed = problems.length === 0 ? "" : `; ${problems.length} rows passed over:`
    print(`${imported} candidates from ${basename(path)}${passed}`)
    for (const { line, message } of problems.slice(0, 20)) print(`  line ${String(line).padStart(4)}  ${message}`)
    if (problems.length > 20) print(`  … and ${problems.length - 20} more`)

    title("The year")
    print("       commands   positions open   submissions   placements")
    await year(desk, ids, period, (month) =>
      print(
        [
          month.name.padEnd(3),
          month.commands.toLocaleString("en-US").padStart(12),
          String(month.open).padStart(17),
          String(month.submissions).padStart(14),
          String(month.placements).padStart(13),
        ].join(""),
      ),
    )

    title("How far submissions got")
    print(...(await Reports.funnel(as, period)))
    title("How long it took")
    print(...(await Reports.timeInStage(as, period)))
    title("Where everything stands on New Year's Eve")
    print(...(await Reports.snapshot(as, period)))
    title("Placements by recruiter, fees in whole units")
    print(...(await Reports.placements(as, period, "recruiter")))
    title("Placements by client")
    print(...(await Reports.placements(as, period, "client")))
    title("Where they came from")
    print(...(await Reports.sources(as, period)))
    title("Clients, the twelve with most fills")
    print(...(await Reports.clients(as, period)))
    title("Revenue by quarter, recognised when an offer is accepted")
    print(...(await Reports.revenue(as, period)))
    title("The way of one of them")
    print(...(await story(as)))
    title("The loop")
    print(...(await Reports.loop(as)))
    title("What the rules stood in the way of")
    print(...Reports.refusals(desk.tally))
    title("Pictures")
    const drawn = await charts(as, period, pictures)
    print(`${drawn} charts of the year, each with its table, on one page:`, pictures)
  } finally {
    await crm.close()
  }

  title("The ledger")
  const reopened = await connect()
  try {
    const { records, entries, corrections, correctionsOfCorrections, wrong } = await check(
      reopened.workspace(workspace).as("auditor"),
    )
    const size = (count: number) => count.toLocaleString("en-US")
    if (wrong.length > 0) {
      print(`✗ ${size(wrong.length)} of ${size(records)} records are not what the ledger says:`)
      print(...wrong.slice(0, 10))
      return false
    }
    print(`${size(corrections)} mistakes were taken back, ${correctionsOfCorrections} of these corrections as well.`)
    print(
      `✓ ${size(records)} records from ${size(entries)} entries: closed, opened again, replayed, every one the same.`,
    )
  } finally {
    await reopened.close()
  }
  print("", `${((performance.now() - began) / 1000).toFixed(1)} seconds. It is all in ${name}`, "")
  return true
}
