import { describe, expect, test } from "vitest"
import { broken, everything, open } from "../../src/testing.js"
import { kinds } from "../faults/databases.js"
import { desk } from "../faults/desk.js"
import { exported, personal, told } from "./persons.js"

/** All orders of a few. */
const orders = <A>(all: ReadonlyArray<A>): ReadonlyArray<ReadonlyArray<A>> =>
  all.length < 2
    ? [all]
    : all.flatMap((one, index) => orders(all.toSpliced(index, 1)).map((others) => [one, ...others]))

describe.each(kinds)("a position that came with people on $name", ({ fresh }) => {
  test("is the same in whichever order they come: whoever waits goes on waiting when others fill it", async () => {
    const opened = await open((await fresh()).storage())
    const crm = await opened.crm({ now: () => Date.parse("2026-12-01T10:00:00Z") })
    const here = crm.as("maya")
    // Two were placed, and one has waited since before, for the opening that the first of them has by now.
    const positionId = await desk(here).position(3)
    const waits = await here.submissions.get(await desk(here).shortlisted(positionId))
    const first = await desk(here).accepted(positionId)
    const second = await desk(here).accepted(positionId)
    expect(waits.openingId).toBe(first.placement.openingId)
    const ids = [waits.candidateId, first.placement.candidateId, second.placement.candidateId]
    const people = await Promise.all(ids.map((id) => exported(here, id)))
    const reports = await personal(here)
    const numbers = Object.fromEntries(
      (await here.positions.openings.list({ where: { positionId } })).items.map(({ id, number }) => [id, number]),
    )
    for (const [index, order] of orders(people).entries()) {
      const workspace = `order ${index}`
      const there = crm.workspace(workspace).as("noor")
      for (const person of order) await there.candidates.importPerson({ person })
      for (const person of people) expect(told(await exported(there, person.candidate.id))).toEqual(told(person))
      expect(await there.positions.get(positionId)).toMatchObject({ kind: "open", clientId: waits.clientId })
      expect(await personal(there)).toEqual(reports)
      const openings = (await there.positions.openings.list({ where: { positionId } })).items
      expect(openings.map(({ number }) => number).toSorted()).toEqual([1, 2, 3])
      for (const { id, kind, number } of openings) if (kind === "filled") expect(number).toBe(numbers[id])
      expect(broken(await everything(opened, workspace))).toEqual([])
      // And goes on: who waited is the third, and the position is won.
      await there.submissions.submit(waits.id)
      await there.submissions.offer(waits.id, { salary: { amount: 9_000_000, currency: "EUR" } })
      await there.submissions.accept(waits.id, { startsOn: "2027-01-04" })
      expect(await there.positions.get(positionId)).toMatchObject({ kind: "filled" })
    }
    await opened.close()
  })

  test("is for whoever waits at the opening that stood for those who are out, and no other", async () => {
    const database = await fresh()
    const opened = await open(database.storage())
    const crm = await opened.crm()
    const here = crm.as("maya")
    const positionId = await desk(here).position(1)
    const out = await here.submissions.get(await desk(here).submitted(positionId))
    await here.submissions.reject(out.id, { party: "client", reason: "other skills" })
    const waits = await here.submissions.get(await desk(here).shortlisted(positionId))
    const people = [await exported(here, out.candidateId), await exported(here, waits.candidateId)]
    for (const order of orders(people)) {
      const workspace = `after ${String(order[0]?.candidate.id)}`
      const there = crm.workspace(workspace).as("noor")
      for (const person of order) await there.candidates.importPerson({ person })
      expect((await there.positions.openings.list({ where: { positionId } })).items).toMatchObject([
        { id: waits.openingId, kind: "open", number: 1 },
      ])
      expect(await there.positions.get(positionId)).toMatchObject({ kind: "open" })
      expect(broken(await everything(opened, workspace))).toEqual([])
    }
    await opened.close()
  })

  test.each(["accepted", "offered"] as const)("and one of the agency's own takes whoever was %s", async (stage) => {
    const opened = await open((await fresh()).storage())
    const crm = await opened.crm()
    const here = crm.as("maya")
    // Who was on the first opening until another took it, and got the second.
    const positionId = await desk(here).position(2)
    const waited = await here.submissions.get(await desk(here).submitted(positionId))
    const first = await desk(here).accepted(positionId)
    await here.submissions.offer(waited.id, { salary: { amount: 9_000_000, currency: "EUR" } })
    if (stage === "accepted") await here.submissions.accept(waited.id, { startsOn: "2027-01-04" })
    const people = [await exported(here, waited.candidateId), await exported(here, first.submission.candidateId)]
    expect(people[0]?.around.openings.map(({ number }) => number)).toEqual([1, 2])
    for (const openings of [2, 3])
      for (const order of orders(people)) {
        const workspace = `${openings} after ${String(order[0]?.candidate.id)}`
        const there = crm.workspace(workspace).as("noor")
        const client = await there.clients.create({ name: "Acme Inc." })
        const own = await there.positions.open({ clientId: client.id, title: "Developer", openings })
        for (const person of order) await there.candidates.importPerson({ person, positions: { [positionId]: own.id } })
        const kinds = (await there.positions.openings.list({ where: { positionId: own.id } })).items
          .toSorted((a, b) => a.number - b.number)
          .map(({ kind, number, submissionId }) => [number, kind, submissionId])
        expect(kinds).toEqual(
          [
            [1, "filled", first.submission.id],
            [2, stage === "accepted" ? "filled" : "reserved", waited.id],
            [3, "open", null],
          ].slice(0, openings),
        )
        expect(broken(await everything(opened, workspace))).toEqual([])
      }
    // Both at the one opening that there is: the one by the name alone, and only where it is free.
    const there = crm.workspace("one").as("noor")
    const client = await there.clients.create({ name: "Acme Inc." })
    const own = await there.positions.open({ clientId: client.id, title: "Developer", openings: 1 })
    const [person] = people
    await there.candidates.importPerson({ person: person ?? expect.fail(), positions: { [positionId]: own.id } })
    expect((await there.positions.openings.list({ where: { positionId: own.id } })).items).toMatchObject([
      { kind: stage === "accepted" ? "filled" : "reserved", submissionId: waited.id },
    ])
    await opened.close()
  })
})
