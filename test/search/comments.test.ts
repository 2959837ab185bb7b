import { expect, test } from "vitest"
import { everywhere } from "../support/everywhere.js"

everywhere((agency) => {
  const desk = () => agency().as("maya")
  const find = async (maya: ReturnType<typeof desk>, query: string) =>
    (await maya.search.candidates(query)).hits.map(({ record, score }) => `${record.name} ${score}`)

  const commented = async (maya: ReturnType<typeof desk>) => {
    const ada = (await maya.candidates.create({ name: "Ada" })).id
    const bo = (await maya.candidates.create({ name: "Bo" })).id
    const note = (await maya.notes.write({ about: [ada], body: "called about relocating" })).id
    await maya.notes.comment(note, { body: "dislikes open plan offices" })
    const comment = (await maya.notes.comment(note, { body: "rides a unicycle" })).id
    return { ada, bo, note, comment }
  }

  test("what colleagues say to a note is found with it", async () => {
    const maya = desk()
    await commented(maya)
    expect(await find(maya, "unicycle")).toEqual(["Ada 2"])
    expect(await find(maya, '"open plan" relocating')).toEqual(["Ada 2"])
    expect(await find(maya, '"relocating dislikes"')).toEqual([])
    const { hits } = await maya.search.candidates("unicycle")
    expect(hits[0]?.highlights).toMatchObject([{ field: "note", text: "rides a unicycle" }])
  })

  test("an older note of one is shown however many newer ones there are of others", async () => {
    const maya = desk()
    const { ada, bo } = await commented(maya)
    await maya.notes.write({ about: [ada, bo], body: "both met at a unicycle race" })
    for (let n = 0; n < 45; n++) await maya.notes.write({ about: [bo], body: `bo called again: ${n}` })
    const shown = async (query: string) =>
      (await maya.search.candidates(query)).hits.map(({ highlights, record }) => [
        record.name,
        highlights.map(({ text }) => text),
      ])
    const both = "both met at a unicycle race"
    // Of each the newest twenty notes are looked through.
    expect(await shown("unicycle")).toEqual([
      ["Bo", []],
      ["Ada", [both, "rides a unicycle"]],
    ])
    expect(await shown("unicycle called again")).toEqual([
      ["Bo", Array.from({ length: 20 }, (_, n) => `bo called again: ${44 - n}`)],
    ])
  })

  test("and goes where the note goes", async () => {
    const maya = desk()
    const { bo, note } = await commented(maya)
    await maya.notes.edit(note, { body: "called twice" })
    expect([await find(maya, "unicycle twice"), await find(maya, "relocating")]).toEqual([["Ada 2"], []])
    await maya.notes.edit(note, { about: [bo] })
    expect(await find(maya, "unicycle")).toEqual(["Bo 2"])
  })

  test("and is found no more once it is taken back, or the person erased", async () => {
    const maya = desk()
    const { ada, comment, note } = await commented(maya)
    const said = (await maya.notes.comments.history(comment))[0]?.id ?? ""
    await maya.candidates.correct(said, { reason: "on the wrong note" })
    expect([await find(maya, "unicycle"), await find(maya, "offices")]).toEqual([[], ["Ada 2"]])
    await maya.notes.comment(note, { body: "collects stamps" })
    await maya.candidates.erase(ada, { reason: "asked to" })
    expect([await find(maya, "stamps"), await find(maya, "offices")]).toEqual([[], []])
  })
})
