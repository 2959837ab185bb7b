import * as fc from "fast-check"
import type { Document, Level, Text } from "../../domain/Searched.js"
import type { Custom } from "../../search/Customs.js"
import { placeOf } from "../../search/Place.js"
import * as Query from "../../search/Query.js"

const words = [
  "sql",
  "java",
  "javascript",
  "c++",
  "c#",
  ".net",
  "node.js",
  "data",
  "engineer",
  "remote",
  "ünïcode",
  "東京",
]
const word = fc.constantFrom(...words)
const row = fc.array(word, { minLength: 1, maxLength: 6 }).map((all) => all.join(" "))
const tags = fc.constantFrom("vip", "Silver medalist", "C++", "Été")
const sources = fc.constantFrom("dice", "job board", "Référence")
const names = fc.constantFrom("visa", "rate", 'a "quoted" name', "größe")
const years = fc.integer({ min: 0, max: 12 })
const amount = fc.integer({ min: 0, max: 40 }).map((thousands) => thousands * 500_000)
const day = fc.integer({ min: 1, max: 28 }).map((n) => `2026-11-${String(n).padStart(2, "0")}`)
const comparison = fc.constantFrom<Query.Comparison>(...Query.comparisons)
const size = fc.constantFrom<Query.Comparison>("lt", "lte", "gt", "gte")

const leaf: fc.Arbitrary<Query.Query> = fc.oneof(
  { weight: 6, arbitrary: word.map(Query.text) },
  { weight: 3, arbitrary: row.map(Query.text) },
  { weight: 2, arbitrary: fc.constantFrom("ja", "j", "s", "eng", "東", "c", "zz").map(Query.prefix) },
  { weight: 1, arbitrary: tags.map(Query.tag) },
  { weight: 1, arbitrary: fc.constantFrom("live", "denied").map(Query.consent) },
  { weight: 1, arbitrary: word.map((name) => Query.skill(name)) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(word, fc.constantFrom<Query.Measure["of"]>("years", "level"), comparison, years)
      .map(([name, of, is, value]) => Query.skill(name, { of, is, value })),
  },
  { weight: 1, arbitrary: sources.map((source) => Query.field("source", "eq", source)) },
  { weight: 1, arbitrary: word.map((name) => Query.field("name", "eq", name)) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(comparison, amount, fc.constantFrom(undefined, "EUR", "USD", "JPY"))
      .map(([is, value, currency]) => Query.field("salary", is, value, currency)),
  },
  { weight: 1, arbitrary: fc.tuple(comparison, day).map(([is, value]) => Query.field("availableFrom", is, value)) },
  { weight: 1, arbitrary: fc.tuple(comparison, day).map(([is, value]) => Query.field("created", is, value)) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(comparison, fc.constantFrom("today", "today+30d", "today-6m"))
      .map(([is, value]) => Query.field("available", is, value)),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(names, size, fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e6, max: 1e6 }))
      .map(([name, is, value]) => Query.field(`custom.${name}`, is, value)),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(names, comparison, fc.integer({ min: -9, max: 9 }))
      .map(([name, is, value]) => Query.field(`custom.${name}`, is, value)),
  },
  { weight: 1, arbitrary: fc.tuple(size, day).map(([is, value]) => Query.field("custom.start", is, value)) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(comparison, amount, fc.constantFrom("EUR", "JPY"))
      .map(([is, value, currency]) => Query.field("custom.budget", is, value, currency)),
  },
  { weight: 1, arbitrary: fc.tuple(names, row).map(([name, value]) => Query.field(`custom.${name}`, "eq", value)) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom("Denver", "Lisbon", "Nowhere at all"), fc.constantFrom(1, 12.5, 50, 900, 9000))
      .map(([place, km]) => Query.near(place, km)),
  },
)

const option = (key: string, label: string) => ({ key, label, retired: key === "c#" })

/** Options that random records may have chosen, called by words that queries ask for. */
export const offers: ReadonlyMap<string, Custom> = new Map([
  ["visa", { type: "choice", options: [option("sql", "Data engineer, remote"), option("java", "ÜNÏCODE")] }],
  ["größe", { type: "choices", options: [option("c#", ".NET node.js"), option("remote", "sql engineer")] }],
])

/** Queries as the constructors make them, of words that `documents` have. */
export const queries: fc.Arbitrary<Query.Query> = fc.letrec<{ readonly query: Query.Query }>((tie) => ({
  query: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    { weight: 4, arbitrary: leaf },
    {
      weight: 3,
      arbitrary: fc.array(tie("query"), { minLength: 0, maxLength: 3 }).map((all) => Query.and(...all)),
    },
    {
      weight: 3,
      arbitrary: fc.array(tie("query"), { minLength: 0, maxLength: 3 }).map((all) => Query.or(...all)),
    },
    { weight: 1, arbitrary: tie("query").map(Query.not) },
  ),
})).query

const text = (field: string, as: Text["as"], level: Level | null, of: fc.Arbitrary<string>): fc.Arbitrary<Text> =>
  of.map((text) => ({ field, as, level, text }))

const some = <A>(of: fc.Arbitrary<A>, most = 2) => fc.array(of, { maxLength: most })

const skill = fc.record({
  name: word,
  years: fc.option(years),
  level: fc.option(fc.integer({ min: 1, max: 5 })),
})

const places = [
  { lat: 39.739, lon: -104.99 },
  { lat: 40.015, lon: -105.271 },
  { lat: 38.722, lon: -9.139 },
  { lat: -33.869, lon: 151.209 },
]

/** What a search finds of a candidate. */
export const documents: fc.Arbitrary<Document> = fc
  .record({
    texts: fc
      .tuple(
        some(text("name", "words", 5, row)),
        some(text("tags", "whole", 3, tags)),
        some(text("location", "words", 1, fc.constantFrom("Denver", "Nowhere at all, Lisbon"))),
        some(text("source", "whole", 1, sources)),
        some(names.chain((name) => text(`custom.${name}`, "whole", 1, fc.oneof(row, word)))),
      )
      .map((all) => all.flat()),
    skills: some(skill, 3),
    amount: fc.option(fc.tuple(amount, fc.constantFrom("EUR", "USD"))),
    numbers: fc.record(
      {
        availableFrom: fc.integer({ min: 20_750, max: 20_790 }),
        createdAt: fc.integer({ min: Date.UTC(2026, 9, 30), max: Date.UTC(2026, 11, 2) }),
        "custom.rate": fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e6, max: 1e6 }),
        'custom.a "quoted" name': fc.integer({ min: -9, max: 9 }),
        "day custom.start": fc.integer({ min: 20_750, max: 20_790 }),
        "amount custom.budget EUR": amount,
      },
      { requiredKeys: [] },
    ),
    place: fc.option(fc.constantFrom(...places)),
  })
  .map(({ amount, numbers, place, skills, texts }) => ({
    texts: [...texts, ...skills.map(({ name }): Text => ({ field: "skills", as: "whole", level: 4, text: name }))],
    skills,
    numbers: {
      ...numbers,
      ...(amount === null
        ? {}
        : Object.fromEntries(
            ["salary", `salary ${amount[1]}`].flatMap((name) => [
              [name, amount[0]],
              [`${name} to`, amount[0] + 500_000],
            ]),
          )),
    },
    place: place === null ? null : placeOf(place),
  }))

/** What a search finds of a note, or of the state of a consent. */
export const parts: fc.Arbitrary<Document> = fc
  .oneof(text("note", "words", 2, row), text("consent", "whole", null, fc.constantFrom("live", "denied", "requested")))
  .map((one) => ({ texts: [one], skills: [], numbers: {}, place: null }))
