/** A text, or its parts as they stream in: text, or bytes whose encoding is found out. */
export type Source = string | Uint8Array | Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>

export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252"

/** How many bytes are looked at before anything is read. */
const looked = 65_536

const isUtf8 = (head: Uint8Array): boolean => {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(head, { stream: true })
    return true
  } catch {
    return false
  }
}

/**
 * The encoding of a text by its first bytes: its mark; else UTF-16 where every other byte is mostly NUL; else UTF-8 where
 * it is that; else the Windows code page of old spreadsheets.
 */
export const encodingOf = (head: Uint8Array): Encoding => {
  if (head[0] === 0xff && head[1] === 0xfe) return "utf-16le"
  if (head[0] === 0xfe && head[1] === 0xff) return "utf-16be"
  const pairs = Math.min(head.length, 2_000) >> 1
  const nul = [0, 0]
  for (let at = 0; at < pairs * 2; at++) if (head[at] === 0) nul[at % 2] = (nul[at % 2] ?? 0) + 1
  const [even = 0, odd = 0] = nul
  if (pairs > 0 && odd > pairs * 0.4 && even < pairs * 0.1) return "utf-16le"
  if (pairs > 0 && even > pairs * 0.4 && odd < pairs * 0.1) return "utf-16be"
  return isUtf8(head) ? "utf-8" : "windows-1252"
}

const parts = (source: Source): Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array> =>
  typeof source === "string" || source instanceof Uint8Array ? [source] : source

const joined = (chunks: ReadonlyArray<Uint8Array>): Uint8Array => {
  const whole = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.length
  }
  return whole
}

/**
 * The text of a source in parts, without its byte order mark. What is no character of its encoding becomes U+FFFD; a
 * source that was plain ASCII so far and then is no UTF-8 goes on in the Windows code page.
 */
export async function* textOf(source: Source, encoding?: Encoding): AsyncGenerator<string> {
  let head: Array<Uint8Array> = []
  let held = 0
  let decoder: InstanceType<typeof TextDecoder> | null = null
  let plain = true
  let first = true
  const marked = (text: string): string => {
    if (!first || text === "") return text
    first = false
    return text.startsWith("\ufeff") ? text.slice(1) : text
  }
  const decoded = (bytes: Uint8Array): string => {
    if (decoder === null) {
      const found = encoding ?? encodingOf(bytes.subarray(0, looked))
      decoder = new TextDecoder(found, { ignoreBOM: true })
      plain = found === "utf-8" && encoding === undefined
    }
    if (plain && bytes.some((byte) => byte > 127)) {
      plain = false
      if (!isUtf8(bytes)) decoder = new TextDecoder("windows-1252")
    }
    return decoder.decode(bytes, { stream: true })
  }
  for await (const part of parts(source)) {
    if (typeof part === "string") {
      yield marked(part)
    } else if (decoder !== null) {
      yield marked(decoded(part))
    } else {
      head.push(part)
      held += part.length
      if (held < looked) continue
      yield marked(decoded(joined(head)))
      head = []
    }
  }
  if (head.length > 0) yield marked(decoded(joined(head)))
  const last = (decoder as InstanceType<typeof TextDecoder> | null)?.decode()
  if (last !== undefined && last !== "") yield marked(last)
}
