import * as fc from "fast-check"
import { describe, expect, test } from "vitest"
import * as Email from "../../../src/domain/duplicate/Email.js"
import { similarity } from "../../../src/domain/duplicate/JaroWinkler.js"
import * as Link from "../../../src/domain/duplicate/Link.js"
import { match } from "../../../src/domain/duplicate/Match.js"
import * as Name from "../../../src/domain/duplicate/Name.js"
import { folded, keys, type Person } from "../../../src/domain/duplicate/Person.js"
import * as Phone from "../../../src/domain/duplicate/Phone.js"
import { defaults } from "../../../src/domain/duplicate/Policy.js"

const person = (fields: Partial<Person>): Person => ({
  name: "",
  email: null,
  phone: null,
  location: null,
  links: [],
  ...fields,
})

const policy = { ...defaults, country: "DE" }
const compare = (a: Partial<Person>, b: Partial<Person>) =>
  match(folded(person(a), policy.country), folded(person(b), policy.country), policy)

describe("contacts are compared", () => {
  test.each([
    ["Ada.Park+jobs@Example.COM", "ada.park@example.com"],
    ["ＡＤＡ@example.com", "ada@example.com"],
    ["+tag@example.com", "+tag@example.com"],
    ["A.da.Park+jobs@GoogleMail.com", "adapark@gmail.com"],
    ["ada.park@gmail.example", "ada.park@gmail.example"],
    ["..@gmail.com", "..@gmail.com"],
  ])("e-mail %s as %s", (email, normalised) => expect(Email.normalised(email)).toBe(normalised))

  test.each([
    ["030 123456", "DE", "+4930123456"],
    ["+49 (0)30 / 12 34 56", null, "+4930123456"],
    ["0043 660 1234567", "DE", "+436601234567"],
    ["(415) 555-2671", "US", "+14155552671"],
    ["030 123456", null, null],
    ["12", "DE", null],
    ["call me", "DE", null],
    ["030 123456", "Atlantis", null],
  ])("phone %s in %s as %s", (phone, country, number) => expect(Phone.e164(phone, country)).toBe(number))

  test.each([
    ["https://www.linkedin.com/in/Ada-Park/?trk=x#top", "linkedin.com/in/ada-park"],
    ["de.linkedin.com/in/ada-park", "linkedin.com/in/ada-park"],
    ["https://ab.co.uk/ada", "ab.co.uk/ada"],
    ["https://example.com/", null],
    ["no link", null],
  ])("link %s as %s", (link, normalised) => expect(Link.normalised(link)).toBe(normalised))
})

describe("names", () => {
  // The pairs that Winkler (1990) and the census literature print.
  test.each([
    ["martha", "marhta", 0.961],
    ["dwayne", "duane", 0.84],
    ["dixon", "dicksonx", 0.813],
    ["jones", "johnson", 0.832],
    ["abc", "xyz", 0],
  ])("%s and %s are %f alike", (a, b, expected) => expect(similarity(a, b)).toBeCloseTo(expected, 3))

  const alike = (a: string, b: string) => Name.similarity(Name.compared(a), Name.compared(b)) ?? Number.NaN

  test("are the same in another order, with other case, marks and titles", () => {
    for (const [a, b] of [
      ["Ada Park", "PARK, Ada"],
      ["Dr. Zoë Öztürk-Weiß", "zoe ozturk weiss"],
      ["Łukasz Þór", "Lukasz Thor"],
      ["İpek Işık", "ipek isik"],
      ["Sarah O'Connor", "OCONNOR, Sarah"],
      ["Zoë D’Angelo", "zoe dangelo"],
    ] as const)
      expect(alike(a, b), `${a} and ${b}`).toBe(1)
  })

  test("are alike with a slip, and not with another person's", () => {
    expect(alike("Jonathan Smith", "Jonathon Smyth")).toBeGreaterThan(defaults.alike)
    expect(alike("Ada Maria Park", "Ada Park")).toBeGreaterThan(defaults.alike)
    expect(alike("Ada Park", "Bo Lindqvist")).toBeLessThan(defaults.alike)
    expect(Name.similarity([], ["ada"])).toBeNull()
  })

  test("are alike by a short form, which is less than equal", () => {
    for (const [a, b] of [
      ["Bob Parker", "Robert Parker"],
      ["Parker, Bill", "William Parker"],
      ["Ted Lind", "Theodore Lind"],
      ["Ted Lind", "Edward Lind"],
      ["Geoff Lind", "Jeffrey Lind"],
      ["Sepp Weiß", "Josef Weiss"],
    ] as const) {
      expect(alike(a, b), `${a} and ${b}`).toBeGreaterThan(0.94)
      expect(alike(a, b), `${a} and ${b}`).toBeLessThan(1)
    }
    // Two short forms of one name are two sisters', as like as not.
    expect(alike("Lena Ruiz", "Nora Ruiz")).toBeLessThan(0.85)
    expect(alike("Bob Parker", "William Lind")).toBeLessThan(defaults.alike)
    // Two names of one short form are two names.
    expect(alike("Edward Lind", "Theodore Lind")).toBeLessThan(alike("Ted Lind", "Theodore Lind"))
  })

  test("are as alike one way as the other, never more than equal, and equal to themselves", () => {
    const name = fc.string({ unit: "grapheme", maxLength: 30 })
    fc.assert(
      fc.property(name, name, (a, b) => {
        const [x, y] = [Name.tokens(a), Name.tokens(b)]
        const found = Name.similarity(x, y)
        expect(found).toBe(Name.similarity(y, x))
        if (found !== null) {
          expect(found).toBeGreaterThanOrEqual(0)
          expect(found).toBeLessThanOrEqual(1)
          expect(Name.similarity(x, x)).toBe(1)
        }
      }),
      { numRuns: 500, seed: 7 },
    )
  })
})

describe("a pair", () => {
  test.each([
    ["same", { name: "Ada Park", email: "ada@x.test" }, { name: "Park Ada", email: "ADA@x.test" }],
    ["same", { name: "Ada Park", phone: "030 123456" }, { name: "Ada Park", phone: "+49 30 123456" }],
    ["likely", { name: "Ada Park", email: "a@x.test" }, { name: "Ada Lindqvist", email: "a@x.test" }],
    ["likely", { name: "Ada Park", location: "Berlin" }, { name: "Ada Park", location: "berlin" }],
    ["same", { name: "Bob Parker", email: "b@x.test" }, { name: "Robert Parker", email: "b@x.test" }],
    ["likely", { name: "Bob Parker", location: "Köln" }, { name: "Robert Parker", location: "Koeln" }],
    ["likely", { name: "Ada Park", location: "Austin" }, { name: "Ada Park", location: "Austin, TX" }],
    ["different", { name: "Ada Park", location: "Austin, MN" }, { name: "Ada Park", location: "Austin, TX" }],
    ["different", { name: "Ada Park", location: "USA" }, { name: "Ada Park", location: "Boston, USA" }],
    ["different", { name: "Ada Park" }, { name: "Ada Park" }],
    ["different", { name: "Ada Park", phone: "030 123456" }, { name: "Bo Lindqvist", phone: "030 123456" }],
  ] as const)("is %s: %o and %o", (verdict, a, b) => {
    const found = compare(a, b)
    expect(found.verdict).toBe(verdict)
    expect(found.terms.reduce((sum, { points }) => sum + points, 0)).toBe(found.score)
  })

  test("that is same or likely by a contact or a name shares a key", () => {
    const names = fc.constantFrom("Ada Park", "Park Ada", "Ada Parks", "Bo Lind", "Ada Maria Park", "Zoë Özil")
    const one = fc.record({
      name: names,
      email: fc.constantFrom(null, "ada@x.test", "A.da@x.test", "ada+1@x.test"),
      phone: fc.constantFrom(null, "030 123456", "+4930123456", "0151 23456789"),
      location: fc.constantFrom(null, "Berlin"),
      links: fc.constantFrom([], ["linkedin.com/in/ada"], ["https://linkedin.com/in/ada/", "x.test/y"]),
    })
    let found = 0
    fc.assert(
      fc.property(one, one, (a, b) => {
        if (compare(a, b).verdict === "different") return
        found++
        const [x, y] = [keys(folded(a, "DE")), keys(folded(b, "DE"))]
        expect(x.some((key) => y.includes(key))).toBe(true)
      }),
      { numRuns: 500, seed: 7 },
    )
    expect(found).toBeGreaterThan(50)
  })

  test("that is likely by its name shares a key, short forms and umlauts written out or not", () => {
    const names = ["Bob Müller", "Mueller, Robert", "Rob Muller", "Ted Özil", "Theodore Oezil", "Edward Ozil"]
    const people = names.map((name) => ({ name, location: "Köln" }))
    const found = people.flatMap((a) =>
      people.filter((b) => compare(a, b).verdict === "likely").map((b) => [a, b] as const),
    )
    // All but Bob and Rob, Edward and Theodore: each may be a third, and not each other.
    expect(found).toHaveLength(14)
    for (const [a, b] of found) {
      const [x, y] = [keys(folded(person(a), null)), keys(folded(person(b), null))]
      expect(
        x.some((key) => y.includes(key)),
        `${a.name} and ${b.name}`,
      ).toBe(true)
    }
  })
})
