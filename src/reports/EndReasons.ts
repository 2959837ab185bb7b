import * as Schema from "effect/Schema"
import type { PipelineName } from "../domain/Nouns.js"
import * as Reason from "../domain/Reason.js"
import * as Columns from "./Columns.js"
import * as History from "./History.js"
import * as Journeys from "./Journeys.js"
import * as Kinds from "./Kinds.js"
import * as Rate from "./Rate.js"
import * as Report from "./Report.js"
import * as Standing from "./Standing.js"

export interface EndRow {
  readonly kind: string
  /** As it was said; null where nothing was, `given once` for all that one person each was given. */
  readonly reason: string | null
  readonly party: string | null
  /** Where it stood before; null where it never stood anywhere else. */
  readonly fromKind: string | null
  readonly fromStage: string | null
  readonly count: number
  readonly ofEnded: Rate.Rate
  readonly ids?: ReadonlyArray<string>
}

export interface EndReasons extends Report.Echo {
  readonly report: "endReasons"
  readonly policy: {
    readonly counted: "ended in window and not restored since"
    readonly named: "reasons that two people or more were given"
    readonly floor: number
  }
  readonly pipeline: PipelineName
  readonly ended: number
  /** Most frequent first, those of reasons that were given once at the end. */
  readonly rows: ReadonlyArray<EndRow>
}

/**
 * The reasons that one person alone was given, by their code, among those who are counted: of whom that is does not
 * matter, so that who is erased leaves the report as it was. What is nobody's, and what the system says, stays as it is.
 */
const onlyOnce = (journeys: Journeys.Journeys, reasons: Journeys.Texts, ended: ReadonlyArray<number>) => {
  const column = Columns.person(journeys.pipeline)
  const many = reasons.values.map((reason) => column === undefined || Reason.isOwn(reason))
  if (column !== undefined) {
    const people = Journeys.text(journeys, column)
    const first = new Map<number, number>()
    for (const subject of ended) {
      const reason = reasons.codes[Standing.last(journeys, subject)] ?? -1
      if (reason < 0) continue
      // Who is nobody's is like nobody else.
      const person = people.codes[subject] ?? -1
      const own = person < 0 ? -1 - subject : person
      if ((first.get(reason) ?? own) !== own) many[reason] = true
      first.set(reason, own)
    }
  }
  return many.map((more) => !more)
}

/** What subjects of a pipeline ended by: kind, reason, party, and the stage that they came from. */
export const endReasons = Report.define({
  name: "endReasons",
  input: Report.ordered(
    Schema.Struct({
      ...Report.windowed,
      pipeline: Schema.optionalWith(Report.Pipeline, { default: () => "submission" as const }),
    }),
  ),
  needs: (asked) => {
    const person = Columns.person(asked.pipeline)
    return {
      [asked.pipeline]: {
        columns: [...new Set([...(asked.ids ? ["id"] : []), ...(person === undefined ? [] : [person])])],
        said: ["reason", "party"],
        active: Report.windowOf(asked),
      },
    }
  },
  answer: (asked, history): EndReasons => {
    const { pipeline } = asked
    const journeys = History.of(history, pipeline)
    const { from, to } = Report.windowOf(asked)
    const kinds = Kinds.all(pipeline)
    const over = Kinds.inPhase(pipeline, "ended")
    const reasons = Journeys.saying(journeys, "reason")
    const parties = Journeys.saying(journeys, "party")
    const { entered, first, kind, stage } = journeys
    const ended: Array<number> = []
    for (let subject = 0; subject < journeys.size; subject++) {
      const visit = Standing.last(journeys, subject)
      const at = entered[visit] ?? 0
      if (over[kind[visit] ?? 0] === 1 && at >= from && at < to) ended.push(subject)
    }
    const once = onlyOnce(journeys, reasons, ended)
    const groups = new Map<
      string,
      {
        readonly visit: number
        readonly begun: boolean
        readonly reason: string | null
        readonly subjects: Array<number>
      }
    >()
    for (const subject of ended) {
      const visit = Standing.last(journeys, subject)
      const begun = visit > (first[subject] ?? 0)
      const place = begun ? `${kind[visit - 1]} ${stage.codes[visit - 1]}` : ""
      const code = reasons.codes[visit] ?? -1
      const reason = once[code] === true ? Reason.once : Journeys.at(reasons, visit)
      const key = `${kind[visit]} ${reason === Reason.once ? "once" : code} ${parties.codes[visit]} ${place}`
      const group = groups.get(key)
      if (group === undefined) groups.set(key, { visit, begun, reason, subjects: [subject] })
      else group.subjects.push(subject)
    }
    const rows = [...groups.values()].map(
      ({ begun, reason, subjects, visit }): EndRow => ({
        kind: kinds[kind[visit] ?? 0] ?? "",
        reason,
        party: Journeys.at(parties, visit),
        fromKind: begun ? (kinds[kind[visit - 1] ?? 0] ?? null) : null,
        fromStage: begun ? Journeys.at(stage, visit - 1) : null,
        count: subjects.length,
        ofEnded: Rate.of(subjects.length, ended.length, asked.floor),
        ...(asked.ids ? { ids: Journeys.ids(journeys, subjects) } : {}),
      }),
    )
    const last = ({ reason }: EndRow) => Number(reason === Reason.once)
    const name = ({ fromKind, fromStage, kind, party, reason }: EndRow) =>
      JSON.stringify([kinds.indexOf(kind), reason, party, fromKind, fromStage])
    return {
      report: "endReasons",
      policy: {
        counted: "ended in window and not restored since",
        named: "reasons that two people or more were given",
        floor: asked.floor,
      },
      pipeline,
      ...Report.echo(asked),
      ended: ended.length,
      rows: rows.toSorted((a, b) => last(a) - last(b) || b.count - a.count || (name(a) < name(b) ? -1 : 1)),
    }
  },
})
