import type { Client } from "../../src/index.js"
import { desk, form } from "./desk.js"
import { bring, stranger } from "./strangers.js"

type Act = (by: Client) => Promise<unknown>

/** Two commands that write nothing in common, of which each decides on what the other writes. */
export interface Skew {
  readonly what: string
  readonly prepared: (maya: Client) => Promise<{
    readonly one: Act
    readonly other: Act
    /** What there is in the end. */
    readonly seen: () => Promise<unknown>
  }>
  /** What becomes of the one where the other lands right before it, and what is there then. */
  readonly oneLater: readonly [said: string, seen: unknown]
  /** The same the other way round; null where the other holds what it rests on, so that nothing can come between. */
  readonly otherLater: readonly [said: string, seen: unknown] | null
}

const kindsOn = (maya: Client, positionId: string) => async () =>
  (await maya.submissions.list({ where: { positionId } })).items.map(({ kind }) => kind).toSorted()

/** A position with one opening, and somebody on it who has an offer. */
const lastOpening = async (maya: Client) => {
  const positionId = await desk(maya).position(1)
  return { positionId, offered: await desk(maya).offered(positionId), seen: kindsOn(maya, positionId) }
}

/** A candidate with so many consents. */
const signed = async (maya: Client, count: number) => {
  const id = await desk(maya).screened()
  const consents: Array<string> = []
  for (let n = 0; n < count; n++)
    consents.push((await maya.candidates.signConsent(id, { document: form() })).consent.id)
  const revoke = (n: number) => (by: Client) =>
    by.candidates.revokeConsent(id, { consentId: consents[n] ?? "", reason: "asked to" })
  return { id, revoke, sign: ((by) => by.candidates.signConsent(id, { document: form() })) satisfies Act }
}

export const skews: ReadonlyArray<Skew> = [
  {
    what: "somebody is put on a position whose last opening is filled",
    prepared: async (maya) => {
      const { offered, positionId, seen } = await lastOpening(maya)
      const candidateId = await desk(maya).ready()
      return {
        one: (by) => by.submissions.shortlist({ candidateId, positionId }),
        other: (by) => by.submissions.accept(offered, {}),
        seen,
      }
    },
    oneLater: ["PositionFilled", ["accepted"]],
    otherLater: ["done", ["accepted", "closedOut"]],
  },
  {
    what: "somebody comes back to a position whose last opening is filled",
    prepared: async (maya) => {
      const { offered, positionId, seen } = await lastOpening(maya)
      const withdrawn = await desk(maya).submitted(positionId)
      await maya.submissions.withdraw(withdrawn, { reason: "moved away" })
      return {
        one: (by) => by.submissions.restore(withdrawn, {}),
        other: (by) => by.submissions.accept(offered, {}),
        seen,
      }
    },
    oneLater: ["PositionFilled", ["accepted", "withdrawn"]],
    otherLater: ["done", ["accepted", "closedOut"]],
  },
  {
    what: "the last opening is filled and somebody's withdrawal taken back as a mistake",
    prepared: async (maya) => {
      const { offered, positionId, seen } = await lastOpening(maya)
      const withdrawn = await desk(maya).submitted(positionId)
      await maya.submissions.withdraw(withdrawn, { reason: "moved away" })
      const entry = (await maya.submissions.history(withdrawn)).at(-1)?.id ?? ""
      return {
        one: (by) => by.submissions.accept(offered, {}),
        other: (by) => by.ledger.correct(entry, { reason: "somebody else" }),
        seen,
      }
    },
    oneLater: ["done", ["accepted", "closedOut"]],
    otherLater: null,
  },
  {
    what: "the last two openings are filled",
    prepared: async (maya) => {
      const positionId = await desk(maya).position(2)
      const [one, other] = [await desk(maya).offered(positionId), await desk(maya).offered(positionId)]
      await desk(maya).submitted(positionId)
      return {
        one: (by) => by.submissions.accept(one, {}),
        other: (by) => by.submissions.accept(other, {}),
        seen: async () => [(await maya.positions.get(positionId)).kind, await kindsOn(maya, positionId)()],
      }
    },
    oneLater: ["done", ["filled", ["accepted", "accepted", "closedOut"]]],
    otherLater: ["done", ["filled", ["accepted", "accepted", "closedOut"]]],
  },
  {
    what: "of two openings one is cancelled and the other filled",
    prepared: async (maya) => {
      const positionId = await desk(maya).position(2)
      const offered = await desk(maya).offered(positionId)
      const { items } = await maya.positions.openings.list({ where: { positionId, kind: "open" } })
      return {
        one: (by) => by.positions.cancelOpening(positionId, { openingId: items[0]?.id ?? "" }),
        other: (by) => by.submissions.accept(offered, {}),
        seen: async () => (await maya.positions.get(positionId)).kind,
      }
    },
    oneLater: ["PositionFilled", "open"],
    otherLater: ["done", "filled"],
  },
  {
    what: "more openings are wanted of a position whose last is filled",
    prepared: async (maya) => {
      const { offered, positionId } = await lastOpening(maya)
      return {
        one: (by) => by.positions.addOpenings(positionId, { openings: 1 }),
        other: (by) => by.submissions.accept(offered, {}),
        seen: async () => (await maya.positions.get(positionId)).kind,
      }
    },
    oneLater: ["TransitionRefused", "filled"],
    otherLater: ["done", "open"],
  },
  {
    what: "of two openings the open one is filled and the filled one free again",
    prepared: async (maya) => {
      const positionId = await desk(maya).position(2)
      const { placement } = await maya.submissions.accept(await desk(maya).offered(positionId), {})
      const offered = await desk(maya).offered(positionId)
      return {
        one: (by) => by.submissions.accept(offered, {}),
        other: (by) => by.placements.backOut(placement.id, { reason: "stays", party: "candidate" }),
        seen: async () => (await maya.positions.get(positionId)).kind,
      }
    },
    oneLater: ["done", "open"],
    otherLater: ["done", "open"],
  },
  {
    what: "somebody's only placement comes to nothing who is placed again",
    prepared: async (maya) => {
      const [candidateId, positionId] = [await desk(maya).ready(), await desk(maya).position()]
      const offer = async (id: string) => {
        const submission = await maya.submissions.shortlist({ candidateId, positionId: id })
        await maya.submissions.submit(submission.id)
        await maya.submissions.offer(submission.id, { salary: { amount: 1, currency: "EUR" }, startsOn: "2027-01-04" })
        return submission.id
      }
      const [first, second] = [await offer(positionId), await offer(await desk(maya).position())]
      const { placement } = await maya.submissions.accept(first, {})
      return {
        one: (by) => by.submissions.accept(second, {}),
        other: (by) => by.placements.backOut(placement.id, { reason: "stays", party: "candidate" }),
        seen: async () => (await maya.candidates.get(candidateId)).kind,
      }
    },
    oneLater: ["done", "placed"],
    otherLater: ["done", "placed"],
  },
  {
    what: "somebody is put on a position that is cancelled",
    prepared: async (maya) => {
      const positionId = await desk(maya).position(1)
      const candidateId = await desk(maya).ready()
      return {
        one: (by) => by.submissions.shortlist({ candidateId, positionId }),
        other: (by) => by.positions.cancel(positionId, { reason: "no budget" }),
        seen: kindsOn(maya, positionId),
      }
    },
    oneLater: ["PositionNotOpen", []],
    otherLater: ["done", ["closedOut"]],
  },
  {
    what: "somebody of another agency comes to a position that is cancelled",
    prepared: async (maya) => {
      const [positionId, one] = [await desk(maya).position(1), await stranger()]
      const { clientId } = await maya.positions.get(positionId)
      const as = { clients: { [one.clientId]: clientId }, positions: { [one.positionId]: positionId } }
      return {
        one: (by) => bring(by, one, as),
        other: (by) => by.positions.cancel(positionId, { reason: "no budget" }),
        seen: kindsOn(maya, positionId),
      }
    },
    oneLater: ["PositionNotOpen", []],
    otherLater: ["done", ["closedOut"]],
  },
  {
    what: "more openings are wanted of a position that is cancelled",
    prepared: async (maya) => {
      const positionId = await desk(maya).position(1)
      return {
        one: (by) => by.positions.addOpenings(positionId, { openings: 1 }),
        other: (by) => by.positions.cancel(positionId, { reason: "no budget" }),
        seen: async () => (await maya.positions.openings.list({ where: { positionId } })).items.map(({ kind }) => kind),
      }
    },
    oneLater: ["TransitionRefused", ["cancelled"]],
    otherLater: ["done", ["cancelled", "cancelled"]],
  },
  {
    what: "a closed position is taken up again on which a placement comes to nothing",
    prepared: async (maya) => {
      const positionId = await desk(maya).position(2)
      const { placement } = await maya.submissions.accept(await desk(maya).offered(positionId), {})
      await maya.positions.close(positionId, {})
      return {
        one: (by) => by.positions.reopen(positionId, { reason: "again" }),
        other: (by) => by.placements.backOut(placement.id, { reason: "stays", party: "candidate" }),
        seen: async () => (await maya.positions.openings.list({ where: { positionId } })).items.map(({ kind }) => kind),
      }
    },
    oneLater: ["done", ["open", "open"]],
    otherLater: ["done", ["open", "open"]],
  },
  {
    what: "an interview is scheduled with somebody who is rejected",
    prepared: async (maya) => {
      const id = await desk(maya).submitted()
      await maya.submissions.scheduleInterview(id, { at: "2030-01-01T10:00:00Z" })
      return {
        one: (by) => by.submissions.scheduleInterview(id, { at: "2030-01-02T10:00:00Z" }),
        other: (by) => by.submissions.reject(id, { reason: "too junior" }),
        seen: async () => (await maya.interviews.list({ where: { submissionId: id } })).items.map(({ kind }) => kind),
      }
    },
    oneLater: ["TransitionRefused", ["cancelled"]],
    otherLater: ["done", ["cancelled", "cancelled"]],
  },
  {
    what: "an offer is drafted for somebody who is rejected",
    prepared: async (maya) => {
      const id = await desk(maya).submitted()
      return {
        one: (by) => by.offers.draft({ submissionId: id, salary: { amount: 1, currency: "EUR" } }),
        other: (by) => by.submissions.reject(id, { reason: "too junior" }),
        seen: async () => (await maya.offers.list({ where: { submissionId: id } })).items.map(({ kind }) => kind),
      }
    },
    oneLater: ["TransitionRefused", []],
    otherLater: ["done", ["superseded"]],
  },
  {
    what: "somebody comes back under a consent that is revoked",
    prepared: async (maya) => {
      const { id, revoke } = await signed(maya, 1)
      const positionId = await desk(maya).position()
      const submission = await maya.submissions.shortlist({ candidateId: id, positionId })
      await maya.submissions.submit(submission.id)
      await maya.submissions.withdraw(submission.id, { reason: "moved away" })
      return {
        one: (by) => by.submissions.restore(submission.id, {}),
        other: revoke(0),
        seen: kindsOn(maya, positionId),
      }
    },
    oneLater: ["ConsentRequired", ["withdrawn"]],
    otherLater: ["done", ["submitted"]],
  },
  {
    what: "somebody is put on a position who is erased",
    prepared: async (maya) => {
      const [candidateId, positionId] = [await desk(maya).ready(), await desk(maya).position()]
      return {
        one: (by) => by.submissions.shortlist({ candidateId, positionId }),
        other: (by) => by.candidates.erase(candidateId, { reason: "asked to" }),
        seen: kindsOn(maya, positionId),
      }
    },
    oneLater: ["CandidateNotReady", []],
    otherLater: null,
  },
  {
    what: "two consents are revoked, each of which would have been enough",
    prepared: async (maya) => {
      const { id, revoke } = await signed(maya, 2)
      return { one: revoke(0), other: revoke(1), seen: async () => (await maya.candidates.get(id)).kind }
    },
    oneLater: ["done", "screened"],
    otherLater: ["done", "screened"],
  },
  {
    what: "a consent is signed and the only other revoked",
    prepared: async (maya) => {
      const { id, revoke, sign } = await signed(maya, 1)
      return { one: sign, other: revoke(0), seen: async () => (await maya.candidates.get(id)).kind }
    },
    oneLater: ["done", "ready"],
    otherLater: ["done", "ready"],
  },
  {
    what: "somebody signs who is being screened",
    prepared: async (maya) => {
      const id = await desk(maya).candidate()
      return {
        one: (by) => by.candidates.signConsent(id, { document: form() }),
        other: (by) => by.candidates.screen(id, { outcome: "passed" }),
        seen: async () => (await maya.candidates.get(id)).kind,
      }
    },
    oneLater: ["done", "ready"],
    otherLater: ["done", "ready"],
  },
  {
    what: "somebody is submitted whose consent is revoked",
    prepared: async (maya) => {
      const { id, revoke } = await signed(maya, 1)
      const positionId = await desk(maya).position()
      const submission = await maya.submissions.shortlist({ candidateId: id, positionId })
      let affected = 0
      return {
        one: (by) => by.submissions.submit(submission.id),
        other: async (by) => {
          affected = (await revoke(0)(by)).affected.length
        },
        seen: async () => [await kindsOn(maya, positionId)(), affected],
      }
    },
    oneLater: ["ConsentRequired", [["shortlisted"], 0]],
    otherLater: ["done", [["submitted"], 1]],
  },
  {
    what: "somebody is submitted whose consent goes back to another with an unmerge",
    prepared: async (maya) => {
      const [from, into] = [await desk(maya).ready(), await desk(maya).screened()]
      await maya.candidates.merge(from, { into })
      const positionId = await desk(maya).position()
      const submission = await maya.submissions.shortlist({ candidateId: into, positionId })
      return {
        one: (by) => by.submissions.submit(submission.id),
        other: (by) => by.candidates.unmerge(from, { reason: "two people" }),
        seen: kindsOn(maya, positionId),
      }
    },
    oneLater: ["ConsentRequired", ["shortlisted"]],
    otherLater: null,
  },
]

/** What a command came to: done, or the error's tag. */
export const said = (command: Promise<unknown>): Promise<string> =>
  command.then(
    () => "done",
    (error: { readonly _tag?: string }) => error._tag ?? String(error),
  )
