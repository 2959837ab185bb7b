import type { Found } from "./Draft.js"

const localEnd = /[\p{L}\p{N}.!#$%&'*+/=?^_`{|}~-]{1,64}$/u
const domainStart = /^(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,62})\.){1,8}\p{L}{2,24}(?![\p{L}\p{N}])/u

/** The addresses of the text, in its order. */
export const emails = (text: string): ReadonlyArray<Found<string>> => {
  const read: Array<Found<string>> = []
  for (let at = text.indexOf("@"); at !== -1 && read.length < 20; at = text.indexOf("@", at + 1)) {
    const local = localEnd.exec(text.slice(Math.max(0, at - 64), at))?.[0].replace(/^[^\p{L}\p{N}_+]+/u, "") ?? ""
    const domain = domainStart.exec(text.slice(at + 1, at + 255))?.[0] ?? ""
    if (local === "" || domain === "" || local.includes("..")) continue
    const value = `${local}@${domain}`
    read.push({ value, confidence: 0.98, span: { start: at - local.length, end: at + 1 + domain.length } })
  }
  return read
}
