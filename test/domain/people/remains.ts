import { readFileSync } from "node:fs"
import type { Database, Kind } from "../../faults/databases.js"

/** Everything that the database holds, down to the bytes of its files. */
export const remains = async (kind: Kind, database: Database): Promise<string> => {
  const dump = await database.dump()
  if (kind.name !== "sqlite") return dump
  const files = ["", "-wal", "-shm"].map((suffix) => {
    try {
      return readFileSync(`${database.address}${suffix}`).toString("latin1")
    } catch {
      return ""
    }
  })
  return [dump, ...files].join("\n")
}

/** The words that a text holds, as they are or as bytes in hexadecimal. */
export const wordsIn = (text: string, words: ReadonlyArray<string>): ReadonlyArray<string> => {
  const lower = text.toLowerCase()
  return words.filter((word) => lower.includes(word.toLowerCase()) || lower.includes(Buffer.from(word).toString("hex")))
}
