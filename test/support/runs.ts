import { inject } from "vitest"

declare module "vitest" {
  export interface ProvidedContext {
    /** Whether the tests take their time, as they do in the long runs. */
    thorough: boolean
  }
}

/** How often something is done: few times wherever all tests run, and many times in the long runs. */
export const runs = (few: number, many: number): number => (inject("thorough") ? many : few)
