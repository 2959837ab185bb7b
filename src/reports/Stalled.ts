import * as Schema from "effect/Schema"
import type { Instant } from "../domain/Field.js"
import type { PipelineName } from "../domain/Nouns.js"
import * as Behind from "./Behind.js"
import * as History from "./History.js"
import * as Journeys from "./Journeys.js"
import * as Kinds from "./Kinds.js"
import * as Quantile from "./Quantile.js"
import * as References from "./References.js"
import * as Report from "./Report.js"
import * as Standing from "./Standing.js"
import * as TimeInStage from "./TimeInStage.js"

export interface StalledRow {
  readonly id: string
  readonly stage: string
  readonly kind: string
  readonly owner: string | null
  /** When it came to the stage, this time. */
  readonly since: Instant
  readonly ageMillis: number
  readonly lastTouch: Instant
}

export interface StalledStage {
  readonly stage: string
  readonly kind: string
  /** How many stand there. */
  readonly live: number
  readonly stalled: number
  /** Null where fewer stays are complete than the floor asks for: nobody is called stalled there. */
  readonly thresholdMillis: number | null
  /** How many complete stays a threshold of the stage's own rests on; null where it was given. */
  readonly completed: number | null
  readonly ids?: { readonly [N in "live" | "stalled" | "completed"]: ReadonlyArray<string> }
}

export interface Stalled {
  readonly report: "stalled"
  readonly policy: {
    readonly age: "since it came to the stage, this time"
    readonly threshold: "given" | "90th percentile of the stage's completed stays"
    readonly lastTouch: "last visit begun, by the subject or by what hangs on it"
    readonly floor: number
  }
  readonly pipeline: PipelineName
  readonly at: Instant
  readonly live: number
  readonly stalled: number
  readonly stages: ReadonlyArray<StalledStage>
  /** Oldest first, as many as the limit allows. */
  readonly rows: ReadonlyArray<StalledRow>
}

/** What is read of each pipeline, and of what hangs on its subjects: there the first column names the subject. */
const reads: { readonly [P in PipelineName]: Report.Needs } = {
  candidate: {
    candidate: { columns: ["id", "owner"] },
    consent: { columns: ["candidateId"], whole: true },
    submission: { columns: ["candidateId"], whole: true },
    placement: { columns: ["candidateId"], whole: true },
  },
  consent: { consent: { columns: ["id"] } },
  client: {
    client: { columns: ["id", "owner"] },
    opportunity: { columns: ["clientId"], whole: true },
    position: { columns: ["clientId"], whole: true },
  },
  opportunity: { opportunity: { columns: ["id", "owner"] } },
  position: {
    position: { columns: ["id", "owner"] },
    opening: { columns: ["positionId"], whole: true },
    submission: { columns: ["positionId"], whole: true },
  },
  opening: { opening: { columns: ["id", "owner"] } },
  submission: {
    submission: { columns: ["id", "owner"] },
    interview: { columns: ["submissionId"], whole: true },
    offer: { columns: ["submissionId"], whole: true },
  },
  interview: { interview: { columns: ["id", "owner"] } },
  offer: { offer: { columns: ["id", "owner"] } },
  placement: { placement: { columns: ["id"] } },
}

/** When each of some subjects, or something that hangs on it, last came somewhere: milliseconds since 1970. */
const touches = (
  journeys: Journeys.Journeys,
  history: History.History,
  subjects: ReadonlyArray<number>,
): Float64Array => {
  const { entered } = journeys
  const touched = Float64Array.from(subjects, (subject) => entered[Standing.last(journeys, subject)] ?? 0)
  const placeOf = new Int32Array(journeys.size).fill(-1)
  for (const [place, subject] of subjects.entries()) placeOf[subject] = place
  for (const [name, need] of Object.entries(reads[journeys.pipeline])) {
    if (need.whole !== true) continue
    const hanging = History.of(history, name as PipelineName)
    const subjectOf = References.to(hanging, need.columns?.[0] ?? "", journeys)
    for (let one = 0; one < hanging.size; one++) {
      const place = placeOf[subjectOf[one] ?? -1] ?? -1
      const at = place < 0 ? 0 : (hanging.entered[Standing.last(hanging, one)] ?? 0)
      if (at > (touched[place] ?? Number.POSITIVE_INFINITY)) touched[place] = at
    }
  }
  return touched
}

interface Threshold {
  readonly millis: number | null
  readonly completed: number | null
  /** Whose completed stays it rests on. */
  readonly subjects: ReadonlyArray<number>
}

const dayMillis = 86_400_000

/** Who has stood longer at a stage that is not an end than they should: by days given, or by the stage's own history. */
export const stalled = Report.define({
  name: "stalled",
  input: Schema.Struct({
    ...Report.common,
    pipeline: Report.Pipeline,
    /** Days of 24 hours, or the 90th percentile of the stage's own completed stays. */
    olderThan: Schema.optionalWith(Schema.Union(Schema.Number.pipe(Schema.between(0, 36_500)), Schema.Literal("p90")), {
      default: () => "p90" as const,
    }),
    /** How many rows at most. */
    limit: Schema.optionalWith(Schema.Int.pipe(Schema.between(0, 10_000)), { default: () => 100 }),
  }),
  needs: ({ pipeline }) => reads[pipeline],
  answer: (asked, history, { now }): Stalled => {
    const { olderThan, pipeline } = asked
    const journeys = History.of(history, pipeline)
    const kinds = Kinds.all(pipeline)
    const live = Kinds.inPhase(pipeline, "live")
    const { entered, kind, stage } = journeys
    const thresholds = new Map<number, Threshold>()
    const key = (stage: number, kind: number) => stage * kinds.length + kind
    if (olderThan === "p90")
      for (const stays of TimeInStage.stays(
        journeys,
        { from: Number.NEGATIVE_INFINITY, to: now + 1 },
        now,
        asked.ids,
      )) {
        const completed = stays.millis.length
        const p90 = Quantile.of(Float64Array.from(stays.millis).sort(), 0.9)
        thresholds.set(key(stage.values.indexOf(stays.stage), kinds.indexOf(stays.kind)), {
          millis: completed < asked.floor ? null : p90,
          completed,
          subjects: stays.subjects,
        })
      }
    const given = olderThan === "p90" ? null : { millis: olderThan * dayMillis, completed: null, subjects: [] }
    const places = new Map<number, { readonly first: number; live: number; stalled: number }>()
    const found: Array<number> = []
    const behind = Behind.gather<"live" | "stalled">()
    for (let subject = 0; subject < journeys.size; subject++) {
      const visit = Standing.last(journeys, subject)
      if (live[kind[visit] ?? 0] !== 1) continue
      const place = key(stage.codes[visit] ?? 0, kind[visit] ?? 0)
      const here = places.get(place) ?? { first: visit, live: 0, stalled: 0 }
      places.set(place, here)
      here.live++
      if (asked.ids) behind.add(place, "live", journeys, subject)
      const millis = (given ?? thresholds.get(place))?.millis ?? null
      if (millis === null || now - (entered[visit] ?? 0) <= millis) continue
      here.stalled++
      if (asked.ids) behind.add(place, "stalled", journeys, subject)
      found.push(subject)
    }
    const ids = Journeys.text(journeys, "id")
    const owners = Object.hasOwn(journeys.texts, "owner") ? Journeys.text(journeys, "owner") : null
    const since = (subject: number) => entered[Standing.last(journeys, subject)] ?? 0
    const listed = found.toSorted((a, b) => since(a) - since(b) || a - b).slice(0, asked.limit)
    const touched = touches(journeys, history, listed)
    const rows = listed.map((subject, place): StalledRow => {
      const visit = Standing.last(journeys, subject)
      return {
        id: Journeys.at(ids, subject) ?? "",
        stage: Journeys.at(stage, visit) ?? "",
        kind: kinds[kind[visit] ?? 0] ?? "",
        owner: owners === null ? null : Journeys.at(owners, subject),
        since: Report.instant(since(subject)),
        ageMillis: now - since(subject),
        lastTouch: Report.instant(touched[place] ?? 0),
      }
    })
    const stages = [...places].map(([place, { first, live, stalled }]): StalledStage => {
      const { completed, millis, subjects } = given ??
        thresholds.get(place) ?? { completed: 0, millis: null, subjects: [] }
      return {
        stage: Journeys.at(stage, first) ?? "",
        kind: kinds[kind[first] ?? 0] ?? "",
        live,
        stalled,
        thresholdMillis: millis,
        completed,
        ...(asked.ids
          ? {
              ids: {
                live: behind.of(place, "live"),
                stalled: behind.of(place, "stalled"),
                completed: Journeys.ids(journeys, subjects),
              },
            }
          : {}),
      }
    })
    return {
      report: "stalled",
      policy: {
        age: "since it came to the stage, this time",
        threshold: given === null ? "90th percentile of the stage's completed stays" : "given",
        lastTouch: "last visit begun, by the subject or by what hangs on it",
        floor: asked.floor,
      },
      pipeline,
      at: Report.instant(now),
      live: stages.reduce((sum, { live }) => sum + live, 0),
      stalled: found.length,
      stages: stages.toSorted((a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind) || (a.stage < b.stage ? -1 : 1)),
      rows,
    }
  },
})
