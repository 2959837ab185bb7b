import * as Either from "effect/Either"
import { describe, expect, test } from "vitest"
import { pipelines } from "../../src/domain/Pipelines.js"
import * as Pipeline from "../../src/domain/Pipeline.js"
import { row } from "../../src/testing/Samples.js"

type Loose = Pipeline.Pipeline<
  Pipeline.Staged,
  Pipeline.Named,
  unknown,
  { readonly [tag: string]: { readonly from: ReadonlyArray<string> } }
>

/** The names of one pipeline's commands, its table, and a record of each kind. */
const tables = Object.entries(pipelines).map(([noun, pipeline]) => ({ noun, pipeline: pipeline as unknown as Loose }))

const instant = "2026-11-23T00:00:00.000Z"
const readiness = { ready: true, until: null }
const command = (_tag: string) => ({
  _tag,
  at: instant,
  readiness,
  reason: "r",
  party: "client",
  to: "open",
  probability: 1,
})

const record = (noun: string, kind: string) => {
  const fields =
    noun === "placement" ? { guaranteeEndsOn: "2027-01-01" } : noun === "submission" ? { leftKind: "accepted" } : {}
  return row(noun as keyof typeof pipelines, `${noun}_1`, { kind, ...fields }) as unknown as Pipeline.Staged
}

/** Facts that satisfy every guard, for the nouns whose pipelines have any. */
const satisfied = (noun: string, kind: string, tag: string): unknown => {
  const opening = { id: "opening_1", kind: "open", number: 1 }
  const consent = {
    ...row("consent", "consent_1", { kind: "granted", purpose: "represent" }),
    clientId: null,
    positionId: null,
  }
  return noun === "submission"
    ? {
        at: instant,
        settings: { whenPlaced: "leave", offersBeyondOpenings: false },
        candidate: { id: "cand_1", kind: "ready" },
        consents: [{ ...consent, grantedAt: instant, expiresAt: null }],
        position: { id: "pos_1", kind: "open" },
        openings: [opening],
        attempts: [],
      }
    : { openings: [opening], on: tag === "terminate" ? "2030-01-01" : "2026-12-01", kind }
}

/** Facts that satisfy no guard. */
const lacking = (tag: string) => ({
  at: instant,
  settings: { whenPlaced: "withdraw", offersBeyondOpenings: false },
  candidate: { id: "cand_1", kind: "screened" },
  consents: [],
  position: { id: "pos_1", kind: "onHold" },
  openings: [],
  attempts: [{ id: "sub_9", kind: "shortlisted" }],
  on: tag === "terminate" ? "2026-12-01" : "2030-01-01",
})

describe.each(tables)("the pipeline of a $noun", ({ noun, pipeline }) => {
  const tags = Object.keys(pipeline.rows)

  test("accepts exactly the commands that its table lists, in every kind", () => {
    let pairs = 0
    for (const kind of pipeline.kinds) {
      for (const tag of tags) {
        const listed = pipeline.edges.filter((edge) => edge.from === kind && edge.command === tag)
        const result = pipeline.step(record(noun, kind), command(tag), satisfied(noun, kind, tag))
        pairs++
        expect(Either.isRight(result), `${tag} in ${kind}`).toBe(listed.length > 0)
        if (Either.isRight(result)) expect(listed.map(({ to }) => to)).toContain(result.right.kind)
        else
          expect(result.left).toMatchObject({
            _tag: "TransitionRefused",
            kind,
            command: tag,
            legal: pipeline.legal(kind),
          })
      }
    }
    expect(pairs).toBe(pipeline.kinds.length * tags.length)
  })

  test("is refused by its guards, and by nothing else, where the facts are missing", () => {
    for (const edge of pipeline.edges) {
      const result = pipeline.step(record(noun, edge.from), command(edge.command), lacking(edge.command))
      if (edge.guards.length > 0) expect(Either.isLeft(result), `${edge.command} in ${edge.from}`).toBe(true)
      if (Either.isLeft(result)) expect(result.left).not.toMatchObject({ _tag: "TransitionRefused" })
      const verdict = pipeline
        .explain(record(noun, edge.from), lacking(edge.command))
        .find((one) => one.command === edge.command)
      expect(verdict?.allowed).toBe(Either.isRight(result))
    }
  })

  test("refuses a command that it does not know", () => {
    for (const kind of pipeline.kinds) {
      for (const tag of ["nothing", "__proto__", "constructor", "toString"]) {
        expect(pipeline.step(record(noun, kind), command(tag), {})).toMatchObject({
          left: { _tag: "TransitionRefused" },
        })
      }
    }
  })

  test("reaches every kind from the first", () => {
    expect([...Pipeline.reachable(pipeline.edges, pipeline.kinds[0] ?? "")].toSorted()).toEqual(
      [...pipeline.kinds].toSorted(),
    )
  })
})
