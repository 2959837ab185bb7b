import * as Effect from "effect/Effect"
import * as Either from "effect/Either"
import * as Schema from "effect/Schema"
import { asOf } from "../domain/AsOf.js"
import { dayOf } from "../domain/Calendar.js"
import type { Candidate } from "../domain/candidate/Candidate.js"
import type { Consent } from "../domain/candidate/Consent.js"
import type { Client } from "../domain/client/Client.js"
import * as Decode from "../domain/Decode.js"
import { isRef } from "../domain/Input.js"
import type { NounName, RecordOf } from "../domain/Nouns.js"
import * as Plan from "../domain/Plan.js"
import type { Position } from "../domain/position/Position.js"
import { type CorruptRecord, type InvalidInput, NotFound, PositionNotOpen } from "../domain/Refusal.js"
import type { Submission } from "../domain/submission/Submission.js"
import { byPoints, type Match, match, most } from "../matching/Match.js"
import * as Past from "../matching/Past.js"
import * as Profile from "../matching/Profile.js"
import type { Settings } from "../domain/Settings.js"
import * as RulingOut from "../matching/RulingOut.js"
import * as Spelling from "../matching/Spelling.js"
import * as Weights from "../matching/Weights.js"
import type { Row } from "../ports/Storage.js"
import type { StorageFailure } from "../ports/StorageError.js"
import * as Aliases from "./Aliases.js"
import * as Decoding from "./Decoding.js"
import { type Engine, settingsOf } from "./Engine.js"
import { narrow, rank } from "./Narrowing.js"
import { sourcesOf } from "./Searchable.js"
import { Session } from "./Session.js"
import { settle } from "./Settling.js"

const SuggestInput = Schema.Struct({
  /** 20 where absent, 200 at most. */
  limit: Schema.optional(Schema.Int.pipe(Schema.between(1, 200))),
  /** Of this call, before those of the configuration. */
  weights: Schema.optional(Weights.Changes),
  /** How many are scored at most, in place of what the configuration says. */
  scored: Schema.optional(Schema.Int.pipe(Schema.between(1, 10_000))),
})
export type SuggestOptions = typeof SuggestInput.Encoded

/** A record that fits, how well, and why. */
export interface Suggestion<R> extends Match {
  readonly record: R
}

/** A record that would fit, and everything that stands against it. */
export interface RuledOut<R> extends Suggestion<R> {
  readonly reasons: ReadonlyArray<RulingOut.Reason>
}

export interface Suggestions<R> {
  /** The best first; of those as good, the ones of which more is known, and then by id. */
  readonly suggestions: ReadonlyArray<Suggestion<R>>
  /** The best of those that are ruled out, and how many of those looked at are. */
  readonly ruledOut: { readonly count: number; readonly items: ReadonlyArray<RuledOut<R>> }
  /**
   * How many records were scored, and whether that makes the suggestions `complete`: that scoring everybody could change
   * nothing about them, since nobody else shares a skill, or nobody who shares as few could have as many points.
   */
  readonly considered: { readonly count: number; readonly complete: boolean }
  /** Stored records that do not decode: the others are suggested all the same. */
  readonly damaged: ReadonlyArray<CorruptRecord>
}

export type Suggest<R, E = never> = (
  id: string,
  options?: SuggestOptions,
) => Effect.Effect<Suggestions<R>, NotFound | InvalidInput | CorruptRecord | StorageFailure | E, Session>

const decodeInput = Decoding.of(SuggestInput)

/** How many are looked at whom the agency cannot put forward as they stand: those who lack one skill at most. */
const notReady = { limit: 100, missing: 1 } as const

/** The kinds of candidates who can be put forward, and those who are looked at beside. */
const kindsOf = (whenPlaced: Settings["whenPlaced"]) =>
  whenPlaced === "leave"
    ? { ready: ["ready", "placed"], others: ["screened", "inactive", "doNotUse"] }
    : { ready: ["ready"], others: ["screened", "placed", "inactive", "doNotUse"] }

const forPosition = Plan.plan({
  candidates: Plan.given("candidate", "ids"),
  consents: Plan.having("consent", "candidateId", "candidates"),
  submissions: Plan.having("submission", "candidateId", "candidates"),
  placements: Plan.having("placement", "candidateId", "candidates"),
})

const forCandidate = Plan.plan({
  positions: Plan.given("position", "ids"),
  clients: Plan.follow("client", "positions", "clientId"),
  candidates: Plan.given("candidate", "id"),
  consents: Plan.having("consent", "candidateId", "candidates"),
  submissions: Plan.having("submission", "candidateId", "candidates"),
  placements: Plan.having("placement", "candidateId", "candidates"),
})

/** A candidate and a position with everything that their match depends on. */
interface Pair {
  readonly candidate: Candidate
  readonly profile: Profile.Profile
  readonly client: Client
  readonly role: Profile.Role
  readonly consents: ReadonlyArray<Consent>
  readonly submissions: ReadonlyArray<Submission>
  readonly attempts: ReadonlyArray<Past.Attempt>
}

/** Rows as records, and those that are damaged put aside. */
const sort = <N extends NounName>(noun: N, rows: ReadonlyArray<Row> | undefined, damaged: Array<CorruptRecord>) =>
  (rows ?? []).flatMap((row): ReadonlyArray<RecordOf<N>> => {
    const record = Decode.record(noun, row)
    if (Either.isRight(record)) return [record.right]
    damaged.push(record.left)
    return []
  })

const byCandidate = <A extends { readonly candidateId: string }>(all: ReadonlyArray<A>) => {
  const grouped = new Map<string, Array<A>>()
  for (const one of all) {
    const group = grouped.get(one.candidateId)
    if (group === undefined) grouped.set(one.candidateId, [one])
    else group.push(one)
  }
  return (candidateId: string): ReadonlyArray<A> => grouped.get(candidateId) ?? []
}

const shares = (profile: Profile.Profile, role: Profile.Role): boolean => {
  const names = new Set(profile.skills.map(({ name }) => name))
  return role.skills.some(({ name }) => names.has(name))
}

/** What both directions share: how texts are read, and a pair judged. */
const judging = (engine: Engine) => {
  const { matching } = engine.config
  const commuteKm = matching?.commuteKm ?? 100
  const reading: Profile.Reading = {
    spelling: Spelling.make(matching?.aliases ?? []),
    locate: sourcesOf(engine.config).locate,
  }
  const spelled = (skills: ReadonlyArray<{ readonly name: string }>) =>
    [...new Set(skills.map(({ name }) => name))].filter((name) => name !== "").map((name) => reading.spelling.all(name))
  /**
   * Sorts what was scored into what is suggested and what is ruled out. A position that asks for skills and the candidate
   * have one in common at least, or are no match. `unseen` says the most points of anybody else, null where there is nobody.
   */
  const answer = <R extends { readonly id: string }>(
    scored: ReadonlyArray<readonly [record: R, pair: Pair]>,
    options: SuggestOptions,
    unseen: (weights: Weights.Weights) => number | null,
    workspace: string,
    at: string,
  ) => {
    const weights = Weights.of(matching?.weights, options.weights)
    const settings = settingsOf(engine.config, workspace)
    const suggestions: Array<Suggestion<R>> = []
    const against: Array<RuledOut<R>> = []
    for (const [record, { attempts, candidate, client, consents, profile, role, submissions }] of scored) {
      if (role.skills.length > 0 && !shares(profile, role)) continue
      const found = match(profile, role, { attempts, commuteKm, today: dayOf(at) }, weights)
      const location = found.terms.find((one) => one.term === "location")?.because ?? { km: null, isTooFar: false }
      const facts = { at, settings, candidate, consents, client, submissions, role, location }
      const reasons = RulingOut.reasons(facts)
      if (reasons.length === 0) suggestions.push({ record, ...found })
      else against.push({ record, ...found, reasons })
    }
    const limit = options.limit ?? 20
    const best = suggestions.sort(byPoints).slice(0, limit)
    const others = unseen(weights)
    const last = best[limit - 1]
    return {
      suggestions: best,
      ruledOut: { count: against.length, items: against.sort(byPoints).slice(0, limit) },
      considered: { count: scored.length, complete: others === null || (last !== undefined && last.points > others) },
    }
  }
  const scored = (options: SuggestOptions) => options.scored ?? matching?.scored ?? 250
  return { reading, spelled, answer, scored }
}

/** Ranks candidates for an open position. */
export const forPositions = (engine: Engine): Suggest<Candidate, PositionNotOpen> => {
  const { storage } = engine
  const { answer, reading, scored, spelled } = judging(engine)
  const command = "positions.suggest"
  return (id, raw) =>
    Effect.gen(function* () {
      if (!isRef(id)) return yield* Decoding.wrong(command, null, ["id"], "is no id")
      const options = yield* decodeInput(raw ?? {}, command, id)
      const { workspace } = yield* Session
      const [row] = yield* storage.get(workspace, "position", [id])
      if (row === undefined) return yield* new NotFound({ noun: "position", id, field: "id" })
      const position = yield* Decode.record("position", row)
      if (position.kind !== "open") return yield* new PositionNotOpen({ positionId: id, kind: position.kind })
      const [client] = yield* storage.get(workspace, "client", [position.clientId])
      if (client === undefined) return yield* new NotFound({ noun: "client", id: position.clientId, field: "clientId" })
      yield* settle(engine, workspace)
      const role = Profile.roleOf(position, reading)
      const ranked = yield* rank(storage, spelled(role.skills), { workspace, noun: "candidate" })
      const kinds = kindsOf(settingsOf(engine.config, workspace).whenPlaced)
      const [ready, others] = yield* Effect.all(
        [
          narrow(storage, ranked, { kinds: kinds.ready, limit: scored(options) }),
          narrow(storage, ranked, { kinds: kinds.others, ...notReady }),
        ],
        { concurrency: 2 },
      )
      const ids = [...ready.ids, ...others.ids]
      const request = { workspace, plan: forPosition, given: { ids }, idempotencyKey: null }
      const { rows } = yield* storage.load(request)
      const at = new Date(yield* engine.now).toISOString()
      const damaged: Array<CorruptRecord> = []
      const consents = byCandidate(sort("consent", rows.consents, damaged))
      const submissions = byCandidate(sort("submission", rows.submissions, damaged))
      const placements = byCandidate(sort("placement", rows.placements, damaged))
      const known = yield* Decode.record("client", client)
      const pairs = sort("candidate", rows.candidates, damaged).map((stored): readonly [Candidate, Pair] => {
        const candidate = asOf("candidate", stored, at, engine.config.pipelines ?? {})
        const own = submissions(candidate.id)
        return [
          candidate,
          {
            candidate,
            profile: Profile.profileOf(candidate, reading),
            client: known,
            role,
            consents: consents(candidate.id),
            submissions: own,
            attempts: Past.attemptsOf(own, placements(candidate.id)),
          },
        ]
      })
      const { unseen } = ready
      const bound = (weights: Weights.Weights) => (unseen === null ? null : most(role, unseen, weights))
      return { ...answer(pairs, options, bound, workspace, at), damaged }
    }).pipe(Effect.withSpan(`matchloop.${command}`, { captureStackTrace: false }))
}

/** Ranks open positions for a candidate. */
export const forCandidates = (engine: Engine): Suggest<Position> => {
  const { storage } = engine
  const { answer, reading, scored, spelled } = judging(engine)
  const command = "candidates.suggest"
  return (id, raw) =>
    Effect.gen(function* () {
      if (!isRef(id)) return yield* Decoding.wrong(command, null, ["id"], "is no id")
      const options = yield* decodeInput(raw ?? {}, command, id)
      const { workspace } = yield* Session
      yield* settle(engine, workspace)
      const current = (yield* Aliases.currentOf(storage, workspace, id)) ?? id
      const [row] = yield* storage.get(workspace, "candidate", [current])
      if (row === undefined) return yield* new NotFound({ noun: "candidate", id, field: "id" })
      const at = new Date(yield* engine.now).toISOString()
      const candidate = asOf("candidate", yield* Decode.record("candidate", row), at, engine.config.pipelines ?? {})
      const profile = Profile.profileOf(candidate, reading)
      const of = { workspace, noun: "position" } as const
      const wanted = { kinds: ["open"], limit: scored(options) }
      const all = yield* narrow(storage, { ...of, rarest: [], asked: 0, left: 0 }, wanted)
      const found =
        all.unseen === null ? all : yield* narrow(storage, yield* rank(storage, spelled(profile.skills), of), wanted)
      const given = { ids: found.ids, id: [current] }
      const { rows } = yield* storage.load({ workspace, plan: forCandidate, given, idempotencyKey: null })
      const damaged: Array<CorruptRecord> = []
      const consents = sort("consent", rows.consents, damaged)
      const submissions = sort("submission", rows.submissions, damaged)
      const attempts = Past.attemptsOf(submissions, sort("placement", rows.placements, damaged))
      const clients = new Map(sort("client", rows.clients, damaged).map((client) => [client.id, client]))
      const pairs = sort("position", rows.positions, damaged).flatMap(
        (position): ReadonlyArray<readonly [Position, Pair]> => {
          const client = clients.get(position.clientId)
          const role = Profile.roleOf(position, reading)
          return client === undefined
            ? []
            : [[position, { candidate, profile, client, role, consents, submissions, attempts }]]
        },
      )
      // A position that was not looked at may ask for nothing but what the candidate has.
      const bound = () => (all.unseen === null ? null : Number.POSITIVE_INFINITY)
      return { ...answer(pairs, options, bound, workspace, at), damaged }
    }).pipe(Effect.withSpan(`matchloop.${command}`, { captureStackTrace: false }))
}
