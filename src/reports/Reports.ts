import { funnel } from "./Funnel.js"
import { placements } from "./Placements.js"
import { snapshot } from "./Snapshot.js"
import { timeInStage } from "./TimeInStage.js"

/** Every report, by its name. */
export const reports = { funnel, snapshot, timeInStage, placements }
