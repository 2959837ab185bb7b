import * as Either from "effect/Either"
import * as Coherence from "../Coherence.js"
import * as Draft from "../Draft.js"
import { type NounName, type RecordOf, recordsOf } from "../Nouns.js"
import { PositionNotOpen, type Refusal } from "../Refusal.js"
import * as Adopt from "./Adopt.js"
import { idsOf, type Loaded } from "./Given.js"
import type { Told } from "./History.js"
import { firstNamed, jobsOf } from "./Jobs.js"
import * as Places from "./Places.js"

/** The openings of positions that are the agency's own stand for those that the export names. */
export const seated = (told: Told, loaded: Loaded, now: string): Either.Either<ReadonlyMap<string, string>, Refusal> =>
  Either.gen(function* () {
    const { around, entries } = told.person
    const names = new Map<string, string>()
    for (const { position, seats } of jobsOf(around, told.stories, entries, now)) {
      const place = placeOf(loaded, position.id)
      if (place === null) continue
      for (const [from, into] of yield* Places.seated(place, seats)) names.set(from, into)
      if (position.clientId !== place.position.clientId) names.set(position.clientId, place.position.clientId)
    }
    return names
  })

const placeOf = (loaded: Loaded, positionId: string): Places.Place | null => {
  const position = loaded.position.find(({ id }) => id === positionId)
  const on = <A extends { readonly positionId: string }>(all: ReadonlyArray<A>) =>
    all.filter((one) => one.positionId === positionId)
  return position === undefined
    ? null
    : {
        position,
        openings: on(loaded.openings),
        siblings: on(loaded.siblings),
        siblingInterviews: loaded.siblingInterviews,
        siblingOffers: loaded.siblingOffers,
      }
}

/** Makes or settles what the person's records name. Gives the ids of what was made. */
export const surround = (
  draft: Draft.Draft,
  { person: { around, entries }, stories }: Told,
  loaded: Loaded,
): Either.Either<ReadonlyArray<string>, Refusal> =>
  Either.gen(function* () {
    const made: Array<string> = []
    const since = (id: string) => firstNamed(entries, id) ?? draft.context.at
    const here = new Set(idsOf([...loaded.client, ...loaded.owners, ...loaded.list]))
    for (const { formerIds, id, name } of around.clients) {
      if (here.has(id)) continue
      here.add(id)
      const kind = around.positions.some(({ clientId }) => clientId === id) ? "active" : "prospect"
      const unknown = { website: null, industry: null, location: null, owner: null, fee: null, reason: null }
      const fields = { name, ...unknown, tags: [Places.mark], customFields: {} }
      Adopt.stub(draft, "client", id, [{ type: "ClientImported", at: since(id), kind, fields }])
      made.push(id)
      // Somebody who was exported before the clients were merged may come later.
      for (const formerId of formerIds) Draft.create(draft, "alias", "AliasGiven", { formerId, currentId: id })
    }
    for (const job of jobsOf(around, stories, entries, draft.context.at)) {
      const place = placeOf(loaded, job.position.id)
      if (place !== null) yield* Places.settle(draft, job, place)
      else {
        Places.positionStub(draft, job)
        made.push(job.position.id)
      }
    }
    for (const { id, name } of around.lists) {
      if (here.has(id)) continue
      Adopt.stub(draft, "list", id, [{ type: "ListImported", at: since(id), fields: { name } }])
      made.push(id)
    }
    return made
  })

/** A position that what the draft leaves would contradict. */
export const contradiction = (
  draft: Draft.Draft,
  loaded: Loaded,
  positionIds: ReadonlyArray<string>,
): Refusal | null => {
  const after = <N extends NounName>(noun: N, before: ReadonlyArray<RecordOf<N>>): ReadonlyArray<RecordOf<N>> => [
    ...before.filter(({ id }) => !draft.records.has(id)),
    ...recordsOf(noun, [...draft.records.values()]),
  ]
  const openings = after("opening", loaded.openings)
  const submissions = after("submission", loaded.siblings)
  const placements = after("placement", loaded.placements)
  const on = <A extends { readonly positionId: string }>(all: ReadonlyArray<A>, positionId: string) =>
    all.filter((one) => one.positionId === positionId)
  const position = after("position", loaded.position).find(
    (one) =>
      positionIds.includes(one.id) &&
      Coherence.contradictions({
        position: one,
        openings: on(openings, one.id),
        submissions: on(submissions, one.id),
        placements: on(placements, one.id),
      }).length > 0,
  )
  return position === undefined ? null : new PositionNotOpen({ positionId: position.id, kind: position.kind })
}
