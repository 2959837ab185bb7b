import * as Schema from "effect/Schema"
import type { PipelineName } from "../domain/Nouns.js"
import * as FallOffs from "./FallOffs.js"
import * as Kinds from "./Kinds.js"
import * as Recognition from "./Recognition.js"
import * as Report from "./Report.js"

const known = ({ pipeline, kind }: { readonly pipeline: PipelineName; readonly kind: string }, path: string) =>
  Kinds.all(pipeline).includes(kind) || { path: [path], message: `is no kind of a ${pipeline}` }

/** What a trend can show. */
export const Measure = Schema.Union(
  /** How many began. */
  Schema.Struct({ of: Schema.Literal("started"), pipeline: Report.Pipeline }),
  /** How many first came to a kind, or a later one; to an end: ended by it and stayed ended. */
  Schema.Struct({ of: Schema.Literal("reached"), pipeline: Report.Pipeline, kind: Schema.String }).pipe(
    Schema.filter((measure) => known(measure, "kind")),
  ),
  /** Submissions that first reached the client, stood at `interviewing`, came to an offer, were accepted. */
  Schema.Struct({ of: Schema.Literal("submitted", "interviewed", "offered", "placed") }),
  /** Net fee revenue. */
  Schema.Struct({
    of: Schema.Literal("fee"),
    recognised: Schema.optionalWith(Schema.Literal(...Recognition.policies), { default: () => "accept" as const }),
  }),
  /** As the reports of the same names; fall-offs by the end of the guarantee. */
  Schema.Struct({ of: Schema.Literal("fillRate", "offerAcceptance", "fallOffs") }),
  /** Of the subjects that first came to a kind in the period, those that ever reached another. */
  Schema.Struct({
    of: Schema.Literal("conversion"),
    pipeline: Report.Pipeline,
    kind: Schema.String,
    to: Schema.String,
  }).pipe(
    Schema.filter((measure) => known(measure, "kind")),
    Schema.filter(({ pipeline, to }) => known({ pipeline, kind: to }, "to")),
  ),
  /** Median of the stays that were completed in the period. */
  Schema.Struct({ of: Schema.Literal("timeInStage"), pipeline: Report.Pipeline, stage: Schema.String }),
  /** Median of the fills in the period. */
  Schema.Struct({ of: Schema.Literal("timeToFill") }),
)
export type Measure = typeof Measure.Type

/** What a measure reads. */
export const needs = (
  measure: Measure,
  asked: { readonly ids: boolean } & Parameters<typeof Report.windowOf>[0],
): Report.Needs => {
  const columns = asked.ids ? (["id"] as const) : []
  const window = Report.windowOf(asked)
  switch (measure.of) {
    case "started":
      return { [measure.pipeline]: { columns, started: window } }
    case "reached":
      // An end is no stage that anybody is active at.
      return { [measure.pipeline]: { columns } }
    case "conversion":
    case "timeInStage":
      return { [measure.pipeline]: { columns, active: window } }
    case "submitted":
    case "interviewed":
    case "offered":
    case "placed":
      return { submission: { columns, active: window } }
    case "fee":
      return { placement: { columns: [...Recognition.columns, ...columns] } }
    case "fallOffs":
      return { placement: { columns: [...FallOffs.columns, ...columns] } }
    case "offerAcceptance":
      return { offer: { columns: ["submissionId", "revision", ...columns] } }
    case "fillRate":
    case "timeToFill":
      return {
        opening: { columns: ["positionId", ...columns], said: ["reason"] },
        position: { columns: ["id"], whole: true },
      }
  }
}
