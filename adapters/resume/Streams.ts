import { inflateSync } from "node:zlib"
import { ResumeUnreadable } from "../../src/ports/ResumeReader.js"

/** How often a stream may be packed in itself before it is nobody's honest work. */
const deepest = 3

const isZlib = (bytes: Uint8Array, at: number): boolean => {
  const [first = 0, second = 0] = [bytes[at], bytes[at + 1]]
  return (first & 15) === 8 && (first * 256 + second) % 31 === 0
}

const inflatedSize = (bytes: Uint8Array, most: number, depth: number): number => {
  const content = (() => {
    try {
      return inflateSync(bytes, { maxOutputLength: Math.max(1, most) })
    } catch (cause) {
      if (cause instanceof Error && "code" in cause && cause.code === "ERR_BUFFER_TOO_LARGE") return null
      return new Uint8Array()
    }
  })()
  if (content === null) return Number.POSITIVE_INFINITY
  const inner = depth < deepest && isZlib(content, 0) ? inflatedSize(content, most - content.length, depth + 1) : 0
  return content.length + inner
}

/** Refuses a PDF whose packed streams inflate to more than `most` bytes, whatever their dictionaries say of them. */
export const bound = (bytes: Uint8Array, most: number, until: number): void => {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let total = 0
  for (let at = file.indexOf("stream"); at !== -1; at = file.indexOf("stream", at + 6)) {
    let from = at + 6
    while (file[from] === 13 || file[from] === 10 || file[from] === 32) from += 1
    if (!isZlib(file, from)) continue
    if (Date.now() > until) throw new ResumeUnreadable({ reason: "tooSlow", detail: "stopped among the streams" })
    total += inflatedSize(file.subarray(from), most - total, 1)
    if (total > most)
      throw new ResumeUnreadable({ reason: "tooLarge", detail: `streams inflate to more than ${most} bytes` })
  }
}
