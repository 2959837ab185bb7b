import * as Either from "effect/Either"
import * as Command from "./Command.js"
import type { Context } from "./Context.js"
import { decided } from "./Decision.js"
import * as Draft from "./Draft.js"
import type { Fact } from "./Fact.js"
import * as Input from "./Input.js"
import type { NounName, RecordOf } from "./Nouns.js"

type Patch<N extends NounName> = Parameters<typeof Draft.update<N>>[4]

/** A command without an input that gives fields of its subject other values, and refuses nothing. */
export const amending = <const N extends NounName>(
  noun: N,
  name: string,
  type: Fact,
  patch: (subject: RecordOf<N>, context: Context) => Patch<N>,
) =>
  Command.on(noun, name, Input.Nothing, {}, (subject, _input, _loaded, context) => {
    const changes = Draft.make(context)
    return Either.right(decided(changes, Draft.update(changes, noun, subject, type, patch(subject, context))))
  })
