import type { Client } from "../../src/index.js"
import { type Clock, days } from "../../src/testing/Clock.js"

const document = { name: "consent.pdf", bytes: new TextEncoder().encode("signed") }
export const eur = (thousands: number) => ({ amount: thousands * 100_000, currency: "EUR" })
const range = (from: number, to: number) => ({ min: from * 100_000, max: to * 100_000, currency: "EUR" })

const job = (title: string) => ({ title, employer: "Somewhere", start: "2022-01", current: true })
const remote = { workplaces: ["remote"] } as const

type Person = Omit<Parameters<Client["candidates"]["create"]>[0], "name">

/** Whom the agency knows, the ready ones first. */
const people = {
  // Ready, under a consent for every client.
  Ada: {
    skills: ["TypeScript 6y", "PostgreSQL 5y", "React 4y"],
    employment: [job("Senior Software Engineer")],
    location: "Berlin",
    salaryExpectation: eur(85),
    availableFrom: "2026-12-01",
  },
  Bo: {
    skills: ["TS 5y", "Postgres 2y", "React 3y"],
    employment: [job("Senior Developer")],
    location: "Potsdam",
    salaryExpectation: eur(90),
    availableFrom: "2027-01-15",
  },
  Cleo: {
    skills: ["TypeScript 8y", "PostgreSQL 8y", "React 8y"],
    employment: [job("Lead Engineer")],
    location: "Hamburg",
    willingToRelocate: true,
    salaryExpectation: eur(95),
    availableFrom: "2026-11-30",
  },
  Dina: {
    skills: ["TypeScript 5y", "PostgreSQL 4y", "React"],
    employment: [job("Senior Software Engineer")],
    location: "Berlin",
    salaryExpectation: eur(112),
    availableFrom: "2026-12-01",
  },
  Emil: {
    skills: ["TypeScript 2y", "React 2y"],
    employment: [job("Junior Developer")],
    location: "Berlin",
    salaryExpectation: eur(55),
    availableFrom: "2026-11-23",
  },
  Fay: {
    skills: ["TypeScript 4y", "PostgreSQL 4y", "React 4y"],
    employment: [job("Senior Developer")],
    location: "Berlin",
    salaryExpectation: eur(80),
    availableFrom: "2027-05-01",
  },
  // Nothing is known but one skill.
  Gus: { skills: ["TypeScript"] },
  Hana: { skills: ["TypeScript", "PostgreSQL", "React"] },
  Ivo: {
    skills: ["Java 9y", "PostgreSQL 9y"],
    employment: [job("Senior Java Developer")],
    location: "Berlin",
    salaryExpectation: eur(88),
    availableFrom: "2026-12-01",
  },
  Jana: {
    skills: ["TypeScript 7y", "PostgreSQL 5y", "React 5y"],
    employment: [job("Senior Software Engineer")],
    location: "Berlin",
    preferences: remote,
    salaryExpectation: eur(90),
    availableFrom: "2026-12-01",
  },
  Kai: {
    skills: ["TypeScript 5y", "PostgreSQL 4y", "React 3y"],
    employment: [job("Senior Developer")],
    location: "Munich",
    salaryExpectation: eur(90),
    availableFrom: "2026-12-01",
  },
  Lou: {
    skills: ["TypeScript 5y", "PostgreSQL 4y", "React 3y"],
    employment: [job("Senior Developer")],
    location: "Berlin",
    salaryExpectation: { amount: 9_000_000, currency: "CHF" },
    availableFrom: "2026-12-01",
  },
  Mona: {
    skills: ["TypeScript 5y", "PostgreSQL 5y", "React 5y"],
    employment: [job("Senior Developer")],
    location: "Berlin",
    salaryExpectation: eur(90),
    availableFrom: "2026-12-01",
  },
  Nils: {
    skills: ["TypeScript 5y", "PostgreSQL 5y", "React 5y"],
    employment: [job("Senior Developer")],
    location: "Berlin",
    salaryExpectation: eur(90),
    availableFrom: "2026-12-01",
  },
  Olga: {
    skills: ["Kubernetes 5y", "Go 4y", "Terraform"],
    employment: [job("Platform Engineer")],
    location: "Lisbon",
    preferences: remote,
    salaryExpectation: eur(78),
    availableFrom: "2026-12-01",
  },
  Pia: { skills: ["Salesforce", "Excel"], employment: [job("Account Manager")], location: "Berlin" },
  // Ready, and something stands against them.
  Quin: { skills: ["TypeScript 5y", "PostgreSQL 4y", "React 3y"], location: "Munich", willingToRelocate: false },
  Rosa: { skills: ["TypeScript 5y", "PostgreSQL 4y", "React 3y"], location: "Berlin" },
  Sven: { skills: ["TypeScript 5y", "PostgreSQL 4y", "React 3y"], location: "Berlin" },
  Tara: { skills: ["TypeScript 5y", "PostgreSQL 4y", "React 3y"], location: "Berlin" },
  Ugo: { skills: ["TypeScript 5y", "PostgreSQL 4y", "React 3y"], location: "Berlin" },
  Vera: { skills: ["TypeScript 5y", "PostgreSQL 4y", "React 3y"], location: "Berlin" },
  Wim: { skills: ["TypeScript 5y", "PostgreSQL 4y", "React 3y"], location: "Berlin" },
  Xena: { skills: ["TypeScript 5y", "PostgreSQL 4y", "React 3y"], location: "Berlin" },
  Yuri: { skills: ["TypeScript 5y", "PostgreSQL 4y", "React 3y"], location: "Berlin" },
  Zoe: { skills: ["TypeScript 5y", "PostgreSQL 4y", "React 3y"], location: "Berlin" },
  // Not ready, and good enough to be told of; and two who are in nobody's way.
  Abel: { skills: ["TypeScript 5y", "PostgreSQL 4y", "React 3y"], location: "Berlin" },
  Bea: { skills: ["Cobol 30y"], location: "Berlin" },
  Carl: { skills: [], location: "Berlin" },
  Dora: { skills: ["TypeScript 5y"], location: "Berlin" },
} satisfies { readonly [name: string]: Person }

export type Name = keyof typeof people
const isName = (name: string): name is Name => name in people

/** A small agency after a year, at 2026-11-23. */
export const agency = async (maya: Client, time: Clock) => {
  const clients = {
    acme: (await maya.clients.create({ name: "Acme GmbH", location: "Berlin" })).id,
    brick: (await maya.clients.create({ name: "Brick AG", location: "Munich" })).id,
    never: (await maya.clients.create({ name: "Never Ltd", location: "London" })).id,
  }
  const skills = ["TypeScript 5y", "PostgreSQL 4y", "React"]
  const positions = {
    senior: await maya.positions.open({
      clientId: clients.acme,
      title: "Senior Full-stack Developer",
      skills,
      location: "Berlin",
      salary: range(75, 95),
    }),
    platform: await maya.positions.open({
      clientId: clients.brick,
      title: "Platform Engineer",
      skills: ["Kubernetes 3y", "Go", "Terraform"],
      location: "Remote (EU)",
      salary: range(65, 80),
    }),
    earlier: await maya.positions.open({ clientId: clients.acme, title: "Developer", skills: ["TypeScript"] }),
    earlierToo: await maya.positions.open({
      clientId: clients.acme,
      title: "Developer",
      openings: 3,
      skills: ["React"],
    }),
    elsewhere: await maya.positions.open({ clientId: clients.brick, title: "Developer", skills: ["React"] }),
    banned: await maya.positions.open({ clientId: clients.never, title: "Developer", skills: ["TypeScript"] }),
  }
  await maya.clients.markDoNotWork(clients.never, { reason: "never pays" })
  const made = new Map<Name, string>()
  for (const [name, person] of Object.entries<Person>(people))
    if (isName(name)) made.set(name, (await maya.candidates.create({ name, ...person })).id)
  const id = (name: Name): string => made.get(name) ?? ""
  const screen = (name: Name) => maya.candidates.screen(id(name), { outcome: "passed" })
  const consent = (name: Name, scope: object = {}) => maya.candidates.signConsent(id(name), { document, ...scope })
  const submit = async (name: Name, positionId: string) => {
    const tried = await maya.submissions.shortlist({ candidateId: id(name), positionId })
    await maya.submissions.submit(tried.id)
    return tried.id
  }
  for (const name of made.keys()) if (name !== "Abel" && name !== "Dora") await screen(name)
  for (const name of made.keys()) {
    if (name === "Abel" || name === "Dora" || name === "Rosa") continue
    if (name === "Sven") await consent(name, { clientId: clients.brick })
    else if (name === "Tara") await consent(name, { expiresAt: new Date(time.now() + 30 * days) })
    else if (name === "Ugo") await consent(name, { positionId: positions.senior.id })
    else await consent(name)
  }
  time.advance(31 * days)
  // Mona was turned down by this client; Nils and Zoe start elsewhere and are in nobody's reach.
  await maya.submissions.reject(await submit("Mona", positions.earlier.id), { party: "client", reason: "too quiet" })
  const nils = await submit("Nils", positions.earlierToo.id)
  await maya.submissions.offer(nils, { salary: eur(80), startsOn: "2026-12-28" })
  await maya.submissions.accept(nils, {})
  const zoe = await submit("Zoe", positions.elsewhere.id)
  await maya.submissions.offer(zoe, { salary: eur(80), startsOn: "2026-12-28" })
  await maya.submissions.accept(zoe, {})
  await submit("Vera", positions.senior.id)
  await maya.submissions.reject(await submit("Wim", positions.senior.id), { party: "client", reason: "no" })
  await maya.candidates.deactivate(id("Xena"), { reason: "has a child" })
  await maya.candidates.markDoNotUse(id("Yuri"), { reason: "lied" })
  return { positions, id }
}
