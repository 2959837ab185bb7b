import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { csv, type Delimiter, parseCsv } from "../../src/charts.js"
import { type Encoding, importCsv, previewCsv, records, recordsCsv, csvLines, textOf } from "../../src/exchange.js"
import { createMatchloop } from "../../src/index.js"
import { memory } from "../../adapters/memory/index.js"

const open = async () => (await createMatchloop({ storage: memory() })).as("maya")

const collected = async <A>(all: AsyncIterable<A>): Promise<ReadonlyArray<A>> => {
  const found: Array<A> = []
  for await (const one of all) found.push(one)
  return found
}

/** A text in parts, cut at these places. */
const cutAt = (text: string, places: ReadonlyArray<number>): ReadonlyArray<string> => {
  const marks = [0, ...places.map((place) => place % (text.length + 1)), text.length].toSorted((a, b) => a - b)
  return marks.slice(1).map((mark, index) => text.slice(marks[index], mark))
}

const delimiters: ReadonlyArray<Delimiter> = [",", ";", "\t", "|"]

describe("records of a stream", () => {
  test("are those of the whole text, however it is cut", async () => {
    const texts = fc.array(fc.constantFrom('"', ",", ";", "\n", "\r", "\r\n", "a", "é", "'=", "\ufeff", " "), {
      maxLength: 40,
    })
    await fc.assert(
      fc.asyncProperty(
        texts,
        fc.array(fc.nat(99), { maxLength: 6 }),
        fc.constantFrom(...delimiters),
        async (parts, places, delimiter) => {
          const text = parts.join("")
          fc.pre(parseCsv(`\ufeff${text}`, { delimiter }).unclosedAt === null)
          // A line with nothing on it is no record of a table.
          const expected = parseCsv(`\ufeff${text}`, { delimiter }).rows
          const read = (await collected(records(cutAt(text, places), delimiter))).flat()
          const bare = expected.filter(
            (cells, index) => cells.length > 1 || cells[0] !== "" || quotedEmpty(text, delimiter).has(index),
          )
          expect(read.map(({ cells }) => cells)).toEqual(bare)
        },
      ),
      { seed: 7, numRuns: 500 },
    )
  })

  test("name the line that each begins on, over quoted line ends and empty lines", async () => {
    const text = 'a,b\r\n"1\r\n2",3\n\n\r\n4,5\r6,"x\ny\rz"\n7,8'
    expect((await collected(records([...text], ","))).flat().map(({ line }) => line)).toEqual([1, 2, 6, 7, 10])
  })

  test("end at a quote that nothing closes, and name its line", async () => {
    await expect(collected(records(['a\n1\n"2\n3\n4'], ","))).rejects.toMatchObject({ _tag: "CsvBroken", line: 3 })
    const endless = function* () {
      yield 'a\n"'
      for (let n = 0; n < 50; n++) yield "x".repeat(100_000)
    }
    await expect(collected(records(endless(), ","))).rejects.toMatchObject({ _tag: "CsvBroken", line: 2 })
  })
})

/** Which rows of the whole text are a pair of quotes and nothing else. */
const quotedEmpty = (text: string, delimiter: Delimiter): ReadonlySet<number> => {
  const found = new Set<number>()
  let rest = text
  for (let index = 0; rest !== ""; index++) {
    const bare = /^(\r\n|\r|\n)/.exec(rest)
    if (bare !== null) {
      rest = rest.slice(bare[0].length)
      continue
    }
    let end = 0
    for (let quoted = false, start = true; end < rest.length; end++) {
      const sign = rest[end]
      if (quoted) {
        if (sign === '"' && rest[end + 1] === '"') end++
        else if (sign === '"') quoted = false
      } else if (start && sign === '"') {
        quoted = true
        start = false
      } else if (sign === "\n" || sign === "\r") break
      else start = sign === delimiter
    }
    found.add(index)
    rest = rest.slice(end).replace(/^(\r\n|\r|\n)/, "")
  }
  return found
}

describe("a text of bytes", () => {
  const text = "Name;E-Mail\r\nZoë Müller 😀;zoe@example.com\r\n"
  const bytes: { readonly [name: string]: readonly [Uint8Array, Encoding] } = {
    "UTF-8": [Buffer.from(text), "utf-8"],
    "UTF-8 with a mark": [Buffer.from(`\ufeff${text}`), "utf-8"],
    "UTF-16": [Buffer.from(`\ufeff${text}`, "utf16le"), "utf-16le"],
    "UTF-16 without a mark": [Buffer.from(text, "utf16le"), "utf-16le"],
    "UTF-16, the other way round": [Buffer.from(`\ufeff${text}`, "utf16le").swap16(), "utf-16be"],
  }
  test.each(Object.entries(bytes))("is read as %s, byte by byte and whole", async (_name, [whole]) => {
    const single = [...whole].map((byte) => Uint8Array.of(byte))
    expect((await collected(textOf(whole))).join("")).toBe(text)
    expect((await collected(textOf(single))).join("")).toBe(text)
  })

  test("is read in the Windows code page where it is no UTF-8, even when that shows late", async () => {
    const late = Buffer.concat([Buffer.from("a".repeat(70_000)), Buffer.from([0xe9, 0x80, 0x20])])
    expect((await collected(textOf(Buffer.from([0x5a, 0x6f, 0xeb])))).join("")).toBe("Zoë")
    expect((await collected(textOf([late.subarray(0, 70_000), late.subarray(70_000)]))).join("").slice(70_000)).toBe(
      "é€ ",
    )
  })
})

describe("a file of candidates", () => {
  test("is understood by its headers in several languages and with any delimiter", async () => {
    const files = [
      "First name,Last name,E-mail,Phone,Skills,City\nZoë,Özil,zoe@example.com,+49 30 1,SQL; CI/CD,Linz",
      "Vorname;Nachname;E-Mail-Adresse;Telefon;Kenntnisse;Wohnort\nZoë;Özil;zoe@example.com;+49 30 1;SQL, CI/CD;Linz",
      "Prénom\tNom\tCourriel\tTéléphone\tCompétences\tVille\nZoë\tÖzil\tzoe@example.com\t+49 30 1\tSQL / CI/CD\tLinz",
      "sep=|\nNombre|Apellidos|Correo electrónico|Teléfono|Habilidades|Ciudad\nZoë|Özil|zoe@example.com|+49 30 1|SQL;CI/CD|Linz",
    ]
    for (const file of files) {
      const { rows, problems } = await previewCsv("candidate", file)
      expect(problems, file).toEqual([])
      expect(
        rows.map(({ input }) => input),
        file,
      ).toEqual([
        { name: "Zoë Özil", email: "zoe@example.com", phone: "+49 30 1", skills: ["SQL", "CI/CD"], location: "Linz" },
      ])
    }
  })

  test("keeps columns that nobody knows as custom fields, and goes by the caller's mapping first", async () => {
    const file = "Name,Shoe size,Shoe size,Notes\nAda,42,43,secret"
    const { columns, rows } = await previewCsv("candidate", file, { columns: { Notes: null, Name: "name" } })
    expect(columns.map(({ to }) => to)).toEqual(["name", "customFields.Shoe size", "customFields.Shoe size 2", null])
    expect(rows[0]?.input).toEqual({ name: "Ada", customFields: { "Shoe size": "42", "Shoe size 2": "43" } })
    const wrong = await previewCsv("candidate", file, { columns: { Notes: "nose" } })
    expect(wrong.problems).toEqual([
      { line: 1, issues: [{ path: ["Notes"], message: "nose is no field of a candidate" }] },
    ])
  })

  test("tells what is wrong by line before anything is written", async () => {
    const file =
      "Name,E-mail,Expected salary,Available from\nAda,no address,60k EUR,2027-01-04\n\nBob,,much,03/04/2027\nCyd,,,13/04/2027,more"
    const { problems, rows } = await previewCsv("candidate", file)
    expect(problems.map(({ line, issues }) => [line, issues.map(({ path }) => path.join("."))])).toEqual([
      [2, ["email"]],
      [4, ["Expected salary", "Available from"]],
      [5, [""]],
    ])
    expect(rows[0]?.input).toMatchObject({ salaryExpectation: { amount: 6_000_000, currency: "EUR" } })
  })

  test.each([
    ["60-70k EUR", 6_000_000],
    ["60.000 – 70.000 €", 6_000_000],
    ["55k to 65k EUR", 5_500_000],
    ["€ 70.000 (min. 65.000)", 6_500_000],
    ["60k EUR", 6_000_000],
  ])("an expectation of %s is what somebody would work for", async (text, amount) => {
    const { problems, rows } = await previewCsv("candidate", `Name;Gehaltsvorstellung\nAda;${text}`)
    expect([problems, rows[0]?.input.salaryExpectation]).toEqual([[], { amount, currency: "EUR" }])
  })

  test("and of more amounts than two, or of none, is none", async () => {
    const { problems } = await previewCsv(
      "candidate",
      "Name;Gehaltsvorstellung\nAda;1, 2 and 3 EUR\nBo;much EUR\nCy;60k",
    )
    expect(problems.map(({ issues, line }) => [line, issues[0]?.message])).toEqual([
      [2, "is no amount"],
      [3, "is no amount"],
      [4, "names no currency"],
    ])
  })

  test("whoever can begin at once is available from the day on that the import is about, in any language", async () => {
    const maya = await open()
    const said =
      "Sofort|ab sofort|Immediately|ASAP|now!|Immédiat|dès maintenant|de inmediato|Incorporación inmediata|subito"
    const words = `${said}|per direct|de imediato|od zaraz|sofort verfügbar`.split("|")
    const file = `Name,Availability\n${words.map((word) => `Ada ${word},${word}`).join("\n")}\nBo,maybe\n`
    const { rows } = await previewCsv("candidate", file, { today: "2027-01-04" })
    expect(rows.slice(0, -1).map(({ input }) => input.availableFrom)).toEqual(words.map(() => "2027-01-04"))
    const at = "2026-02-03T10:00:00Z"
    const { imported, problems } = await importCsv("candidate", maya.candidates, file, { at })
    expect([imported, problems.map(({ line }) => line)]).toEqual([words.length, [words.length + 2]])
    const { items } = await maya.candidates.list()
    expect(new Set(items.map(({ availableFrom }) => availableFrom))).toEqual(new Set(["2026-02-03"]))
    const undated = await importCsv("candidate", maya.candidates, file)
    expect([undated.imported, undated.problems[0]?.issues[0]?.message]).toEqual([0, expect.stringContaining("`today`")])
  })

  test("with hostile headers and cells touches no prototype", async () => {
    const maya = await open()
    const file = "Name,__proto__,constructor,toString\nAda,x,y,z\n\"=cmd|' /C calc'!A0\",1,2,3\n"
    const { imported, problems, columns } = await importCsv("candidate", maya.candidates, file)
    expect([imported, columns.map(({ to }) => to)]).toEqual([2, ["name", null, null, "customFields.toString"]])
    expect(problems.map(({ line, issues }) => [line, issues.length])).toEqual([[1, 2]])
    expect(Object.hasOwn(Object.prototype, "polluted")).toBe(false)
    const { items } = await maya.candidates.list()
    expect(items.map(({ name }) => name)).toEqual(["Ada", "=cmd|' /C calc'!A0"])
    const hostile = await previewCsv("candidate", "Name,A\nAda,1", { columns: JSON.parse('{"__proto__": "name"}') })
    expect(hostile.columns.map(({ to }) => to)).toEqual(["name", "customFields.A"])
  })

  test("written from records comes in again as it was", async () => {
    const word = fc
      .array(fc.constantFrom(..."aßéÖ1=+-@;,|\"' /.[]{}"), { minLength: 1, maxLength: 10 })
      .map((signs) => signs.join(""))
      .map((text) => text.trim())
      .filter((text) => text !== "")
    const plain = word.map((text) => text.replace(/\s+/g, " "))
    const wishes = fc.record({
      amount: fc.nat(99_999_999),
      currency: fc.constantFrom("EUR", "JPY", "KWD", "USD"),
    })
    const person = fc.record(
      {
        name: plain,
        phone: plain,
        location: plain,
        skills: fc.array(word, { maxLength: 4 }),
        links: fc.uniqueArray(plain, { maxLength: 3 }),
        salaryExpectation: wishes,
        availableFrom: fc.constantFrom("2027-01-04", "2026-12-31"),
        willingToRelocate: fc.boolean(),
        employment: fc.constant([{ title: "Baker", employer: 'Oven; "Ltd"', start: "2019-03", current: true }]),
        languages: fc.constant([{ language: "de", level: "native" as const }]),
        customFields: fc.dictionary(
          fc.stringMatching(/^[a-z =+]{1,6}$/).filter((key) => key.trim() === key && key !== ""),
          plain,
          { maxKeys: 3 },
        ),
      },
      { requiredKeys: ["name"] },
    )
    await fc.assert(
      fc.asyncProperty(
        fc.array(person, { minLength: 1, maxLength: 5 }),
        fc.constantFrom(...delimiters),
        async (people, delimiter) => {
          const [here, there] = [await open(), await open()]
          for (const one of people) await here.candidates.create(one)
          const { items } = await here.candidates.list()
          const file = recordsCsv("candidate", items, { delimiter, fields: Object.keys(known) })
          const { imported, problems } = await importCsv("candidate", there.candidates, file, { delimiter })
          expect(problems).toEqual([])
          expect(imported).toBe(people.length)
          expect((await there.candidates.list()).items.map(told)).toEqual(items.map(told))
        },
      ),
      { seed: 11, numRuns: 25 },
    )
  })

  test("is written line by line as it is at once", async () => {
    const maya = await open()
    for (const name of ["Ada", '=1+1"', "Zoë\tX"]) await maya.candidates.create({ name, customFields: { shoe: "42" } })
    const { items } = await maya.candidates.list()
    const lines = await collected(csvLines("candidate", items, { customFields: ["shoe"] }))
    expect(lines.join("")).toBe(recordsCsv("candidate", items))
    expect(lines).toHaveLength(4)
    expect(parseCsv(lines.join("")).rows[2]?.includes('=1+1"')).toBe(true)
    expect(csv({ title: "", columns: [], rows: [] })).toBe("\r\n")
  })
})

const known = {
  name: 0,
  phone: 0,
  location: 0,
  skills: 0,
  links: 0,
  salaryExpectation: 0,
  availableFrom: 0,
  willingToRelocate: 0,
  employment: 0,
  languages: 0,
}

const told = (record: object) =>
  Object.fromEntries(Object.entries(record).filter(([name]) => Object.hasOwn(known, name) || name === "customFields"))
