import { inflateRawSync } from "node:zlib"
import { ResumeUnreadable } from "../../src/ports/ResumeReader.js"

const broken = (detail: string) => new ResumeUnreadable({ reason: "broken", detail })
const tooLarge = (detail: string) => new ResumeUnreadable({ reason: "tooLarge", detail })

/** One file of an archive, as its directory declares it. */
interface Entry {
  readonly name: string
  readonly method: number
  readonly crc: number
  readonly packed: number
  readonly size: number
  readonly at: number
}

const mostEntries = 2_000

const marks = { end: 0x06054b50, directory: 0x02014b50, local: 0x04034b50 }

const endOf = (view: DataView): number => {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 65_557); at--) {
    if (view.getUint32(at, true) === marks.end) return at
  }
  throw broken("the archive has no end")
}

/** The directory, which says what is inside without inflating anything. */
const directory = (bytes: Uint8Array, most: number): ReadonlyArray<Entry> => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = endOf(view)
  const count = view.getUint16(end + 10, true)
  if (count > mostEntries) throw tooLarge(`the archive holds ${count} files`)
  const entries: Array<Entry> = []
  let at = view.getUint32(end + 16, true)
  let total = 0
  for (let n = 0; n < count; n++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== marks.directory)
      throw broken("the archive's directory is cut")
    if ((view.getUint16(at + 8, true) & 1) === 1)
      throw new ResumeUnreadable({ reason: "encrypted", detail: "the archive" })
    const length = view.getUint16(at + 28, true)
    const size = view.getUint32(at + 24, true)
    total += size
    if (total > most) throw tooLarge(`the archive declares more than ${most} bytes`)
    entries.push({
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + length)),
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      size,
      at: view.getUint32(at + 42, true),
    })
    at += 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return entries
}

/** The bytes of one file, which may not inflate to more than the directory declares. */
const inflated = (bytes: Uint8Array, entry: Entry): Uint8Array => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (entry.at + 30 > bytes.length || view.getUint32(entry.at, true) !== marks.local)
    throw broken(`${entry.name} is missing`)
  const from = entry.at + 30 + view.getUint16(entry.at + 26, true) + view.getUint16(entry.at + 28, true)
  const packed = bytes.subarray(from, from + entry.packed)
  if (packed.length < entry.packed) throw broken(`${entry.name} is cut`)
  if (entry.method === 0) return packed
  if (entry.method !== 8) throw broken(`${entry.name} is packed in a way that is not read`)
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, entry.size) })
  } catch (cause) {
    const bomb = cause instanceof Error && "code" in cause && cause.code === "ERR_BUFFER_TOO_LARGE"
    throw bomb ? tooLarge(`${entry.name} inflates to more than it declares`) : broken(`${entry.name} does not inflate`)
  }
}

const stored = (name: Uint8Array, crc: number, size: number, mark: number, at: number | null): Uint8Array => {
  const header = new Uint8Array((at === null ? 30 : 46) + name.length)
  const view = new DataView(header.buffer)
  const shift = at === null ? 0 : 2
  view.setUint32(0, mark, true)
  view.setUint16(4 + shift, 20, true)
  view.setUint16(6 + shift, 0x800, true)
  view.setUint32(14 + shift, crc, true)
  view.setUint32(18 + shift, size, true)
  view.setUint32(22 + shift, size, true)
  view.setUint16(26 + shift, name.length, true)
  if (at !== null) view.setUint32(42, at, true)
  header.set(name, header.length - name.length)
  return header
}

/**
 * An archive of the files that `wanted` names, not packed any more, so that whoever reads it inflates nothing. `most` is
 * held against the declared sizes first and against what is inflated then.
 */
export const unpacked = (
  bytes: Uint8Array,
  most: number,
  wanted: (name: string) => boolean,
): { readonly archive: Uint8Array; readonly files: ReadonlyMap<string, Uint8Array> } => {
  const parts: Array<Uint8Array> = []
  const index: Array<Uint8Array> = []
  const files = new Map<string, Uint8Array>()
  let at = 0
  let total = 0
  const add = (part: Uint8Array) => {
    parts.push(part)
    at += part.length
  }
  for (const entry of directory(bytes, most)) {
    if (!wanted(entry.name) || files.has(entry.name)) continue
    const content = inflated(bytes, entry)
    total += content.length
    if (total > most) throw tooLarge(`the archive inflates to more than ${most} bytes`)
    files.set(entry.name, content)
    const name = new TextEncoder().encode(entry.name)
    index.push(stored(name, entry.crc, content.length, marks.directory, at))
    add(stored(name, entry.crc, content.length, marks.local, null))
    add(content)
  }
  const from = at
  for (const part of index) add(part)
  const end = new Uint8Array(22)
  const view = new DataView(end.buffer)
  view.setUint32(0, marks.end, true)
  view.setUint16(8, index.length, true)
  view.setUint16(10, index.length, true)
  view.setUint32(12, at - from, true)
  view.setUint32(16, from, true)
  add(end)
  return { archive: Buffer.concat(parts), files }
}
