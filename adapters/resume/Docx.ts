import { textOf as htmlText } from "../../src/resume/Html.js"
import { ResumeUnreadable } from "../../src/ports/ResumeReader.js"
import type { Limits } from "./Limits.js"
import { missing } from "./Missing.js"
import { unpacked } from "./Zip.js"

const wanted = (name: string): boolean =>
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|word\/.{1,100}\.(?:xml|rels))$/.test(name)

/** Definitions of entities, with which a small document makes itself large. */
const defines = (xml: Uint8Array): boolean =>
  Buffer.from(xml.buffer, xml.byteOffset, xml.byteLength).includes("<!DOCTYPE")

/** The words of a page header, where letterheads put names and addresses; `mammoth` passes it over. */
const headerText = (files: ReadonlyMap<string, Uint8Array>): string => {
  const said = new Set<string>()
  for (const [name, bytes] of files) {
    if (!/^word\/header\d{0,3}\.xml$/.test(name) || bytes.length > 200_000) continue
    const marked = new TextDecoder()
      .decode(bytes)
      .replaceAll(/<w:instrText[^<>]{0,100}>[^<>]{0,200}<\/w:instrText>/g, "")
      .replaceAll("</w:p>", "<br>")
      .replaceAll(/<w:(?:br|cr)\s*\/>/g, "<br>")
      .replaceAll(/<w:tab\s*\/>/g, " | ")
    for (const line of htmlText(marked).split("\n")) if (line.trim() !== "") said.add(line.trim())
  }
  return [...said].join("\n")
}

/** The text of a Word document. Pictures, macros and whatever else is inside are never inflated. */
export const textOf = async (bytes: Uint8Array, limits: Limits): Promise<string> => {
  const { archive, files } = unpacked(bytes, limits.inflatedBytes, wanted)
  if (![...files.keys()].some((name) => name.startsWith("word/"))) {
    throw new ResumeUnreadable({ reason: "unsupported", detail: "an archive that is no Word document" })
  }
  if ([...files.values()].some(defines)) {
    throw new ResumeUnreadable({ reason: "broken", detail: "the document defines entities" })
  }
  const mammoth = await import("mammoth").catch(missing("mammoth"))
  const options = {
    convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: "" })),
    ignoreEmptyParagraphs: false,
  }
  const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(archive) }, options)
  return [headerText(files), htmlText(value)].filter((text) => text !== "").join("\n")
}
