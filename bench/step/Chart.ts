import * as Either from "effect/Either"
import { assign, createMachine } from "xstate"
import type { Facts } from "../../src/domain/submission/Facts.js"
import type { Submission } from "../../src/domain/submission/Submission.js"
import { type Command, SubmissionLifecycle } from "../../src/domain/submission/SubmissionLifecycle.js"

type Given = { readonly submission: Submission; readonly facts: Facts }
type Event = { readonly type: string; readonly command: Command }
type Look = (state: Submission, facts: Facts) => Either.Either<unknown, unknown>

interface Row {
  readonly from: ReadonlyArray<string>
  readonly to: ReadonlyArray<string> | "stays"
  readonly guards: { readonly [name: string]: Look }
  readonly next: (state: Submission, command: Command, proofs: { readonly [name: string]: unknown }) => Submission
}

const rows = Object.entries(SubmissionLifecycle.rows as unknown as { readonly [tag: string]: Row })

const allows =
  ({ guards }: Row) =>
  ({ context }: { readonly context: Given }): boolean =>
    Object.values(guards).every((look) => Either.isRight(look(context.submission, context.facts)))

/** XState's actions learn nothing from its guards, so what the guards found is looked up once more. */
const proved = ({ guards }: Row, { facts, submission }: Given): { readonly [name: string]: unknown } => {
  const proofs: { [name: string]: unknown } = {}
  for (const name of Object.keys(guards)) {
    const proof = guards[name]?.(submission, facts)
    if (proof !== undefined && Either.isRight(proof)) proofs[name] = proof.right
  }
  return proofs
}

const on = (kind: string) =>
  Object.fromEntries(
    rows.flatMap(([tag, row]) => {
      if (!row.from.includes(kind)) return []
      const step = assign(({ context, event }: { readonly context: Given; readonly event: Event }) => ({
        submission: row.next(context.submission, event.command, proved(row, context)),
      }))
      const targets = row.to === "stays" ? [kind] : row.to
      const guarded = Object.keys(row.guards).length > 0
      return [[tag, targets.map((target) => ({ target, actions: step, ...(guarded ? { guard: allows(row) } : {}) }))]]
    }),
  )

/** The submission's pipeline as a machine of XState: the same kinds, commands, guards and steps. */
export const chart = (given: Given) =>
  createMachine({
    types: {} as { context: Given; events: Event },
    id: "submission",
    initial: given.submission.kind,
    context: given,
    // Too wide for the types of a machine that is written out.
    states: Object.fromEntries(SubmissionLifecycle.kinds.map((kind) => [kind, { on: on(kind) }])) as never,
  })
