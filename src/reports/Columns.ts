import { type NounName, Nouns, type PipelineName, type RecordOf } from "../domain/Nouns.js"
import * as Noun from "../domain/Noun.js"

/** What a report may be limited to or split by. */
export const dimensions = ["recruiter", "client", "position", "source", "tag"] as const
export type Dimension = (typeof dimensions)[number]

/** A fact of another record: `via` names a field that refers to it, and it may in turn refer on. */
interface Joined {
  readonly path: ReadonlyArray<{ readonly via: string; readonly noun: NounName }>
  readonly field: string
}

type Own = { readonly [P in PipelineName]: ReadonlyArray<keyof RecordOf<P> & string> }

/** The facts of each pipeline's subjects that reports read. */
const own = {
  candidate: ["source", "owner", "tags"],
  consent: ["candidateId", "purpose"],
  client: ["owner", "tags"],
  opportunity: ["clientId", "owner", "value", "probability"],
  position: ["clientId", "owner", "tags", "fee", "salary", "guaranteeDays", "opportunityId", "title"],
  opening: ["positionId", "number", "cycle", "replacesPlacementId"],
  submission: ["candidateId", "positionId", "clientId", "openingId", "owner", "source", "attempt", "cycle"],
  interview: ["submissionId", "round"],
  offer: ["submissionId", "revision", "salary"],
  placement: [
    "submissionId",
    "candidateId",
    "positionId",
    "clientId",
    "openingId",
    "cycle",
    "acceptedAt",
    "startsOn",
    "feeTerms",
    "feeAmount",
    "feeCurrency",
    "credits",
    "guaranteeEndsOn",
    "replacesPlacementId",
    "refundAmount",
  ],
} as const satisfies Own

const candidate = { via: "candidateId", noun: "candidate" } as const
const position = { via: "positionId", noun: "position" } as const
const submission = { via: "submissionId", noun: "submission" } as const

const tagged = {
  candidateTags: { path: [candidate], field: "tags" },
  positionTags: { path: [position], field: "tags" },
} as const

const ofSubmission = {
  candidateId: { path: [submission], field: "candidateId" },
  positionId: { path: [submission], field: "positionId" },
  clientId: { path: [submission], field: "clientId" },
  owner: { path: [submission], field: "owner" },
  submissionSource: { path: [submission], field: "source" },
  candidateSource: { path: [submission, candidate], field: "source" },
  candidateTags: { path: [submission, candidate], field: "tags" },
  positionTags: { path: [submission, position], field: "tags" },
} as const

const joined = {
  candidate: {},
  consent: { candidateSource: { path: [candidate], field: "source" } },
  client: {},
  opportunity: {},
  position: { clientFee: { path: [{ via: "clientId", noun: "client" }], field: "fee" } },
  opening: {
    clientId: { path: [position], field: "clientId" },
    owner: { path: [position], field: "owner" },
    positionTags: { path: [position], field: "tags" },
    fee: { path: [position], field: "fee" },
    salary: { path: [position], field: "salary" },
  },
  submission: {
    candidateSource: { path: [candidate], field: "source" },
    candidateSince: { path: [candidate], field: "createdAt" },
    ...tagged,
  },
  interview: ofSubmission,
  offer: ofSubmission,
  placement: {
    submissionSource: { path: [submission], field: "source" },
    submissionSince: { path: [submission], field: "createdAt" },
    candidateSource: { path: [candidate], field: "source" },
    candidateSince: { path: [candidate], field: "createdAt" },
    ...tagged,
  },
} as const satisfies { readonly [P in PipelineName]: { readonly [column: string]: Joined } }

/** A fact about the subjects of a pipeline; `id` is the subject's own. */
export type Column<P extends PipelineName> = "id" | (typeof own)[P][number] | (keyof (typeof joined)[P] & string)

/** Columns that hold numbers: instants as milliseconds since 1970, booleans as 0 and 1. */
export type Shape = "text" | "number" | "json"

const shapeIn = (noun: NounName, field: string): Shape => {
  const column = Noun.allFields(Nouns[noun])[field]?.column
  return column === "integer" || column === "instant" || column === "boolean"
    ? "number"
    : column === "json"
      ? "json"
      : "text"
}

export const joinOf = (pipeline: PipelineName, column: string): Joined | undefined => {
  const joins: { readonly [column: string]: Joined } = joined[pipeline]
  return Object.hasOwn(joins, column) ? joins[column] : undefined
}

const shapes = new Map<string, Shape>()

export const shape = (pipeline: PipelineName, column: string): Shape => {
  if (column === "id") return "text"
  const key = `${pipeline}.${column}`
  const known = shapes.get(key)
  if (known !== undefined) return known
  const join = joinOf(pipeline, column)
  const found = join === undefined ? shapeIn(pipeline, column) : shapeIn(join.path.at(-1)?.noun ?? pipeline, join.field)
  shapes.set(key, found)
  return found
}

/** Every column of a pipeline but `id`. */
export const all = (pipeline: PipelineName): ReadonlyArray<string> => [
  ...own[pipeline],
  ...Object.keys(joined[pipeline]),
]

/** Where a pipeline's subjects say what a dimension asks; a dimension that they do not know is absent. */
const placed: { readonly [P in PipelineName]: { readonly [D in Dimension]?: ReadonlyArray<Column<P>> } } = {
  candidate: { recruiter: ["owner"], source: ["source"], tag: ["tags"] },
  consent: {},
  client: { recruiter: ["owner"], client: ["id"], tag: ["tags"] },
  opportunity: { recruiter: ["owner"], client: ["clientId"] },
  position: { recruiter: ["owner"], client: ["clientId"], position: ["id"], tag: ["tags"] },
  opening: { recruiter: ["owner"], client: ["clientId"], position: ["positionId"], tag: ["positionTags"] },
  submission: {
    recruiter: ["owner"],
    client: ["clientId"],
    position: ["positionId"],
    source: ["candidateSource", "source"],
    tag: ["candidateTags", "positionTags"],
  },
  interview: {
    recruiter: ["owner"],
    client: ["clientId"],
    position: ["positionId"],
    source: ["candidateSource", "submissionSource"],
    tag: ["candidateTags", "positionTags"],
  },
  offer: {
    recruiter: ["owner"],
    client: ["clientId"],
    position: ["positionId"],
    source: ["candidateSource", "submissionSource"],
    tag: ["candidateTags", "positionTags"],
  },
  placement: {
    recruiter: ["credits"],
    client: ["clientId"],
    position: ["positionId"],
    source: ["candidateSource", "submissionSource"],
    tag: ["candidateTags", "positionTags"],
  },
}

/** The column that says whose a pipeline's subjects are; undefined where they are nobody's. */
export const person = <P extends PipelineName>(pipeline: P): Column<P> | undefined =>
  pipeline === "candidate"
    ? "id"
    : ([...own[pipeline], ...Object.keys(joined[pipeline])] as ReadonlyArray<Column<P>>).find(
        (name) => name === "candidateId",
      )

export const dimension = (pipeline: PipelineName, name: Dimension): ReadonlyArray<string> | undefined =>
  placed[pipeline][name]
