import type { Json } from "../domain/Ledger.js"
import type { Text } from "../domain/Searched.js"
import type { Custom } from "./Customs.js"
import * as Fields from "./Fields.js"

/** The labels of what a record chose from options, as texts of their fields. */
export const labels = (
  customs: ReadonlyMap<string, Custom>,
  { customFields }: { readonly [field: string]: Json },
): ReadonlyArray<Text> => {
  if (customs.size === 0 || typeof customFields !== "object" || customFields === null || Array.isArray(customFields))
    return []
  return Object.entries(customFields).flatMap(([name, value]) => {
    const keys = Array.isArray(value) ? value : [value]
    return (customs.get(name)?.options ?? [])
      .filter(({ key }) => keys.includes(key))
      .map(({ label }): Text => ({ field: Fields.customName(name), as: "whole", level: 1, text: label }))
  })
}
