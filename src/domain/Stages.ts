import { Nouns, type PipelineName } from "./Nouns.js"

/** A stage of an agency's board: its name and the kind it stands for. */
export interface Stage {
  readonly name: string
  readonly kind: string
  /** Win probability, percent; business development only. */
  readonly probability?: number
  /** The stages it may move on to; any of its kind where absent. */
  readonly next?: ReadonlyArray<string>
}

export type Stages = { readonly [P in PipelineName]?: ReadonlyArray<Stage> }

/** The business-development pipeline of an agency that brings none of its own. */
export const businessDevelopment: ReadonlyArray<Stage> = [
  { name: "Prospecting", kind: "open", probability: 10 },
  { name: "Qualification", kind: "open", probability: 20 },
  { name: "Proposal", kind: "open", probability: 50 },
  { name: "Negotiation", kind: "open", probability: 80 },
]

const configured = (stages: Stages, pipeline: PipelineName): ReadonlyArray<Stage> =>
  stages[pipeline] ?? (pipeline === "opportunity" ? businessDevelopment : [])

/** The stages of a pipeline in board order: the agency's own, and one named like its kind for every kind without. */
export const all = (stages: Stages, pipeline: PipelineName): ReadonlyArray<Stage> => {
  const own = configured(stages, pipeline)
  return Object.keys(Nouns[pipeline].kinds).flatMap((kind) => {
    const under = own.filter((stage) => stage.kind === kind)
    return under.length > 0 ? under : [{ name: kind, kind }]
  })
}

export const find = (stages: Stages, pipeline: PipelineName, name: string): Stage | undefined =>
  configured(stages, pipeline).find((stage) => stage.name === name) ??
  all(stages, pipeline).find((stage) => stage.name === name)

/** The first stage under a kind. */
export const first = (stages: Stages, pipeline: PipelineName, kind: string): Stage =>
  configured(stages, pipeline).find((stage) => stage.kind === kind) ?? { name: kind, kind }

/** The wanted stage where it stands for the kind, else the first under it. */
export const resolve = (stages: Stages, pipeline: PipelineName, kind: string, wanted: string | null): Stage => {
  const stage = wanted === null ? undefined : find(stages, pipeline, wanted)
  return stage?.kind === kind ? stage : first(stages, pipeline, kind)
}
