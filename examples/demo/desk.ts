import type { Client, Workspace } from "matchloop"
import { type Agenda, agenda } from "./agenda.js"
import { type Random, random } from "./random.js"

export const recruiters = ["maya", "tom", "aiko", "priya"] as const
/** Who brings in the business. */
export const sales = "lars"

/** Where everybody works: who does what, when, and what came of it. */
export interface Desk extends Pick<Agenda, "now" | "later" | "on"> {
  readonly random: Random
  readonly as: (actor: string) => Client
  readonly runUntil: Agenda["runUntil"]
  /** Runs a command that the day's work may well see refused; null then. */
  readonly attempt: <A>(command: Promise<A>) => Promise<A | null>
  /** Runs a command that nothing stands in the way of. */
  readonly must: <A>(command: Promise<A>) => Promise<A>
  readonly tally: Tally
}

export interface Tally {
  commands: number
  /** How often which refusal was met. */
  readonly refusals: Map<string, number>
}

/** What a good day brings; anything else is a fault of the program and ends it. */
const expected: ReadonlySet<string> = new Set([
  "AlreadySubmitted",
  "AttemptRefused",
  "CandidateNotReady",
  "ClientOffLimits",
  "ConsentRequired",
  "CorrectionRefused",
  "GuaranteeRefused",
  "OpeningsReserved",
  "PositionFilled",
  "PositionNotOpen",
  "TransitionRefused",
])

export const tagOf = (error: unknown): string | null =>
  typeof error === "object" && error !== null && "_tag" in error ? String(error._tag) : null

export const desk = (
  start: number,
  seed: number,
): { readonly at: (workspace: Workspace) => Desk; now: () => number } => {
  const chance = random(seed)
  const { now, later, on, runUntil } = agenda(start, chance)
  const tally: Tally = { commands: 0, refusals: new Map() }
  const must = <A>(command: Promise<A>): Promise<A> => {
    tally.commands++
    return command
  }
  const attempt = async <A>(command: Promise<A>): Promise<A | null> => {
    try {
      return await must(command)
    } catch (error) {
      const tag = tagOf(error)
      if (tag === null || !expected.has(tag)) throw error
      tally.refusals.set(tag, (tally.refusals.get(tag) ?? 0) + 1)
      return null
    }
  }
  return {
    now,
    at: ({ as }) => {
      const clients = new Map<string, Client>()
      const once = (actor: string): Client => {
        const client = clients.get(actor) ?? as(actor)
        clients.set(actor, client)
        return client
      }
      return { now, later, on, runUntil, random: chance, as: once, attempt, must, tally }
    },
  }
}
