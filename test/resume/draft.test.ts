import * as Schema from "effect/Schema"
import { describe, expect, test } from "vitest"
import {
  Draft,
  esco,
  type Found,
  fromJsonResume,
  onet,
  read,
  readResume,
  Skill,
  Taxonomy,
  toCandidate,
  toEducation,
  toEmployment,
  toJsonResume,
  toLanguages,
} from "../../adapters/resume/index.js"
import { Create } from "../../src/domain/candidate/Fields.js"
import { periods } from "../../src/resume/Dates.js"
import { pdfs } from "./samples/pdfs.js"
import { texts } from "./samples/texts.js"
import { webs } from "./samples/webs.js"

const samples = [...texts, ...pdfs, ...webs]
const drafts = Promise.all(samples.map(({ file, bytes }) => readResume(bytes, { name: file }, { isolation: "inline" })))

const values = (draft: Draft): ReadonlyArray<Found<string>> =>
  [
    draft.name,
    draft.email,
    draft.phone,
    draft.location,
    ...draft.links,
    ...draft.skills,
    ...draft.languages,
    ...draft.employment.flatMap(({ title, employer, location, start, end }) => [title, employer, location, start, end]),
    ...draft.education.flatMap(({ institution, degree, field, start, end }) => [
      institution,
      degree,
      field,
      start,
      end,
    ]),
  ].filter((found) => found !== null)

describe("a draft", () => {
  test("decodes as what it says it is", async () => {
    for (const draft of await drafts) expect(Schema.is(Draft)(draft)).toBe(true)
  })

  test("says of every value where it stands: the span holds the words that were read", async () => {
    for (const draft of await drafts) {
      for (const { span } of values(draft)) {
        expect(draft.text.slice(span.start, span.end).trim()).not.toBe("")
      }
      for (const { title, employer } of draft.employment) {
        for (const found of [title, employer]) {
          if (found !== null) expect(draft.text.slice(found.span.start, found.span.end)).toBe(found.value)
        }
      }
    }
  })

  test("gives what candidates.create takes, and the rest beside it", async () => {
    for (const draft of await drafts) {
      const candidate = toCandidate(draft, { source: "referral" })
      expect(Schema.is(Schema.encodedSchema(Create))(candidate)).toBe(true)
      expect(Schema.decodeUnknownSync(Create)(candidate).source).toBe("referral")
    }
    const [ada] = await drafts
    if (ada === undefined) throw new Error("no draft")
    expect(toEmployment(ada)[0]).toEqual({
      title: "Senior Software Engineer",
      employer: "Monzo Bank Ltd",
      location: null,
      start: "2019-01",
      end: null,
      current: true,
    })
    expect(toEducation(ada)[0]?.field).toBe("Computer Science")
    expect(toLanguages(ada)).toEqual([
      { language: "en", level: "native" },
      { language: "ko", level: "B1" },
    ])
    expect(toCandidate({ ...ada, name: null })).toBeNull()
    expect(toCandidate(ada, { leastConfidence: 0.97 })?.skills).toEqual([])
  })

  test("survives JSON Resume and back", async () => {
    for (const draft of await drafts) {
      const back = fromJsonResume(JSON.parse(JSON.stringify(toJsonResume(draft))))
      if (back === null) throw new Error("no JSON Resume")
      expect(toCandidate(back)?.skills).toEqual(draft.skills.map(({ value }) => value))
      expect(back.name?.value).toBe(draft.name?.value)
      expect(toEmployment(back).map(({ start, end }) => [start, end])).toEqual(
        toEmployment(draft).map(({ start, end }) => [start, end]),
      )
      expect(toLanguages(back)).toEqual(toLanguages(draft))
    }
  })
})

describe("skills", () => {
  const listed = (text: string, taxonomy?: Taxonomy.Taxonomy) =>
    read(`Skills\n${text}`, taxonomy === undefined ? {} : { taxonomy }).skills.map(({ value }) => value)

  test("are kept whole and go by one name", () => {
    expect(listed("js, K8s, c++, C#, .NET, node.js, C, R, R&D")).toEqual([
      "javascript",
      "kubernetes",
      "c++",
      "c#",
      ".net",
      "node.js",
      "c",
      "r",
      "R&D",
    ])
  })

  test("whose words mean other things count only where skills are listed", () => {
    const draft = read("Summary\nReady to go, I excel at work in spring.\n\nSkills\nGo, Spring")
    expect(draft.skills.map(({ value }) => value)).toEqual(["go", "spring"])
  })

  test("number about three hundred", () => {
    expect(Taxonomy.own.length).toBeGreaterThan(280)
    expect(new Set(Taxonomy.own.map(({ name }) => name)).size).toBe(Taxonomy.own.length)
  })

  test("of the host, of ESCO and of O*NET come in addition", () => {
    const fromEsco = esco(
      'conceptType,conceptUri,preferredLabel,altLabels\r\nKnowledgeSkillCompetence,http://x/1,"brew ""fine"" coffee","barista work\nmake coffee"\r\n',
    )
    expect(fromEsco).toEqual([
      { name: 'brew "fine" coffee', aliases: ["barista work", "make coffee"], listed: false, uri: "http://x/1" },
    ])
    // As it is published, with all of its columns.
    const published = esco(
      "conceptType,conceptUri,skillType,reuseLevel,preferredLabel,altLabels,hiddenLabels,status,modifiedDate,scopeNote,definition,inScheme,description\n" +
        'KnowledgeSkillCompetence,http://data.europa.eu/esco/skill/2,skill/competence,cross-sector,weld metal,"fuse metal\njoin metal",soldering iron,released,2023-11-30T15:53:37.136Z,,,"http://x, http://y","Join metals, with heat."\n',
    )
    expect(published).toMatchObject([{ name: "weld metal", aliases: ["fuse metal", "join metal", "soldering iron"] }])
    const technology = onet(
      "O*NET-SOC Code\tExample\tCommodity Code\tCommodity Title\tHot Technology\tIn Demand\n15-1252.00\tApache Kafka\t43232306\tData base user interface\tY\tN\n",
    )
    expect(technology).toEqual([{ name: "Apache Kafka", aliases: [], listed: false }])
    const products = onet("O*NET-SOC Code\tExample\tCommodity Code\n11-1\tYardi Voyager\t43\n11-2\tYardi Voyager\t43\n")
    expect(products).toEqual([{ name: "Yardi Voyager", aliases: [], listed: false }])
    const elements = onet("O*NET-SOC Code\tElement ID\tElement Name\n11-1\t2.A\tActive Listening\n")
    expect(elements).toEqual([{ name: "Active Listening", aliases: [], listed: true }])
    const all = Taxonomy.withOwn(fromEsco, products, elements, Skill.parse("k8s platform: k8s"))
    expect(listed("Make coffee, yardi voyager, active listening, k8s, js", all)).toEqual([
      'brew "fine" coffee',
      "Yardi Voyager",
      "Active Listening",
      "k8s platform",
      "javascript",
    ])
    expect([esco("a,b\n1,2"), onet("a\tb\n1\t2"), esco(""), onet("")]).toEqual([[], [], [], []])
  })
})

const told: ReadonlyArray<readonly [string, string]> = [
  ["Jan 2019 – Present", "2019-01/now"],
  ["03/2018 - 12/2020", "2018-03/2020-12"],
  ["2019-03 – 2020-04", "2019-03/2020-04"],
  ["01.04.2020 bis heute", "2020-04-01/now"],
  ["septembre 2017 – aujourd'hui", "2017-09/now"],
  ["agosto de 2016 - diciembre de 2019", "2016-08/2019-12"],
  ["Da giugno 2016 a febbraio 2020", "2016-06/2020-02"],
  ["mei 2018 - heden", "2018-05/now"],
  ["czerwiec 2014 – obecnie", "2014-06/now"],
  ["Fev 2021 - Atual", "2021-02/now"],
  ["Jan – Mar 2021", "2021-01/2021-03"],
  ["Jan '19 - Dec '20", "2019-01/2020-12"],
  ["2019-21", "2019/2021"],
  ["2019–", "2019/now"],
  ["since March 2020", "2020-03/now"],
  ["2019年4月 - 至今", "2019-04/now"],
  ["5 May 2019 to 6 June 2020", "2019-05-05/2020-06-06"],
  ["13/04/2019", "2019-04-13/"],
  ["about 2020 users and 40% of 1999", "2020/ 1999/"],
  ["Room 12019, 20191", ""],
]

test.each(told)("the dates of %s are %s", (text, expected) => {
  const read = periods(text).map(({ start, end, current }) => `${start}/${current ? "now" : (end ?? "")}`)
  expect(read.join(" ")).toBe(expected)
})
