/*
 * The terms of a document say in which slot it stands, so that a list of the index holds the documents of one slot. A
 * usual word has hundreds of thousands of documents, of which a page shows the newest few; slot by slot, a sixteenth of
 * them is read where the first slot has enough, however many there are.
 *
 * A slot is a run of numbers, and after sixteen of them their turn comes again: their count does not grow with what is
 * written, and what an old document left behind stands among newer ones of its slot, told apart by its number.
 */

export const slots = 16

/** Two to this power are the numbers of a run. */
const bits = 16

/** The run of a number. */
export const run = (seq: string): string => `(${seq} >> ${bits})`

/** The first number of a run. */
export const first = (run: string): string => `(${run} << ${bits})`

/** The slot of a run, 0 to 15. */
export const slot = (run: string): string => `(${run} & ${slots - 1})`

/** The character before the terms of a slot. */
export const mark = (slot: string): string => `to_hex(${slot})`

const markOf = (seq: string): string => mark(slot(run(seq)))

/** Words apart by spaces as a vector of them under a number: their places in the text are not kept. */
export const vector = (words: string, seq: string): string =>
  `array_to_tsvector(string_to_array(${markOf(seq)} || replace(${words}, ' ', ' ' || ${markOf(seq)}), ' '))`

/** The words of a vector, apart by spaces. */
export const words = (vector: string): string =>
  `(select string_agg(substr(w."word", 2), ' ') from unnest(tsvector_to_array(${vector})) w("word"))`

/** What stands in a query for the character before its terms. */
export const unmarked = "~"

/** A text as the query of a slot. */
export const query = (text: string, slot: string): string => `replace(${text}, '${unmarked}', ${mark(slot)})::tsquery`
