import { expect, test } from "vitest"
import { form } from "../../faults/desk.js"
import { everywhere } from "../../support/everywhere.js"

const reason = "a mistake"

everywhere((agency) => {
  type Maya = ReturnType<ReturnType<typeof agency>["as"]>

  const entriesOf = async (maya: Maya, id: string): Promise<ReadonlyArray<string>> => {
    const { entries } = await maya.ledger.read({ limit: 1000 })
    return entries.filter(({ subject }) => subject.id === id).map((entry) => entry.id)
  }
  const first = async (maya: Maya, id: string) => (await entriesOf(maya, id))[0] ?? ""
  const last = async (maya: Maya, id: string) => (await entriesOf(maya, id)).at(-1) ?? ""
  const undo = async (maya: Maya, entryId: string) => maya.ledger.correct(entryId, { reason })
  const refused = (entryId: string, laterEntryIds: ReadonlyArray<string>) => ({
    _tag: "CorrectionRefused",
    entryId,
    because: "built upon",
    laterEntryIds,
  })

  /** What somebody did about a record since, by its id, that stands in the way of taking the record back. */
  const standing: ReadonlyArray<readonly [what: string, write: (maya: Maya, id: string) => Promise<string>]> = [
    ["a note", async (maya, id) => (await maya.notes.write({ body: "called", about: [id] })).id],
    ["a document", async (maya, id) => (await maya.documents.attach({ ...form(), about: [id] })).id],
    [
      "a place on a list",
      async (maya, id) => {
        const list = await maya.search.lists.create({ name: "to call" })
        const [member] = await maya.search.lists.add(list.id, { members: [id] })
        return member?.id ?? ""
      },
    ],
    ["an opt-out", async (maya, id) => (await maya.search.optOuts.add({ people: [id] }))[0]?.id ?? ""],
    [
      "a segment that lets in",
      async (maya, id) => (await maya.search.segments.create({ name: "all", query: "*", include: [id] })).id,
    ],
    [
      "a segment that keeps out",
      async (maya, id) => (await maya.search.segments.create({ name: "all", query: "*", exclude: [id] })).id,
    ],
  ]

  test.each(standing)("%s stands in the way of taking a candidate back, and is taken back first", async (_, write) => {
    const maya = agency().as("maya")
    const { id } = await maya.candidates.create({ name: "Ada Park" })
    const written = await write(maya, id)
    const [created, later] = [await first(maya, id), await entriesOf(maya, written)]
    await expect(undo(maya, created)).rejects.toMatchObject(refused(created, later))
    expect((await maya.candidates.get(id)).name).toBe("Ada Park")
    for (const entry of later.toReversed()) await undo(maya, entry)
    expect(await undo(maya, created)).toMatchObject({ removed: [id] })
    // And back: whoever it was about comes first.
    const [back, again] = [await last(maya, written), await entriesOf(maya, id)]
    await expect(undo(maya, back)).rejects.toMatchObject(refused(back, again))
    await undo(maya, again.at(-1) ?? "")
    await undo(maya, back)
    await expect(undo(maya, created)).rejects.toMatchObject({ because: "built upon" })
  })

  test("notes and documents about a contact, a client, a position or an interview stand in the way as well", async () => {
    const maya = agency().as("maya")
    const client = await maya.clients.create({ name: "Acme" })
    const other = await maya.clients.create({ name: "Globex" })
    const contact = await maya.clients.addContact(other.id, { name: "Lena Ruiz" })
    const position = await maya.positions.open({ clientId: other.id, title: "Developer" })
    const candidate = await maya.candidates.create({ name: "Ada Park" })
    const shortlisted = await maya.submissions.shortlist({ candidateId: candidate.id, positionId: position.id })
    const spare = await maya.positions.open({ clientId: other.id, title: "Designer" })
    for (const { id } of [client, contact, spare, shortlisted]) {
      const note = await maya.notes.write({ body: "called", about: [candidate.id, id] })
      const entry = await first(maya, id)
      await expect(undo(maya, entry)).rejects.toMatchObject(refused(entry, await entriesOf(maya, note.id)))
      const document = await maya.documents.attach({ ...form(), about: [id] })
      const both = [...(await entriesOf(maya, note.id)), ...(await entriesOf(maya, document.id))]
      await expect(undo(maya, entry)).rejects.toMatchObject(refused(entry, both))
      await maya.notes.edit(note.id, { about: [candidate.id] })
      await maya.documents.update(document.id, { about: [candidate.id] })
      await undo(maya, entry)
      expect(await maya.notes.get(note.id)).toMatchObject({ body: "called", subjects: [{ id: candidate.id }] })
    }
  })

  test("what the same act wrote goes along, and comes back with it", async () => {
    const maya = agency().as("maya")
    const document = { name: "ada.txt", bytes: new TextEncoder().encode("Ada Park") }
    const made = await maya.candidates.confirmResume({ profile: { name: "Ada Park" }, document, text: "Ada Park" })
    const { id } = made.candidate
    const { removed } = await undo(maya, await first(maya, id))
    expect(removed.toSorted()).toEqual([id, made.document?.id].toSorted())
    expect((await maya.documents.list({ about: id })).items).toEqual([])
    await undo(maya, await last(maya, id))
    expect((await maya.documents.list({ about: id })).items).toMatchObject([{ id: made.document?.id }])
  })

  test("of a note that came to be about somebody, what it said before stays", async () => {
    const maya = agency().as("maya")
    const [one, two] = [await maya.candidates.create({ name: "Ada" }), await maya.candidates.create({ name: "Bo" })]
    const note = await maya.notes.write({ body: "called", about: [one.id] })
    await maya.notes.edit(note.id, { about: [two.id] })
    await maya.notes.edit(note.id, { body: "called twice" })
    const [created, [, ...later]] = [await first(maya, two.id), await entriesOf(maya, note.id)]
    await expect(undo(maya, created)).rejects.toMatchObject(refused(created, later))
    for (const entry of later.toReversed()) await undo(maya, entry)
    await undo(maya, created)
    expect(await maya.notes.get(note.id)).toMatchObject({ body: "called", subjects: [{ id: one.id }] })
  })

  test("a note with a word of a colleague on it goes after that", async () => {
    const maya = agency().as("maya")
    const { id } = await maya.candidates.create({ name: "Ada" })
    const note = await maya.notes.write({ body: "called", about: [id] })
    const comment = await maya.notes.comment(note.id, { body: "so did I" })
    const written = await first(maya, note.id)
    await expect(undo(maya, written)).rejects.toMatchObject(refused(written, await entriesOf(maya, comment.id)))
    for (const one of [comment.id, note.id, id]) await undo(maya, await first(maya, one))
    await expect(maya.candidates.get(id)).rejects.toMatchObject({ _tag: "NotFound" })
  })

  test("who was taken off a list, opted in again or was found by a frozen segment can be taken back", async () => {
    const maya = agency().as("maya")
    const { id } = await maya.candidates.create({ name: "Ada Park" })
    const list = await maya.search.lists.create({ name: "to call" })
    const [member] = await maya.search.lists.add(list.id, { members: [id] })
    await maya.search.lists.remove(list.id, { members: [id] })
    await maya.search.optOuts.add({ people: [id] })
    const [out] = await maya.search.optOuts.remove({ people: [id] })
    await maya.search.segments.create({ name: "all", query: "ada", freeze: true })
    await undo(maya, await first(maya, id))
    // Back on the list, or opted out again, there would be nobody.
    for (const one of [member?.id ?? "", out?.id ?? ""]) {
      const off = await last(maya, one)
      await expect(undo(maya, off)).rejects.toMatchObject(refused(off, await entriesOf(maya, id)))
    }
    await undo(maya, await last(maya, id))
    await undo(maya, await last(maya, member?.id ?? ""))
    expect((await maya.search.lists.members(list.id)).items).toMatchObject([{ record: { id } }])
  })

  test("who was merged into somebody since is back on a list as whoever stands for them", async () => {
    const maya = agency().as("maya")
    const [one, two] = [await maya.candidates.create({ name: "Ada" }), await maya.candidates.create({ name: "Ada P" })]
    const list = await maya.search.lists.create({ name: "to call" })
    const [member] = await maya.search.lists.add(list.id, { members: [one.id] })
    await maya.search.lists.remove(list.id, { members: [one.id] })
    await maya.candidates.merge(one.id, { into: two.id })
    await undo(maya, await last(maya, member?.id ?? ""))
    expect((await maya.search.lists.members(list.id)).items).toMatchObject([{ record: { id: two.id } }])
  })

  test("of many who stand in the way the first hundred are told of", async () => {
    const maya = agency().as("maya")
    const { id } = await maya.candidates.create({ name: "Ada Park" })
    const notes: Array<string> = []
    for (let n = 0; n < 101; n++) notes.push((await maya.notes.write({ body: `call ${n}`, about: [id] })).id)
    const { entries } = await maya.ledger.read({ limit: 1000 })
    const told = entries.filter(({ subject }) => notes.slice(0, 100).includes(subject.id)).map((entry) => entry.id)
    const created = await first(maya, id)
    await expect(undo(maya, created)).rejects.toMatchObject(refused(created, told))
  })

  test("a correction that would name somebody again who is no more says what stands in its way", async () => {
    const maya = agency().as("maya")
    const one = await maya.candidates.create({ name: "Ada Park" })
    const two = await maya.candidates.create({ name: "Bo Lee" })
    const { id: clientId } = await maya.clients.create({ name: "Acme" })
    const contact = await maya.clients.addContact(clientId, { name: "Lena Ruiz" })
    await maya.clients.linkContact(contact.id, { candidateId: one.id })
    await maya.clients.linkContact(contact.id, { candidateId: two.id })
    const linked = await last(maya, contact.id)
    const created = await last(maya, one.id)
    await undo(maya, created)
    const taken = await last(maya, one.id)
    await expect(undo(maya, linked)).rejects.toMatchObject(refused(linked, [created, taken]))
    // What it says is the way: once that is taken back, so can this be.
    await undo(maya, taken)
    await undo(maya, linked)
    expect(await maya.clients.contacts.get(contact.id)).toMatchObject({ candidateId: one.id })
  })
})
