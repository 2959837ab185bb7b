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

/** Of each kind, how far forward it lies: 0 is the first; -1 for an end. */
export const ranks = (pipeline: PipelineName): Int8Array => {
  const kinds = forward(pipeline)
  return Int8Array.from(all(pipeline), (kind) => kinds.indexOf(kind))
}

/** The code of a kind in journeys, 255 for one that the pipeline does not know. */
export const code = (pipeline: PipelineName, kind: string): number => {
  const place = all(pipeline).indexOf(kind)
  return place === -1 ? 255 : place
}

/** 1 at the place of each of the kinds among `all`, 0 elsewhere. */
export const among = (pipeline: PipelineName, kinds: ReadonlyArray<string>): Uint8Array =>
  Uint8Array.from(all(pipeline), (kind) => (kinds.includes(kind) ? 1 : 0))

/** 1 at the place of each kind of one of the phases among `all`, 0 elsewhere. */
export const inPhase = (pipeline: PipelineName, ...phases: ReadonlyArray<"live" | "won" | "ended">): Uint8Array =>
  Uint8Array.from(all(pipeline), (kind) => (phases.some((one) => one === phase(pipeline, kind)) ? 1 : 0))
