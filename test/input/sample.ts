import type * as Schema from "effect/Schema"
import type { Client } from "../../src/index.js"
import type { Desk } from "../faults/desk.js"

/** A command called as it should be: the record it is on, if any, and an input with every field that it knows. */
export interface Call {
  readonly on?: string
  readonly input: unknown
}

export interface Sample {
  readonly input: Schema.Schema.AnyNoContext
  /** Fields that exclude those of the call. */
  readonly without: ReadonlyArray<string>
  readonly prepare: (desk: Desk, maya: Client) => Promise<Call>
}

interface Definition {
  readonly input: Schema.Schema.AnyNoContext
}

type Encoded<D extends Definition> = Schema.Schema.Encoded<D["input"]>

/** A command without a subject. */
export const of = <const D extends Definition>(
  { input }: D,
  prepare: (desk: Desk, maya: Client) => Promise<Encoded<D>>,
  ...without: ReadonlyArray<keyof Encoded<D> & string>
): Sample => ({ input, without, prepare: async (desk, maya) => ({ input: await prepare(desk, maya) }) })

/** A command on one record. */
export const on = <const D extends Definition>(
  { input }: D,
  prepare: (desk: Desk, maya: Client) => Promise<readonly [string, Encoded<D>]>,
  ...without: ReadonlyArray<keyof Encoded<D> & string>
): Sample => ({
  input,
  without,
  prepare: async (desk, maya) => {
    const [id, values] = await prepare(desk, maya)
    return { on: id, input: values }
  },
})

export type Samples = { readonly [operation: string]: ReadonlyArray<Sample> }
