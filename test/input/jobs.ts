import * as Placements from "../../src/domain/placement/Commands.js"
import * as Positions from "../../src/domain/position/Commands.js"
import * as NewPositions from "../../src/domain/position/Create.js"
import type { Client } from "../../src/index.js"
import type { Desk } from "../faults/desk.js"
import { of, on, type Samples } from "./sample.js"

const customFields = { floor: 3 }

const job = {
  title: "Senior Developer",
  description: "All of it.",
  location: "Graz",
  skills: ["sql"],
  tags: ["urgent"],
  salary: { min: 1, max: 2, currency: "EUR" },
  fee: { kind: "percent", percent: 20 },
  guaranteeDays: 90,
  remedy: "refund",
  splits: [
    { actor: "maya", role: "recruiter", percent: 60 },
    { actor: "eve", role: "owner", percent: 40 },
  ],
  owner: "maya",
  customFields,
} as const

const listed = async (desk: Desk) => {
  const clientId = await desk.client()
  return { ...job, clientId, contactIds: [await desk.contact(clientId)] }
}

const order = (stage: string) => async (desk: Desk, maya: Client) => {
  const { clientId, ...rest } = await listed(desk)
  const opportunity = await maya.opportunities.create({ clientId, title: "Retainer" })
  return { ...rest, clientId, opportunityId: opportunity.id, openings: 3, stage }
}

const drafted = async (desk: Desk, maya: Client): Promise<string> => (await maya.positions.draft(await listed(desk))).id

const covered = async (desk: Desk, maya: Client): Promise<string> => {
  const id = await desk.position()
  await maya.positions.cover(id, {})
  return id
}

const held = async (desk: Desk, maya: Client): Promise<string> => {
  const id = await desk.position()
  await maya.positions.hold(id, {})
  return id
}

const lost = async (desk: Desk, maya: Client): Promise<string> => {
  const id = await desk.position()
  await maya.positions.lose(id, { reason: "elsewhere" })
  return id
}

const why = (stage: string) => ({ reason: "the client said so", stage })
const end = { reason: "left", party: "candidate", note: "He moved away." } as const

/** Valid calls of every command on positions and placements. */
export const jobs: Samples = {
  "positions.open": [
    of(NewPositions.open, order("open")),
    on(Positions.release, async (desk, maya) => [await drafted(desk, maya), { stage: "open" }]),
  ],
  "positions.draft": [of(NewPositions.draft, order("draft"))],
  "positions.update": [
    on(Positions.update, async (desk, maya) => {
      const id = await drafted(desk, maya)
      const { clientId } = await maya.positions.get(id)
      return [id, { ...job, title: "Developer", contactIds: [await desk.contact(clientId)] }]
    }),
  ],
  "positions.cover": [on(Positions.cover, async (desk) => [await desk.position(), { stage: "covered" }])],
  "positions.uncover": [on(Positions.uncover, async (desk, maya) => [await covered(desk, maya), { stage: "open" }])],
  "positions.hold": [on(Positions.hold, async (desk) => [await desk.position(), why("onHold")])],
  "positions.resume": [on(Positions.resume, async (desk, maya) => [await held(desk, maya), { stage: "open" }])],
  "positions.lose": [on(Positions.lose, async (desk) => [await desk.position(), why("lost")])],
  "positions.cancel": [on(Positions.cancel, async (desk) => [await desk.position(), why("cancelled")])],
  "positions.close": [on(Positions.close, async (desk) => [await desk.position(), why("closed")])],
  "positions.reopen": [
    on(Positions.reopen, async (desk, maya) => [await lost(desk, maya), { ...why("open"), openings: 2 }]),
  ],
  "positions.move": [on(Positions.move, async (desk) => [await desk.position(), { stage: "open" }])],
  "positions.addOpenings": [on(Positions.addOpenings, async (desk) => [await desk.position(), { openings: 2 }])],
  "positions.cancelOpening": [
    on(Positions.cancelOpening, async (desk, maya) => {
      const id = await desk.position()
      const [opening] = (await maya.positions.openings.list({ where: { positionId: id } })).items
      return [id, { openingId: opening?.id ?? "", reason: "one head less" }]
    }),
  ],

  "placements.start": [
    on(Placements.start, async (desk) => [await desk.placement(), { on: "2027-01-05", stage: "started" }]),
  ],
  "placements.complete": [on(Placements.complete, async (desk) => [await desk.started(), { stage: "completed" }])],
  "placements.backOut": [on(Placements.backOut, async (desk) => [await desk.placement(), end])],
  "placements.fallOff": [
    on(Placements.fallOff, async (desk) => [
      await desk.started(),
      { ...end, stage: "fellOff", on: "2027-01-10", remedy: "replace" as const },
    ]),
  ],
  "placements.terminate": [
    on(Placements.terminate, async (desk) => [await desk.started(), { ...end, stage: "terminated", on: "2028-01-10" }]),
  ],
}
