/** The place in the feed after which to read on, as a number; undefined for what is no cursor of ours. */
export const decode = (cursor: string): number | undefined => {
  const place = /^\d{1,16}$/.test(cursor) ? Number(cursor) : Number.NaN
  return Number.isSafeInteger(place) ? place : undefined
}

export const encode = (place: number): string => String(place)
