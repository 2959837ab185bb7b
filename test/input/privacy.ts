import * as Schema from "effect/Schema"
import * as Input from "../../src/domain/Input.js"
import { Merge } from "../../src/domain/merge/Merge.js"
import { Erase } from "../../src/domain/privacy/Erase.js"
import * as EqualOpportunity from "../../src/domain/privacy/EqualOpportunityCommands.js"
import * as Holds from "../../src/domain/privacy/HoldCommands.js"
import { on, type Samples } from "./sample.js"

const Unmerge = Schema.Struct({ reason: Input.Line })

/** Valid calls of what makes one record of two, two of one again, and none of a person. */
export const privacy: Samples = {
  "candidates.merge": [
    on({ input: Merge }, async (desk) => {
      const choose = { fields: ["email"], submissions: [] }
      return [await desk.candidate(), { into: await desk.candidate(), choose }]
    }),
  ],
  "candidates.unmerge": [
    on({ input: Unmerge }, async (desk, maya) => {
      const id = await desk.candidate()
      await maya.candidates.merge(id, { into: await desk.candidate() })
      return [id, { reason: "two people" }]
    }),
  ],
  "candidates.erase": [
    on({ input: Erase }, async (desk) => [await desk.candidate(), { reason: "asked to", source: "referral" }]),
  ],
  "candidates.hold": [on(Holds.hold, async (desk) => [await desk.candidate(), { reason: "lawsuit" }])],
  "candidates.releaseHold": [
    on(Holds.release, async (desk, maya) => {
      const id = await desk.candidate()
      const { id: holdId } = await maya.candidates.hold(id, { reason: "lawsuit" })
      return [id, { holdId }]
    }),
  ],
  "clients.contacts.erase": [
    on({ input: Erase }, async (desk) => [
      await desk.contact(await desk.client()),
      { reason: "asked to", source: "referral" },
    ]),
  ],
  "clients.contacts.hold": [
    on(Holds.holdContact, async (desk) => [await desk.contact(await desk.client()), { reason: "lawsuit" }]),
  ],
  "clients.contacts.releaseHold": [
    on(Holds.releaseContact, async (desk, maya) => {
      const id = await desk.contact(await desk.client())
      const { id: holdId } = await maya.clients.contacts.hold(id, { reason: "lawsuit" })
      return [id, { holdId }]
    }),
  ],
  "clients.contacts.merge": [
    on({ input: Merge }, async (desk) => {
      const clientId = await desk.client()
      const choose = { fields: ["email"], submissions: [] }
      return [await desk.contact(clientId), { into: await desk.contact(clientId), choose }]
    }),
  ],
  "clients.contacts.unmerge": [
    on({ input: Unmerge }, async (desk, maya) => {
      const clientId = await desk.client()
      const id = await desk.contact(clientId)
      await maya.clients.contacts.merge(id, { into: await desk.contact(clientId) })
      return [id, { reason: "two people" }]
    }),
  ],
  "privacy.recordEqualOpportunity": [
    on(EqualOpportunity.record, async (desk) => [await desk.candidate(), { answers: { gender: "female" } }]),
  ],
  "privacy.forgetEqualOpportunity": [
    on(EqualOpportunity.forget, async (desk, maya) => {
      const id = await desk.candidate()
      await maya.privacy.recordEqualOpportunity(id, { answers: { gender: "female" } })
      return [id, {}]
    }),
  ],
  "clients.merge": [
    on({ input: Merge }, async (desk) => {
      const choose = { fields: ["website"], submissions: [] }
      return [await desk.client(), { into: await desk.client(), choose }]
    }),
  ],
  "clients.unmerge": [
    on({ input: Unmerge }, async (desk, maya) => {
      const id = await desk.client()
      await maya.clients.merge(id, { into: await desk.client() })
      return [id, { reason: "two companies" }]
    }),
  ],
}
