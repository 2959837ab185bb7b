import type { Found } from "./Draft.js"

const localEnd = /[\p{L}\p{N}.!#$%&'*+/=?^_`{|}~-]{1,64}$/u
const domainStart = /^(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,62})\.){1,8}\p{L}{2,24}(?![\p{L}\p{N}])/u

/** `@`, alone or at the end of its line, or as it is written against collectors: «name (at) example.com». */
const signs = /\n?@\n?| ?[([{](?:at|a|ät)[)\]}] ?/giu

/** A domain that a narrow column broke before its last dot. */
const broken = /^[\p{L}\p{N}-]{1,62}\n\.\p{L}{2,24}(?![\p{L}\p{N}])/u

/** A line that is the first half of an address and nothing else. */
const brokenLocal = /(?:^|\n)[\p{L}\p{N}_+-]+(?:\.[\p{L}\p{N}_+-]+)+$/u

/** The addresses of the text, in its order. */
export const emails = (text: string): ReadonlyArray<Found<string>> => {
  const read: Array<Found<string>> = []
  for (const sign of text.matchAll(signs)) {
    if (read.length >= 20) break
    const [at, from] = [sign.index, sign.index + sign[0].length]
    const before = text.slice(Math.max(0, at - 64), at)
    if (sign[0].startsWith("\n") && !brokenLocal.test(before)) continue
    const local = localEnd.exec(before)?.[0].replace(/^[^\p{L}\p{N}_+]+/u, "") ?? ""
    const after = text.slice(from, from + 255)
    const domain = (domainStart.exec(after) ?? broken.exec(after))?.[0] ?? ""
    if (local === "" || domain === "" || local.includes("..")) continue
    const value = `${local}@${domain.replace("\n", "")}`
    read.push({ value, confidence: 0.98, span: { start: at - local.length, end: from + domain.length } })
  }
  return read
}
