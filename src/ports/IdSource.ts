import * as Id from "../domain/Id.js"

/** Where fresh ids come from: one seed a command, for the time it runs at (milliseconds since 1970). */
export interface IdSource {
  readonly seed: (time: number) => Id.Seed
}

const word = 2 ** 27

/** Random seeds, from the platform's cryptographic source. */
export const random: IdSource = {
  seed: (time) => {
    const [high = 0, low = 0] = crypto.getRandomValues(new Uint32Array(2))
    return Id.seed(time, high % word, low % word)
  },
}

/** The same seeds in the same order every time, for tests and demonstrations. */
export const counting = (start = 0): IdSource => {
  let count = start
  return { seed: (time) => Id.seed(time, Math.floor(count / word), count++ % word) }
}
