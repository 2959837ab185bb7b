/** A text, or its parts as they stream in: text, or bytes whose encoding is found out. */
export type Source = string | Uint8Array | Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>

export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252"

/** How many bytes are looked at before anything is read. */
const looked = 65_536

/** Whether bytes are UTF-8; `more` of them may be to come, so that the last character may be cut. */
const isUtf8 = (bytes: Uint8Array, more: boolean): boolean => {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: more })
    return true
  } catch {
    return false
  }
}

/**
 * The encoding of a text by its first bytes (`more` of which may follow): its mark; else UTF-16 where every other byte is mostly NUL; else UTF-8 where
 * it is that; else the Windows code page of old spreadsheets.
 */
export const encodingOf = (head: Uint8Array, more = true): Encoding => {
  if (head[0] === 0xff && head[1] === 0xfe) return "utf-16le"
  if (head[0] === 0xfe && head[1] === 0xff) return "utf-16be"
  const pairs = Math.min(head.length, 2_000) >> 1
  const nul = [0, 0]
  for (let at = 0; at < pairs * 2; at++) if (head[at] === 0) nul[at % 2] = (nul[at % 2] ?? 0) + 1
  const [even = 0, odd = 0] = nul
  if (pairs > 0 && odd > pairs * 0.4 && even < pairs * 0.1) return "utf-16le"
  if (pairs > 0 && even > pairs * 0.4 && odd < pairs * 0.1) return "utf-16be"
  return isUtf8(head, more) ? "utf-8" : "windows-1252"
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

const decoderOf = (encoding: Encoding) => new TextDecoder(encoding, { ignoreBOM: true })

/** Decodes bytes as they come, in the encoding that the first of them tell. */
const decoding = (first: Uint8Array, given: Encoding | undefined, more: boolean) => {
  const found = given ?? encodingOf(first.subarray(0, looked), more || first.length > looked)
  let decoder = decoderOf(found)
  let plain = found === "utf-8" && given === undefined
  const decode = (bytes: Uint8Array): string => {
    if (plain && bytes.some((byte) => byte > 127)) {
      plain = false
      if (!isUtf8(bytes, true)) decoder = decoderOf("windows-1252")
    }
    return decoder.decode(bytes, { stream: true })
  }
  return { decode, end: () => decoder.decode() }
}

/** The text in parts of bytes or text, with whatever mark it begins with. */
async function* decoded(source: Source, encoding: Encoding | undefined): AsyncGenerator<string> {
  let head: Array<Uint8Array> = []
  let held = 0
  let found: ReturnType<typeof decoding> | undefined
  for await (const part of parts(source)) {
    if (typeof part === "string") yield part
    else if (found !== undefined) yield found.decode(part)
    else {
      head.push(part)
      held += part.length
      if (held < looked) continue
      const whole = joined(head)
      head = []
      found = decoding(whole, encoding, true)
      yield found.decode(whole)
    }
  }
  if (head.length > 0) {
    const whole = joined(head)
    found = decoding(whole, encoding, false)
    yield found.decode(whole)
  }
  if (found !== undefined) yield found.end()
}

/**
 * The text of a source in parts, without its byte order mark. What is no character of its encoding becomes U+FFFD; a
 * source that was plain ASCII so far and then is no UTF-8 goes on in the Windows code page.
 */
export async function* textOf(source: Source, encoding?: Encoding): AsyncGenerator<string> {
  let first = true
  for await (const text of decoded(source, encoding)) {
    if (text === "") continue
    yield first && text.startsWith("\ufeff") ? text.slice(1) : text
    first = false
  }
}
