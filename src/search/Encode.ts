/** A term in letters and digits of ASCII alone, so that no tokenizer and no query language finds anything in it. */
export const encode = (term: string): string => {
  let made = ""
  /** Up to where the term is encoded: what is plain is taken over in one go. */
  let done = 0
  for (let at = 0; at < term.length; at++) {
    const unit = term.charCodeAt(at)
    if (isPlain(unit)) continue
    made += term.slice(done, at) + (unit === 32 ? "zz" : `z${unit.toString(16)}z`)
    done = at + 1
  }
  return done === 0 ? term : made + term.slice(done)
}

/** `z` stands for what is not plain: `zz` is a space, between two of them is a UTF-16 unit in hexadecimal. */
const isPlain = (code: number): boolean => (code > 96 && code < 122) || (code > 47 && code < 58)

const prefixes = new Map<string, string>()

/**
 * Four characters that keep the terms of workspaces and nouns apart in one index. Two of them may share theirs: the
 * rows say whose they are.
 */
export const prefix = (workspace: string, noun: string): string => {
  const key = `${noun} ${workspace}`
  const known = prefixes.get(key)
  if (known !== undefined) return known
  let hash = 0x811c9dc5
  for (let at = 0; at < key.length; at++) hash = Math.imul(hash ^ key.charCodeAt(at), 0x01000193)
  const made = ((hash >>> 0) % 36 ** 4).toString(36).padStart(4, "0")
  if (prefixes.size < 10_000) prefixes.set(key, made)
  return made
}
