import type { Table } from "../../reports/Table.js"
import type { Figure } from "../Figure.js"
import type { Say } from "../Say.js"

/** How one report is shown: its figures, and all its rows as a table. */
export interface View<R> {
  readonly figures: (report: R, say: Say) => ReadonlyArray<Figure>
  readonly table: (report: R, say: Say) => Table
}
