import { describe, expect, test } from "vitest"
import { education } from "../../src/resume/Education.js"
import { lines } from "../../src/resume/Lines.js"
import { location } from "../../src/resume/Location.js"
import { sections } from "../../src/resume/Sections.js"

describe("where somebody lives", () => {
  test.each([
    ["12 Elm Road, Otley, LS21 3AB", "Otley, LS21 3AB"],
    ["77 Cedar Way, Ely, MN 55731", "Ely, MN 55731"],
    ["Endereço: Rua das Flores, 12 - Olinda - PE", "Olinda - PE"],
    ["Bukit Timah, Singapore", "Bukit Timah, Singapore"],
    ["Nelson 7010, New Zealand", "Nelson 7010, New Zealand"],
    ["Str. Morii 4, 400012 Cluj-Napoca, Romania", "400012 Cluj-Napoca, Romania"],
    ["Greater Denver Area", "Greater Denver Area"],
    ["Based in Vilafranca", "Vilafranca"],
    ["Currently living in Åre, Sweden.", "Åre, Sweden"],
    ["Tralee, Co. Kerry", "Tralee, Co. Kerry"],
    ["ADDRESS\n12 Elm Street\nDenver, CO 80202", "Denver, CO 80202"],
    ["Denver, CO, USA (open to relocation)", "Denver, CO, USA"],
    ["📍 Porto Alegre, RS, Brazil", "Porto Alegre, RS, Brazil"],
    ["Rennes (35)", "Rennes"],
    ["Adresse : 3 rue du Port – 29000 Quimper", "29000 Quimper"],
    ["Lieu de résidence : Quimper", "Quimper"],
    ["Habitant à Quimper", "Quimper"],
    ["Via Roma 1, 37121 Verona (VR)", "37121 Verona (VR)"],
    ["Residing in Otley, UK", "Otley, UK"],
    ["Current location: Nashik, India", "Nashik, India"],
    ["Current Location - Nashik", "Nashik"],
    ["PLZ/Ort: 24103 Kiel", "24103 Kiel"],
    ["Wohnhaft: Bad Tölz", "Bad Tölz"],
    ["Musterstraße 3, 12345 Musterstadt, Tel.: 030 1234567", "12345 Musterstadt"],
    ["Toronto ON M5V 2T6", "Toronto ON M5V 2T6"],
    ["Unit 5/12 Elm St, Fitzroy VIC 3065", "Fitzroy VIC 3065"],
    ["12 Elm Street Ely, MN 55731", "Ely, MN 55731"],
    ["1234 NW Birch Ave Apt 5, Ely, MN 55731", "Ely, MN 55731"],
    ["Stockholm, SE", "Stockholm, SE"],
    ["Frankfurt a. M.", "Frankfurt a. M."],
    ["Berlin-Kreuzberg", "Berlin-Kreuzberg"],
    ["Remote - Ely, MN", "Ely, MN"],
    ["Based in Leeds, available now", "Leeds"],
    ["Lagos, Nigeria.", "Lagos, Nigeria"],
    ["現住所：東京都渋谷区神南", "東京都渋谷区神南"],
    ["0113 555 0100 | Otley | ada2@example.com", "Otley"],
  ])("%s: %s", (line, told) => {
    expect(location(sections(`Ada Park\n${line}\nada@example.com`))?.value).toBe(told)
  })

  test.each([
    "Ada Park",
    "Senior Developer",
    "A reader of long novels",
    "Geboren am 1.2.1980 in Kassel",
    "Born in Boston, MA",
    "Nationality: French",
    "Nurse, MA",
    "Home: +1 303 555 0100",
    "Marketing / Sales",
    "0113 555 0100 | German | ada2@example.com",
    "0113 555 0100 | Driving Licence | ada2@example.com",
    "0113 555 0100 | Staff Nurse | ada2@example.com",
  ])("%s: nobody knows", (line) => {
    expect(location(sections(`Ada Park\n${line}\nada@example.com`))).toBeNull()
  })
})

test("letters behind a name are a degree and no state", () => {
  for (const line of ["Ada Park, MD", "ADA PARK, MA", "Ada Park, RN, OR"])
    expect(location(sections(`${line}\nada@example.com`))).toBeNull()
  expect(location(sections("Denver, CO\nAda Park\nada@example.com"))?.value).toBe("Denver, CO")
})

describe("a degree", () => {
  test.each([
    ["Bachelor of Science (B.S.) in Physics, Foo University, 2019", "Bachelor of Science", "Physics"],
    ["BA (Hons) History, Foo University, 2019", "BA (Hons)", "History"],
    ["BSc Hons, Chemistry, Foo University, 2019", "BSc Hons", "Chemistry"],
    ["Master of Social Work, Foo University, 2019", "Master of Social Work", null],
    ["PGCE, Foo University, 2019", "PGCE", null],
    ["Bac pro, Lycée Foo, 2019", "Bac pro", null],
    ["Lärarprogrammet, Umeå universitet, 2019", "Lärarprogrammet", null],
    ["東京大学 工学部 学士, 2019", "東京大学 工学部 学士", null],
  ])("%s", (line, degree, field) => {
    const [one] = education(lines(line))
    expect([one?.degree?.value, one?.field?.value ?? null]).toEqual([degree, field])
  })
})

describe("a school", () => {
  test.each([
    ["B.A. Psychology, University of Texas at Austin, 2014", "University of Texas at Austin"],
    [
      "MS in Statistics at University of North Carolina at Chapel Hill, 2014",
      "University of North Carolina at Chapel Hill",
    ],
    ["MSc Physics at Foo University, 2019", "Foo University"],
  ])("%s", (line, institution) => expect(education(lines(line))[0]?.institution?.value).toBe(institution))
})
