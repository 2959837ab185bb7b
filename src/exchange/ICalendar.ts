import { InvalidInput } from "../domain/Refusal.js"
import type { Interview } from "../domain/submission/Interview.js"
import { lines, parameter, text, uri } from "./ContentLine.js"

/** How somebody answered an invitation. */
export type Answer = "accepted" | "declined" | "tentative" | "delegated"

export interface Attendee {
  readonly name?: string
  readonly email: string
  /** Absent while it is not known. */
  readonly answer?: Answer
}

export interface CalendarOptions {
  /** When the text is made: an instant, which pure code cannot know. */
  readonly stamp: string
  /** What the event is called, such as the position's title. */
  readonly summary: string
  readonly description?: string
  readonly url?: string
  readonly organizer?: { readonly name?: string; readonly email: string }
  /** Those of the interview where absent. */
  readonly attendees?: ReadonlyArray<Attendee>
  /** What the receiver's program is to do with it; nothing is said where absent. */
  readonly method?: "PUBLISH" | "REQUEST" | "CANCEL"
  /** The right side of the event's UID: `matchloop` where absent. */
  readonly domain?: string
}

const status = {
  requested: "TENTATIVE",
  scheduled: "CONFIRMED",
  completed: "CONFIRMED",
  noShow: "CONFIRMED",
  cancelled: "CANCELLED",
} as const

const refuse = (id: string, field: string, message: string) =>
  new InvalidInput({ command: "calendarEvent", subject: id, field, issues: [{ path: [field], message }] })

/** Basic format in UTC. */
const utc = (instant: string, id: string, field: string): string => {
  const time = new Date(instant)
  if (!/^\d{4}-\d\d-\d\dT.*(Z|[+-]\d\d:?\d\d)$/.test(instant) || Number.isNaN(time.getTime()))
    throw refuse(id, field, "is no instant")
  return time.toISOString().replace(/[-:]|\.\d+/g, "")
}

const named = (name: string | undefined): string => (name === undefined || name === "" ? "" : `;CN=${parameter(name)}`)

const address = (email: string): string => (email === "" ? "invalid:nomail" : `mailto:${uri(email)}`)

/** `Lena Ruiz <lena@acme.test>`, an address alone, or a name alone. */
const attendeeIn = (written: string): Attendee => {
  const at = written.indexOf("<")
  const inner =
    at === -1
      ? ""
      : (written
          .slice(at + 1)
          .split(">", 1)[0]
          ?.trim() ?? "")
  if (inner.includes("@")) return { name: written.slice(0, at).trim(), email: inner }
  return /^[^\s@]+@[^\s@]+$/.test(written.trim()) ? { email: written.trim() } : { name: written.trim(), email: "" }
}

const attendee = ({ name, email, answer }: Attendee, over: boolean): string =>
  `ATTENDEE${named(name)};ROLE=REQ-PARTICIPANT;PARTSTAT=${answer?.toUpperCase() ?? "NEEDS-ACTION"}` +
  `${answer === undefined && !over ? ";RSVP=TRUE" : ""}:${address(email)}`

/**
 * An interview as an iCalendar (RFC 5545) of one event: its UID stays through every change, its SEQUENCE grows with the
 * interview's revision and once more when it is cancelled. Times are in UTC.
 *
 * Throws `InvalidInput` for an interview without a time, and for a stamp that is no instant.
 */
export const calendarEvent = (interview: Interview, options: CalendarOptions): string => {
  const { id, at, endsAt, kind, place, revision } = interview
  const { stamp, summary, description, url, organizer, method, domain = "matchloop" } = options
  if (at === null) throw refuse(id, "at", "is not known yet")
  const over = kind !== "requested" && kind !== "scheduled"
  const people = options.attendees ?? interview.attendees.map(attendeeIn)
  return lines([
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//matchloop//matchloop//EN",
    "CALSCALE:GREGORIAN",
    ...(method === undefined ? [] : [`METHOD:${method}`]),
    "BEGIN:VEVENT",
    `UID:${text(`${id}@${domain}`)}`,
    `DTSTAMP:${utc(stamp, id, "stamp")}`,
    `SEQUENCE:${kind === "cancelled" ? revision : revision - 1}`,
    `DTSTART:${utc(at, id, "at")}`,
    ...(endsAt === null ? [] : [`DTEND:${utc(endsAt, id, "endsAt")}`]),
    `STATUS:${status[kind]}`,
    `SUMMARY:${text(summary)}`,
    ...(place === null ? [] : [`LOCATION:${text(place)}`]),
    ...(description === undefined ? [] : [`DESCRIPTION:${text(description)}`]),
    ...(url === undefined ? [] : [`URL:${uri(url)}`]),
    ...(organizer === undefined ? [] : [`ORGANIZER${named(organizer.name)}:${address(organizer.email)}`]),
    ...people.map((one) => attendee(one, over)),
    "END:VEVENT",
    "END:VCALENDAR",
  ])
}
