import { createHash } from "node:crypto"
import { MigrationDrift } from "../../src/ports/StorageError.js"
import type { Dialect } from "./Dialect.js"

/** One step of the schema. Once released it never changes: a change is a further migration with a later id. */
export interface Migration {
  /** Sorts the migrations, as text. */
  readonly id: string
  readonly name: string
  readonly sql: (dialect: Dialect) => ReadonlyArray<string>
}

/** A migration as the database remembers it. */
export interface Applied {
  readonly id: string
  readonly name: string
  readonly checksum: string
}

/** SHA-256 of the migration's SQL; the dialect must carry the canonical names, so that a host's own do not count. */
export const checksum = (migration: Migration, canonical: Dialect): string =>
  createHash("sha256").update(migration.sql(canonical).join(";\n")).digest("hex")

/** What is left to apply, or how the database differs from what this library knows. */
export const pending = (
  known: ReadonlyArray<Migration>,
  applied: ReadonlyArray<Applied>,
  canonical: Dialect,
): ReadonlyArray<Migration> | MigrationDrift => {
  const ordered = [...known].sort((a, b) => (a.id < b.id ? -1 : 1))
  for (const { checksum: recorded, id, name } of applied) {
    const mine = ordered.find((migration) => migration.id === id)
    if (mine === undefined) return new MigrationDrift({ migration: `${id}_${name}`, reason: "unknown" })
    if (mine.name !== name || checksum(mine, canonical) !== recorded)
      return new MigrationDrift({ migration: `${id}_${name}`, reason: "edited" })
  }
  const done = new Set(applied.map(({ id }) => id))
  const left = ordered.filter(({ id }) => !done.has(id))
  const late = left.find(({ id }) => applied.some((one) => one.id > id))
  return late === undefined ? left : new MigrationDrift({ migration: `${late.id}_${late.name}`, reason: "outOfOrder" })
}
