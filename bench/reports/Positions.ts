import * as Agency from "./Agency.js"
import type { Random } from "./Random.js"
import type { Position, Sheet } from "./Sheet.js"
import { type Made, made, type Stop, type Writer } from "./Writing.js"

const { day, end } = Agency

/** What became of an opening through the submissions that took it: stops, and who holds it. */
export interface Lap {
  readonly stops: Array<Stop>
  submissionId: string | null
  placementId: string | null
}

export const laps = ({ openings }: Sheet): ReadonlyArray<Lap> =>
  Array.from({ length: openings }, () => ({ stops: [], submissionId: null, placementId: null }))

export const clients = (writer: Writer, { clients }: Agency.Agency, random: Random): ReadonlyArray<Made> =>
  Array.from({ length: clients }, (_, n) => {
    const at = Agency.begin - (1 + random.below(300)) * day
    const one = made("client", at, random)
    const actor = random.pick(Agency.recruiters)
    const stops = [
      { kind: "prospect", at, actor },
      { kind: "active", at: at + day, actor },
    ]
    writer.subject("client", one, stops, { name: `Client ${n}`, owner: actor, customFields: "{}" })
    return one
  })

/** Writes a position with its openings, after the submissions have said what became of them. */
export const write = (
  writer: Writer,
  position: Position,
  one: Made,
  clientId: string,
  ids: ReadonlyArray<Made>,
  all: ReadonlyArray<Lap>,
  random: Random,
): void => {
  const { created, held, opened, openings } = position
  const actor = random.pick(Agency.recruiters)
  const own = openings.flatMap((opening) => all[opening] ?? [])
  const events: Array<{ at: number; kind: string }> = [{ at: opened, kind: "open" }]
  if (held !== null) events.push({ at: held.from, kind: "onHold" }, { at: held.to, kind: "open" })
  // All openings are filled from the last fill until one falls free.
  const changes = own
    .flatMap(({ stops }) => stops.filter(({ kind }) => kind !== "reserved"))
    .toSorted((a, b) => a.at - b.at)
  let filled = 0
  for (const { at, kind } of changes) {
    if (kind === "open" && filled === own.length) events.push({ at, kind: "open" })
    filled += kind === "filled" ? 1 : -1
    if (kind === "filled" && filled === own.length) events.push({ at, kind: "filled" })
  }
  const over = Math.max(changes.at(-1)?.at ?? 0, opened) + (90 + random.below(120)) * day
  const fate = random.pick(["lost", "cancelled", "cancelled", "closed"])
  const ends = filled < own.length && over < end
  if (ends) events.push({ at: over, kind: fate })
  events.sort((a, b) => a.at - b.at)
  const reason = ends ? "the client stopped looking" : null
  const stops: ReadonlyArray<Stop> = [{ at: created, kind: "draft" }, ...events].map(({ at, kind }) => ({
    kind,
    at,
    actor,
    reason: kind === fate ? reason : null,
  }))
  const last = stops.filter(({ at }) => at < end).at(-1)
  writer.subject("position", one, stops, {
    clientId,
    title: "Developer",
    skills: '["sql"]',
    tags: random.chance(0.2) ? '["urgent"]' : "[]",
    fee: '{"kind":"percent","percent":20}',
    guaranteeDays: 90,
    remedy: "refund",
    owner: actor,
    customFields: "{}",
    openedAt: opened,
    closedAt: ends || last?.kind === "filled" ? (last?.at ?? null) : null,
    leftStage: last?.kind === "onHold" ? "open" : null,
    reason: last?.kind === fate ? reason : null,
  })
  for (const [place, opening] of openings.entries()) {
    const lap = all[opening]
    const id = ids[opening]
    if (lap === undefined || id === undefined) continue
    const come: ReadonlyArray<Stop> = [
      { kind: "open", at: created, actor },
      ...lap.stops.toSorted((a, b) => a.at - b.at),
    ]
    const open = come.filter(({ at }) => at < end).at(-1)?.kind !== "filled"
    const stops: ReadonlyArray<Stop> = ends && open ? [...come, { kind: "cancelled", at: over, actor, reason }] : come
    const at = stops.filter((stop) => stop.at < end).at(-1)
    const taken = at?.kind === "filled" || at?.kind === "reserved"
    writer.subject("opening", id, stops, {
      positionId: one.id,
      number: place + 1,
      cycle: 1 + come.filter(({ kind }, stop) => stop > 0 && kind === "open").length,
      openedAt: created,
      submissionId: taken ? lap.submissionId : null,
      placementId: at?.kind === "filled" ? lap.placementId : null,
      filledAt: at?.kind === "filled" ? at.at : null,
      closedAt: at?.kind === "cancelled" ? at.at : null,
      reason: at?.reason ?? null,
    })
  }
}
