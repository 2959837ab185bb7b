import * as Id from "../domain/Id.js"

/** Where fresh ids come from: one seed a command, for the time it runs at (milliseconds since 1970). */
export interface IdSource {
  readonly seed: (time: number) => Id.Seed
}

const word = 2 ** 27

// Drawn in bulk: a call costs as much for a thousand words as for two.
const drawn = new Uint32Array(1024)
let used = drawn.length

const draw = (): number => {
  if (used === drawn.length) {
    crypto.getRandomValues(drawn)
    used = 0
  }
  return (drawn[used++] ?? 0) % word
}

/**
 * Random seeds, from the platform's cryptographic source. Those of one millisecond ascend, and those of a clock that was
 * set back by less than a second (RFC 9562, section 6.2), so that what one process writes keeps its order.
 */
export const random: IdSource = (() => {
  let last = { time: -1, high: 0, low: 0 }
  return {
    seed: (time) => {
      const [high, low] = [draw(), draw()]
      const next = last.low + 1 + (low % 2 ** 16)
      // A fresh start leaves the top half of the words free to ascend through.
      last =
        time <= last.time && last.time - time < 1000
          ? { time: last.time, high: last.high + Math.floor(next / word), low: next % word }
          : { time, high: high % (word / 2), low: low % word }
      return Id.seed(last.time, last.high, last.low)
    },
  }
})()

/** The same seeds in the same order every time, for tests and demonstrations. */
export const counting = (start = 0): IdSource => {
  let count = start
  return { seed: (time) => Id.seed(time, Math.floor(count / word), count++ % word) }
}
