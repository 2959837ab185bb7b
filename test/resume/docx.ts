import { strToU8, zipSync } from "fflate"

/** A paragraph (`# ` for a heading, `- ` for an item of a list, `**` around what is bold, `⏎` for a break), or a table of rows of cells with a paragraph a line. */
export type Block = string | ReadonlyArray<ReadonlyArray<string>>

const escaped = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;")

const paragraph = (text: string): string => {
  const style = text.startsWith("# ")
    ? '<w:pPr><w:pStyle w:val="Heading1"/></w:pPr>'
    : text.startsWith("- ")
      ? '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>'
      : ""
  const runs = text
    .replace(/^(?:# |- )/, "")
    .split(/(\t|⏎|\*\*[^*]+\*\*)/)
    .filter((part) => part !== "")
    .map((part) => {
      if (part === "\t") return "<w:r><w:tab/></w:r>"
      if (part === "⏎") return "<w:r><w:br/></w:r>"
      const bold = part.startsWith("**") && part.length > 4
      return `<w:r>${bold ? "<w:rPr><w:b/></w:rPr>" : ""}<w:t xml:space="preserve">${escaped(bold ? part.slice(2, -2) : part)}</w:t></w:r>`
    })
  return `<w:p>${style}${runs.join("")}</w:p>`
}

const cell = (text: string): string => `<w:tc>${text.split("\n").map(paragraph).join("")}</w:tc>`

const block = (one: Block): string =>
  typeof one === "string"
    ? paragraph(one)
    : `<w:tbl>${one.map((row) => `<w:tr>${row.map(cell).join("")}</w:tr>`).join("")}</w:tbl>`

const main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
const packages = "http://schemas.openxmlformats.org/package/2006"
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const type = "application/vnd.openxmlformats-officedocument.wordprocessingml"

/** The parts of a Word document by name. */
export const parts = (blocks: ReadonlyArray<Block>): { readonly [name: string]: string } => ({
  "[Content_Types].xml": `${head}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${type}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${type}.styles+xml"/><Override PartName="/word/numbering.xml" ContentType="${type}.numbering+xml"/></Types>`,
  "_rels/.rels": `${head}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="word/document.xml"/></Relationships>`,
  "word/_rels/document.xml.rels": `${head}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/styles" Target="styles.xml"/><Relationship Id="rId2" Type="${office}/numbering" Target="numbering.xml"/></Relationships>`,
  "word/styles.xml": `${head}<w:styles xmlns:w="${main}"><w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/></w:style></w:styles>`,
  "word/numbering.xml": `${head}<w:numbering xmlns:w="${main}"><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`,
  "word/document.xml": `${head}<w:document xmlns:w="${main}"><w:body>${blocks.map(block).join("")}</w:body></w:document>`,
})

export const docx = (blocks: ReadonlyArray<Block>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(parts(blocks)).map(([name, text]) => [name, strToU8(text)])))

/** One paragraph a line; a line of `|a|b|` cells is a row of a table, `\n` inside of a cell written as ` / `. */
export const document = (text: string): Uint8Array => {
  const blocks: Array<Block> = []
  for (const line of text.trim().split("\n")) {
    if (!line.startsWith("|")) {
      blocks.push(line)
      continue
    }
    const row = line
      .slice(1, line.endsWith("|") ? -1 : undefined)
      .split("|")
      .map((one) => one.trim().replaceAll(" / ", "\n"))
    const last = blocks.at(-1)
    if (last !== undefined && typeof last !== "string") blocks[blocks.length - 1] = [...last, row]
    else blocks.push([row])
  }
  return docx(blocks)
}
