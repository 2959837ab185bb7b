import type { Everything } from "matchloop/testing"

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
