import { describe, expect, test } from "vitest"
import type { Client } from "../../index.js"
import { clock, days } from "../Clock.js"
import { everything } from "../Everything.js"
import type { Fixture } from "../Fixture.js"

const document = { name: "consent.pdf", bytes: new Uint8Array([1]) }
const salary = { amount: 9_000_000, currency: "EUR" }

/** An agency in the middle of its work, and every refusal that a caller can meet in it. */
const situation = async (maya: Client) => {
  const { id: clientId } = await maya.clients.create({ name: "Acme" })
  const { id: banned } = await maya.clients.create({ name: "Banned" })
  await maya.clients.markDoNotWork(banned, { reason: "never paid" })
  const { id: positionId } = await maya.positions.open({ clientId, title: "Dev" })
  const { id: held } = await maya.positions.open({ clientId, title: "Held" })
  await maya.positions.hold(held, { reason: "budget" })
  const person = async (name: string, ready: boolean) => {
    const { id } = await maya.candidates.create({ name })
    if (!ready) return id
    await maya.candidates.screen(id, { outcome: "passed" })
    await maya.candidates.signConsent(id, { document })
    return id
  }
  const [ada, eve, raw] = [await person("Ada", true), await person("Eve", true), await person("Raw", false)]
  const put = async (candidateId: string) => (await maya.submissions.shortlist({ candidateId, positionId })).id
  const [first, second, early] = [await put(ada), await put(eve), await put(raw)]
  for (const id of [first, second]) await maya.submissions.submit(id)
  await maya.submissions.offer(first, { salary })
  const fresh = await person("Fresh", false)
  return { fresh, clientId, banned, positionId, held, ada, eve, raw, first, second, early }
}

type Situation = Awaited<ReturnType<typeof situation>>
type Act<A = unknown> = (maya: Client, at: Situation) => Promise<A>
type Refused = readonly [tag: string, what: string, run: Act, prepare?: Act]

const started: Act = async (maya, { first }) => {
  const { placement } = await maya.submissions.accept(first, { startsOn: "2026-11-23" })
  await maya.placements.start(placement.id)
}

const refusals: ReadonlyArray<Refused> = [
  ["InvalidInput", "an empty name", (maya) => maya.candidates.create({ name: " " })],
  ["InvalidInput", "NUL in a note", (maya, { ada }) => maya.notes.write({ body: "a\0b", about: [ada] })],
  ["InvalidInput", "a lone surrogate in a name", (maya) => maya.clients.create({ name: "a\ud800" })],
  ["InvalidInput", "a stage that is none", (maya, { ada }) => maya.candidates.move(ada, { stage: "Typo" })],
  ["InvalidInput", "a command in the future", (maya) => maya.clients.create({ name: "A" }, { at: Date.UTC(2199, 0) })],
  [
    "InvalidInput",
    "a back-dating before the last move",
    (maya, { ada }) => maya.candidates.deactivate(ada, {}, { at: 0 }),
  ],
  ["InvalidInput", "fields that are none", (maya) => maya.candidates.create(JSON.parse('{"name":"A","__proto__":{}}'))],
  ["NotFound", "an id that nobody has", (maya) => maya.candidates.deactivate("cand_none")],
  ["NotFound", "an id of another noun", (maya, { ada }) => maya.clients.retire(ada)],
  ["NotFound", "a client that is none", (maya) => maya.positions.open({ clientId: "client_none", title: "x" })],
  ["NotFound", "a note about nobody", (maya, { ada }) => maya.notes.write({ body: "x", about: [ada, "cand_none"] })],
  ["TransitionRefused", "accepting without an offer", (maya, { second }) => maya.submissions.accept(second)],
  [
    "CandidateNotReady",
    "submitting somebody unscreened under consent",
    (maya, { early }) => maya.submissions.submit(early),
    (maya, { raw }) => maya.candidates.signConsent(raw, { document }),
  ],
  ["ConsentRequired", "submitting without consent", (maya, { early }) => maya.submissions.submit(early)],
  [
    "AlreadySubmitted",
    "the same pair again",
    (maya, { ada: candidateId, positionId }) => maya.submissions.shortlist({ candidateId, positionId }),
  ],
  [
    "PositionNotOpen",
    "a position on hold",
    (maya, { ada, held }) => maya.submissions.shortlist({ candidateId: ada, positionId: held }),
  ],
  ["OpeningsReserved", "one offer too many", (maya, { second }) => maya.submissions.offer(second, { salary })],
  [
    "ClientOffLimits",
    "a position of a banned client",
    (maya, { banned }) => maya.positions.open({ clientId: banned, title: "x" }),
  ],
  [
    "PositionFilled",
    "a position that is filled",
    (maya, { fresh: candidateId, positionId }) => maya.submissions.shortlist({ candidateId, positionId }),
    (maya, { first }) => maya.submissions.accept(first, { startsOn: "2027-01-04" }),
  ],
  [
    "GuaranteeRefused",
    "a termination inside the guarantee",
    async (maya) => {
      const { items } = await maya.placements.list()
      return maya.placements.terminate(items[0]?.id ?? "", { reason: "left", party: "candidate" })
    },
    started,
  ],
  [
    "CorrectionRefused",
    "a correction that others rest on",
    async (maya, { ada }) => {
      const [entry] = await maya.candidates.history(ada)
      return maya.ledger.correct(entry?.id ?? "", { reason: "x" })
    },
  ],
  [
    "Conflict",
    "another version than expected",
    (maya, { ada }) => maya.candidates.update(ada, { name: "x" }, { expectedVersion: 99 }),
  ],
  [
    "IdempotencyKeyReused",
    "a key of another command",
    (maya) => maya.clients.create({ name: "B" }, { idempotencyKey: "k" }),
    (maya) => maya.clients.create({ name: "A" }, { idempotencyKey: "k" }),
  ],
]

export const refusing = (fixture: Fixture) =>
  describe("a refusal", () => {
    test.each(refusals.map(([tag, what, run, prepare]) => ({ tag, what, run, prepare })))(
      "$tag for $what leaves everything as it was",
      async ({ tag, run, prepare }) => {
        const time = clock()
        const workspace = fixture.workspace()
        const crm = await fixture.opened().crm({ now: time.now })
        const maya = crm.workspace(workspace).as("maya")
        const at = await situation(maya)
        await prepare?.(maya, at)
        time.advance(days)
        const before = await everything(fixture.opened(), workspace)
        await expect(run(maya, at)).rejects.toMatchObject({ _tag: tag })
        expect(await everything(fixture.opened(), workspace)).toEqual(before)
      },
    )
  })
