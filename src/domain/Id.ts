const alphabet = "0123456789abcdefghjkmnpqrstvwxyz"

/**
 * What the ids of one command grow from: the first 22 of the 26 base-32 digits of a UUIDv7, so that ids sort by time.
 * The last four digits count the ids within the command.
 */
export type Seed = string

const digits = (n: number, width: number): string => {
  let text = ""
  for (let left = n, i = 0; i < width; i++, left = Math.floor(left / 32)) text = alphabet.charAt(left % 32) + text
  return text
}

const perSeed = 32 ** 4

/** The seed with its last digits counted on, for the rare command that makes more ids than four digits can count. */
const carried = (seed: Seed, by: number): Seed => {
  if (by === 0) return seed
  const tail = [...seed.slice(-8)].reduce((value, digit) => value * 32 + alphabet.indexOf(digit), 0)
  return seed.slice(0, -8) + digits((tail + by) % 32 ** 8, 8)
}

/** The n-th id of a seed: prefix and the 26 digits (Crockford base 32) of a UUIDv7. */
export const derive = <const P extends string>(prefix: P, seed: Seed, n: number): `${P}_${string}` =>
  `${prefix}_${carried(seed, Math.floor(n / perSeed))}${digits(n % perSeed, 4)}`

/**
 * The seed of a UUIDv7 (RFC 9562) at a time (milliseconds since 1970) with 54 random bits, in two words of 27.
 *
 * Of the UUID's 128 bits it holds the first 108: 48 of time, the version 7, 12 random, the variant, 42 random.
 */
export const seed = (time: number, high: number, low: number): Seed => {
  const randomA = Math.floor(high / 2 ** 15)
  const head = 7 * 2 ** 14 + randomA * 4 + 2
  const randomB = (high % 2 ** 15) * 2 ** 27 + low
  // head (18 bits) and randomB (42 bits) fill twelve digits: three of head, three bits of it shared with randomB's first.
  const shared = (head % 8) * 4 + Math.floor(randomB / 2 ** 40)
  return digits(time, 10) + digits(Math.floor(head / 8), 3) + digits(shared, 1) + digits(randomB % 2 ** 40, 8)
}

/** What an id with this prefix looks like; the prefix may be a pattern of its own. */
export const pattern = (prefix: string): RegExp => new RegExp(`^${prefix}_[0-9a-hjkmnp-tv-z]{26}$`)

const any = pattern("[a-z]+")

export const isId = (text: string): boolean => any.test(text)
