import type { Coordinates } from "../search/Place.js"

/** Where a place is that people name in text; null where that is not known. It is asked on every change of a record. */
export type Geocoder = (place: string) => Coordinates | null
