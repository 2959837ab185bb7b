/** The part of a common prefix that counts, characters, and how much each of them does. */
const prefix = { most: 4, weight: 0.1 }

/** The similarity of Jaro (1989): common characters that lie near each other, less those out of order. */
const jaro = (a: string, b: string): number => {
  const reach = Math.max(0, Math.floor(Math.max(a.length, b.length) / 2) - 1)
  const taken = new Array<boolean>(b.length).fill(false)
  const common: Array<string> = []
  for (let i = 0; i < a.length; i++) {
    const end = Math.min(b.length, i + reach + 1)
    for (let j = Math.max(0, i - reach); j < end; j++) {
      if (taken[j] === true || a[i] !== b[j]) continue
      taken[j] = true
      common.push(a[i] ?? "")
      break
    }
  }
  if (common.length === 0) return 0
  let outOfOrder = 0
  let next = 0
  for (let j = 0; j < b.length; j++) {
    if (taken[j] === true && b[j] !== common[next++]) outOfOrder++
  }
  const matches = common.length
  return (matches / a.length + matches / b.length + (matches - outOfOrder / 2) / matches) / 3
}

/** The similarity of Jaro and Winkler (1990) of two words, 0 to 1: names rarely differ at their beginning. */
export const similarity = (a: string, b: string): number => {
  if (a === b) return 1
  const base = jaro(a, b)
  let shared = 0
  while (shared < prefix.most && shared < a.length && a[shared] === b[shared]) shared++
  return base + shared * prefix.weight * (1 - base)
}
