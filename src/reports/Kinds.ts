import * as Noun from "../domain/Noun.js"
import { Nouns, type PipelineName } from "../domain/Nouns.js"

/** The kinds that a subject gets forward through, in order: those of the pipeline that are not an end. */
export const forward = (pipeline: PipelineName): ReadonlyArray<string> =>
  Noun.kindsIn(Nouns[pipeline] as Noun.Noun<string, string, Noun.Noun["fields"], Noun.Kinds<string>>, "live", "won")

export const all = (pipeline: PipelineName): ReadonlyArray<string> => Object.keys(Nouns[pipeline].kinds)

export const phase = (pipeline: PipelineName, kind: string): "live" | "won" | "ended" | null => {
  const kinds: { readonly [name: string]: Noun.Kind<string> } = Nouns[pipeline].kinds
  return kinds[kind]?.phase ?? null
}
