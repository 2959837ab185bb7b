/** Numbers from 0 to 1, the same ones every time. */
export type Chance = () => number

export const chance = (seed: number): Chance => {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

export const one = <A>(list: ReadonlyArray<A>, random: Chance): A => {
  const found = list[Math.floor(random() * list.length)]
  if (found === undefined) throw new RangeError("the list is empty")
  return found
}
