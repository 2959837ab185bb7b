import * as Normalise from "../search/Normalise.js"
import { type Coordinates, distanceKm } from "../search/Place.js"
import type { Scored } from "./Scored.js"

/** Where somebody is or something is to be done, as it is compared. */
export interface Whereabouts {
  /** The folded name; empty where none is said. */
  readonly name: string
  /** The name says that the place does not matter. */
  readonly isRemote: boolean
  readonly at: Coordinates | null
}

const remoteWords = new Set(["remote", "anywhere"])

export const whereabouts = (location: string | null, locate: (place: string) => Coordinates | null): Whereabouts => {
  const name = Normalise.whole(location ?? "")
  const isRemote = name.split(" ").some((word) => remoteWords.has(word))
  return { name, isRemote, at: location === null || isRemote ? null : locate(location) }
}

/** What a candidate says of where to work. */
export interface Wish {
  readonly whereabouts: Whereabouts
  readonly willingToRelocate: boolean | null
  readonly workplaces: ReadonlyArray<"onsite" | "hybrid" | "remote">
}

export interface Because {
  /**
   * `remote`: the position is, and the candidate may be; `notRemote`: one wants remote work and the other does not;
   * `samePlace`, `near`, `far`; `relocates`: elsewhere, but willing to move; `unknown`: no telling.
   */
  readonly how: "remote" | "notRemote" | "samePlace" | "near" | "far" | "relocates" | "unknown"
  /** Along the surface, where both places are known. */
  readonly km: number | null
  /** Too far, and the candidate has said not to move. */
  readonly isTooFar: boolean
}

const said = (
  thousandths: number | null,
  how: Because["how"],
  km: number | null = null,
  isTooFar = false,
): Scored<Because> => ({
  thousandths,
  because: { how, km, isTooFar },
})

const relocating = 700
const unsure = 200
const mismatch = 200

/** Full up to a third of the commute, then falling to a half at all of it. */
const near = (km: number, commuteKm: number): number => {
  const third = Math.floor(commuteKm / 3)
  return km <= third ? 1000 : 1000 - Math.floor((500 * (km - third)) / (commuteKm - third))
}

/** Whether the candidate can be where the position is; `commuteKm` is the farthest that anybody travels daily. */
export const score = (candidate: Wish, position: Whereabouts, commuteKm: number): Scored<Because> => {
  const { whereabouts: home, willingToRelocate, workplaces } = candidate
  const wantsRemoteOnly = workplaces.length > 0 && workplaces.every((one) => one === "remote")
  if (position.isRemote)
    return workplaces.length === 0 || workplaces.includes("remote") ? said(1000, "remote") : said(500, "notRemote")
  if (position.name === "") return said(null, "unknown")
  if (wantsRemoteOnly) return said(mismatch, "notRemote")
  if (home.name === "" || home.isRemote)
    return willingToRelocate === true ? said(relocating, "relocates") : said(null, "unknown")
  if (home.name === position.name) return said(1000, "samePlace", 0)
  const km = home.at === null || position.at === null ? null : Math.round(distanceKm(home.at, position.at))
  if (km === null) return willingToRelocate === true ? said(relocating, "relocates") : said(null, "unknown")
  if (km <= commuteKm) {
    const thousandths = near(km, commuteKm)
    return willingToRelocate === true && thousandths < relocating
      ? said(relocating, "relocates", km)
      : said(thousandths, "near", km)
  }
  if (willingToRelocate === true) return said(relocating, "relocates", km)
  return willingToRelocate === null ? said(unsure, "far", km) : said(0, "far", km, true)
}
