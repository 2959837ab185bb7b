import type { Entry, Json } from "../Ledger.js"
import * as References from "../References.js"

/** Tells which entries of a record say that one whom it named was merged away, or is two again. */
export const moving = (history: ReadonlyArray<Entry>): ((entry: Entry) => boolean) => {
  const moves = new Set(history.flatMap(({ act, data }) => (data.reassignedFrom === undefined ? [] : [act])))
  return ({ act, corrects }) => moves.has(act) || (corrects !== null && moves.has(corrects))
}

/**
 * What a field of a record was last given: neither that somebody it named was merged away, or is two again, gave it
 * anything, nor that the record came back meanwhile, naming who stood for them.
 */
export const given = (history: ReadonlyArray<Entry>, field: string): Json => {
  const isMove = moving(history)
  let [found, gone]: [Json, boolean] = [null, false]
  for (const entry of history) {
    const { corrects, patch } = entry
    const isBack = gone && corrects !== null
    gone = patch === null
    if (patch !== null && !isBack && !isMove(entry)) found = patch[field] ?? found
  }
  return found
}

/**
 * A list as it was before a change, with what was changed since: who came in place of others stands in theirs, any other
 * before whom they stand before now.
 */
export const rebased = (
  before: ReadonlyArray<Json>,
  after: ReadonlyArray<Json>,
  current: ReadonlyArray<Json>,
): ReadonlyArray<Json> => {
  const at = (list: ReadonlyArray<Json>, one: Json) =>
    list.findIndex((other) => References.idOf(other) === References.idOf(one))
  const has = (list: ReadonlyArray<Json>, one: Json) => at(list, one) !== -1
  const came = current.filter((one) => !has(after, one) && !has(before, one))
  const places = before.filter((one) => has(after, one) && !has(current, one))
  const list = before.flatMap((one) => {
    const place = places.indexOf(one)
    return place === -1 ? [one] : came.slice(place, place + 1)
  })
  for (const one of came.slice(places.length)) {
    const next = current.slice(at(current, one)).find((other) => has(list, other))
    list.splice(next === undefined ? list.length : at(list, next), 0, one)
  }
  return list
}

/** A reference, or a list of them, that names `from` again where it names `into`; both of them where it named both. */
export const parted = (value: Json, from: string, into: string, both: boolean): Json => {
  const back = References.renamed(value, new Map([[into, from]]))
  if (!both || !Array.isArray(value) || !Array.isArray(back)) return back
  return [...value, ...back.filter((one: Json) => References.idOf(one) === from)]
}
