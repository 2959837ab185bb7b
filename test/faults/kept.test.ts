import { folding } from "./folding.js"

// More of them are in test/long.
folding(1)
