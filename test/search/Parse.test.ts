import * as fc from "fast-check"
import { describe, expect, test } from "vitest"
import { lex } from "../../src/search/Lex.js"
import { parse } from "../../src/search/Parse.js"
import { print } from "../../src/search/Print.js"
import * as Query from "../../src/search/Query.js"
import { queries } from "../../src/testing/random/Queries.js"
import { hostile } from "./hostile.js"

const { and, field, near, not, or, prefix, skill, tag, text } = Query
const read = (from: string) => parse(from, ["candidate"])

test("reads the whole language", () => {
  const from =
    'sql AND (remote OR city:denver) NOT source:dice "data engineer" skill:typescript>=3y salary<100k consent:live' +
    ' tag:vip stage:ready near:"Denver, 50km" custom.visa:yes java*'
  expect(read(from)).toEqual({
    query: and(
      text("sql"),
      or(text("remote"), field("city", "eq", "denver")),
      not(field("source", "eq", "dice")),
      text("data engineer"),
      skill("typescript", { of: "years", is: "gte", value: 3 }),
      field("salary", "lt", 10_000_000),
      Query.consent("live"),
      tag("vip"),
      field("stage", "eq", "ready"),
      near("Denver", 50),
      field("custom.visa", "eq", "yes"),
      prefix("java"),
    ),
    warnings: [],
  })
})

test.each([
  ["a b OR c d", or(and(text("a"), text("b")), and(text("c"), text("d")))],
  ["NOT a b", and(not(text("a")), text("b"))],
  ["-a -(b c)", and(not(text("a")), not(and(text("b"), text("c"))))],
  ["NOT NOT a", text("a")],
  ["and or not", and(text("and"), text("or"), text("not"))],
  ["C++ .NET", and(text("c++"), text(".net"))],
  ["front-end", text("front end")],
  ["salary:80k..95.5kEUR", null],
  ["salary:80k..95k", Query.between("salary", 8_000_000, 9_500_000)],
  ["consent:Granted NOT consent:EXPIRED", and(Query.consent("live"), not(Query.consent("expired")))],
  ["salary<100,000", field("salary", "lt", 10_000_000)],
  ["salary:80.000..1.200.000", Query.between("salary", 8_000_000, 120_000_000)],
  ['salary>="95,500 EUR"', field("salary", "gte", 9_550_000, "EUR")],
  ['salary>="95.500 KWD"', field("salary", "gte", 95_500, "KWD")],
  ['salary>="1.5m JPY"', field("salary", "gte", 1_500_000, "JPY")],
  ["created>=2026-11-01", field("created", "gte", "2026-11-01")],
  ['skill:"machine learning">=2y', skill("machine learning", { of: "years", is: "gte", value: 2 })],
  ['skill:">=2y"', skill(">=2y")],
  ['"custom.visa status":none', field("custom.visa status", "eq", "none")],
  ['source:"say \\"hi\\""', field("source", "eq", 'say "hi"')],
  ["*", Query.everything],
  ["", Query.everything],
])("reads %s", (from, query) => {
  if (query !== null) expect(read(from)).toEqual({ query: untyped(query), warnings: [] })
})

describe("understands something of every mistake, and says where it was", () => {
  test.each([
    ["colour:red sql", and(text("colour"), text("red"), text("sql")), [["unknownField", 0, 10]]],
    ["customFields:x", and(text("customfields"), text("x")), [["unknownField", 0, 14]]],
    ["consent:expird", and(text("consent"), text("expird")), [["badValue", 0, 14]]],
    ["salary<cheap", and(text("salary"), text("cheap")), [["badValue", 0, 12]]],
    ["created>=2026-02-30", and(text("created"), text("2026"), text("02"), text("30")), [["badValue", 0, 19]]],
    ["sql AND", text("sql"), [["danglingOperator", 4, 7]]],
    [
      "OR sql OR",
      text("sql"),
      [
        ["danglingOperator", 0, 2],
        ["danglingOperator", 7, 9],
      ],
    ],
    ["sql NOT", text("sql"), [["danglingOperator", 4, 7]]],
    ["(sql", text("sql"), [["unbalancedParenthesis", 0, 1]]],
    ["sql) java", and(text("sql"), text("java")), [["unbalancedParenthesis", 3, 4]]],
    ['"data engineer', text("data engineer"), [["unclosedQuote", 0, 14]]],
    ["sql !!!", text("sql"), [["noWord", 4, 7]]],
    ["()", Query.everything, []],
  ])("%s", (from, query, warnings) => {
    const parsed = read(from)
    expect(parsed.query).toEqual(query)
    expect(parsed.warnings.map(({ end, is, start }) => [is, start, end])).toEqual(warnings)
  })
})

test("says which nouns a condition is for", () => {
  expect(parse("skill:sql", ["client"]).warnings).toMatchObject([{ is: "unknownField" }])
  expect(parse("skill:sql", ["client", "position"]).query).toEqual(skill("sql"))
  expect(parse("consent:live", ["position"]).warnings).toMatchObject([{ is: "unknownField" }])
})

/** Of a field that nobody defined, a number that it is said to equal is the text of it. */
const untyped = (query: Query.Query): Query.Query => {
  if (query._tag === "and" || query._tag === "or") return { ...query, of: query.of.map(untyped) }
  if (query._tag === "not") return { ...query, of: untyped(query.of) }
  return query._tag === "field" &&
    query.field.startsWith("custom.") &&
    query.is === "eq" &&
    query.currency === undefined
    ? { ...query, value: String(query.value) }
    : query
}

test("is printed so that it is read again as it was", () => {
  // An amount is told from a number by what its field was defined to hold.
  const candidate = new Map([["budget", { type: "money", options: [] }]] as const)
  fc.assert(
    fc.property(queries, (query) => {
      expect(parse(print(query), ["candidate"], { candidate })).toEqual({ query: untyped(query), warnings: [] })
    }),
    { numRuns: 3000, seed: 16 },
  )
})

test("reads 10,000 hostile texts, and what it makes of them can be printed, read again and stored", () => {
  for (const from of hostile(10_000)) {
    const { query } = read(from)
    expect(Query.excess(query)).toBeNull()
    expect(read(print(query)).query).toEqual(query)
  }
})

describe("takes work in step with the length of", () => {
  test.each([
    "a.",
    "a@",
    "(",
    ")",
    '"',
    "-",
    "- ",
    "a:",
    "東",
    "NOT ",
    "a OR ",
    "é",
    "a.b@c.",
    'x:"\\',
    "+",
    "#",
    "..",
    "skill:a>=1y ",
  ])("%j without end", (piece) => {
    const cost = (length: number) => {
      const from = piece.repeat(Math.ceil(length / piece.length))
      const read = counting(from)
      lex(read.text)
      return read.looks()
    }
    const short = cost(5_000)
    expect(cost(50_000)).toBeLessThan(12 * short + 1000)
    const { query, warnings } = read(piece.repeat(Math.ceil(100_000 / piece.length)))
    expect(warnings.length).toBeLessThanOrEqual(100)
    expect(Query.excess(query)).toBeNull()
  })
})

/** A text that counts how often it is looked at. */
const counting = (text: string) => {
  let looks = 0
  const counted: unknown = new Proxy(Object(text), {
    get: (target, name) => {
      const found: unknown = Reflect.get(target, name)
      if (typeof found !== "function") {
        looks++
        return found
      }
      return (...given: ReadonlyArray<unknown>) => {
        const made: unknown = Reflect.apply(found, text, given)
        looks += typeof made === "string" ? Math.max(1, made.length) : 1
        return made
      }
    },
  })
  return { text: counted as string, looks: () => looks }
}
