import { ResumeUnreadable } from "../../src/ports/ResumeReader.js"

export type Format = "pdf" | "docx" | "html" | "json" | "text"

const pictures = ["\u0089PNG", "\u00ff\u00d8\u00ff", "GIF8", "II*\u0000", "MM\u0000*", "RIFF"]

const starts = (bytes: Uint8Array, text: string): boolean =>
  [...text].every((letter, index) => bytes[index] === letter.charCodeAt(0))

const latin = (bytes: Uint8Array): string => String.fromCharCode(...bytes.subarray(0, 1024))

const html = /<(?:!doctype html|html|head|body|meta|div|table|h1|p|section|article|ul)[\s>]/i

/** Names and media types as a tie-break for text, whose bytes say little. */
const hinted = (name: string, mediaType: string): Format | null => {
  if (/html/i.test(mediaType) || /\.x?html?$/i.test(name)) return "html"
  if (/json/i.test(mediaType) || /\.json$/i.test(name)) return "json"
  return null
}

const unsupported = (detail: string) => new ResumeUnreadable({ reason: "unsupported", detail })

/** The format of a file by its first bytes; for text, by what it begins with and by its name and media type. */
export const formatOf = (bytes: Uint8Array, name = "", mediaType = ""): Format | ResumeUnreadable => {
  const head = latin(bytes)
  if (head.includes("%PDF-")) return "pdf"
  if (starts(bytes, "PK\u0003\u0004") || starts(bytes, "PK\u0005\u0006")) return "docx"
  if (starts(bytes, "\u00d0\u00cf\u0011\u00e0")) return unsupported("an old Office file, or one with a password")
  if (starts(bytes, "{\\rtf")) return unsupported("a Rich Text file")
  if (pictures.some((mark) => starts(bytes, mark))) return unsupported("a picture")
  const wide = /^(?:\u00ff\u00fe|\u00fe\u00ff)/.test(head)
  if (!wide && head.includes("\u0000")) return unsupported("bytes that are no text")
  const told = head
    .replaceAll("\u0000", "")
    .replace(/^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)/, "")
    .trimStart()
  if (told.startsWith("{")) return "json"
  if (html.test(told)) return "html"
  const hint = hinted(name, mediaType)
  return hint === "json" ? "text" : (hint ?? "text")
}
