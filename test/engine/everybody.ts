import * as fc from "fast-check"
import { dayOf } from "../../src/domain/Calendar.js"
import type { Client as Organization } from "../../src/domain/client/Client.js"
import type { Position } from "../../src/domain/position/Position.js"
import type { Client } from "../../src/index.js"
import { byPoints, match } from "../../src/matching/Match.js"
import { attemptsOf } from "../../src/matching/Past.js"
import { profileOf, type Reading, roleOf } from "../../src/matching/Profile.js"
import { reasons } from "../../src/matching/RulingOut.js"
import { make } from "../../src/matching/Spelling.js"
import * as Weights from "../../src/matching/Weights.js"
import * as Cities from "../../src/search/Cities.js"
import { clock } from "../../src/testing/Clock.js"
import type { Opened } from "../../src/testing/Opened.js"

const aliases = [["TypeScript", "TS"]]
const reading: Reading = { spelling: make(aliases), locate: Cities.locate }
const document = { name: "consent.pdf", bytes: new TextEncoder().encode("signed") }

const skill = fc
  .tuple(fc.constantFrom("A", "B", "C", "D", "E", "F", "ts", "TypeScript"), fc.constantFrom("", "", " 2y", " 5y"))
  .map(([name, years]) => name + years)
const place = fc.constantFrom(null, "Berlin", "Munich", "Potsdam", "Remote")

const person = fc.record({
  skills: fc.array(skill, { maxLength: 6 }),
  location: place,
  willingToRelocate: fc.constantFrom(null, true, false),
  salary: fc.option(fc.integer({ min: 80, max: 260 })),
  stage: fc.constantFrom("new", "screened", "ready", "ready", "ready", "ready", "scoped", "away"),
})
const role = fc.record({
  skills: fc.subarray(["A", "B 5y", "C", "D", "E 2y", "F", "TS"]),
  title: fc.constantFrom("Senior Developer", "Developer"),
  location: place,
  hasSalary: fc.boolean(),
})
const asking = fc.record({
  role: fc.nat(5),
  limit: fc.integer({ min: 1, max: 2 }),
  scored: fc.integer({ min: 2, max: 25 }),
  weights: fc.constantFrom<Weights.Changes>(
    {},
    { skills: 0 },
    { skills: 500 },
    { skills: 1000 },
    { skills: 1000, past: 0 },
  ),
})

const agency = fc.record({
  people: fc.array(person, { minLength: 40, maxLength: 40 }),
  roles: fc.array(role, { minLength: 6, maxLength: 6 }),
})
type Agency = typeof agency extends fc.Arbitrary<infer A> ? A : never

const build = async (maya: Client, { people, roles }: Agency) => {
  const clients = [await maya.clients.create({ name: "Acme" }), await maya.clients.create({ name: "Other" })]
  const positions = []
  for (const [n, { hasSalary, location, skills, title }] of roles.entries())
    positions.push(
      await maya.positions.open({
        clientId: clients[n % 2]?.id ?? "",
        title,
        skills,
        location,
        ...(hasSalary ? { salary: { min: 100, max: 200, currency: "EUR" } } : {}),
      }),
    )
  for (const [n, { location, salary, skills, stage, willingToRelocate }] of people.entries()) {
    const salaryExpectation = salary === null ? null : { amount: salary, currency: "EUR" }
    const about = { skills, location, willingToRelocate, salaryExpectation }
    const { id } = await maya.candidates.create({ name: `Person ${n}`, ...about })
    if (stage !== "new") await maya.candidates.screen(id, { outcome: "passed" })
    const scope = stage === "scoped" ? { clientId: clients[n % 2]?.id ?? "" } : {}
    if (stage !== "new" && stage !== "screened") await maya.candidates.signConsent(id, { document, ...scope })
    if (stage === "away") await maya.candidates.deactivate(id, {})
    const positionId = positions[n % 6]?.id
    if (stage === "ready" && n % 3 === 0 && positionId !== undefined) {
      const tried = await maya.submissions.shortlist({ candidateId: id, positionId })
      await maya.submissions.submit(tried.id)
      if (n % 2 === 0) await maya.submissions.reject(tried.id, { reason: "no", party: "client" })
    }
  }
  return positions
}

/** Every candidate of the agency with what a match depends on, as its own records say. */
const everybody = async (maya: Client) => {
  const { items } = await maya.candidates.list({ limit: 200 })
  return Promise.all(
    items.map(async (candidate) => {
      const { attempts, consents } = await maya.candidates.profile(candidate.id)
      return {
        candidate,
        consents: consents.map(({ consent }) => consent),
        submissions: attempts.map(({ submission }) => submission),
      }
    }),
  )
}

type Everybody = Awaited<ReturnType<typeof everybody>>

/** Whom a position is suggested where nobody is left out, the best first. */
const whole = (people: Everybody, position: Position, client: Organization, weights: Weights.Changes, at: string) => {
  const settings = { attemptsAllowed: null, whenPlaced: "warn" } as const
  const role = roleOf(position, reading)
  return people
    .flatMap(({ candidate, consents, submissions }) => {
      const profile = profileOf(candidate, reading)
      const names = profile.skills.map(({ name }) => name)
      if (role.skills.length > 0 && !role.skills.some(({ name }) => names.includes(name))) return []
      const circumstances = { commuteKm: 100, today: dayOf(at), attempts: attemptsOf(submissions, []) }
      const { known, points, terms } = match(profile, role, circumstances, Weights.of(weights))
      const because = terms.find(({ term }) => term === "location")?.because
      const location = because !== undefined && "isTooFar" in because ? because : { km: null, isTooFar: false }
      const against = reasons({ at, settings, candidate, consents, client, submissions, role, location })
      return against.length === 0 ? [{ record: candidate, known, points }] : []
    })
    .sort(byPoints)
}

const told = (all: ReadonlyArray<{ readonly points: number; readonly record: { readonly id: string } }>) =>
  all.map(({ points, record }) => `${points} ${record.id}`)

export interface Asked {
  /** What was said to be complete and is not what scoring everybody gives. */
  readonly wrong: ReadonlyArray<object>
  /** How many answers were said to be complete though not everybody was scored, and how many were not. */
  readonly proved: number
  readonly open: number
}

/** Asks random agencies for suggestions of few who are scored, and compares with scoring everybody. */
export const compare = async (
  opened: Opened,
  { agencies, asks, seed }: { readonly agencies: number; readonly asks: number; readonly seed: number },
): Promise<Asked> => {
  const { now } = clock()
  const at = new Date(now()).toISOString()
  const crm = await opened.crm({ now, matching: { aliases } })
  const wrong: Array<object> = []
  let [proved, open] = [0, 0]
  for (const [n, one] of fc.sample(agency, { seed, numRuns: agencies }).entries()) {
    const maya = crm.workspace(`agency ${seed} ${n}`).as("maya")
    const positions = await build(maya, one)
    const people = await everybody(maya)
    const client = await maya.clients.get(positions[0]?.clientId ?? "")
    for (const { limit, role, scored, weights } of fc.sample(asking, { seed: n, numRuns: asks })) {
      const position = positions[role]
      if (position === undefined) continue
      const all = told(whole(people, position, client, weights, at))
      const expected = all.slice(0, limit)
      const found = await maya.positions.suggest(position.id, { limit, scored, weights })
      const suggested = told(found.suggestions)
      const { complete } = found.considered
      if (!complete) open++
      else if (scored < all.length) proved++
      if (complete && suggested.join() !== expected.join())
        wrong.push({ n, limit, scored, weights, suggested, expected })
      if (!complete && scored >= people.length) wrong.push({ n, limit, scored, weights, complete })
    }
  }
  await crm.close()
  return { wrong, proved, open }
}
