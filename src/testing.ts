/** For authors of adapters: the suite that every storage must pass, and random runs to compare it with the reference. */
export { type Clock, clock } from "./testing/Clock.js"
export { type Everything, everything } from "./testing/Everything.js"
export { broken, type Invariant, invariants } from "./testing/Invariants.js"
export { type Opened, open } from "./testing/Opened.js"
export type { Command } from "./testing/random/Command.js"
export { randomCommands, randomSettings } from "./testing/random/Commands.js"
export { type Outcome, type Ran, type RunOptions, run, type Step, type Walked, walk } from "./testing/Run.js"
export { conformance, type Subject } from "./testing/Conformance.js"
