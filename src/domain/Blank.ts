import type { Json } from "./Ledger.js"
import * as Noun from "./Noun.js"
import { type NounName, Nouns } from "./Nouns.js"

const made = new Map<NounName, string>()

/**
 * A record of the noun of which nothing is said yet. It has room for every field from the beginning: to spread one object
 * of twenty fields into another makes an engine change its shape with each, which is what an import does most.
 */
