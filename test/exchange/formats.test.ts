import fc from "fast-check"
import { beforeAll, describe, expect, test } from "vitest"
import { memory } from "../../adapters/memory/index.js"
import {
  calendarEvent,
  candidateFromJsonResume,
  candidateToJsonResume,
  jobPosting,
  jobPostingJson,
  jsonLines,
  readJsonLines,
  vCard,
} from "../../src/exchange.js"
import { type AnyRecord, type Client, createMatchloop } from "../../src/index.js"
import { desk } from "../faults/desk.js"
import { properties, saidOf } from "./reader.js"

let maya: Client

beforeAll(async () => {
  maya = (await createMatchloop({ storage: memory() })).as("maya")
})

/** Texts that are hard to write: signs of their own in every format, line ends, wide characters. */
const text = fc
  .array(fc.constantFrom(..."aé😀漢,;:\\\"'^<>&\n\t ", "\\n", "END:VCARD", "日本"), { minLength: 1, maxLength: 60 })
  .map((signs) => signs.join(""))
const line = text.map((one) => one.replace(/\s+/g, " ").trim()).filter((one) => one !== "")

const stamp = "2026-11-23T10:00:00.000Z"

describe("an interview as iCalendar", () => {
  const scheduled = async () => {
    const id = await desk(maya).scheduled()
    return maya.interviews.get(id)
  }

  test("reads back whatever its texts are, in lines of 75 octets", async () => {
    const interview = await scheduled()
    fc.assert(
      fc.property(text, text, line, line, (summary, description, place, name) => {
        const all = properties(
          calendarEvent(
            { ...interview, place, attendees: [] },
            { stamp, summary, description, attendees: [{ name, email: "lena@acme.test", answer: "accepted" }] },
          ),
        )
        expect([saidOf(all, "SUMMARY"), saidOf(all, "DESCRIPTION"), saidOf(all, "LOCATION")]).toEqual([
          summary,
          description,
          place,
        ])
        expect(all.find((one) => one.name === "ATTENDEE")).toEqual({
          name: "ATTENDEE",
          value: "mailto:lena@acme.test",
          parameters: { CN: name, ROLE: "REQ-PARTICIPANT", PARTSTAT: "ACCEPTED" },
        })
        expect(all.map(({ name }) => name).filter((name) => name === "BEGIN" || name === "END")).toEqual([
          "BEGIN",
          "BEGIN",
          "END",
          "END",
        ])
      }),
      { seed: 3, numRuns: 200 },
    )
  })

  test("keeps its UID and counts on through reschedule and cancellation, in UTC", async () => {
    const interview = await scheduled()
    const first = properties(calendarEvent(interview, { stamp, summary: "Developer" }))
    const later = await maya.interviews.reschedule(interview.id, {
      at: "2030-01-02T10:00:00+02:00",
      endsAt: "2030-01-02T11:00:00+02:00",
      attendees: ["Lena Ruiz <lena@acme.test>", "Zoë"],
    })
    const second = properties(calendarEvent(later, { stamp, summary: "Developer", method: "REQUEST" }))
    const off = await maya.interviews.cancel(interview.id, {})
    const third = properties(calendarEvent(off, { stamp, summary: "Developer", method: "CANCEL" }))
    const said = (name: string) => [first, second, third].map((all) => saidOf(all, name))
    expect(said("UID")).toEqual(Array.from({ length: 3 }, () => `${interview.id}@matchloop`))
    expect(said("STATUS")).toEqual(["CONFIRMED", "CONFIRMED", "CANCELLED"])
    const [one, two, three] = said("SEQUENCE").map(Number)
    expect([one, Number(two) > Number(one), Number(three) > Number(two)]).toEqual([0, true, true])
    expect(said("DTSTART")).toEqual(["20300101T100000Z", "20300102T080000Z", "20300102T080000Z"])
    expect(said("DTSTAMP")).toEqual(Array.from({ length: 3 }, () => "20261123T100000Z"))
    expect(saidOf(second, "DTEND")).toBe("20300102T090000Z")
    expect(
      second.filter(({ name }) => name === "ATTENDEE").map(({ value, parameters }) => [value, parameters.CN]),
    ).toEqual([
      ["mailto:lena@acme.test", "Lena Ruiz"],
      ["invalid:nomail", "Zoë"],
    ])
  })

  test("is refused while its time is not known, and with a stamp that is no instant", async () => {
    const waiting = await maya.interviews.get(await desk(maya).interview())
    expect(() => calendarEvent(waiting, { stamp, summary: "x" })).toThrow(
      expect.objectContaining({ _tag: "InvalidInput", field: "at" }),
    )
    const known = await scheduled()
    expect(() => calendarEvent(known, { stamp: "today", summary: "x" })).toThrow(
      expect.objectContaining({ _tag: "InvalidInput", field: "stamp" }),
    )
  })
})

describe("people as vCards", () => {
  test.each(["4.0", "3.0"] as const)("read back in %s whatever they are called", async (version) => {
    const ada = await maya.candidates.create({
      name: "Ada",
      email: "ada@example.com",
      phone: "+49 30 1",
      location: "Linz",
    })
    fc.assert(
      fc.property(line, line, (name, location) => {
        const all = properties(
          vCard({ ...ada, name, location, links: ["https://x.test/a;b\r\nEND:VCARD"] }, { version }),
        )
        expect(saidOf(all, "FN")).toBe(name)
        expect(unescapedParts(all.find((one) => one.name === "ADR")?.value ?? "")[3]).toBe(location)
        expect([saidOf(all, "VERSION"), saidOf(all, "EMAIL"), saidOf(all, "TEL")]).toEqual([
          version,
          "ada@example.com",
          "+49 30 1",
        ])
        expect(all.filter((one) => one.name === "END")).toHaveLength(1)
        expect(saidOf(all, "REV")).toMatch(/^\d{8}T\d{6}Z$/)
      }),
      { seed: 5, numRuns: 200 },
    )
  })

  test("one after another, contacts with their company", async () => {
    const client = await maya.clients.create({ name: "Acme" })
    const lena = await maya.clients.addContact(client.id, { name: "Lena", title: "CTO" })
    const ben = await maya.clients.addContact(client.id, { name: "Ben" })
    const all = properties(vCard([lena, ben], { organization: "Acme; Sons" }))
    expect(all.filter(({ name }) => name === "FN").map(({ value }) => value)).toEqual(["Lena", "Ben"])
    expect([saidOf(all, "TITLE"), saidOf(all, "ORG")]).toEqual(["CTO", "Acme; Sons"])
  })
})

/** The components of a structured value. */
const unescapedParts = (value: string): ReadonlyArray<string> =>
  value
    .split(/(?<=(?:^|[^\\])(?:\\\\)*);/)
    .map((part) => saidOf([{ name: "X", parameters: {}, value: part }], "X") ?? "")

describe("a position as a job posting", () => {
  test("tells the salary in major units, and the client only where it may", async () => {
    const { id: clientId } = await maya.clients.create({ name: "Acme", website: "https://acme.test" })
    const position = await maya.positions.open({
      clientId,
      title: "Cook </script>",
      description: "A < B\n\nC",
      location: "Linz",
      skills: ["Knives", "Soup"],
      salary: { min: 5_000_000, max: 6_000_050, currency: "EUR" },
    })
    const client = await maya.clients.get(clientId)
    const posting = jobPosting(position, client, {
      openings: 2,
      validThrough: "2027-01-31",
      remote: { from: ["Austria"] },
    })
    expect(posting).toMatchObject({
      title: "Cook </script>",
      description: "<p>A &lt; B</p><p>C</p>",
      datePosted: position.createdAt.slice(0, 10),
      hiringOrganization: { "@type": "Organization", name: "Acme", sameAs: "https://acme.test" },
      baseSalary: { currency: "EUR", value: { minValue: 50_000, maxValue: 60_000.5, unitText: "YEAR" } },
      jobLocation: { address: { addressLocality: "Linz" } },
      jobLocationType: "TELECOMMUTE",
      totalJobOpenings: 2,
      validThrough: "2027-01-31",
    })
    expect(jobPostingJson(posting)).not.toContain("<")
    expect(JSON.parse(jobPostingJson(posting))).toEqual(posting)
    const hidden = jobPosting(position, client, { confidential: true })
    expect(hidden.hiringOrganization).toBe("confidential")
    expect(JSON.stringify(hidden)).not.toContain("cme")
    const told = {
      ...position,
      title: "Cook at Acme GmbH & Co. KG (Linz)",
      description:
        "ACME is a firm. Write to jobs@acme.test or see https://www.acme.test/jobs?x=1. acme gmbh & co. kg pays; acmes does not.",
    }
    const full = { name: "Acme GmbH & Co. KG", website: "http://www.acme.test/about" }
    const secret = jobPosting(told, full, { confidential: true })
    expect([secret.title, secret.description]).toEqual([
      "Cook at our client (Linz)",
      "<p>our client is a firm. Write to our client or see our client. our client pays; acmes does not.</p>",
    ])
    expect(jobPosting(told, full, { confidential: { as: "$& (Linz)" } }).title).toBe("Cook at $& (Linz) (Linz)")
    expect(jobPosting(told, full).title).toBe(told.title)
    for (const name of ["C++ (Labs) [x]", "a|b", "$1", "Größe AG"])
      expect(
        JSON.stringify(jobPosting({ ...told, title: `At ${name}!` }, { name, website: null }, { confidential: true })),
      ).not.toContain(`At ${name}`)
    await maya.positions.hold(position.id, { reason: "frozen" })
    const held = await maya.positions.get(position.id)
    expect(() => jobPosting(held, client)).toThrow(expect.objectContaining({ _tag: "PositionNotOpen", kind: "onHold" }))
  })
})

const collected = async <A>(all: AsyncIterable<A>): Promise<ReadonlyArray<A>> => {
  const found: Array<A> = []
  for await (const one of all) found.push(one)
  return found
}

describe("JSON lines", () => {
  test("give back every record equal, from text and from bytes cut anywhere", async () => {
    await desk(maya).placement()
    await desk(maya).scheduled()
    const lists = [
      maya.candidates,
      maya.clients,
      maya.positions,
      maya.submissions,
      maya.interviews,
      maya.placements,
      maya.candidates.consents,
    ]
    const all: Array<AnyRecord> = []
    for (const one of lists) all.push(...(await one.list()).items)
    all.push(await maya.candidates.create({ name: "Zoë \u2028 😀 \n" }))
    expect(all.length).toBeGreaterThan(8)
    const written = (await collected(jsonLines(all))).join("")
    const bytes = Buffer.from(written)
    const cut = Array.from({ length: Math.ceil(bytes.length / 7) }, (_, n) => bytes.subarray(n * 7, n * 7 + 7))
    for (const source of [written, cut]) {
      const read = await collected(readJsonLines(source))
      expect(read.map(({ record }) => record)).toEqual(all)
      expect(read.map((one, index) => one.line === index + 1 && one.record !== null)).not.toContain(false)
    }
  })

  test("that hold no record are told of by line, and the others read", async () => {
    const ada = await maya.candidates.create({ name: "Ada" })
    const source = `nonsense\n[]\n\n{"id":"what_1"}\n${JSON.stringify({ ...ada, name: 7 })}\n${JSON.stringify(ada)}`
    const read = await collected(readJsonLines(source))
    expect(read.map(({ line, record }) => [line, record?.id ?? null])).toEqual([
      [1, null],
      [2, null],
      [4, null],
      [5, null],
      [6, ada.id],
    ])
  })
})

describe("a candidate as a JSON Resume", () => {
  test("comes back with everything that the format has a word for", async () => {
    const word = fc
      .array(fc.constantFrom(..."abcé漢+#. "), { minLength: 1, maxLength: 12 })
      .map((signs) => signs.join("").replace(/\s+/g, " ").trim())
      .filter((one) => one !== "")
    const month = fc.constantFrom("2019", "2019-03", "2021-12-31")
    const job = fc.record({ title: word, employer: word, location: word, start: month, end: fc.option(month) })
    const study = fc.record({ institution: word, degree: word, field: word, start: month, end: month })
    await fc.assert(
      fc.asyncProperty(
        word,
        fc.uniqueArray(word, { maxLength: 5 }),
        fc.array(job, { maxLength: 3 }),
        fc.array(study, { maxLength: 3 }),
        async (name, skills, jobs, education) => {
          const fields = {
            name,
            skills,
            email: "ada@example.com",
            phone: "+4930123456",
            location: "Linz, AT",
            links: ["https://example.com/ada"],
            employment: jobs.map((one) => ({ ...one, current: one.end === null })),
            education,
            languages: [
              { language: "de", level: "native" as const },
              { language: "fr", level: "B2" as const },
            ],
          }
          const made = await maya.candidates.create(fields)
          expect(candidateFromJsonResume(JSON.parse(JSON.stringify(candidateToJsonResume(made))))).toEqual(fields)
        },
      ),
      { seed: 9, numRuns: 100 },
    )
    expect(candidateFromJsonResume({ what: 1 })).toBeNull()
    expect(candidateFromJsonResume(null)).toBeNull()
  })
})
