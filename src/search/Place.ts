import type { Place } from "../domain/Searched.js"

/** A point on the earth, in degrees. */
export interface Coordinates {
  readonly lat: number
  readonly lon: number
}

/** Mean radius, metres. */
const radius = 6_371_009

const radians = (degrees: number): number => (degrees * Math.PI) / 180

export const placeOf = ({ lat, lon }: Coordinates): Place => ({
  x: Math.round(radius * Math.cos(radians(lat)) * Math.cos(radians(lon))),
  y: Math.round(radius * Math.cos(radians(lat)) * Math.sin(radians(lon))),
  z: Math.round(radius * Math.sin(radians(lat))),
})

/** Kilometres along the surface, by the haversine formula. */
export const distanceKm = (a: Coordinates, b: Coordinates): number => {
  const half = (x: number) => Math.sin(x / 2) ** 2
  const h =
    half(radians(b.lat - a.lat)) + Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * half(radians(b.lon - a.lon))
  return (2 * radius * Math.asin(Math.min(1, Math.sqrt(h)))) / 1000
}

/** All within a distance of a place: those whose straight line to it is at most `chord` metres long. */
export interface Circle extends Place {
  readonly chord: number
}

/** The circle of so many kilometres along the surface. */
export const circle = (centre: Coordinates, km: number): Circle => ({
  ...placeOf(centre),
  chord: Math.round(2 * radius * Math.sin(Math.min(Math.PI / 2, (km * 1000) / (2 * radius)))),
})

/** Whether a place is in the circle: squares of metres stay below 2^53. */
export const isWithin = (place: Place, { chord, x, y, z }: Circle): boolean =>
  (place.x - x) ** 2 + (place.y - y) ** 2 + (place.z - z) ** 2 <= chord ** 2
