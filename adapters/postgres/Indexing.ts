import type { ChangeSet } from "../../src/domain/ChangeSet.js"
import * as Indexing from "../../src/search/Indexing.js"
import { documentRow, kept } from "../sql/SearchRow.js"

/** What the server's function takes; undefined where there is nothing to index. */
export const indexing = (changes: ChangeSet): object | undefined => {
  const { workspace } = changes
  const { fresh, touched } = Indexing.of(changes)
  if (fresh.length + touched.length === 0) return undefined
  return {
    ...(fresh.length === 0 ? {} : { fresh: fresh.map(({ id, noun, own }) => documentRow(workspace, noun, id, own())) }),
    touched: touched.map(({ id, noun, own, parts }) => ({
      noun,
      id,
      ...(own === undefined ? {} : { own: own === null ? null : documentRow(workspace, noun, id, own) }),
      parts: parts.map(({ part, terms }) =>
        terms === null ? { part } : { part, terms: kept(workspace, noun, terms), runs: terms.runs, size: terms.size },
      ),
    })),
  }
}
