import * as Either from "effect/Either"
import type * as Noun from "./Noun.js"
import { TransitionRefused } from "./Refusal.js"

/** Anything that stands at a kind. */
export interface Staged {
  readonly id: string
  readonly kind: string
}

/** Anything that a pipeline can be told. */
export interface Named {
  readonly _tag: string
}

export type Of<S extends Staged, K> = Extract<S, { readonly kind: K }>
export type Tagged<C extends Named, T> = Extract<C, { readonly _tag: T }>

/** A pure test of the facts: what it proves, for the step to use, or the refusal that says what is missing. */
export type Guard<S, X, A = unknown, R = unknown> = (state: S, facts: X) => Either.Either<A, R>
type NoGuards = Record<never, never>
// biome-ignore lint/suspicious/noExplicitAny: guards are contravariant in their state, so their bound has to be open
type Guards<S, X> = { readonly [name: string]: Guard<S, X, any, any> }

/** What the guards of a row have proved, by guard. */
export type Proofs<G> = {
  readonly [N in keyof G]: G[N] extends (...args: never) => Either.Either<infer A, infer _R> ? A : never
}
export type RefusalOf<G> = {
  readonly [N in keyof G]: G[N] extends (...args: never) => Either.Either<infer _A, infer R> ? R : never
}[keyof G]

/** What any of a table's guards can refuse with. */
type StepRefusal<R> = { [T in keyof R]: R[T] extends { readonly guards: infer G } ? RefusalOf<G> : never }[keyof R]

/** One line of the table: a command, the kinds it is legal in, the kinds it leads to, its guards, and the step itself. */
export interface Row<
  S extends Staged,
  C extends Named,
  X,
  T extends C["_tag"],
  From extends S["kind"],
  To extends S["kind"],
  G,
> {
  readonly from: ReadonlyArray<From>
  /** Several where the target depends on the state; `stays` for a move between the stages of one kind. */
  readonly to: ReadonlyArray<To> | "stays"
  readonly guards: G
  readonly next: (state: Of<S, From>, command: Tagged<C, T>, proofs: Proofs<G>) => Of<S, NoInfer<To>>
  readonly context?: X
}

// biome-ignore lint/suspicious/noExplicitAny: the bound of a table whose rows each have their own types
type AnyRow = Row<any, any, any, any, any, any, any>
type Rows = { readonly [tag: string]: AnyRow }

/** The commands of a table that are legal in a kind. */
export type Legal<R, K> = {
  [T in keyof R]: R[T] extends { readonly from: ReadonlyArray<infer From> } ? (K extends From ? T : never) : never
}[keyof R] &
  string

/** The commands of a table that ask no guard. */
export type Unguarded<R> = {
  [T in keyof R]: R[T] extends { readonly guards: infer G } ? ([keyof G] extends [never] ? T : never) : never
}[keyof R] &
  string

type TargetOf<R, K> = R extends { readonly to: infer To } ? (To extends ReadonlyArray<infer Kind> ? Kind : K) : never

export interface Edge {
  readonly command: string
  readonly from: string
  readonly to: string
  readonly guards: ReadonlyArray<string>
}

/** What a pipeline says of one command for one subject. */
export interface Verdict<R> {
  readonly command: string
  readonly allowed: boolean
  readonly refusals: ReadonlyArray<R | TransitionRefused>
}

export interface Pipeline<S extends Staged, C extends Named, X, R> {
  readonly name: string
  readonly rows: R
  /** The kinds, in the order in which they are reached. */
  readonly kinds: ReadonlyArray<S["kind"]>
  /** Takes a command that the types do not know to be legal: a step, or the refusal. Total. */
  readonly step: (state: S, command: C, facts: X) => Either.Either<S, TransitionRefused | StepRefusal<R>>
  /** Takes a command that asks no guard, so that no facts are needed. Total. */
  readonly take: <T extends Unguarded<R> & C["_tag"]>(
    state: S,
    command: Tagged<C, T>,
  ) => Either.Either<S, TransitionRefused>
  /** Takes a command that the types know to be legal in the state's kind. */
  readonly send: <K extends S["kind"], T extends Legal<R, K> & C["_tag"]>(
    state: Of<S, K>,
    command: Tagged<C, T>,
    facts: X,
  ) => Either.Either<
    Of<S, TargetOf<R[T & keyof R], K>>,
    R[T & keyof R] extends { guards: infer G } ? RefusalOf<G> : never
  >
  readonly legal: (kind: S["kind"]) => ReadonlyArray<C["_tag"]>
  readonly edges: ReadonlyArray<Edge>
  readonly explain: (state: S, facts: X) => ReadonlyArray<Verdict<unknown>>
}

/** Starts a pipeline: `S` its records, `C` its commands, `X` the facts its guards look at. */
export const of = <S extends Staged, C extends Named, X>() => ({
  row: <
    T extends C["_tag"],
    const From extends S["kind"],
    const To extends S["kind"] = never,
    const G extends Guards<Of<S, From>, X> = NoGuards,
  >(
    _tag: T,
    from: ReadonlyArray<From>,
    to: ReadonlyArray<To> | "stays",
    next: (
      state: Of<S, From>,
      command: Tagged<C, T>,
      proofs: Proofs<G>,
    ) => Of<S, [To] extends [never] ? From : NoInfer<To>>,
    guards?: G,
  ) => ({ from, to, next, guards: guards ?? ({} as G) }),

  define: <
    N extends Noun.Noun,
    const R extends { readonly [T in C["_tag"]]: { readonly from: ReadonlyArray<S["kind"]> } },
  >(
    noun: N,
    rows: R,
  ): Pipeline<S, C, X, R> => build(noun, rows as unknown as Rows) as unknown as Pipeline<S, C, X, R>,
})

/** A row as the step looks it up. */
interface Ready {
  readonly command: string
  readonly from: ReadonlyArray<string>
  readonly to: ReadonlyArray<string> | "stays"
  readonly guards: ReadonlyArray<{ readonly name: string; readonly test: Guard<Staged, unknown> }>
  readonly next: (state: Staged, command: Named, proofs: { readonly [name: string]: unknown }) => Staged
}

const build = (noun: Noun.Noun, rows: Rows): Pipeline<Staged, Named, unknown, Rows> => {
  const kinds = Object.keys(noun.kinds ?? {})
  const table = new Map<string, Map<string, Ready>>(kinds.map((kind) => [kind, new Map()]))
  const ready = Object.entries(rows).map(([command, { from, guards, next, to }]): Ready => {
    const tests = Object.entries(guards as { readonly [name: string]: Guard<Staged, unknown> })
    return { command, from, to, next, guards: tests.map(([name, test]) => ({ name, test })) }
  })
  for (const row of ready) for (const kind of row.from) table.get(kind)?.set(row.command, row)

  const legal = (kind: string) => [...(table.get(kind)?.keys() ?? [])]
  const refuse = (state: Staged, command: string) =>
    new TransitionRefused({ noun: noun.name, id: state.id, kind: state.kind, command, legal: legal(state.kind) })

  const noProofs = Object.freeze({})
  const step = (state: Staged, command: Named, facts: unknown): Either.Either<Staged, never> => {
    const row = table.get(state.kind)?.get(command._tag)
    if (row === undefined) return Either.left(refuse(state, command._tag)) as never
    if (row.guards.length === 0) return Either.right(row.next(state, command, noProofs))
    const proofs: { [name: string]: unknown } = {}
    for (const { name, test } of row.guards) {
      const proof = test(state, facts)
      if (Either.isLeft(proof)) return proof as never
      proofs[name] = proof.right
    }
    return Either.right(row.next(state, command, proofs))
  }

  return {
    name: noun.name,
    rows,
    kinds,
    step,
    take: (state, command) => step(state, command, undefined),
    send: step as never,
    legal,
    edges: ready.flatMap(({ command, guards, ...row }) =>
      row.from.flatMap((from) =>
        (row.to === "stays" ? [from] : row.to).map((to) => ({
          command,
          from,
          to,
          guards: guards.map(({ name }) => name),
        })),
      ),
    ),
    explain: (state, facts) =>
      ready.map(({ command, from, guards }) => {
        const refusals = from.includes(state.kind)
          ? guards.flatMap(({ test }) => {
              const proof = test(state, facts)
              return Either.isLeft(proof) ? [proof.left] : []
            })
          : [refuse(state, command)]
        return { command, allowed: refusals.length === 0, refusals }
      }),
  }
}

/** The kinds that some row leads to or that records start at. */
export const reachable = (edges: ReadonlyArray<Edge>, start: string): ReadonlySet<string> => {
  const seen = new Set([start])
  for (let grown = true; grown; ) {
    grown = false
    for (const edge of edges) {
      if (seen.has(edge.from) && !seen.has(edge.to)) {
        seen.add(edge.to)
        grown = true
      }
    }
  }
  return seen
}

/** The pipeline as a Mermaid state diagram: commands that lead the same way share an arrow. */
export const mermaid = (pipeline: {
  readonly kinds: ReadonlyArray<string>
  readonly edges: ReadonlyArray<Edge>
}): string => {
  const arrows = new Map<string, Set<string>>()
  for (const edge of pipeline.edges) {
    if (edge.from === edge.to) continue
    const arrow = `${edge.from} --> ${edge.to}`
    arrows.set(
      arrow,
      (arrows.get(arrow) ?? new Set()).add(
        edge.guards.length > 0 ? `${edge.command} [${edge.guards.join(", ")}]` : edge.command,
      ),
    )
  }
  const start = pipeline.kinds[0]
  return [
    "stateDiagram-v2",
    ...(start === undefined ? [] : [`  [*] --> ${start}`]),
    ...[...arrows].map(([arrow, commands]) => `  ${arrow}: ${[...commands].join(" / ")}`),
  ].join("\n")
}
