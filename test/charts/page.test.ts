import { page, type Table } from "matchloop/charts"
import { describe, expect, test } from "vitest"
import { samples } from "../../scripts/samples.js"
import { names } from "./samples.js"
import * as Xml from "./xml.js"

const table: Table = {
  title: "Fees <b>",
  columns: [
    { key: "who", title: "Recruiter", type: "text" },
    { key: "fees", title: "Fees", type: "money", currency: "EUR" },
    { key: "time", title: "Median", type: "duration" },
  ],
  rows: [
    ["</td><script>alert(1)</script>", 123_400, 259_200_000],
    ["bo", null, null],
  ],
}

const sections = [
  ...Object.values(samples).map((figure) => ({ heading: figure.title, text: "What it says.", figures: [figure] })),
  ...names.map((heading) => ({ heading, tables: [table] })),
]
const made = page("An agency's year", sections, { subtitle: "2026" })
/** The page as XML: `meta` has no end in HTML either. */
const read = (html: string): Xml.Element => Xml.parse(html.replace("<!doctype html>\n", "").trimEnd())

describe("a page", () => {
  test("is well formed and holds nothing that runs or is fetched", () => {
    const root = read(made)
    for (const name of ["script", "link", "img", "iframe", "object", "base", "form"])
      expect(Xml.find(root, name)).toEqual([])
    const attributes = (one: Xml.Element): ReadonlyArray<readonly [string, string]> => [
      ...one.attributes,
      ...one.children.flatMap((child) => (typeof child === "string" ? [] : attributes(child))),
    ]
    const all = attributes(root)
    expect(all.filter(([name]) => name.startsWith("on") || name === "src" || name === "style")).toEqual([])
    expect(all.filter(([name, value]) => name === "href" && !/^#section-\d+$/.test(value))).toEqual([])
    const [policy] = Xml.find(root, "meta").filter((one) => one.attributes.has("http-equiv"))
    expect(policy?.attributes.get("content")).toContain("default-src 'none'")
    expect(Xml.find(root, "style").map(Xml.text).join()).not.toMatch(/url\(|@import/)
  })

  test("has a heading for each section, and the numbers of each figure as a table", () => {
    const root = read(made)
    expect(Xml.find(root, "h1").map(Xml.text)).toEqual(["An agency's year"])
    expect(Xml.find(root, "h2")).toHaveLength(sections.length)
    expect(Xml.find(root, "figure")).toHaveLength(Object.keys(samples).length)
    for (const figure of Xml.find(root, "figure")) {
      expect(Xml.find(figure, "svg")).toHaveLength(2)
      const [details] = Xml.find(figure, "details")
      const rows = details === undefined ? [] : Xml.find(details, "tr")
      expect(rows.length).toBeGreaterThan(1)
      for (const row of rows) {
        const [first] = row.children
        expect(first).toMatchObject({ name: "th" })
      }
    }
  })

  test("writes tables as text, in the words of its locale", () => {
    const root = read(page("Fees", [{ heading: "Fees", tables: [table] }], { locale: "de-DE" }))
    expect(root.attributes.get("lang")).toBe("de-DE")
    expect(Xml.find(root, "td").map(Xml.text)).toEqual(["1.234\u00a0€", "3 Tg.", "–", "–"])
    expect(Xml.find(root, "th").map(Xml.text)).toContain("</td><script>alert(1)</script>")
  })
})
