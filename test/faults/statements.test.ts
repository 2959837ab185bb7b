import { acts } from "./acts.js"
import { statements } from "./statements.js"

// The others are in test/long.
const some = Object.values(acts).slice(1, 3)
statements(some, some.slice(-1), 3)
