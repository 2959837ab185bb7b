import { acts } from "./acts.js"
import { statements } from "./statements.js"

// The others are in test/long.
statements(Object.values(acts).slice(1, 4))
