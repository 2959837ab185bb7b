import * as Candidates from "../../src/domain/candidate/Commands.js"
import * as Consents from "../../src/domain/candidate/ConsentCommands.js"
import * as Confirming from "../../src/domain/candidate/ResumeCommands.js"
import * as Clients from "../../src/domain/client/Commands.js"
import * as Contacts from "../../src/domain/client/ContactCommands.js"
import * as Documents from "../../src/domain/document/Commands.js"
import * as Notes from "../../src/domain/note/Commands.js"
import * as Opportunities from "../../src/domain/opportunity/Commands.js"
import type { Client } from "../../src/index.js"
import { type Desk, form } from "../faults/desk.js"
import { of, on, type Samples } from "./sample.js"

const money = { amount: 9_000_000, currency: "EUR" }
const customFields = { shoe: "42", "years abroad": 3, remote: true, badge: null }

const person = {
  name: "Zoë Özil",
  email: "zoe@example.com",
  phone: "+49 30 1",
  location: "Berlin",
  willingToRelocate: true,
  skills: ["sql"],
  tags: ["vip"],
  links: ["https://example.com"],
  salaryExpectation: money,
  availableFrom: "2027-01-04",
  employment: [{ title: "Baker", employer: "Oven", location: null, start: "2019-03", end: null, current: true }],
  education: [{ institution: "TU", degree: "BSc", field: "Physics", start: "2012", end: "2016-07-01" }],
  languages: [{ language: "de", level: "native" }],
  preferences: { workplaces: ["remote"], engagements: ["permanent"], note: "No nights." },
  source: "referral",
  owner: "maya",
  customFields,
} as const

const company = {
  name: "Acme",
  website: "https://acme.test",
  industry: "steel",
  location: "Linz",
  owner: "maya",
  tags: ["key"],
  fee: { kind: "retainer", currency: "EUR", parts: [{ name: "signing", amount: 100 }] },
  customFields,
} as const

const contact = { name: "Lena", email: "lena@acme.test", phone: "1", title: "CTO", customFields }
const why = { reason: "asked to", stage: "inactive" }

const requested = async (desk: Desk, maya: Client): Promise<{ readonly id: string; readonly consentId: string }> => {
  const id = await desk.ready()
  const consent = await maya.candidates.requestConsent(id, {})
  return { id, consentId: consent.id }
}

/** Valid calls of every command on candidates, clients, opportunities, notes and documents. */
export const people: Samples = {
  "candidates.create": [of(Candidates.create, async () => person)],
  "candidates.update": [on(Candidates.update, async (desk) => [await desk.candidate(), person])],
  "candidates.confirmResume": [
    of(Confirming.confirmNew, async () => ({ profile: person, document: form(), text: "Baker." })),
    on(Confirming.confirmKnown, async (desk) => [
      await desk.candidate(),
      { profile: { location: "Graz" }, document: form(), text: "Baker." },
    ]),
  ],
  "candidates.startScreening": [
    on(Candidates.startScreening, async (desk) => [await desk.candidate(), { stage: "screening" }]),
  ],
  "candidates.screen": [
    on(Candidates.screen, async (desk) => [
      await desk.candidate(),
      {
        outcome: "passed" as const,
        takeaways: "Wants remote.",
        skills: ["sql"],
        salaryExpectation: money,
        location: "Graz",
        willingToRelocate: false,
        stage: "screened",
      },
    ]),
  ],
  "candidates.requestConsent": [
    on(Consents.requestConsent, async (desk, maya) => {
      const position = await maya.positions.get(await desk.position())
      return [
        await desk.ready(),
        { purpose: "represent" as const, clientId: position.clientId, positionId: position.id },
      ]
    }),
  ],
  "candidates.signConsent": [
    on(
      Consents.signConsent,
      async (desk, maya) => {
        const position = await maya.positions.get(await desk.position())
        const { id, consentId } = await requested(desk, maya)
        return [
          id,
          {
            purpose: "represent" as const,
            clientId: position.clientId,
            positionId: position.id,
            consentId,
            document: { ...form(), mediaType: "application/pdf" },
            expiresAt: "2100-01-01T00:00:00Z",
          },
        ]
      },
      "documentId",
    ),
    on(
      Consents.signConsent,
      async (desk) => [await desk.screened(), { documentId: await desk.document() }],
      "purpose",
      "clientId",
      "positionId",
      "consentId",
      "document",
      "expiresAt",
    ),
  ],
  "candidates.denyConsent": [
    on(Consents.denyConsent, async (desk, maya) => {
      const { id, consentId } = await requested(desk, maya)
      return [id, { consentId, reason: "not now" }]
    }),
  ],
  "candidates.revokeConsent": [
    on(Consents.revokeConsent, async (desk, maya) => {
      const id = await desk.screened()
      const { consent } = await maya.candidates.signConsent(id, { document: form() })
      return [id, { consentId: consent.id, reason: "changed his mind" }]
    }),
  ],
  "candidates.deactivate": [on(Candidates.deactivate, async (desk) => [await desk.candidate(), why])],
  "candidates.reactivate": [
    on(Candidates.reactivate, async (desk, maya) => {
      const id = await desk.candidate()
      await maya.candidates.deactivate(id, {})
      return [id, { stage: "new" }]
    }),
  ],
  "candidates.markDoNotUse": [
    on(Candidates.markDoNotUse, async (desk) => [await desk.candidate(), { reason: "fraud", stage: "doNotUse" }]),
  ],
  "candidates.release": [
    on(Candidates.release, async (desk) => [(await desk.accepted()).candidate.id, { stage: "ready" }]),
  ],
  "candidates.move": [on(Candidates.move, async (desk) => [await desk.candidate(), { stage: "new" }])],

  "clients.create": [
    of(Clients.create, async () => company),
    of(Clients.create, async () => ({ ...company, fee: { kind: "flat" as const, amount: 100, currency: "EUR" } })),
    of(Clients.create, async () => ({ ...company, fee: { kind: "percent" as const, percent: 20 } })),
  ],
  "clients.update": [on(Clients.update, async (desk) => [await desk.client(), company])],
  "clients.activate": [on(Clients.activate, async (desk) => [await desk.client(), { stage: "active" }])],
  "clients.retire": [
    on(Clients.retire, async (desk, maya) => {
      const id = await desk.client()
      await maya.clients.activate(id, {})
      return [id, { reason: "no need", stage: "former" }]
    }),
  ],
  "clients.markDoNotWork": [
    on(Clients.markDoNotWork, async (desk) => [await desk.client(), { reason: "never pays", stage: "doNotWork" }]),
  ],
  "clients.reinstate": [
    on(Clients.reinstate, async (desk, maya) => {
      const id = await desk.client()
      await maya.clients.markDoNotWork(id, { reason: "never pays" })
      return [id, { stage: "prospect" }]
    }),
  ],
  "clients.move": [on(Clients.move, async (desk) => [await desk.client(), { stage: "prospect" }])],
  "clients.addContact": [on(Contacts.addContact, async (desk) => [await desk.client(), contact])],
  "clients.updateContact": [
    on(Contacts.updateContact, async (desk) => [
      await desk.contact(await desk.client()),
      { ...contact, name: "Lena Ruiz-Ott" },
    ]),
  ],

  "clients.linkContact": [
    on(Contacts.linkContact, async (desk) => [
      await desk.contact(await desk.client()),
      { candidateId: await desk.candidate() },
    ]),
  ],

  "opportunities.create": [
    of(Opportunities.create, async (desk) => ({
      clientId: await desk.client(),
      title: "Retainer",
      value: money,
      owner: "maya",
      customFields,
      stage: "Proposal",
    })),
  ],
  "opportunities.update": [
    on(Opportunities.update, async (desk) => [
      await desk.opportunity(),
      { title: "More", value: money, owner: "eve", customFields },
    ]),
  ],
  "opportunities.move": [on(Opportunities.move, async (desk) => [await desk.opportunity(), { stage: "Negotiation" }])],
  "opportunities.win": [on(Opportunities.win, async (desk) => [await desk.opportunity(), {}])],
  "opportunities.lose": [on(Opportunities.lose, async (desk) => [await desk.opportunity(), { reason: "price" }])],
  "opportunities.cancel": [on(Opportunities.cancel, async (desk) => [await desk.opportunity(), { reason: "frozen" }])],
  "opportunities.reopen": [
    on(Opportunities.reopen, async (desk, maya) => {
      const id = await desk.opportunity()
      await maya.opportunities.lose(id, { reason: "price" })
      return [id, { reason: "came back" }]
    }),
  ],

  "notes.write": [
    of(Notes.write, async (desk) => ({
      body: "Called.",
      action: "call" as const,
      about: [await desk.candidate()] as const,
    })),
  ],
  "notes.edit": [
    on(Notes.edit, async (desk) => [
      await desk.note(),
      { body: "Called twice.", about: [await desk.client()] as const },
    ]),
  ],
  "notes.comment": [on(Notes.comment, async (desk) => [await desk.note(), { body: "Agreed." }])],
  "documents.attach": [
    of(Documents.attach, async (desk) => ({
      ...form(),
      mediaType: "application/pdf",
      category: "resume" as const,
      text: "Baker.",
      about: [await desk.candidate()] as const,
    })),
  ],
  "documents.update": [
    on(Documents.update, async (desk) => [
      await desk.document(),
      { category: "contract" as const, about: [await desk.candidate()] as const },
    ]),
  ],
}
