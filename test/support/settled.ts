import { broken, type Everything } from "matchloop/testing"
import { expect } from "vitest"

const bookkeeping = new Set(["version", "updatedAt", "updatedBy"])

/** The records without what only counts changes. */
export const settled = ({
  records,
}: Pick<Everything, "records">): { readonly [noun: string]: ReadonlyArray<{ readonly [field: string]: unknown }> } =>
  Object.fromEntries(
    Object.entries(records).map(([noun, rows]) => [
      noun,
      rows.map((row) => Object.fromEntries(Object.entries(row).filter(([field]) => !bookkeeping.has(field)))),
    ]),
  )

/** All is as it was before what was taken back since: records, and where they stood how long. */
export const expectUndone = (after: Everything, before: Everything): void => {
  expect(broken(after).join("\n")).toBe("")
  expect(settled(after)).toEqual(settled(before))
  expect(after.visits).toEqual(before.visits)
}

/** The records without those that go on saying a former id: aliases, and what keeps whom somebody was put in as. */
export const renamed = ({ records }: Pick<Everything, "records">): Everything["records"] => ({
  ...records,
  alias: [],
  member: [],
  optOut: [],
  savedSearch: [],
  segment: [],
})
