import * as fc from "fast-check"
import { legalIn } from "./World.js"
import { type Command, free, idOf, on, surely, type Weighted } from "./Command.js"
import { lasting, none, place, reason, reasoned, words } from "./Inputs.js"

const on_ = (command: string) => ({ noun: "candidate", kinds: legalIn("candidate", command) }) as const
const anyone = { noun: "candidate" } as const
const working = { noun: "candidate", kinds: ["new", "screening", "screened", "ready", "placed"] } as const
const document = (name: string) => ({ name: `${name}.pdf`, bytes: new TextEncoder().encode(name) })

const create = free(
  2,
  "candidates.create",
  fc.record({
    name: words,
    skills: fc.subarray(["sql", "go", "Türkçe"]),
    source: fc.constantFrom("linkedin", "referral", null),
  }),
  (client, input, options) => client.candidates.create(input, options),
)

const screen = on(
  6,
  "candidates.screen",
  on_("pass"),
  fc.record({
    outcome: fc.constantFrom(
      "passed" as const,
      "passed" as const,
      "passed" as const,
      "passed" as const,
      "passed" as const,
      "passed" as const,
      "undecided" as const,
      "failed" as const,
    ),
    takeaways: fc.option(words),
  }),
  (client, id, input, options) => client.candidates.screen(id, input, options),
)

const sign = on(
  6,
  "candidates.signConsent",
  { noun: "candidate", kinds: ["screened", "screening", "new"] },
  fc.record({
    lasts: lasting,
    scope: fc.oneof({ weight: 4, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: place }),
    purpose: fc.constantFrom(
      "represent" as const,
      "represent" as const,
      "represent" as const,
      "represent" as const,
      "represent" as const,
      "represent" as const,
      "retain" as const,
    ),
  }),
  (client, id, { lasts, scope, purpose }, options, world) => {
    const updatedAt = Date.parse(world.entries.at(-1)?.recordedAt ?? "")
    return client.candidates.signConsent(
      id,
      {
        purpose,
        document: document(purpose),
        ...(lasts === null ? {} : { expiresAt: updatedAt + lasts }),
        ...(scope === null ? {} : { positionId: idOf(world, "position", scope) }),
      },
      options,
    )
  },
)

/** What happens to candidates and their consents. */
export const people: ReadonlyArray<Weighted> = [
  create,
  screen,
  sign,
  on(
    1,
    "candidates.update",
    anyone,
    fc.record({ name: words, phone: fc.option(words) }),
    (client, id, input, options) => client.candidates.update(id, input, options),
  ),
  on(1, "candidates.startScreening", on_("startScreening"), none, (client, id, input, options) =>
    client.candidates.startScreening(id, input, options),
  ),
  on(1, "candidates.requestConsent", working, none, (client, id, input, options) =>
    client.candidates.requestConsent(id, input, options),
  ),
  on(
    1,
    "candidates.grantConsent",
    { noun: "consent", kinds: ["requested"] },
    place,
    (client, id, _input, options, world) => {
      const consent = world.all("consent").find((one) => one.id === id)
      const input = { consentId: id, document: document("asked") }
      return client.candidates.signConsent(String(consent?.candidateId), input, options)
    },
  ),
  on(1, "candidates.denyConsent", working, none, (client, id, input, options) =>
    client.candidates.denyConsent(id, input, options),
  ),
  on(
    1,
    "candidates.revokeConsent",
    { noun: "candidate", kinds: ["ready", "placed"] },
    reasoned,
    (client, id, input, options) => client.candidates.revokeConsent(id, input, options),
  ),
  on(
    1,
    "candidates.deactivate",
    on_("deactivate"),
    fc.record({ reason: fc.option(reason) }),
    (client, id, input, options) => client.candidates.deactivate(id, input, options),
  ),
  on(2, "candidates.reactivate", on_("reactivate"), none, (client, id, input, options) =>
    client.candidates.reactivate(id, input, options),
  ),
  on(1, "candidates.markDoNotUse", on_("ban"), reasoned, (client, id, input, options) =>
    client.candidates.markDoNotUse(id, input, options),
  ),
  on(2, "candidates.merge", anyone, fc.record({ into: place }), (client, id, { into }, options, world) =>
    client.candidates.merge(id, { into: idOf(world, "candidate", into) }, options),
  ),
  on(2, "candidates.unmerge", { noun: "alias" }, none, (client, id, _input, options, world) => {
    const alias = world.all("alias").find((one) => one.id === id)
    return client.candidates.unmerge(String(alias?.formerId), { reason: "two people" }, options)
  }),
  on(1, "candidates.erase", anyone, none, (client, id, _input, options) =>
    client.candidates.erase(id, { reason: "retention" }, options),
  ),
  on(1, "candidates.release", on_("release"), none, (client, id, input, options) =>
    client.candidates.release(id, input, options),
  ),
]

/** What brings a new candidate to `ready`, for the beginning of a run. */
export const readying = (name: string): ReadonlyArray<Command> => [
  surely("candidates.create", null, { name }, (client, _id, input, options) =>
    client.candidates.create(input, options),
  ),
  surely("candidates.screen", on_("pass"), { outcome: "passed" as const }, (client, id, input, options) =>
    client.candidates.screen(id, input, options),
  ),
  surely("candidates.signConsent", working, { document: document("signed") }, (client, id, input, options) =>
    client.candidates.signConsent(id, input, options),
  ),
]
