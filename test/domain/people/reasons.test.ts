import { describe, expect, test } from "vitest"
import type { Client } from "../../../src/index.js"
import { kinds } from "../../faults/databases.js"
import { desk } from "../../faults/desk.js"
import { agency } from "./agency.js"

const window = { from: new Date(0), to: new Date("2100-01-01T00:00:00Z"), ids: true } as const

describe.each(kinds)("reasons after an erasure on $name", (kind) => {
  /** An agency with what its ends are counted as: as known now, and as it was known at each instant that was noted. */
  const opened = async () => {
    const { maya, wait, whole } = await agency(await kind.fresh())
    const here = desk(maya)
    const role = await here.position()
    const rows = async (asOf?: Date) => {
      const found = await maya.reports.endReasons({ ...window, ...(asOf && { asOf, knowledge: "then" }) })
      return found.rows
    }
    const noted: Array<{ readonly at: Date; readonly rows: unknown }> = []
    const note = async () => {
      const now = await maya.reports.endReasons(window)
      noted.push({ at: new Date(now.asOf), rows: now.rows })
      wait(60_000)
    }
    const rejected = async (reason: string, candidateId?: string) => {
      const id =
        candidateId === undefined
          ? await here.submitted(role)
          : (await maya.submissions.shortlist({ candidateId, positionId: await here.position() })).id
      wait(60_000)
      if (candidateId !== undefined) await maya.submissions.submit(id)
      await maya.submissions.reject(id, { reason })
      await note()
      const { candidateId: whose } = await maya.submissions.get(id)
      return { id, candidateId: whose }
    }
    const erase = async (candidateId: string) => {
      await maya.candidates.erase(candidateId, { reason: "asked to" })
      wait(60_000)
      for (const { at, rows: before } of noted) expect(await rows(at), at.toISOString()).toEqual(before)
      await whole()
    }
    return { maya, rows, rejected, erase, note }
  }
  const reasonOf = async (maya: Client, id: string) => (await maya.submissions.get(id)).endReason

  test("one that nobody else was given goes, and is counted as before; of one person twice, and of several", async () => {
    const { erase, maya, rejected, rows } = await opened()
    const first = await rejected("knows Kim")
    const again = await rejected("knows Kim", first.candidateId)
    const other = await rejected("sings")
    const before = await rows()
    expect(before.map(({ count, reason }) => [reason, count])).toEqual([["given once", 3]])
    await erase(first.candidateId)
    expect(await rows()).toEqual(before)
    for (const { id } of [first, again]) expect(await reasonOf(maya, id)).toBe("given once")
    await erase(other.candidateId)
    expect(await rows()).toEqual(before)
  })

  test("one that somebody else was given stays: they are counted by it, as of then where not any more", async () => {
    const { erase, maya, note, rejected } = await opened()
    const one = await rejected("too expensive")
    const other = await rejected("too expensive")
    const [entry] = (await maya.submissions.history(other.id)).toReversed()
    await maya.ledger.correct(entry?.id ?? "", { reason: "by mistake" })
    await note()
    await erase(one.candidateId)
    expect(await reasonOf(maya, one.id)).toBe("too expensive")
    // What a correction was made for is counted nowhere, and shared with nobody.
    const third = await rejected("by mistake")
    await erase(third.candidateId)
    expect(await reasonOf(maya, third.id)).toBe("given once")
    // Who is erased already was given it as well.
    await erase(other.candidateId)
    expect(await reasonOf(maya, one.id)).toBe("too expensive")
  })

  test("one of two records that are one person by now has no name any more, as of when they were two", async () => {
    const { maya, rejected, rows } = await opened()
    const [one, other] = [await rejected("knows Kim"), await rejected("knows Kim")]
    const then = new Date((await maya.reports.endReasons(window)).asOf)
    await maya.candidates.merge(one.candidateId, { into: other.candidateId })
    const counted = async (asOf?: Date) => (await rows(asOf)).map(({ count, reason }) => [reason, count])
    expect([await counted(then), await counted()]).toEqual([[["knows Kim", 2]], [["given once", 2]]])
    await maya.candidates.erase(other.candidateId, { reason: "asked to" })
    expect([await counted(then), await counted()]).toEqual([[["given once", 2]], [["given once", 2]]])
  })

  test("one that only a position was given goes as well", async () => {
    const { erase, maya, rejected } = await opened()
    const role = await desk(maya).position()
    await maya.positions.cancel(role, { reason: "no budget" })
    const one = await rejected("no budget")
    await erase(one.candidateId)
    expect(await reasonOf(maya, one.id)).toBe("given once")
  })
})
