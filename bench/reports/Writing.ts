import * as Id from "../../src/domain/Id.js"
import type { NounName, PipelineName } from "../../src/domain/Nouns.js"
import { tableOf } from "../../adapters/sql/Table.js"
import { Visits } from "../../adapters/sql/tables/Visits.js"
import { end } from "./Agency.js"
import type { Random } from "./Random.js"
import type { Sink, Values } from "./Sink.js"

/** A stop of a subject: when it came there, and what was said. */
export interface Stop {
  readonly kind: string
  readonly at: number
  readonly actor: string
  readonly reason?: string | null
  readonly party?: string | null
}

export interface Made {
  readonly id: string
  readonly seed: Id.Seed
}

/** An id of that time. */
export const made = (prefix: string, at: number, random: Random): Made => {
  const seed = Id.seed(at, random.below(2 ** 27), random.below(2 ** 27))
  return { id: Id.derive(prefix, seed, 0), seed }
}

/** Writes subjects with their visits, each of which ends where the next begins. What lies ahead is left out. */
export const writer = (sink: Sink) => {
  const lists = new Map<string, Values>()
  /** What must be there and is not told is an empty list. */
  const record = (noun: NounName, row: Values): void => {
    const table = tableOf(noun)
    let empty = lists.get(noun)
    if (empty === undefined) {
      const needed = table.columns.filter(({ column, nullable }) => column === "json" && !nullable)
      empty = Object.fromEntries(needed.map(({ field }) => [field, "[]"]))
      lists.set(noun, empty)
    }
    sink.write(table, { ...empty, ...row })
  }
  const visits = (pipeline: PipelineName, { id, seed }: Made, stops: ReadonlyArray<Stop>): void => {
    for (const [place, { actor, at, kind, party = null, reason = null }] of stops.entries()) {
      const next = stops[place + 1]
      sink.write(Visits, {
        id: Id.derive("entry", seed, place + 1),
        pipeline,
        subjectId: id,
        kind,
        stage: kind,
        enteredAt: at,
        leftAt: next?.at ?? null,
        leftFor: next?.kind ?? null,
        actor,
        reason,
        party,
      })
    }
  }
  /** Writes a subject that stands where its stops have brought it; one that has none yet is left out. */
  const subject = (noun: PipelineName, one: Made, stops: ReadonlyArray<Stop>, fields: Values): boolean => {
    const come = stops.filter(({ at }) => at < end)
    const [first, last] = [come[0], come.at(-1)]
    if (first === undefined || last === undefined) return false
    record(noun, {
      id: one.id,
      version: come.length,
      createdAt: first.at,
      createdBy: first.actor,
      updatedAt: last.at,
      updatedBy: last.actor,
      kind: last.kind,
      stage: last.kind,
      stageSince: last.at,
      ...fields,
    })
    visits(noun, one, come)
    return true
  }
  return { subject }
}
export type Writer = ReturnType<typeof writer>
