import type { Client } from "matchloop"
import { CsvError, records } from "./csv.js"

type NewCandidate = Parameters<Client["candidates"]["create"]>[0]

/** A line of the file that was not imported, and why. */
export interface Problem {
  readonly line: number
  readonly message: string
}

export interface Outcome {
  readonly imported: number
  readonly problems: ReadonlyArray<Problem>
  /** The ids of those imported, the first so many of them. */
  readonly ids: ReadonlyArray<string>
}

/** How many of the imported people the year works with; a file may hold any number. */
const most = 600

const known: { readonly [header: string]: string } = {
  name: "name",
  fullname: "name",
  candidate: "name",
  firstname: "first",
  givenname: "first",
  lastname: "last",
  surname: "last",
  familyname: "last",
  email: "email",
  emailaddress: "email",
  phone: "phone",
  phonenumber: "phone",
  mobile: "phone",
  skills: "skills",
  location: "location",
  source: "source",
}

const roleOf = (header: string): string | undefined => known[header.toLowerCase().replace(/[\s._-]/g, "")]

const tidy = (text: string | undefined): string => (text ?? "").trim().replace(/\s+/g, " ")

/** Skills are separated by almost anything; a slash only where it has spaces around it, for CI/CD is one skill. */
const skillsOf = (text: string): ReadonlyArray<string> => {
  const byName = new Map<string, string>()
  for (const part of text.split(/[;,|\r\n]|\s\/\s/)) {
    const skill = tidy(part)
    if (skill !== "" && !byName.has(skill.toLowerCase())) byName.set(skill.toLowerCase(), skill)
  }
  return [...byName.values()]
}

/** What a row of the file says of a person; what it does not say is absent. */
const candidateOf = (header: ReadonlyArray<string>, cells: ReadonlyArray<string>): NewCandidate => {
  const found = new Map<string, string>()
  const customFields: { [name: string]: string } = {}
  for (const [index, title] of header.entries()) {
    const role = roleOf(title)
    const cell = cells[index] ?? ""
    if (cell.trim() === "") continue
    if (role === undefined) customFields[tidy(title) || `Column ${index + 1}`] = cell.trim()
    else if (!found.has(role)) found.set(role, cell)
  }
  const text = (role: string) => (found.has(role) ? { [role]: tidy(found.get(role)) } : {})
  return {
    name: tidy(found.get("name") ?? `${found.get("first") ?? ""} ${found.get("last") ?? ""}`),
    ...text("email"),
    ...text("phone"),
    ...text("location"),
    ...text("source"),
    skills: skillsOf(found.get("skills") ?? ""),
    customFields,
  }
}

const surplus = (header: ReadonlyArray<string>, cells: ReadonlyArray<string>): boolean =>
  cells.slice(header.length).some((cell) => cell.trim() !== "")

/** Imports a file of candidates; a row that is wrong is passed over and named by its line in the file. */
export const importCandidates = async (as: Client, path: string): Promise<Outcome> => {
  const problems: Array<Problem> = []
  const lines: Array<number> = []
  const ids: Array<string> = []
  const readable = async function* () {
    let header: ReadonlyArray<string> | null = null
    try {
      for await (const { line, cells } of records(path)) {
        if (header === null) {
          header = cells
          const roles = cells.map(roleOf)
          if (!roles.some((role) => role === "name" || role === "first" || role === "last"))
            throw new CsvError(line, `no column for the name: ${cells.join(", ")}`)
        } else if (cells.length < header.length || surplus(header, cells)) {
          problems.push({ line, message: `${cells.length} cells where the header has ${header.length}` })
        } else if (cells.some((cell) => cell.trim() !== "")) {
          lines.push(line)
          yield candidateOf(header, cells)
        }
      }
    } catch (cause) {
      if (!(cause instanceof CsvError)) throw cause
      problems.push({ line: cause.line, message: cause.message })
    }
  }
  const { imported, problems: refused } = await as.candidates.import(readable(), {
    onProgress: (progress) => ids.push(...progress.landed.slice(0, most - ids.length).map(({ id }) => id)),
  })
  for (const { index, issues } of refused) {
    const message = issues.map((issue) => `${issue.path.join(".")} ${issue.message}`).join("; ")
    problems.push({ line: lines[index] ?? 0, message })
  }
  return { imported, problems: problems.toSorted((a, b) => a.line - b.line), ids }
}
