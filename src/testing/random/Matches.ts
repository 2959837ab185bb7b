import * as fc from "fast-check"
import { addDays } from "../../domain/Calendar.js"
import { days } from "../Clock.js"
import { idOf, on, type Weighted } from "./Command.js"
import { lasting, none, party, place, reason, reasoned, salary, splits, words } from "./Inputs.js"
import { legalIn, type World } from "./World.js"

const submission = (command: string) => ({ noun: "submission", kinds: legalIn("submission", command) }) as const
const interview = (command: string) => ({ noun: "interview", kinds: legalIn("interview", command) }) as const
const today = (world: World) => (world.entries.at(-1)?.recordedAt ?? "").slice(0, 10)
const moment = (world: World, millis: number) => Date.parse(world.entries.at(-1)?.recordedAt ?? "") + millis
const soon = fc.integer({ min: 0, max: 14 * days })
const end = fc.record({ reason, note: fc.option(words) })
const slot = fc.record({ in: soon, attendees: fc.subarray(["Lena", "Kim"]) })

const shortlist = on(
  14,
  "submissions.shortlist",
  { noun: "position", kinds: ["open"] },
  place,
  (client, positionId, n, options, world) => {
    const ready = world.all("candidate", ["ready"]).length > 0 && n < 7
    const candidateId = idOf(world, "candidate", n, ready ? ["ready"] : undefined)
    return client.submissions.shortlist({ candidateId, positionId }, options)
  },
)

/** What happens to submissions, their interviews and their offers. */
export const matches: ReadonlyArray<Weighted> = [
  shortlist,
  on(1, "submissions.submitInternal", submission("submitInternal"), none, (client, id, input, options) =>
    client.submissions.submitInternal(id, input, options),
  ),
  on(24, "submissions.submit", submission("submit"), none, (client, id, input, options) =>
    client.submissions.submit(id, input, options),
  ),
  on(1, "submissions.requestInterview", submission("interview"), none, (client, id, input, options) =>
    client.submissions.requestInterview(id, input, options),
  ),
  on(
    6,
    "submissions.scheduleInterview",
    submission("interview"),
    slot,
    (client, id, { in: millis, ...input }, options, world) =>
      client.submissions.scheduleInterview(id, { ...input, at: moment(world, millis) }, options),
  ),
  on(1, "interviews.schedule", interview("schedule"), slot, (client, id, { in: millis, ...input }, options, world) =>
    client.interviews.schedule(id, { ...input, at: moment(world, millis) }, options),
  ),
  on(
    1,
    "interviews.reschedule",
    interview("reschedule"),
    slot,
    (client, id, { in: millis, ...input }, options, world) =>
      client.interviews.reschedule(id, { ...input, at: moment(world, millis) }, options),
  ),
  on(
    2,
    "interviews.complete",
    interview("complete"),
    fc.record({ feedback: fc.option(words) }),
    (client, id, input, options) => client.interviews.complete(id, input, options),
  ),
  on(1, "interviews.noShow", interview("missed"), reasoned, (client, id, input, options) =>
    client.interviews.noShow(id, input, options),
  ),
  on(
    24,
    "submissions.offer",
    submission("offer"),
    fc.record({ salary, lasts: lasting }),
    (client, id, { lasts, ...input }, options, world) =>
      client.submissions.offer(id, lasts === null ? input : { ...input, expiresAt: moment(world, lasts) }, options),
  ),
  on(
    1,
    "submissions.reoffer",
    { noun: "submission", kinds: ["offered"] },
    fc.record({ salary }),
    (client, id, input, options) => client.submissions.offer(id, input, options),
  ),
  on(
    1,
    "offers.draft",
    { noun: "submission", kinds: ["submitted", "interviewing", "offered"] },
    fc.record({ salary }),
    (client, id, input, options) => client.offers.draft({ ...input, submissionId: id }, options),
  ),
  on(2, "offers.extend", { noun: "offer", kinds: ["draft"] }, none, (client, id, input, options) =>
    client.offers.extend(id, input, options),
  ),
  on(1, "offers.expire", { noun: "offer", kinds: ["extended"] }, none, (client, id, input, options) =>
    client.offers.expire(id, input, options),
  ),
  on(
    30,
    "submissions.accept",
    submission("accept"),
    fc.record({ in: fc.integer({ min: -5, max: 40 }), splits }),
    (client, id, input, options, world) => {
      const [first, ...rest] = input.splits
      const startsOn = addDays(today(world), input.in)
      return client.submissions.accept(
        id,
        first === undefined ? { startsOn } : { startsOn, splits: [first, ...rest] },
        options,
      )
    },
  ),
  on(3, "submissions.reject", submission("reject"), end, (client, id, input, options) =>
    client.submissions.reject(id, input, options),
  ),
  on(2, "submissions.withdraw", submission("withdraw"), end, (client, id, input, options) =>
    client.submissions.withdraw(id, input, options),
  ),
  on(2, "submissions.decline", submission("decline"), end, (client, id, input, options) =>
    client.submissions.decline(id, input, options),
  ),
  on(2, "submissions.rescind", submission("rescind"), end, (client, id, input, options) =>
    client.submissions.rescind(id, input, options),
  ),
  on(7, "submissions.restore", submission("restore"), none, (client, id, input, options) =>
    client.submissions.restore(id, input, options),
  ),
  on(
    1,
    "submissions.update",
    { noun: "submission" },
    fc.record({ owner: fc.constantFrom("maya", "noor") }),
    (client, id, input, options) => client.submissions.update(id, input, options),
  ),
  on(
    14,
    "placements.start",
    { noun: "placement", kinds: legalIn("placement", "start") },
    none,
    (client, id, input, options) => client.placements.start(id, input, options),
  ),
  on(
    1,
    "placements.complete",
    { noun: "placement", kinds: legalIn("placement", "complete") },
    none,
    (client, id, input, options) => client.placements.complete(id, input, options),
  ),
  on(
    2,
    "placements.backOut",
    { noun: "placement", kinds: legalIn("placement", "backOut") },
    fc.record({ reason, party }),
    (client, id, input, options) => client.placements.backOut(id, input, options),
  ),
  on(
    9,
    "placements.fallOff",
    { noun: "placement", kinds: legalIn("placement", "fallOff") },
    fc.record({ reason, party }),
    (client, id, input, options) => client.placements.fallOff(id, input, options),
  ),
  on(
    2,
    "placements.terminate",
    { noun: "placement", kinds: legalIn("placement", "terminate") },
    fc.record({ reason, party }),
    (client, id, input, options) => client.placements.terminate(id, input, options),
  ),
]
