import { deflateSync } from "node:zlib"
import { strToU8, zipSync } from "fflate"
import * as fc from "fast-check"
import { describe, expect, test } from "vitest"
import { readResume, type ReaderOptions, ResumeUnreadable, type UnreadableReason } from "../../adapters/resume/index.js"
import { document, parts } from "./docx.js"
import { endless } from "./endless.js"
import { column, pdf } from "./pdf.js"

const inline: ReaderOptions = { isolation: "inline" }
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

/** A draft or a typed refusal; anything else is a defect. */
const outcome = async (
  file: Uint8Array,
  name = "cv",
  options: ReaderOptions = inline,
): Promise<UnreadableReason | "draft"> => {
  try {
    const draft = await readResume(file, { name }, options)
    expect(draft.text.length).toBeGreaterThanOrEqual(0)
    return "draft"
  } catch (error) {
    if (error instanceof ResumeUnreadable) return error.reason
    throw error
  }
}

const good = {
  pdf: pdf([column(50, 60, "Ada Park\nada@example.com\n\nSkills\n\nSQL, Java")]),
  docx: document("Ada Park\nada@example.com\nSkills\nSQL, Java"),
}

/** A PDF with a packed stream that its page shows. */
const packedPdf = (content: Uint8Array): Uint8Array => {
  const packed = Buffer.from(content)
  const body = (text: string) => Buffer.from(text, "latin1")
  return new Uint8Array(
    Buffer.concat([
      body("%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n"),
      body("2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n"),
      body("3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R >>\nendobj\n"),
      body(`4 0 obj\n<< /Length ${packed.length} /Filter /FlateDecode >>\nstream\n`),
      packed,
      body("\nendstream\nendobj\ntrailer\n<< /Size 5 /Root 1 0 R >>\n%%EOF\n"),
    ]),
  )
}

describe("a hostile file", () => {
  test("of random bytes, behind any format's first bytes, is a draft or a typed refusal", async () => {
    const head = fc.constantFrom(
      "",
      "%PDF-1.7\n",
      "PK\u0003\u0004",
      "<html>",
      "{",
      "\u00ff\u00fe",
      "\u00d0\u00cf\u0011\u00e0",
    )
    await fc.assert(
      fc.asyncProperty(head, fc.uint8Array({ maxLength: 2_000 }), async (first, rest) => {
        await outcome(new Uint8Array([...Buffer.from(first, "latin1"), ...rest]))
      }),
      { numRuns: 150, seed: 7 },
    )
  })

  test.each(["pdf", "docx"] as const)("that is a %s cut anywhere is a draft or refused as broken", async (format) => {
    const whole = good[format]
    for (let part = 1; part < 20; part++) {
      expect(["draft", "broken", "unsupported"]).toContain(
        await outcome(whole.slice(0, Math.floor((whole.length * part) / 20))),
      )
    }
    expect(await outcome(whole)).toBe("draft")
  })

  test("that is a zip bomb is refused by its declared sizes, before anything is inflated", async () => {
    const bomb = zipSync({ ...entries(), "word/media.xml": new Uint8Array(80 * 1024 * 1024) }, { level: 9 })
    expect(bomb.length).toBeLessThan(200_000)
    expect(await outcome(bomb)).toBe("tooLarge")
  })

  test("that declares less than it inflates to is refused while it inflates", async () => {
    const bomb = zipSync({ ...entries(), "word/media.xml": new Uint8Array(8 * 1024 * 1024) }, { level: 9 })
    const view = new DataView(bomb.buffer, bomb.byteOffset)
    for (let at = 0; at < bomb.length - 46; at++) {
      if (view.getUint32(at, true) === 0x02014b50 && view.getUint32(at + 24, true) === 8 * 1024 * 1024)
        view.setUint32(at + 24, 1_000, true)
    }
    expect(await outcome(bomb)).toBe("tooLarge")
  })

  test("that holds thousands of files is refused", async () => {
    const many = Object.fromEntries([...Array(2_500).keys()].map((n) => [`word/${n}.xml`, strToU8("<a/>")]))
    expect(await outcome(zipSync(many, { level: 0 }))).toBe("tooLarge")
  })

  test("that defines entities in Word's XML is refused", async () => {
    const own = parts(["Ada Park"])
    const laughs = `<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "${"ha".repeat(100)}">]>${own["word/document.xml"]?.slice(55)}`
    const file = { ...own, "word/document.xml": laughs }
    const packed = zipSync(Object.fromEntries(Object.entries(file).map(([name, text]) => [name, strToU8(text)])))
    expect(await outcome(packed)).toBe("broken")
  })

  test("that is a PDF whose stream inflates without end is refused, however often it is packed", async () => {
    const zeros = deflateSync(new Uint8Array(80 * 1024 * 1024))
    expect(await outcome(packedPdf(zeros))).toBe("tooLarge")
    expect(await outcome(packedPdf(deflateSync(zeros)))).toBe("tooLarge")
    expect(await outcome(packedPdf(deflateSync(bytes("BT ET"))))).toBe("draft")
  })

  test("of more bytes or pages than allowed is refused", async () => {
    expect(await outcome(new Uint8Array(2_000), "cv.txt", { ...inline, limits: { bytes: 1_000 } })).toBe("tooLarge")
    const pages = [...Array(4).keys()].map((n) => column(50, 60, `Page ${n}`))
    expect(await outcome(pdf(pages), "cv.pdf", { ...inline, limits: { pages: 3 } })).toBe("tooLarge")
  })

  test("of another format is refused as unsupported", async () => {
    for (const head of ["\u0089PNG\r\n", "GIF89a", "{\\rtf1", "\u00d0\u00cf\u0011\u00e0", "a\u0000b"]) {
      expect(await outcome(new Uint8Array(Buffer.from(head, "latin1")))).toBe("unsupported")
    }
    expect(await outcome(zipSync({ "xl/workbook.xml": strToU8("<a/>") }))).toBe("unsupported")
    expect(await outcome(bytes('{"some": "json"}'), "cv.json")).toBe("unsupported")
  })

  test("that names a prototype in JSON touches none", async () => {
    const file = `{"basics": {"name": "Eve", "__proto__": {"polluted": true}}, "__proto__": {"polluted": true},
      "constructor": {"prototype": {"polluted": true}}, "skills": [{"name": "__proto__"}, {"name": "constructor"}]}`
    const draft = await readResume(bytes(file), { name: "cv.json" })
    expect(draft.name?.value).toBe("Eve")
    expect(draft.skills.map(({ value }) => value)).toEqual(["__proto__", "constructor"])
    expect(Object.hasOwn(Object.prototype, "polluted")).toBe(false)
  })

  test("in HTML of 100,000 nested elements, or of tags that never close, is read", async () => {
    for (const tag of ["div", "table><tr><td", "ul><li", "p", "svg"]) {
      expect(await outcome(bytes(`<html>Eve Smith ${`<${tag}>`.repeat(100_000)}`), "cv.html")).toBe("draft")
    }
    expect(await outcome(bytes(`<html>${"<".repeat(500_000)}`), "cv.html")).toBe("draft")
    expect(await outcome(bytes(`<html>${"<style".repeat(50_000)}`), "cv.html")).toBe("draft")
    expect(await outcome(bytes(`<html>${"<!--".repeat(100_000)}`), "cv.html")).toBe("draft")
    expect(await outcome(bytes(`<table><td>a${"<b> </b>".repeat(200_000)}</td>`), "cv.html")).toBe("draft")
    expect(await outcome(bytes(`<html>${"<a href=mailto:".repeat(100_000)}`), "cv.html")).toBe("draft")
  })

  test("in Markdown of marks that never close is read", async () => {
    for (const mark of ["**a ", "[a](", "`a` ", "_a ", "# ", "[", "(mailto:"]) {
      expect(await outcome(bytes(`# Eve Smith\n## Skills\n${mark.repeat(100_000)}`))).toBe("draft")
      expect(await outcome(bytes(`# Eve Smith\n## Skills\n${`${mark.repeat(300)}\n`.repeat(100)}`))).toBe("draft")
    }
  })

  test("with a path for a name is read and its name goes nowhere", async () => {
    const draft = await readResume(bytes("Ada Park\nada@example.com"), { name: "../../etc/passwd\u0000.pdf" })
    expect(draft.name?.value).toBe("Ada Park")
    expect(JSON.stringify(draft)).not.toContain("passwd")
  })
})

const entries = () =>
  Object.fromEntries(Object.entries(parts(["Ada Park"])).map(([name, text]) => [name, strToU8(text)]))

// A megabyte of each is in test/long.
endless(30_000)
