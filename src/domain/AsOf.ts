import type { Instant } from "./Field.js"
import type { Entry } from "./Ledger.js"
import type { NounName, PipelineName, RecordOf } from "./Nouns.js"
import * as Stages from "./Stages.js"

type Time<N extends NounName> = (record: RecordOf<N>, at: Instant, stages: Stages.Stages) => RecordOf<N>

const hasEnded = (end: Instant | null, at: Instant): end is Instant => end !== null && end <= at

const stage = (stages: Stages.Stages, pipeline: PipelineName, kind: string): string =>
  Stages.first(stages, pipeline, kind).name

const candidate: Time<"candidate"> = (record, at, stages) =>
  record.kind === "ready" && hasEnded(record.readyUntil, at)
    ? {
        ...record,
        kind: "screened",
        stage: stage(stages, "candidate", "screened"),
        stageSince: record.readyUntil,
        readyUntil: null,
      }
    : record

const consent: Time<"consent"> = (record, at, stages) =>
  record.kind === "granted" && hasEnded(record.expiresAt, at)
    ? {
        ...record,
        kind: "expired",
        stage: stage(stages, "consent", "expired"),
        stageSince: record.expiresAt,
        endedAt: record.expiresAt,
      }
    : record

const offer: Time<"offer"> = (record, at, stages) =>
  record.kind === "extended" && hasEnded(record.expiresAt, at)
    ? {
        ...record,
        kind: "expired",
        stage: stage(stages, "offer", "expired"),
        stageSince: record.expiresAt,
        resolvedAt: record.expiresAt,
      }
    : record

const times: { readonly [N in NounName]?: Time<N> } = { candidate, consent, offer }

/** A record as time has made it by an instant, even before anybody wrote that down. */
export const asOf = <N extends NounName>(
  noun: N,
  record: RecordOf<N>,
  at: Instant,
  stages: Stages.Stages,
): RecordOf<N> => {
  const time: Time<N> | undefined = times[noun]
  return time === undefined ? record : time(record, at, stages)
}

const runOut: ReadonlySet<string> = new Set(["ConsentExpired", "OfferExpired"])
const following: ReadonlySet<string> = new Set([...runOut, "CandidateLostReadiness", "OpeningReleased"])

/**
 * Of entries that were recorded after an instant, those that only write down what time alone had done by then: a
 * consent or an offer that ran out, and what followed from it.
 */
export const ofTime = (entries: ReadonlyArray<Entry>, instant: Instant): ReadonlyArray<Entry> => {
  const acts = new Set(entries.flatMap(({ act, at, type }) => (at <= instant && runOut.has(type) ? [act] : [])))
  return entries.filter(({ act, at, type }) => at <= instant && acts.has(act) && following.has(type))
}
