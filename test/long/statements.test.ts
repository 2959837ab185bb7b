import { acts } from "../faults/acts.js"
import { statements } from "../faults/statements.js"

statements(Object.values(acts))
