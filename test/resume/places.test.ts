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
  ])("%s: %s", (line, told) => {
    expect(location(sections(`Ada Park\n${line}\nada@example.com`))?.value).toBe(told)
  })

  test.each(["Ada Park", "Senior Developer", "A reader of long novels"])("%s: nobody knows", (line) => {
    expect(location(sections(`Ada Park\n${line}\nada@example.com`))).toBeNull()
  })
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
