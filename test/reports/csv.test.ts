import { parse } from "csv-parse/sync"
import fc from "fast-check"
import { type Cell, csv, type Delimiter, parseCsv, type Table } from "matchloop/charts"
import { describe, expect, test } from "vitest"

const table = (
  rows: ReadonlyArray<ReadonlyArray<Cell>>,
  titles: ReadonlyArray<string> = rows[0]?.map(String) ?? [],
): Table => ({
  title: "Table",
  columns: titles.map((title, index) => ({ key: `k${index}`, title, type: "text" })),
  rows,
})

const delimiters: ReadonlyArray<Delimiter> = [",", ";", "\t", "|"]

/** Texts that begin like formulas, or break lines, quotes and cells. */
const piece = fc.constantFrom(
  ..."=+-@＝＋－＠﹦﹢﹣﹫−,;|\t\r\n\0\"'´ \u00a0\ufeff\u200b\u2028",
  "\r\n",
  "''",
  '""',
  "a",
  "1",
  "é",
  "\ud800",
  "👍",
  "cmd|' /C calc'!A0",
  "HYPERLINK(1)",
)
const text = fc.oneof(
  fc.array(piece, { maxLength: 8 }).map((parts) => parts.join("")),
  fc.string({ unit: "binary", maxLength: 12 }),
)
const written = fc.integer({ min: 1, max: 4 }).chain((width) =>
  fc.record({
    rows: fc.array(fc.array(text, { minLength: width, maxLength: width }), { maxLength: 5 }),
    titles: fc.array(text, { minLength: width, maxLength: width }),
    delimiter: fc.constantFrom(...delimiters),
    bom: fc.boolean(),
  }),
)

describe("texts", () => {
  test("come back as they were, whatever is in them", () => {
    const property = fc.property(written, ({ rows, titles, delimiter, bom }) => {
      const file = csv(table(rows, titles), { delimiter, bom })
      expect(parseCsv(file, { delimiter })).toEqual({ rows: [titles, ...rows], unclosedAt: null })
      expect(file.startsWith("\ufeff")).toBe(bom)
    })
    fc.assert(property, { numRuns: 3000 })
  })

  test("are to another reader one cell each, and none of them a formula", () => {
    const start = /^[\s\p{Z}\p{Cc}\p{Cf}"]*[=+\-@＝＋－＠﹦﹢﹣﹫−]|^[\t\r\0]/u
    let formulas = 0
    const property = fc.property(written, ({ rows, titles, delimiter }) => {
      const file = csv(table(rows, titles), { delimiter, bom: true })
      const read: ReadonlyArray<ReadonlyArray<string>> = parse(file, { bom: true, delimiter, record_delimiter: "\r\n" })
      expect(read.map(({ length }) => length)).toEqual([titles, ...rows].map(({ length }) => length))
      expect(read.flat().filter((cell) => start.test(cell))).toEqual([])
      formulas += [titles, ...rows].flat().filter((cell) => start.test(cell)).length
    })
    fc.assert(property, { numRuns: 3000 })
    expect(formulas).toBeGreaterThan(1000)
  })

  test.each([
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "\0=1",
    "＝1",
    "＋1",
    "－1",
    "＠x",
    "  =1",
    "\u00a0=1",
    '"=1',
    "'=1",
    "\n@x",
    "\u200b=1",
  ])("%j is kept from being a formula", (cell) => {
    const [, [line = ""] = []] = parseCsv(csv(table([[cell]], ["t"]))).rows
    expect(line).toBe(cell)
    expect(
      csv(table([[cell]], ["t"]))
        .replace(/^t\r\n"?/, "")
        .startsWith("'"),
    ).toBe(true)
  })

  test.each(["a=b", "O'Brien", "'quoted'", "1-2", "x@example.com", "Ø", ""])("%j is left alone", (cell) => {
    expect(csv(table([["x", cell]], ["a", "b"]))).toBe(`a,b\r\nx,${cell}\r\n`)
  })
})

test("numbers are bare: money in major units to the digit, durations in days, negative ones without an apostrophe", () => {
  const money: Table = {
    title: "Money",
    columns: [
      { key: "who", title: "Who", type: "text" },
      { key: "fee", title: "Fee", type: "money", currency: "EUR" },
      { key: "yen", title: "Fee", type: "money", currency: "JPY" },
      { key: "time", title: "Median", type: "duration" },
      { key: "share", title: "Share", type: "share" },
      { key: "count", title: "Change", type: "count" },
    ],
    rows: [
      ["-ada", 9_007_199_254_740_991, 1500, 129_600_000, 0.125, -7],
      ["bo", -5, 0, null, null, Number.NaN],
      ["cy", 1005, null, 0, 1, 1e21],
    ],
  }
  expect(csv(money)).toBe(
    [
      "Who,Fee (EUR),Fee (JPY),Median (days),Share,Change",
      "'-ada,90071992547409.91,1500,1.5,0.125,-7",
      "bo,-0.05,0,,,",
      "cy,10.05,,0,1,1e+21",
      "",
    ].join("\r\n"),
  )
  expect(csv(money, { delimiter: ";", header: "key" }).split("\r\n")[0]).toBe(
    "who;fee (EUR);yen (JPY);time (days);share;count",
  )
})

describe("the reader", () => {
  test.each([
    [
      "a,b\nc,d",
      [
        ["a", "b"],
        ["c", "d"],
      ],
    ],
    ["a\rb\r\nc\n", [["a"], ["b"], ["c"]]],
    ["a,\r\n", [["a", ""]]],
    ["a,", [["a", ""]]],
    ['"a ""b"" c","d\r\ne"', [['a "b" c', "d\r\ne"]]],
    ['"a"b,c"d', [["ab", 'c"d']]],
    ["\ufeffa", [["a"]]],
    ["", []],
    ["\r\n", [[""]]],
  ])("takes %j", (file, rows) => {
    expect(parseCsv(file)).toEqual({ rows, unclosedAt: null })
  })

  test("says where a quote opens that nothing closes", () => {
    expect(parseCsv('a,"b\nc"\nd,"e\nf')).toEqual({
      rows: [
        ["a", "b\nc"],
        ["d", "e\nf"],
      ],
      unclosedAt: 3,
    })
  })

  test("agrees with another reader on any file of well-placed quotes", () => {
    const cell = fc
      .array(fc.constantFrom("a", "b", " ", ",", '"', "\n"), { maxLength: 5 })
      .map((parts) => parts.join(""))
    const quoted = cell.map((one) => `"${one.replaceAll('"', '""')}"`)
    const file = fc.array(fc.array(quoted, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 4 })
    const property = fc.property(file, (lines) => {
      const source = lines.map((cells) => cells.join(",")).join("\n")
      expect(parseCsv(source).rows).toEqual(parse(source, { relax_column_count: true }))
    })
    fc.assert(property, { numRuns: 1000 })
  })

  test("takes time in proportion to the file", () => {
    const wide = '"'.repeat(200_001) + ",".repeat(200_000) + " ".repeat(100_000)
    expect(parseCsv(wide).rows[0]?.length).toBeGreaterThan(0)
    expect(parseCsv(csv(table([[" ".repeat(200_000)]], ["t"]))).rows[1]).toEqual([" ".repeat(200_000)])
  })
})
