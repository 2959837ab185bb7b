import * as Schema from "effect/Schema"
import type { PipelineName } from "../domain/Nouns.js"
import * as Behind from "./Behind.js"
import * as History from "./History.js"
import * as Kinds from "./Kinds.js"
import * as Report from "./Report.js"

export interface FlowNode {
  readonly kind: string
  readonly phase: "live" | "won" | "ended"
  /** Subjects that began here. */
  readonly started: number
  /** Subjects that came here over the links; `started + in = out + standing`. */
  readonly in: number
  readonly out: number
  /** Subjects that are here, whether still running or ended. */
  readonly standing: number
  readonly ids?: { readonly [N in "started" | "in" | "out" | "standing"]: ReadonlyArray<string> }
}

export interface FlowLink {
  readonly from: string
  readonly to: string
  /** Subjects whose way leads over this link, each once. */
  readonly subjects: number
  /** Passages on detours: ways on from a kind that were undone by a return to it, and the returns. */
  readonly reentries: number
  /** Of the reentries, an id as often as it passed. */
  readonly ids?: { readonly subjects: ReadonlyArray<string>; readonly reentries: ReadonlyArray<string> }
}

export interface Flow extends Report.Echo {
  readonly report: "flow"
  /** A subject's way: its kinds in order, without what lies between leaving a kind and being back at it. */
  readonly policy: {
    readonly cohort: "started in window"
    readonly counted: "each subject once a link, on its way without detours"
  }
  readonly pipeline: PipelineName
  readonly started: number
  readonly nodes: ReadonlyArray<FlowNode>
  readonly links: ReadonlyArray<FlowLink>
}

/** From which kind to which the subjects of a cohort went, ends included: as many leave a kind as came and did not stay. */
export const flow = Report.define({
  name: "flow",
  input: Report.ordered(Schema.Struct({ pipeline: Report.Pipeline, ...Report.windowed })),
  needs: (asked) => ({
    [asked.pipeline]: { columns: asked.ids ? ["id"] : [], started: Report.windowOf(asked) },
  }),
  answer: (asked, history): Flow => {
    const { pipeline } = asked
    const journeys = History.of(history, pipeline)
    const { from, to } = Report.windowOf(asked)
    const kinds = Kinds.all(pipeline)
    const width = kinds.length
    const subjects = new Int32Array(width * width)
    const passages = new Int32Array(width * width)
    const begun = new Int32Array(width)
    const standing = new Int32Array(width)
    const way = new Uint8Array(width)
    // Of each kind its place on the way of the subject in hand, one up; 0 where it is not on it.
    const place = new Uint8Array(width)
    const ofLink = Behind.gather<"subjects" | "reentries">()
    const ofNode = Behind.gather<"started" | "in" | "out" | "standing">()
    // Of the subject in hand, where ids are asked for: the links that it passed.
    const passed: Array<number> = []
    const { entered, first, kind } = journeys
    let started = 0
    for (let subject = 0; subject < journeys.size; subject++) {
      const start = first[subject] ?? 0
      const at = entered[start] ?? 0
      if (at < from || at >= to) continue
      started++
      const end = first[subject + 1] ?? 0
      let length = 0
      let before = -1
      passed.length = 0
      for (let visit = start; visit < end; visit++) {
        const code = kind[visit] ?? 0
        if (code === before) continue
        if (before >= 0) {
          const link = before * width + code
          passages[link] = (passages[link] ?? 0) + 1
          if (asked.ids) passed.push(link)
        }
        before = code
        const known = place[code] ?? 0
        if (known === 0) {
          way[length++] = code
          place[code] = length
        } else {
          while (length > known) place[way[--length] ?? 0] = 0
        }
      }
      begun[way[0] ?? 0] = (begun[way[0] ?? 0] ?? 0) + 1
      standing[before] = (standing[before] ?? 0) + 1
      if (asked.ids) {
        ofNode.add(way[0] ?? 0, "started", journeys, subject)
        ofNode.add(before, "standing", journeys, subject)
      }
      for (let step = 0; step < length; step++) {
        const code = way[step] ?? 0
        place[code] = 0
        if (step === 0) continue
        const link = (way[step - 1] ?? 0) * width + code
        subjects[link] = (subjects[link] ?? 0) + 1
        if (!asked.ids) continue
        ofLink.add(link, "subjects", journeys, subject)
        ofNode.add(way[step - 1] ?? 0, "out", journeys, subject)
        ofNode.add(code, "in", journeys, subject)
        passed.splice(passed.indexOf(link), 1)
      }
      // What is left of the passages did not lead on.
      for (const link of passed) ofLink.add(link, "reentries", journeys, subject)
    }
    const links: Array<FlowLink> = []
    const came = new Int32Array(width)
    const went = new Int32Array(width)
    for (const [link, passed] of passages.entries()) {
      if (passed === 0) continue
      const source = Math.floor(link / width)
      const target = link % width
      const count = subjects[link] ?? 0
      came[target] = (came[target] ?? 0) + count
      went[source] = (went[source] ?? 0) + count
      links.push({
        from: kinds[source] ?? "",
        to: kinds[target] ?? "",
        subjects: count,
        reentries: passed - count,
        ...(asked.ids
          ? { ids: { subjects: ofLink.of(link, "subjects"), reentries: ofLink.of(link, "reentries") } }
          : {}),
      })
    }
    return {
      report: "flow",
      policy: { cohort: "started in window", counted: "each subject once a link, on its way without detours" },
      pipeline,
      ...Report.echo(asked),
      started,
      nodes: kinds.map((name, code) => ({
        kind: name,
        phase: Kinds.phase(pipeline, name) ?? "live",
        started: begun[code] ?? 0,
        in: came[code] ?? 0,
        out: went[code] ?? 0,
        standing: standing[code] ?? 0,
        ...(asked.ids
          ? {
              ids: {
                started: ofNode.of(code, "started"),
                in: ofNode.of(code, "in"),
                out: ofNode.of(code, "out"),
                standing: ofNode.of(code, "standing"),
              },
            }
          : {}),
      })),
      links,
    }
  },
})
