import type { Draft, Found } from "../../src/resume/Draft.js"
import { standard } from "../../src/resume/skills/Taxonomy.js"
import { tokens } from "../../src/resume/skills/Tokens.js"
import type { Expected } from "./sample.js"

export const fields = [
  "name",
  "email",
  "phone",
  "location",
  "skills",
  "title",
  "employer",
  "dates",
  "institution",
  "degree",
  "languages",
] as const
export type Field = (typeof fields)[number]

export interface Score {
  readonly right: number
  readonly read: number
  readonly expected: number
}

const plain = (text: string): string =>
  text
    .normalize("NFC")
    .toLowerCase()
    .replace(/[\s.,]+/g, " ")
    .trim()

const one = (found: Found<string> | null): ReadonlyArray<string> => (found === null ? [] : [found.value])
const given = (value: string | null | undefined): ReadonlyArray<string> =>
  value === null || value === undefined ? [] : [value]

const cells = (table: string | undefined, at: number): ReadonlyArray<string> =>
  (table ?? "")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => line.split("|")[at]?.trim() ?? "")

const names = (table: string | undefined, at: number) => cells(table, at).filter((cell) => cell !== "")

const listed = (list: string | undefined): ReadonlyArray<string> =>
  (list ?? "")
    .split(",")
    .map((item) => item.trim())
    .filter((item) => item !== "")

/** A skill under the name that its aliases share, as it is written if it has none. */
const skill = (written: string): string =>
  standard.byWords.get(
    tokens(written)
      .map(({ word }) => word)
      .join(" "),
  )?.skill.name ?? written

/** What was read and what was expected of each field, as texts that compare. */
const compared = (
  draft: Draft,
  expected: Expected,
): { readonly [F in Field]: readonly [ReadonlyArray<string>, ReadonlyArray<string>] } => {
  const starts = cells(expected.jobs, 2)
  return {
    name: [one(draft.name), [expected.name]],
    email: [one(draft.email), given(expected.email)],
    phone: [one(draft.phone), given(expected.phone)],
    location: expected.location === undefined ? [[], []] : [one(draft.location), [expected.location]],
    skills: [draft.skills.map(({ value }) => value), [...new Set(listed(expected.skills).map(skill))]],
    title: [draft.employment.flatMap(({ title }) => one(title)), names(expected.jobs, 0)],
    employer: [draft.employment.flatMap(({ employer }) => one(employer)), names(expected.jobs, 1)],
    dates: [
      draft.employment.map(
        ({ start, end, current }) => `${start?.value ?? ""}/${current ? "now" : (end?.value ?? "")}`,
      ),
      cells(expected.jobs, 3).map((end, index) => `${starts[index]}/${end}`),
    ],
    institution: [draft.education.flatMap(({ institution }) => one(institution)), names(expected.schools, 0)],
    degree: [draft.education.flatMap(({ degree }) => one(degree)), names(expected.schools, 1)],
    languages: [draft.languages.map(({ value, level }) => `${value} ${level ?? "-"}`), listed(expected.languages)],
  }
}

/** How many of the read are among the expected, each of which counts once. */
const scored = ([read, expected]: readonly [ReadonlyArray<string>, ReadonlyArray<string>]): Score => {
  const open = expected.map(plain)
  let right = 0
  for (const value of read.map(plain)) {
    const at = open.indexOf(value)
    if (at === -1) continue
    open.splice(at, 1)
    right += 1
  }
  return { right, read: read.length, expected: expected.length }
}

export const score = (draft: Draft, expected: Expected): { readonly [F in Field]: Score } => {
  const all = compared(draft, expected)
  return Object.fromEntries(fields.map((field) => [field, scored(all[field])])) as { readonly [F in Field]: Score }
}

/** What is missing and what is too much, for a reader of the test's output. */
export const differences = (draft: Draft, expected: Expected): ReadonlyArray<string> => {
  const all = compared(draft, expected)
  return fields.flatMap((field) => {
    const [read, wanted] = [all[field][0].map(plain), all[field][1].map(plain)]
    const missing = wanted.filter((value) => !read.includes(value))
    const extra = read.filter((value) => !wanted.includes(value))
    return missing.length + extra.length === 0
      ? []
      : [`${field}: missing [${missing.join("; ")}], read [${extra.join("; ")}]`]
  })
}

export const sum = (scores: ReadonlyArray<Score>): Score =>
  scores.reduce((all, next) => ({
    right: all.right + next.right,
    read: all.read + next.read,
    expected: all.expected + next.expected,
  }))

export const precision = ({ right, read }: Score): number => (read === 0 ? 1 : right / read)
export const recall = ({ right, expected }: Score): number => (expected === 0 ? 1 : right / expected)
export const f1 = ({ right, read, expected }: Score): number =>
  read + expected === 0 ? 1 : (2 * right) / (read + expected)
