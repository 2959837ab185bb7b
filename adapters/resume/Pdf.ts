import { ResumeUnreadable } from "../../src/ports/ResumeReader.js"
import { type Item, textOf as laidOut } from "../../src/resume/Layout.js"
import type { Limits } from "./Limits.js"
import { missing } from "./Missing.js"
import * as Streams from "./Streams.js"

/** More runs of text than any résumé has. */
const mostItems = 100_000

const refused = (cause: unknown): ResumeUnreadable => {
  if (cause instanceof ResumeUnreadable) return cause
  const password = cause instanceof Error && cause.name === "PasswordException"
  return password
    ? new ResumeUnreadable({ reason: "encrypted", detail: "the PDF needs a password" })
    : new ResumeUnreadable({
        reason: "broken",
        detail: cause instanceof Error ? cause.message.slice(0, 200) : "the PDF",
      })
}

/** The text of a PDF by where it stands. The time is looked at between pages: `until` is in milliseconds since 1970. */
export const textOf = async (bytes: Uint8Array, limits: Limits, until: number): Promise<string> => {
  Streams.bound(bytes, limits.inflatedBytes, until)
  const { getDocumentProxy } = await import("unpdf").catch(missing("unpdf"))
  const options = {
    verbosity: 0,
    isEvalSupported: false,
    useSystemFonts: false,
    disableFontFace: true,
    maxImageSize: 1,
  }
  const document = await getDocumentProxy(bytes.slice(), options).catch((cause: unknown) => {
    throw refused(cause)
  })
  try {
    if (document.numPages > limits.pages) {
      throw new ResumeUnreadable({ reason: "tooLarge", detail: `${document.numPages} pages` })
    }
    const items: Array<Item> = []
    let top = 0
    for (let number = 1; number <= document.numPages; number++) {
      if (Date.now() > until) throw new ResumeUnreadable({ reason: "tooSlow", detail: `stopped at page ${number}` })
      const page = await document.getPage(number)
      const height = page.getViewport({ scale: 1 }).height
      const content = await page.getTextContent()
      for (const item of content.items) {
        if (!("str" in item)) continue
        const [, , b = 0, d = 0, x = 0, y = 0] = item.transform.map(Number)
        const size = Math.hypot(b, d) || item.height || 10
        items.push({ text: item.str, x, y: top + height - y, width: item.width, height: size })
      }
      if (items.length > mostItems)
        throw new ResumeUnreadable({ reason: "tooLarge", detail: `${items.length} runs of text` })
      top += height
    }
    return laidOut(items)
  } catch (cause) {
    throw refused(cause)
  } finally {
    await document.loadingTask.destroy().catch(() => undefined)
  }
}
